"""Lists as a scenario may have them: behind with what was just created, and with pages that drift."""

from dataclasses import replace
from datetime import date
from typing import Any

import orjson
import pytest

from mockbooks import seed
from mockbooks.resources import SPECS, debtors
from mockbooks.service import operations
from mockbooks.service.context import Context
from mockbooks.store import Books

ADDRESS = {"line1": "Stationsweg 1", "postalCode": "3811 MH", "city": "Amersfoort", "countryCode": "NL"}
NINE, NINE_05, NINE_10 = "2026-11-23T09:00:00Z", "2026-11-23T09:00:05Z", "2026-11-23T09:00:10Z"


@pytest.fixture
def context() -> Context:
    """Five debtors in the books, seeded at nine o'clock, which it still is."""
    context = Context(books=Books(SPECS), now=NINE, today=date(2026, 11, 23))
    seed.plant(context, seed.Seed(debtors=5, products=0, transactions=0))
    context.books.begin_changes()
    return context


def add(context: Context, name: str, now: str) -> str:
    values = debtors.DebtorCreate().load({"name": name, "address": ADDRESS})
    return str(orjson.loads(operations.create(debtors.RESOURCE, replace(context, now=now), values))["id"])


def page(context: Context, number: int = 1, size: int = 50, **query: Any) -> tuple[list[str], int]:  # noqa: ANN401 - JSON
    """Give the ids on a page as their last digit, and the total that it tells."""
    found, told = operations.list_page(debtors.RESOURCE, context, {"page": number, "page_size": size, **query})
    return [debtor["id"][-1] for debtor in orjson.loads(found)], told.total_items


def test_what_was_created_too_short_ago_is_in_no_list_and_no_total(context: Context) -> None:
    add(context, "Garage Visser", NINE_05)
    add(context, "Kapsalon Knip", NINE_10)

    assert page(replace(context, now=NINE_10, hidden_seconds=5)) == (["1", "2", "3", "4", "5", "6"], 6)
    assert page(replace(context, now=NINE_10, hidden_seconds=5.5)) == (["1", "2", "3", "4", "5"], 5)
    assert page(replace(context, now=NINE_10)) == (["1", "2", "3", "4", "5", "6", "7"], 7)


def test_what_is_hidden_is_found_by_no_filter_and_read_by_its_id(context: Context) -> None:
    debtor_id = add(context, "Garage Visser", NINE_10)
    behind = replace(context, now=NINE_10, hidden_seconds=5)

    assert page(behind, name="visser") == ([], 0)
    assert page(replace(context, now=NINE_10), name="visser") == (["6"], 1)
    assert orjson.loads(operations.get(debtors.RESOURCE, behind, debtor_id))["name"] == "Garage Visser"


def test_what_the_books_began_with_is_always_shown(context: Context) -> None:
    assert page(replace(context, hidden_seconds=300)) == (["1", "2", "3", "4", "5"], 5)


def test_a_change_does_not_hide_what_was_there(context: Context) -> None:
    present = orjson.loads(operations.get(debtors.RESOURCE, context, "deb_000002"))
    body = debtors.RESOURCE.update_body
    assert body
    operations.update(debtors.RESOURCE, context, "deb_000002", body.load({**present, "name": "Garage Visser"}))

    assert page(replace(context, hidden_seconds=300), name="visser") == (["2"], 1)


def test_rows_that_came_in_before_show_the_last_ones_of_a_page_again(context: Context) -> None:
    drifting = replace(context, drifted_rows=-1)

    assert [page(drifting, number, 2) for number in (1, 2, 3)] == [(["1", "2"], 5), (["2", "3"], 5), (["4", "5"], 5)]


def test_rows_that_went_before_let_others_be_missed(context: Context) -> None:
    drifting = replace(context, drifted_rows=1)

    assert [page(drifting, number, 2) for number in (1, 2, 3)] == [(["1", "2"], 5), (["4", "5"], 5), ([], 5)]


def test_no_page_begins_before_the_first_row(context: Context) -> None:
    assert page(replace(context, drifted_rows=-9), 2, 2) == (["1", "2"], 5)
