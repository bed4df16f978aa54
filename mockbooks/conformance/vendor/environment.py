"""Values that a vendor file leaves to the environment, `${env.SNELSTART_KEY}`: keys that belong in no file."""

import re
from typing import Final

from mockbooks.conformance.vendor.calls import leaves, names_in
from mockbooks.conformance.vendor.model import Vendor
from mockbooks.conformance.vendor.table import VENDOR

ENVIRONMENT: Final = "env."
_NAME: Final = re.compile(r"env\.[A-Za-z_][A-Za-z0-9_]*")


def is_variable(name: str) -> bool:
    """Tell whether a name is of a variable of the environment."""
    return _NAME.fullmatch(name) is not None


def variables_in(vendor: Vendor) -> frozenset[str]:
    """List the variables that a vendor file names, by their names in the environment."""
    names = (name for _, text in leaves(VENDOR.write(vendor)) for name in names_in(text))
    return frozenset(name.removeprefix(ENVIRONMENT) for name in names if is_variable(name))
