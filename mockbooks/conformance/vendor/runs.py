"""What of a call is of the run: the texts in which its name stands, by which what it made is told from all else."""

from collections.abc import Mapping
from typing import Final

from mockbooks.conformance.vendor.calls import names_in

RUN_NAMES: Final = frozenset({"run", "name", "email", "number", "reference", "sku", "description"})
"""The values of the run in which its name stands."""


def names_of_run(values: Mapping[str, object]) -> frozenset[str]:
    """Give the names of values in which the name of the run stands: a value of the file goes before one of the run."""
    made = {name for name, value in values.items() if isinstance(value, str) and RUN_NAMES & set(names_in(value))}
    return (RUN_NAMES - set(values)) | made
