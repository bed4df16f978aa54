"""The scenario: what is active and how often each injection acted, and the forms that switch, leave and reset it."""

from collections.abc import Mapping
from datetime import timedelta
from typing import TYPE_CHECKING

import orjson

from mockbooks.control.library import library_of
from mockbooks.control.scenarios import beginning_with, leave_scenario, scenario_from
from mockbooks.traffic.why import WHERE
from mockbooks.web.dashboard.visit import Settle, Visit

if TYPE_CHECKING:
    from mockbooks.scenarios.engine import Engine
    from mockbooks.scenarios.model import Injection
    from mockbooks.stage.scene import Firing


def shown(visit: Visit) -> Mapping[str, object]:
    """Tell what is active, and what may be activated in its place."""
    engine = visit.administration.injector
    return {"active": None if engine is None else _active(visit, engine), "library": library_of(visit.control)}


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
