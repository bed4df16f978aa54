"""Whatever a document holds, no audit breaks on it, and none takes longer than in proportion to it."""

import re
from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from time import process_time
from typing import Any, Final

import pytest

from mockbooks.conformance import audits, guessing, verdicts, vocabulary
from mockbooks.conformance.document.model import Document
from mockbooks.conformance.verdicts.number_words import with_digits
from tests.unit.conformance.documents import (
    DEBTOR,
    TEXT,
    adding,
    answer,
    document_of,
    findings,
    listing,
    outcomes,
    told,
)

_SMALL: Final = 2_500
_LARGE: Final = 20_000
_RATIO: Final = 25
"""What is linear takes 8 times as long, what is quadratic 64 times."""
_NOTHING_SECONDS: Final = 0.05


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for room in (audits, guessing, verdicts, vocabulary):
        for module in iter_modules(room.__path__, f"{room.__name__}."):
            for name, value in vars(import_module(module.name)).items():
                if isinstance(value, re.Pattern):
                    yield f"{module.name.rpartition('.')[2]}.{name}", value


_PATTERNS: Final = dict(_patterns())
_FRAGMENTS: Final = re.compile(r"[A-Za-z@:/.\]\[(_=-]{1,20}|[0-9]")


def _fragments(pattern: re.Pattern[str]) -> list[str]:
    """Give the words of a pattern, and what stands between any words."""
    own = re.sub(r"\\[a-zA-Z]|\\", "", pattern.pattern)
    return [*sorted(set(_FRAGMENTS.findall(own))), "1 ", " ", "a@", "https://", "](/", "a-", "{}", "x(", "\n"]


def _seconds(pattern: re.Pattern[str], fragment: str, characters: int) -> float:
    text = f"({fragment * characters}"[:characters]
    began = process_time()
    sum(1 for _ in pattern.finditer(text))
    return process_time() - began


def _is_steep(pattern: re.Pattern[str], fragment: str) -> bool:
    """Tell whether a text that is eight times as long takes far more than eight times as long."""
    long = _seconds(pattern, fragment, _LARGE)
    return long > _NOTHING_SECONDS and long > _RATIO * max(_seconds(pattern, fragment, _SMALL), 0.001)


@pytest.mark.parametrize("name", list(_PATTERNS))
def test_no_pattern_takes_longer_than_in_proportion_to_a_text_of_its_own_words(name: str) -> None:
    pattern = _PATTERNS[name]
    repeated = [f"{fragment}{between}" for fragment in _fragments(pattern) for between in ("", " ")]
    assert [fragment for fragment in repeated if _is_steep(pattern, fragment)] == []


def test_a_path_of_braces_is_read_at_once() -> None:
    assert outcomes(document_of({f"/x({'{}' * 20_000}": {"get": listing(DEBTOR)}}), "C1") == ["partly"]


def test_numbers_in_words_are_read_three_steps_far() -> None:
    assert with_digits("five thousand") == "5000"
    assert with_digits(f"We allow {'thousand ' * 1500}calls per day.").startswith("We allow 1000000000000 ")


@pytest.mark.parametrize("number", ["thousand " * 1500, "1" + ",000" * 2000, "9" * 6000, "9" * 6000 + " "])
def test_a_number_of_any_length_is_no_reason_to_stop(number: str) -> None:
    assert len(outcomes(told(f"We allow {number}calls per day."), "C8")) == 1


@pytest.mark.parametrize("place", [["query"], {}, 3])
def test_a_parameter_that_stands_in_something_strange_is_noted(place: object) -> None:
    document = document_of({"/debtors": {"get": {**listing(DEBTOR), "parameters": [{"name": "email", "in": place}]}}})
    assert outcomes(document, "C1") == outcomes(document_of({"/debtors": {"get": listing(DEBTOR)}}), "C1")
    assert "where a text belongs (at GET /debtors, parameters, in)" in document.unread[0].en


def _of_itself(name: str, fields: int) -> Document:
    """Write a document whose errors and limits hold many fields that are each the whole again."""
    itself = {"$ref": f"#/components/schemas/{name}"}
    schema = {"type": "object", "properties": {f"{name}{number}": itself for number in range(fields)}}
    operation: dict[str, Any] = adding(DEBTOR, DEBTOR)
    operation["responses"]["400"] = answer(itself)
    paths = {"/debtors": {"post": operation}, "/limits": {"get": {"responses": {"200": answer(itself)}}}}
    return document_of(paths, components={"schemas": {name: schema}})


@pytest.mark.parametrize(("condition", "outcome"), [("C7", "partly"), ("C8", "cannot_tell")])
def test_a_schema_that_holds_itself_many_times_is_looked_into_once(condition: str, outcome: str) -> None:
    assert outcomes(_of_itself("zz", 2000), condition) == [outcome]


def test_fields_that_stand_thousands_deep_are_told_by_their_last_names() -> None:
    schemas: dict[str, Any] = {
        f"s{number}": {"type": "object", "properties": {f"f{number}": {"$ref": f"#/components/schemas/s{number + 1}"}}}
        for number in range(5000)
    }
    schemas["s5000"] = {"type": "object", "properties": {"last": {**TEXT, "description": "The last."}}}
    paths = {"/debtors": {"get": {"responses": {"200": answer({"$ref": "#/components/schemas/s0"})}}}}
    (finding,) = findings(document_of(paths, components={"schemas": schemas}), "C2")
    assert max(len(each.where) for each in finding.evidence) < 400
