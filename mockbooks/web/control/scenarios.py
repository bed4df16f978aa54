"""Scenarios: the library, the active one, another one, or none."""

from typing import TYPE_CHECKING, Any, Final

import orjson

from mockbooks.administration import Administration
from mockbooks.control.library import library_of
from mockbooks.control.scenarios import beginning_with, clock_under, leave_scenario, scenario_from
from mockbooks.errors import RefusedError
from mockbooks.service.answers import part_schema
from mockbooks.service.fields import Flag, Moment, PlainText, Whole
from mockbooks.service.list_fields import ListOf
from mockbooks.service.paging import Page, page_field, page_size_field
from mockbooks.service.schema import Parts, QuerySchema, StrictSchema
from mockbooks.traffic.clock import moment_text
from mockbooks.traffic.negotiation import JSON, PROBLEM
from mockbooks.traffic.problems import MOST_TOLD, STATUS, problem_body
from mockbooks.web import envelopes
from mockbooks.web.calls import Reply
from mockbooks.web.control.desk import Bench, Desk, json_of, on_administration, on_server, operation
from mockbooks.web.control.requests import LoggedInjectionBody

if TYPE_CHECKING:
    from mockbooks.scenarios.engine import Engine

YAML: Final = ("application/yaml", "application/x-yaml", "text/yaml")
SCHEMA_PATH: Final = "/_mockbooks/scenario-schema.json"
_MOST: Final = 2_147_483_647
_TEXT: Final = 128 * 1024
_NAME: Final = "lost-reply"


class ListScenariosQuery(QuerySchema):
    """The page that is wanted."""

    page = page_field()
    page_size = page_size_field()


class ScenarioInfo(StrictSchema):
    """A scenario that can be activated by its name."""

    name = PlainText("Its name.", maximum=60, required=True, example=_NAME)
    description = PlainText("What it is about.", maximum=_TEXT, default="", example="The first answer never arrives.")
    problems = ListOf(
        PlainText("A line.", maximum=_TEXT, required=True, example="a line"),
        "Why it cannot be used, a line each; empty for one that can.",
        required=True,
        example=[],
    )


class ActiveInjectionBody(LoggedInjectionBody):
    """An injection of the active scenario."""

    matched = Whole("Calls that it matched.", lowest=0, highest=_MOST, required=True, example=3)
    fired = Whole("Calls that it acted on.", lowest=0, highest=_MOST, required=True, example=1)


class ActiveScenarioBody(StrictSchema):
    """What is active in an administration; where nothing is, `active` is false and the rest null or empty."""

    active = Flag("Whether a scenario is active.", required=True, example=True)
    name = PlainText("Its name.", maximum=60, example=_NAME)
    description = PlainText("What it is about.", maximum=_TEXT, example="The first answer never arrives.")
    random_seed = Whole("What its draws begin with.", lowest=0, highest=2**32 - 1, example=7)
    began_at = Moment("When it began, on the clock of the administration.", example="2026-11-23T09:00:00Z")
    injections = Parts(
        ActiveInjectionBody(),
        "Its injections in the order of the file, with how often they acted.",
        fewest=0,
        most=1000,
        example=[
            {"name": "the answer is lost", "phase": "after", "faults": ["dropConnection"], "matched": 0, "fired": 0}
        ],
    )
    expectations = ListOf(
        PlainText("An expectation.", maximum=_TEXT, required=True, example="retriesReuseIdempotencyKey"),
        "What it expects, as it was written; the verdict tells what came of it.",
        required=True,
        example=["retriesReuseIdempotencyKey"],
    )


ACTIVE_SCENARIO: Final = part_schema("ActiveScenario", ActiveScenarioBody)()


def told_scenario(administration: Administration) -> dict[str, object]:
    """Tell what is active in an administration, with how often each injection acted."""
    engine = administration.injector
    if engine is None:
        return dict(_NOTHING)
    return _told(engine, moment_text(engine.began_at))


_NOTHING: Final[dict[str, object]] = {
    "active": False,
    "name": None,
    "description": None,
    "randomSeed": None,
    "beganAt": None,
    "injections": [],
    "expectations": [],
}


