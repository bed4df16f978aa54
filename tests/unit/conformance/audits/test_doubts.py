"""What is not understood may be what was sought: the audit then says that it cannot tell, and what it doubts."""

from typing import Any

import pytest

from tests.unit.conformance.documents import (
    BOOKING,
    DEBTOR,
    TEXT,
    adding,
    document_of,
    findings,
    listing,
    outcomes,
)

NAMED = {"id": TEXT, "name": TEXT}
BOOKS = {"/debtors": {"get": listing(DEBTOR, "page")}, "/bookings": {"get": listing(BOOKING, "page")}}


def _booking(**sent: dict[str, Any]) -> dict[str, Any]:
    return {"/bookings": {"get": listing(BOOKING, "page"), "post": adding({**BOOKING, **sent}, BOOKING, *sent)}}


def test_an_unknown_list_may_be_what_was_not_found_and_is_named() -> None:
    found = findings(
        document_of({**BOOKS, "/kringen": {"get": listing({**NAMED, "share": {"type": "number"}})}}), "C4d"
    )
    assert [finding.outcome.value for finding in found] == ["cannot_tell"]
    assert found[0].doubt is not None
    assert found[0].doubt.en == "They may be /kringen."


def test_lists_that_are_known_to_be_something_else_leave_no_doubt() -> None:
    paths = {**BOOKS, "/kostenplaatsen": {"get": listing(NAMED)}, "/bank-accounts": {"get": listing(NAMED)}}
    assert outcomes(document_of(paths), "C4d") == ["not_met"]


def test_what_holds_no_figure_is_no_list_of_rates() -> None:
    assert outcomes(document_of({**BOOKS, "/kringen": {"get": listing(NAMED)}}), "C4d") == ["not_met"]


def test_a_document_of_another_domain_surely_lacks_what_was_not_found() -> None:
    assert outcomes(document_of({"/planets": {"get": listing(NAMED, "page")}}), "C4d") == ["not_met"]


def test_in_a_language_that_is_not_known_nothing_is_said_to_be_missing() -> None:
    said = (
        "Die Belege der Firma und die Kunden, mit dem Konto für eine Rechnung oder einen Auftrag, der nicht bezahlt ist"
    )
    paths = {**BOOKS, "/settings": {"get": listing(NAMED, summary=said, description=said)}}
    assert outcomes(document_of(paths), "C4d") == ["cannot_tell"]
    assert outcomes(document_of(paths), "C4a") == ["cannot_tell"]


def test_a_summary_names_what_the_path_calls_otherwise() -> None:
    paths = {**BOOKS, "/boxes": {"get": listing(NAMED, summary="The daybooks: sales, bank and cash")}}
    assert outcomes(document_of(paths), "C4f") == ["met"]


def test_a_summary_that_only_mentions_it_names_nothing() -> None:
    paths = {**BOOKS, **_booking(), "/users": {"get": listing(NAMED, summary="Who may post in the daybooks")}}
    [finding] = findings(document_of(paths), "C4f")
    assert finding.summary.en.startswith("No booking names a journal")


def test_a_required_key_that_nothing_explains_may_be_that_of_a_journal() -> None:
    [finding] = findings(document_of(_booking(kringId=TEXT)), "C4f")
    assert finding.outcome.value == "cannot_tell"
    assert finding.doubt is not None
    assert "/kringId" in finding.doubt.en


def test_a_required_key_that_is_known_to_be_of_something_else_is_no_doubt() -> None:
    assert outcomes(document_of(_booking(currencyCode=TEXT, customerId=TEXT, kostenplaatsId=TEXT)), "C4f") == ["met"]


def test_a_description_tells_that_a_field_names_a_journal() -> None:
    field = {"type": "string", "description": "The daybook"}
    assert outcomes(document_of(_booking(box=field)), "C4f") == ["not_met"]


def test_an_optional_field_that_is_named_as_an_unknown_list_may_be_the_profile() -> None:
    sent = {**BOOKING, "briefkop": TEXT}
    paths = {
        "/bookings": {"get": listing(BOOKING, "page"), "post": adding(sent, BOOKING)},
        "/briefkop": {"get": listing(NAMED)},
    }
    assert outcomes(document_of(paths), "C4h") == ["cannot_tell"]


