"""Parts of transactions that no caller can reach: how entities are put together, and what is never asked for."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from mockbooks import seed
from mockbooks.resources import SPECS, journals
from mockbooks.resources.journals import Journal
from mockbooks.resources.transactions import RESOURCE, numbers, settlement
from mockbooks.resources.transactions.entity import CreditNote, Memorial, Receipt, Sale
from mockbooks.resources.transactions.heading import certain
from mockbooks.resources.transactions.schemas import STATUSES, TYPES
from mockbooks.service.context import Context
from mockbooks.service.schema import camel
from mockbooks.store import Books


@pytest.fixture
def context() -> Context:
    context = Context(books=Books(SPECS), now="2026-11-23T09:00:00Z", today=date(2026, 11, 23))
    seed.plant(context, seed.Seed(debtors=1, products=1, transactions=4))
    return context


def _journal(context: Context, pattern: str) -> Journal:
    journal = context.books.collection(journals.SPEC).first("code", "75")
    assert journal
    changed = replace(journal, number_pattern=pattern)
    context.books.collection(journals.SPEC).replace(changed)
    return changed


@pytest.mark.parametrize(
    ("kind", "answer"), [(Sale, "sales"), (CreditNote, "sales_credit"), (Receipt, "receipt"), (Memorial, "memorial")]
)
def test_an_entity_holds_every_field_that_the_document_promises_and_no_other(kind: type, answer: str) -> None:
    promised = set(RESOURCE.answer().variants[answer].fields)  # type: ignore[attr-defined]
    internal = {"control_account_id", "settled_amount", "credited_amount", "set_off_amount"}

    assert set(kind.__slots__) - internal == promised  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", [Sale, CreditNote, Receipt, Memorial])
def test_an_entity_begins_with_what_it_is_and_ends_with_its_postings(kind: type) -> None:
    assert kind.__slots__[:4] == ("id", "type", "number", "date")  # type: ignore[attr-defined]
    assert kind.__slots__[-1] == "postings"  # type: ignore[attr-defined]


def test_an_entity_has_no_dictionary_of_its_own(context: Context) -> None:
    assert not any(hasattr(each, "__dict__") for each in context.books.collection(RESOURCE.spec).entities())


def test_what_the_server_sets_is_known_by_its_name_on_the_wire() -> None:
    bodies = RESOURCE.create_body.variants  # type: ignore[union-attr]
    names = {name for body in bodies.values() for name in body.server_names}

    assert names == {camel(name) for name in _set_by_the_server()}


def _set_by_the_server() -> set[str]:
    from_a_caller = {
        "type", "number", "date", "journal_id", "reference", "description", "payment_reference", "debtor_id",
        "supply_date", "due_date", "payment_term_id", "invoice_profile_id", "prices_include_vat", "vat_rounding",
        "total_excl_vat", "total_vat", "total_incl_vat", "credits_transaction_id", "lines",
    }  # fmt: skip
    variants = RESOURCE.answer().variants.values()  # type: ignore[attr-defined]
    return {name for variant in variants for name in variant.fields} - from_a_caller


def test_a_pattern_without_a_year_counts_on_over_the_years(context: Context) -> None:
    journal = _journal(context, "F{number:3}")
    old = numbers.take(context, journal, date(2025, 12, 31), None)
    new = numbers.take(context, journal, date(2026, 1, 1), None)

    assert (old.number, new.number) == ("F001", "F002")
    assert (old.entry_number, new.entry_number) == (1, 2)


@pytest.mark.parametrize(
    ("total", "amount", "status", "open_amount"),
    [
        ("121.00", "0.00", "open", "121.00"),
        ("121.00", "0.01", "partly_paid", "120.99"),
        ("121.00", "121.00", "paid", "0.00"),
        ("0.00", "0.00", "paid", "0.00"),
    ],
)
def test_what_was_settled_makes_the_status(total: str, amount: str, status: str, open_amount: str) -> None:
    state = settlement.settled(Decimal(total), Decimal(amount))

    assert (state["status"], str(state["open_amount"])) == (status, open_amount)


def test_only_sales_and_credit_notes_are_settled(context: Context) -> None:
    with pytest.raises(TypeError, match="trx_000004 is no sale or credit note"):
        settlement.settle(context, "trx_000004", Decimal("1.00"))


def test_something_that_is_missing_without_a_complaint_is_a_mistake_of_ours() -> None:
    with pytest.raises(LookupError, match="nobody complained"):
        certain(None)


def test_kinds_and_states_are_those_of_the_contract() -> None:
    assert TYPES == ("sales", "sales_credit", "receipt", "memorial")
    assert STATUSES == ("open", "partly_paid", "paid", "credited", "reversed")


def test_a_transaction_is_never_changed() -> None:
    assert RESOURCE.rules
    with pytest.raises(NotImplementedError):
        RESOURCE.rules.change(None, None, {})  # type: ignore[arg-type]


def test_what_is_out_of_balance_is_never_written(context: Context) -> None:
    transactions = context.books.collection(RESOURCE.spec)
    sale = next(transactions.entities())
    with pytest.raises(ArithmeticError, match="trx_000001 is out of balance"):
        transactions.replace(replace(sale, postings=sale.postings[:1]))
    assert transactions.get("trx_000001") == sale
