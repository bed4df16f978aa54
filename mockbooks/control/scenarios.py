"""Scenarios of an administration: what is active, another one instead, or none."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from mockbooks.administration import Administration
from mockbooks.administration.beginning import started
from mockbooks.control.library import folders_of
from mockbooks.control.server import Control
from mockbooks.traffic.clock import AdministrationClock

if TYPE_CHECKING:
    from mockbooks.scenarios.model import Scenario

_SENT: Final = "body"


def scenario_from(control: Control, text: bytes) -> "Scenario":
    """Read a scenario from YAML or JSON: the whole of it, or nothing but the `name` of one of the library.

    Raises RefusedError with everything that is wrong.
    """
    from mockbooks.scenarios import library  # noqa: PLC0415 - a start does not need it
    from mockbooks.scenarios.loader import load  # noqa: PLC0415 - as above
    from mockbooks.scenarios.yaml_text import read_yaml  # noqa: PLC0415 - as above

    name = _only_name_in(read_yaml(text).data)
    if name is None:
        return load(text, source=_SENT)
    found = library.read(name, folders_of(control))
    return load(found.text, source=found.source)


def beginning_with(control: Control, administration: Administration, scenario: "Scenario") -> Callable[[], None]:
    """Work out how an administration begins under a scenario, which takes long with much start data; give what does it.

    Where the books stay as they are, they are so at the moment of beginning.
    """
    beginning = control.administrations.beginning
    if scenario.books is None:
        return lambda: administration.begin(started(beginning, scenario, administration.books.snapshot))
    start = started(beginning, scenario)
    return lambda: administration.begin(start)


def clock_under(control: Control, scenario: "Scenario") -> AdministrationClock:
    """Give a clock as the one of an administration begins under a scenario."""
    beginning = control.administrations.beginning
    return AdministrationClock(beginning.source, scenario.clock or beginning.clock)


def leave_scenario(control: Control, administration: Administration) -> None:
    """Go on without a scenario, with clock, limits and OAuth as the server was started; the books stay as they are."""
    administration.leave_scenario(control.administrations.beginning.start)


def _only_name_in(data: object) -> str | None:
    if not isinstance(data, Mapping) or data.keys() != {"name"} or not isinstance(data["name"], str):
        return None
    return data["name"]
