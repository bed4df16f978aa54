"""The seed: deterministic, exactly as large as asked for, within open years, and quick to start with."""

import subprocess
import sys
from datetime import date
from typing import Any

import pytest

from mockbooks import seed
from mockbooks.resources import RESOURCES, SPECS, administration, debtors, products, transactions
from mockbooks.resources.transactions.entity import Sale
from mockbooks.seed.pool import DEFAULT_RANDOM_SEED, faked, pool
from mockbooks.service import operations
from mockbooks.service.context import Context
from mockbooks.store import Books, Equals


def _context(today: date = date(2026, 11, 23)) -> Context:
    return Context(books=Books(SPECS), now=f"{today}T09:00:00Z", today=today)


def _planted(today: date = date(2026, 11, 23), **numbers: Any) -> Context:  # noqa: ANN401 - of any type
    context = _context(today)
    seed.plant(context, seed.Seed(**numbers))
    return context


def _bytes(context: Context) -> list[bytes]:
    """Give all bodies of all resources."""
    everything = {"page": 1, "page_size": 10_000}
    return [operations.list_page(resource, context, everything)[0] for resource in RESOURCES]


def _count(context: Context, resource: Any) -> int:  # noqa: ANN401 - of any kind
    return len(context.books.collection(resource.RESOURCE.spec))


def test_the_same_random_seed_gives_the_same_bytes() -> None:
    assert _bytes(_planted()) == _bytes(_planted())


def test_another_random_seed_gives_other_books() -> None:
    assert _bytes(_planted()) != _bytes(_planted(random_seed=43))


def test_a_smaller_seed_is_the_beginning_of_a_larger_one() -> None:
    few, many = _planted(debtors=13, products=0, transactions=0), _planted(debtors=14, products=0, transactions=0)

    assert _bytes(many)[0].startswith(_bytes(few)[0][:-1])


@pytest.mark.parametrize("count", [0, 1, 2, 10, 18, 30, 57, 300])
def test_there_are_exactly_as_many_transactions_as_asked_for(count: int) -> None:
    assert _count(_planted(transactions=count), transactions) == count


@pytest.mark.parametrize("count", [0, 1, 12, 13, 40])
def test_there_are_exactly_as_many_debtors_and_products_as_asked_for(count: int) -> None:
    context = _planted(debtors=count, products=count, transactions=0)

    assert (_count(context, debtors), _count(context, products)) == (count, count)


def test_one_debtor_and_one_product_are_enough_for_transactions() -> None:
    assert _count(_planted(debtors=1, products=1, transactions=30), transactions) == 30


@pytest.mark.parametrize("numbers", [{"debtors": 0}, {"products": 0}])
def test_without_debtors_or_products_nothing_is_booked(numbers: dict[str, Any]) -> None:
    assert _count(_planted(**numbers), transactions) == 0


@pytest.mark.parametrize("today", [date(2026, 1, 1), date(2026, 11, 23), date(2028, 2, 29), date(2002, 1, 1)])
def test_no_date_lies_outside_the_open_years_or_after_today(today: date) -> None:
    context = _planted(today, transactions=60)
    booked = [each.date for each in context.books.collection(transactions.RESOURCE.spec).entities()]

    assert min(booked) >= date(today.year - 1, 1, 1)
    assert max(booked) == today
    assert booked == sorted(booked)


def test_what_is_closed_is_closed_after_the_bookings() -> None:
    context = _planted(lock_date=date(2026, 11, 23), filed_quarters=("2026-Q3",))

    assert _count(context, transactions) == 30


def test_what_transactions_must_give_is_set_after_the_bookings() -> None:
    context = _planted(require=("reference", "journalId"))

    assert _count(context, transactions) == 30
    assert administration.required_fields(context) == ("journalId", "reference")


def test_only_what_the_server_could_choose_itself_can_be_required() -> None:
    with pytest.raises(ValueError, match="is one of journalId, paymentTermId"):
        _planted(transactions=0, require=("debtorId",))


def test_there_are_sales_of_every_state() -> None:
    collection = _planted().books.collection(transactions.RESOURCE.spec)
    states = ("open", "partly_paid", "paid", "reversed")

    assert all(collection.count([Equals("type", "sales"), Equals("status", status)]) for status in states)
    assert collection.count([Equals("type", "sales_credit")]) == 1


def test_businesses_pay_within_thirty_days_and_consumers_as_is_usual() -> None:
    collection = _planted().books.collection(debtors.SPEC)

    assert {(each.is_business, each.payment_term_id) for each in collection.entities()} == {
        (True, "trm_000004"),
        (False, None),
    }


def test_businesses_are_sold_to_without_vat_in_the_prices() -> None:
    context = _planted()
    found = context.books.collection(transactions.RESOURCE.spec).entities([Equals("type", "sales")])
    sales = [each for each in found if isinstance(each, Sale)]
    businesses = {each.id for each in context.books.collection(debtors.SPEC).entities() if each.is_business}

    assert {(each.debtor_id in businesses, each.prices_include_vat) for each in sales} == {(True, False), (False, True)}


@pytest.mark.parametrize(
    ("index", "value", "count"),
    [("email", "jansen@thuis.example", 2), ("email", "w.de.groot@mail.example", 1), ("code", "00042", 1)],
)
def test_the_awkward_debtors_are_there(index: str, value: str, count: int) -> None:
    assert _planted().books.collection(debtors.SPEC).count([Equals(index, value)]) == count


def test_an_archived_debtor_still_owns_its_code() -> None:
    archived = _planted().books.collection(debtors.SPEC).first("code", "ARCHIEF-1")

    assert archived is not None
    assert not archived.active


def test_the_kept_pool_is_what_faker_gives() -> None:
    assert pool(DEFAULT_RANDOM_SEED) == faked(DEFAULT_RANDOM_SEED)


def test_a_start_with_the_default_seed_does_not_import_faker() -> None:
    script = (
        "import sys; from mockbooks.app import create_app; from mockbooks.settings import Settings; "
        "create_app(Settings()); print('faker' in sys.modules)"
    )
    started = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)

    assert started.stdout == "False\n"
