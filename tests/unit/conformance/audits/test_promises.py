"""C8 and C9: what a document says of limits and of support; silence is never held against it."""

from typing import Any

import pytest

from tests.unit.conformance.documents import DEBTOR, TEXT, document_of, listing, outcomes, reading, told


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Each answer has X-RateLimit-Remaining.", "met"),
        ("You may send 600 requests per minute.", "met"),
        ("Honderdduizend aanroepen per dag zijn toegestaan.", "met"),
        ("100,000 requests a day are allowed.", "met"),
        ("At most 60 calls a minute are allowed.", "partly"),
        ("A token may call twice a second.", "partly"),
        ("A company may be called sixty times in a minute.", "partly"),
        ("Er zijn 25 verzoeken per 5 seconden toegestaan.", "partly"),
        ("Bread is baked 600 times per minute.", "cannot_tell"),
        ("Nothing of the kind.", "cannot_tell"),
    ],
)
def test_limits_are_generous_or_told(text: str, outcome: str) -> None:
    assert outcomes(told(text), "C8") == [outcome]


def test_a_header_that_tells_the_room_is_met() -> None:
    operation: dict[str, Any] = listing(DEBTOR)
    operation["responses"]["200"]["headers"] = {"X-RateLimit-Remaining": {"schema": TEXT}}
    assert outcomes(document_of({"/debtors": {"get": operation}}), "C8") == ["met"]


def test_an_operation_that_tells_the_room_is_met() -> None:
    assert outcomes(document_of({"/limits": {"get": reading({"remaining": TEXT})}}), "C8") == ["met"]


def test_a_429_alone_cannot_be_told() -> None:
    operation = {"responses": {"429": {"description": "Too many"}}}
    assert outcomes(document_of({"/debtors": {"get": operation}}), "C8") == ["cannot_tell"]


@pytest.mark.parametrize(
    ("contact", "outcome"),
    [
        ({"email": "support@x.example"}, "met"),
        ({"url": "https://x.example/support"}, "met"),
        ({"url": "https://x.example"}, "cannot_tell"),
        ({}, "cannot_tell"),
    ],
)
def test_a_contact_is_where_problems_are_reported(contact: dict[str, str], outcome: str) -> None:
    info = {"title": "Bakkerij", "version": "1", "contact": contact}
    assert outcomes(document_of({}, info=info), "C9i") == [outcome]


def test_an_address_in_a_text_will_do() -> None:
    assert outcomes(told("Meld een storing aan techniek@bakkerij.example."), "C9i") == ["met"]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Support is Dutch-speaking.", "met"),
        ("Onze Nederlandse ontwikkelaars antwoorden.", "met"),
        ("Support in English only.", "not_met"),
        ("We support Dutch and English in texts of invoices.", "cannot_tell"),
        ("Bread.", "cannot_tell"),
    ],
)
def test_dutch_is_that_of_support(text: str, outcome: str) -> None:
    assert outcomes(told(text), "C9ii") == [outcome]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Support answers within one working day.", "met"),
        ("Support antwoordt binnen 24 uur.", "met"),
        ("Meldingen worden binnen de werkdag beantwoord door support.", "met"),
        ("Support answers in 2 to 3 business days.", "not_met"),
        ("Payments are settled within one working day.", "cannot_tell"),
        ("Bread.", "cannot_tell"),
    ],
)
def test_an_answer_comes_within_one_working_day(text: str, outcome: str) -> None:
    assert outcomes(told(text), "C9iv") == [outcome]
