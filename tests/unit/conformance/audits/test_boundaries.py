"""Where an audit begins to say something else: one case at each side, and sentences that fit the count."""

from typing import Any

import pytest

from mockbooks.conformance.measuring.share import Share
from mockbooks.texts import Text
from tests.unit.conformance.documents import (
    DEBTOR,
    TEXT,
    adding,
    answer,
    document_of,
    findings,
    listing,
    outcomes,
    thing,
    told,
)

WRONG = answer(thing({"message": TEXT}))
SAID = {"type": "string", "description": "So"}
KEY = {"securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "X-Key"}}}


def _posting(schema: dict[str, Any]) -> dict[str, Any]:
    return {"requestBody": {"content": {"application/json": {"schema": schema}}}, "responses": {}}


def _described(described: int, undescribed: int) -> list[str]:
    fields = {f"d{number}": SAID for number in range(described)} | {f"u{number}": TEXT for number in range(undescribed)}
    return outcomes(document_of({"/debtors": {"post": _posting({**thing(fields), "required": ["d0"]})}}), "C2")


def test_ninety_five_of_a_hundred_described_are_enough_and_ninety_four_are_not() -> None:
    assert _described(95, 5) == ["met"]
    assert _described(94, 6) == ["partly"]


REQUIRED = {**thing({"name": SAID}), "required": ["name"]}
OPTIONAL = thing({"name": SAID})


@pytest.mark.parametrize(
    ("schemas", "outcome", "summary"),
    [
        ([REQUIRED], "met", "The only field or parameter is described, and the only body of a request says what is"),
        ([{"type": "array", "items": REQUIRED}], "met", "The only field or parameter is described, and the only body"),
        ([thing({"debtor0": {**REQUIRED, "description": "It"}})], "met", "Of 2 fields and parameters 100 % are"),
        (
            [REQUIRED, OPTIONAL, OPTIONAL],
            "partly",
            "Of 3 fields and parameters 100 % are described, and 1 of 3 bodies of requests says what is required.",
        ),
        ([REQUIRED, OPTIONAL], "met", "Of 2 fields and parameters 100 % are described, and 1 of 2 bodies of requests"),
        ([OPTIONAL], "partly", "The only field or parameter is described; no body marks a field as required."),
    ],
)
def test_what_is_required_is_marked_in_bodies_lists_and_wrappings(
    schemas: list[dict[str, Any]], outcome: str, summary: str
) -> None:
    paths = {f"/debtor{number}": {"post": _posting(dict(each))} for number, each in enumerate(schemas)}
    (finding,) = findings(document_of(paths), "C2")
    assert (finding.outcome.value, finding.summary.en[: len(summary)]) == (outcome, summary)


def test_a_document_without_bodies_marks_nothing_as_required_and_need_not() -> None:
    (finding,) = findings(document_of({"/debtors": {"get": listing({"name": SAID, "email": SAID})}}), "C2")
    assert finding.outcome.value == "met"
    assert finding.summary.en == "Of 2 fields and parameters 100 % are described; no body of a request has fields."


def test_undescribed_fields_are_told_by_the_schema_that_a_developer_edits_and_how_many_more_there_are() -> None:
    fields = thing(dict.fromkeys(["a", "b", "c", "d", "e", "f", "g"], TEXT))
    listed = {"responses": {"200": answer({"$ref": "#/components/schemas/Debtor"})}}
    (finding,) = findings(document_of({"/debtors": {"get": listed}}, components={"schemas": {"Debtor": fields}}), "C2")
    assert finding.evidence[0].where == "#/components/schemas/Debtor /a"
    assert finding.evidence[5].what == Text("and 2 more", "en nog 2")


def _failing(*statuses: dict[str, Any]) -> dict[str, Any]:
    """Write operations that add, each with these responses beside 200."""
    operations = [adding(DEBTOR, DEBTOR) for _ in statuses]
    for operation, responses in zip(operations, statuses, strict=True):
        operation["responses"] |= responses
    return {f"/debtors/{{id}}/part{number}": {"post": each} for number, each in enumerate(operations)}


@pytest.mark.parametrize(
    ("count", "of", "outcome", "summary"),
    [
        (1, 1, "met", "The only operation that adds or changes declares a 400 that describes what went wrong."),
        (1, 7, "partly", "Only 1 of the 7 operations that add or change declares a 400."),
        (7, 10, "partly", "Only 7 of the 10 operations that add or change declare a 400."),
        (9, 10, "met", "9 of the 10 operations that add or change declare a 400 that describes what went wrong."),
        (8, 8, "met", "All 8 operations that add or change declare a 400 that describes what went wrong."),
    ],
)
def test_operations_that_declare_no_failure_count_as_well(count: int, of: int, outcome: str, summary: str) -> None:
    statuses = [{"400": WRONG} if number < count else {} for number in range(of)]
    (finding,) = findings(document_of(_failing(*statuses)), "C7")
    assert (finding.outcome.value, finding.summary.en) == (outcome, summary)


def test_a_404_of_an_unknown_url_is_not_instead_of_400() -> None:
    unknown = {"400": WRONG, "404": {"description": "There is no such URL"}}
    assert outcomes(document_of(_failing(unknown)), "C7") == ["met"]
    other = {"400": WRONG, "404": {"description": "There is no debtor with that id at this URL"}}
    assert outcomes(document_of(_failing(other)), "C7") == ["partly"]


def _telling(count: int, of: int) -> dict[str, Any]:
    paths = {f"/part{number}": {"get": listing({"name": TEXT})} for number in range(of)}
    for number in range(count):
        paths[f"/part{number}"]["get"]["responses"]["400"] = WRONG
    return paths


def test_half_of_the_operations_that_tell_failure_apart_are_met_with_a_doubt_and_fewer_cannot_be_told() -> None:
    (finding,) = findings(document_of(_telling(2, 4)), "C5")
    assert finding.outcome.value == "met"
    assert finding.doubt is not None
    assert finding.doubt.en.startswith("2 operations declare no status of failure;")
    assert outcomes(document_of(_telling(1, 4)), "C5") == ["cannot_tell"]


def test_where_all_tell_failure_apart_there_is_no_doubt() -> None:
    (finding,) = findings(document_of(_telling(2, 2)), "C5")
    assert finding.doubt is None
    assert finding.summary.nl == "Alle 2 operaties noemen voor mislukken een andere status dan voor slagen."


def test_oauth_that_is_named_beside_a_key_is_not_the_way_in() -> None:
    (finding,) = findings(told("OAuth 2 tokens of our portal are something else.", components=KEY), "C3")
    assert finding.outcome.value == "not_met"


@pytest.mark.parametrize(
    ("count", "shown"),
    [
        (999, Text("99 % (999 of 1000)", "99 % (999 van 1000)")),
        (1000, Text("100 % (1000 of 1000)", "100 % (1000 van 1000)")),
    ],
)
def test_a_hundred_percent_is_all(count: int, shown: Text) -> None:
    assert Share(count, 1000).told == shown


def test_one_operation_is_told_as_one() -> None:
    (finding,) = findings(document_of({"/part": {"get": listing({"name": TEXT})}}), "C6")
    assert finding.summary.en == "The only operation that declares a success answers it with 200."
    assert finding.summary.nl == "De enige operatie die een geslaagd antwoord noemt, geeft 200."


@pytest.mark.parametrize(("inside", "outcome"), [(2, "cannot_tell"), (3, "not_met")])
def test_errors_in_most_successes_and_no_other_status_are_not_met(inside: int, outcome: str) -> None:
    holding = [{"id": TEXT, "errors": TEXT}] * inside + [{"id": TEXT}] * (4 - inside)
    paths = {f"/part{number}": {"post": adding({}, each)} for number, each in enumerate(holding)}
    assert outcomes(document_of(paths), "C5") == [outcome]
    assert outcomes(document_of(paths), "C7") == [outcome]


def test_a_place_is_named_as_the_document_names_it() -> None:
    (finding,) = findings(told("Bread.", components=KEY), "C3")
    assert [each.where for each in finding.evidence] == ["securitySchemes.key"]
