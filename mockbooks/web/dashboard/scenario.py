"""The scenario: what is active and how often each injection acted, and the forms that switch, leave and reset it."""

from collections.abc import Mapping
from datetime import timedelta
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final

import orjson

from mockbooks.control import Control
from mockbooks.control.scenarios import Listed, beginning_with, leave_scenario, library_of, scenario_from
from mockbooks.traffic.why import WHERE
from mockbooks.web.dashboard.visit import Settle, Visit

if TYPE_CHECKING:
    from mockbooks.scenarios.engine import Engine
    from mockbooks.scenarios.model import Injection
    from mockbooks.stage.scene import Firing

_MOST_FILES: Final = 1_000
_State = tuple[tuple[str, int], ...]
_LIBRARIES: Final[dict[_State, tuple[Listed, ...]]] = {}


def shown(visit: Visit) -> Mapping[str, object]:
    """Tell what is active, and what may be activated in its place."""
    engine = visit.administration.injector
    return {"active": None if engine is None else _active(visit, engine), "library": library(visit.control)}


def activate(visit: Visit) -> Settle:
    """Work out how the administration begins under the scenario that was chosen, which may take long."""
    scenario = scenario_from(visit.control, orjson.dumps({"name": visit.form.get("name", "")}))
    return beginning_with(visit.control, visit.administration, scenario)


def leave(visit: Visit) -> None:
    """Go on without a scenario."""
    leave_scenario(visit.control, visit.administration)


def reset(visit: Visit) -> None:
    """Go back to the start."""
    visit.administration.reset()


def library(control: Control) -> tuple[Listed, ...]:
    """List what can be activated; the files are read again when one of them has changed."""
    from mockbooks.scenarios import library as files  # noqa: PLC0415 - a start does not need it

    own = Path(control.scenario_folder) if control.scenario_folder else None
    state = tuple(_changed_at(path) for folder in files.folders(own) for path in _files_in(folder))
    return _LIBRARIES.get(state) or _kept(state, tuple(library_of(control)))


def _files_in(folder: Path) -> list[Path]:
    try:
        return sorted(islice(folder.iterdir(), _MOST_FILES))
    except OSError:
        return []


def _changed_at(path: Path) -> tuple[str, int]:
    """Tell when a file was changed last; one that is gone by now counts as never."""
    try:
        return str(path), path.stat().st_mtime_ns
    except OSError:
        return str(path), 0


def _kept(state: _State, listed: tuple[Listed, ...]) -> tuple[Listed, ...]:
    """Keep a listing in the place of all others: most processes have one server with one folder."""
    _LIBRARIES.clear()
    _LIBRARIES[state] = listed
    return listed


def _active(visit: Visit, engine: "Engine") -> Mapping[str, object]:
    scenario, firings, since_start = engine.scenario, engine.firings(), visit.administration.now() - engine.began_at
    return {
        "name": scenario.name,
        "description": scenario.description,
        "began_at": engine.began_at,
        "injections": [_injection(visit, each, firings[each.name], since_start) for each in scenario.injections],
        "timeline": [
            {"at": engine.began_at + item.at, "text": item.text, "has_happened": place < engine.happened}
            for place, item in enumerate(scenario.timeline)
        ],
    }


def _injection(visit: Visit, injection: "Injection", firing: "Firing", since_start: timedelta) -> Mapping[str, object]:
    during = injection.during
    return {
        "name": injection.name,
        "when": injection.when_text,
        "fault": injection.fault_text,
        "phase": visit.say(WHERE[injection.phase]),
        "matched": firing.matched,
        "fired": firing.fired,
        "undone": firing.undone,
        "why_undone": firing.why_undone,
        "is_over": during is not None and during.until is not None and since_start >= during.until,
    }
