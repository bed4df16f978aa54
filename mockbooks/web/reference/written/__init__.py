"""The reference pages of the guide, written from the very tables that the server works with: `make golden` renews them.

What stands in `docs/reference` is compared with what these functions write, so that no page says what is no longer so.
"""

from collections.abc import Callable, Mapping
from typing import Final

from mockbooks.web.reference.written import control, errors, expectations, faults, library, operations, scenario_file

WRITTEN: Final[Mapping[str, Callable[[], str]]] = {
    "reference/operations": operations.page,
    "reference/control-api": control.page,
    "reference/scenario-file": scenario_file.page,
    "reference/library": library.page,
    "reference/faults": faults.page,
    "reference/expectations": expectations.page,
    "reference/errors": errors.page,
}
"""Each page of the guide that is written so, with the function that writes it."""