def test_without_a_described_booking_it_is_not_said_that_none_names_a_journal() -> None:
    paths = {"/debtors": {"get": listing(DEBTOR, "page"), "post": adding(DEBTOR, DEBTOR)}}
    assert outcomes(document_of(paths), "C4f") == ["cannot_tell"]


def test_the_lines_of_a_booking_are_no_wrapping_of_it() -> None:
    sent = {"dagboek": TEXT, "regels": {"type": "array", "items": {"type": "object", "properties": {"bedrag": TEXT}}}}
    paths = {"/boekingen": {"get": listing(BOOKING, "page"), "post": adding(sent, BOOKING, "dagboek", "regels")}}
    assert outcomes(document_of(paths), "C4f") == ["not_met"]


def test_a_parameter_that_nothing_explains_may_be_the_search() -> None:
    [finding] = findings(document_of({"/debtors": {"get": listing(DEBTOR, "page", "krent")}}), "C4a")
    assert finding.outcome.value == "cannot_tell"
    assert finding.doubt is not None
    assert "krent" in finding.doubt.en


def test_a_field_that_nothing_explains_may_be_what_is_lacking() -> None:
    rates = {"/vat-rates": {"get": listing({"id": TEXT, "code": TEXT, "zorb": TEXT}, "page")}}
    [finding] = findings(document_of({**BOOKS, **rates}), "C6d")
    assert finding.outcome.value == "cannot_tell"
    assert finding.doubt is not None
    assert "/zorb" in finding.doubt.en


def test_a_field_is_what_its_description_says() -> None:
    satz = {"type": "string", "description": "Percentage, such as 21.00"}
    rates = {"/vat-rates": {"get": listing({"id": TEXT, "zorb": satz}, "page")}}
    assert outcomes(document_of({**BOOKS, **rates}), "C6d") == ["met"]


@pytest.mark.parametrize(("said", "outcome"), [("The id of the booking", "met"), ("Created", "cannot_tell")])
def test_an_answer_that_is_a_bare_number_is_the_id_where_it_says_so(said: str, outcome: str) -> None:
    added = adding(BOOKING, BOOKING)
    added["responses"]["200"] = {
        "description": said,
        "content": {"application/json": {"schema": {"type": "integer"}}},
    }
    paths = {"/bookings": {"get": listing(BOOKING, "page"), "post": added}}
    assert outcomes(document_of(paths), "C6a") == [outcome]


@pytest.mark.parametrize("name", ["accounts", "categories"])
def test_accounts_of_a_bank_and_categories_of_a_shop_are_no_ledger_accounts(name: str) -> None:
    fields = {"id": TEXT, "name": TEXT, "code": TEXT, "description": TEXT, "type": TEXT}
    assert outcomes(document_of({**BOOKS, f"/{name}": {"get": listing(fields, "page")}}), "C4e") == ["cannot_tell"]


def test_accounts_with_what_only_a_ledger_has_are_ledger_accounts() -> None:
    fields = {"id": TEXT, "name": TEXT, "code": TEXT, "classification": TEXT}
    assert outcomes(document_of({**BOOKS, "/accounts": {"get": listing(fields, "page")}}), "C4e") == ["met"]


def test_a_part_of_an_address_is_partly_a_search() -> None:
    assert outcomes(document_of({"/debtors": {"get": listing(DEBTOR, "email_contains")}}), "C4a") == ["partly"]


def test_an_unknown_list_may_be_the_products_though_no_booking_names_one() -> None:
    paths = {**BOOKS, **_booking(), "/zorbs": {"get": listing({**NAMED, "price": TEXT}, "page")}}
    assert outcomes(document_of(paths), "C4c") == ["cannot_tell"]


def test_a_booking_that_names_no_product_where_nothing_may_be_one_asks_for_none() -> None:
    assert outcomes(document_of({**BOOKS, **_booking()}), "C4c") == ["met"]


def test_a_choice_in_the_document_is_partly_only_where_every_name_of_it_is_one() -> None:
    choice = {"type": "string", "enum": ["sales", "bank"]}
    assert outcomes(document_of(_booking(journalCode=choice)), "C4f") == ["partly"]
    assert outcomes(document_of(_booking(journalCode=choice, dagboekId=TEXT)), "C4f") == ["not_met"]