def _told(engine: "Engine", began_at: str) -> dict[str, object]:
    scenario, firings = engine.scenario, engine.firings()
    return {
        "active": True,
        "name": scenario.name,
        "description": scenario.description,
        "randomSeed": scenario.random_seed,
        "beganAt": began_at,
        "injections": [
            {
                "name": injection.name,
                "phase": injection.phase,
                "faults": [fault.name for fault, _ in injection.faults],
                "matched": firings[injection.name].matched,
                "fired": firings[injection.name].fired,
            }
            for injection in scenario.injections
        ],
        "expectations": [expected.text for expected in scenario.expect],
    }


def _list(desk: Desk, query: dict[str, Any]) -> tuple[bytes, Page]:
    number, size = query["page"], query["page_size"]
    listed = library_of(desk.control)
    shown = [
        {"name": each.name, "description": each.description, "problems": each.problems}
        for each in listed[(number - 1) * size : number * size]
    ]
    return json_of(shown), Page(number=number, size=size, total_items=len(listed))


def _get(bench: Bench) -> bytes:
    return json_of(told_scenario(bench.administration))


def _put(bench: Bench) -> Reply:
    try:
        scenario = scenario_from(bench.control, bench.exchange.body)
    except RefusedError as error:
        return _refused(error, bench)
    begin = beginning_with(bench.control, bench.administration, scenario)
    bench.settle(begin)
    from mockbooks.scenarios.engine import Engine  # noqa: PLC0415 - a start does not need it

    began_at = moment_text(clock_under(bench.control, scenario).now())
    return Reply(body=envelopes.object_bytes(json_of(_told(Engine(scenario), began_at))))


def _delete(bench: Bench) -> bytes:
    leave_scenario(bench.control, bench.administration)
    return json_of(told_scenario(bench.administration))


def _refused(error: RefusedError, bench: Bench) -> Reply:
    """Tell what is wrong with a scenario, with the line and column of each mistake where they are known."""
    exchange = bench.exchange
    told: dict[str, Any] = problem_body(error.family, error.complaints, exchange.language, exchange.request_id)
    for complaint, mistake in zip(error.complaints[:MOST_TOLD], told["errors"], strict=False):
        mistake |= {name: complaint.values[name] for name in ("line", "column") if name in complaint.values}
    return Reply(
        status=STATUS[error.family],
        body=orjson.dumps(told),
        media_type=PROBLEM,
        headers=(("Content-Language", exchange.language),),
    )


_ANSWER: Final = envelopes.object_schema("ActiveScenario", ACTIVE_SCENARIO)
_SCHEMA: Final = {"$ref": "#/components/schemas/ScenarioBody"}
_BODY: Final = {
    "description": "A scenario, or nothing but its name.",
    "required": True,
    "content": {JSON: {"schema": _SCHEMA}, **{kind: {"schema": _SCHEMA} for kind in YAML}},
}
TAG: Final = "Scenarios", "How an administration misbehaves, and what an integration that copes must have done."
CALLS: Final = (
    on_server(
        operation("listScenarios", "GET", "/scenarios"),
        _list,
        summary="List the library",
        description="Gives the scenarios that can be activated by name: those that ship with the server, and those of "
        "`--scenario-folder`.",
        answer=envelopes.list_schema("ScenarioInfo", ScenarioInfo()),
        query=ListScenariosQuery,
        takes_long=True,
    ),
    on_administration(
        operation("getScenario", "GET", "/scenario"),
        _get,
        summary="Get the active scenario",
        description="Tells which scenario is active, and how often each of its injections acted.",
        answer=_ANSWER,
    ),
    on_administration(
        operation("activateScenario", "PUT", "/scenario"),
        _put,
        summary="Activate a scenario",
        description='Begins the administration anew under a scenario: `{"name": "lost-reply"}` for one of the library, '
        f"or a whole one as JSON or YAML, by the JSON Schema at `{SCHEMA_PATH}`. Books, clock, limits, request log and "
        "counters become those of its start, and tokens that do not expire are good again. Books that it does not name "
        "stay as they are, and clock, limits and OAuth are then as the server was started. One that cannot be used is "
        "refused with all that is wrong with it, each with its pointer, line and column, and nothing changes.",
        answer=_ANSWER,
        described_body=_BODY,
        takes_long=True,
        takes=(JSON, *YAML),
    ),
    on_administration(
        operation("leaveScenario", "DELETE", "/scenario"),
        _delete,
        summary="Leave the scenario",
        description="Goes on without a scenario, with the clock, limits and OAuth that the server was started with. "
        "Books and request log stay as they are; where none was active, nothing happens.",
        answer=_ANSWER,
    ),
)
