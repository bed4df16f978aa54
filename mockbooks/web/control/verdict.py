"""The verdict, as JSON, text or JUnit XML."""

from collections.abc import Callable
from typing import Any, Final, get_args

from mockbooks.administration import Administration
from mockbooks.control.verdict import Told, verdict_on
from mockbooks.service.answers import part_schema
from mockbooks.service.fields import Choice, Flag, PlainText
from mockbooks.service.list_fields import ListOf
from mockbooks.service.schema import Parts, StrictSchema
from mockbooks.stage.verdict import State
from mockbooks.traffic.negotiation import JSON
from mockbooks.web import envelopes
from mockbooks.web.calls import Reply
from mockbooks.web.control.desk import Bench, OnAdministration, json_of, on_administration, operation
from mockbooks.web.control.media import chosen_format

VERDICT_HEADER: Final = "Mockbooks-Verdict"
TEXT: Final = "text/plain"
JUNIT: Final = "application/junit+xml"
XML: Final = "application/xml"
_FORMATS: Final = {JSON: "json", TEXT: "text", JUNIT: "junit", XML: "junit"}
_LINE: Final = 10_000


class VerdictQuery(OnAdministration):
    """The form that is wanted."""

    format = Choice(
        "The form of the answer; it beats the header Accept.", allowed=("json", "text", "junit"), example="text"
    )


class JudgedExpectation(StrictSchema):
    """How one expectation ended."""

    name = PlainText("The expectation as it was written.", maximum=_LINE, required=True, example="everyInjectionFired")
    outcome = Choice(
        "`not_exercised`: the situation that it judges never arose, so that nothing is proven.",
        allowed=get_args(State),
        required=True,
        example="passed",
    )
    detail = PlainText("What shows it, with the figures.", maximum=_LINE, required=True, example="1 of 1 acted")
    request_ids = ListOf(
        PlainText("A request id.", maximum=128, required=True, example="req_3f2a9c41"),
        "Exchanges that led to it.",
        required=True,
        example=["req_3f2a9c41"],
    )


def _lines(description: str, example: str) -> ListOf:
    line = PlainText("A line.", maximum=_LINE, required=True, example=example)
    return ListOf(line, description, required=True, example=[example])


class VerdictBody(StrictSchema):
    """Whether an integration did what is expected of it."""

    passed = Flag(
        "Whether something was expected, and every expectation passed (or is optional and was not exercised).",
        required=True,
        example=True,
    )
    scenario = PlainText("The active scenario; null without one.", maximum=60, example="lost-reply")
    expectations = Parts(
        JudgedExpectation(),
        "The expectations in the order of the scenario.",
        fewest=0,
        most=1000,
        example=[{"name": "everyInjectionFired", "outcome": "passed", "detail": "…", "requestIds": []}],
    )
    notes = _lines("What was noticed besides.", "client mockbooks-demo booked ORD-1001 twice (req_1, req_2)")
    changes = _lines("What changed in the books since the start.", "client mockbooks-demo created debtor deb_000026")


def _verdict(bench: Bench, query: dict[str, Any]) -> Reply:
    told = verdict_on(bench.administration)
    media_type, body = _WRITERS[chosen_format(bench.exchange, query["format"], _FORMATS)](told, bench.administration)
    passed = "passed" if told.verdict.passed else "failed"
    return Reply(body=body, media_type=media_type, headers=((VERDICT_HEADER, passed),))


def _json(told: Told, _: Administration) -> tuple[str, bytes]:
    from mockbooks.scenarios.verdict_json import verdict_json  # noqa: PLC0415 - a start does not need it

    written = verdict_json(told.verdict, told.scenario, told.changes)
    return JSON, envelopes.object_bytes(json_of(written))


def _text(told: Told, administration: Administration) -> tuple[str, bytes]:
    from mockbooks.scenarios.verdict_text import verdict_text  # noqa: PLC0415 - as above

    find = administration.request_log.find
    text = verdict_text(told.verdict, told.scenario, told.changes, find)
    return f"{TEXT}; charset=utf-8", text.encode("utf-8", "replace")


def _junit(told: Told, administration: Administration) -> tuple[str, bytes]:
    from mockbooks.scenarios.verdict_junit import verdict_junit  # noqa: PLC0415 - as above

    find = administration.request_log.find
    text = verdict_junit(told.verdict, told.scenario, told.changes, find)
    return JUNIT, text.encode("utf-8", "replace")


_WRITERS: Final[dict[str, Callable[[Told, Administration], tuple[str, bytes]]]] = {
    "json": _json,
    "text": _text,
    "junit": _junit,
}
TAG: Final = "Verdict", "Whether an integration coped: the last question of a CI job."
CALLS: Final = (
    on_administration(
        operation("getVerdict", "GET", "/verdict"),
        _verdict,
        summary="Get the verdict",
        description="Judges what was seen since the scenario began against what it expects, and tells habits of "
        f"clients besides. The header `{VERDICT_HEADER}` is `passed` or `failed` in every form; `mockbooks verdict` "
        "prints this and exits 0 or 1. Without a scenario nothing was expected, so nothing is proven: that is no pass.",
        answer=envelopes.object_schema("Verdict", part_schema("Verdict", VerdictBody)()),
        query=VerdictQuery,
        takes_long=True,
        gives=(JSON, TEXT, JUNIT, XML),
    ),
)
