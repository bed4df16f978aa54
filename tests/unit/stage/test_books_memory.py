"""From where on the records of books count as made since the start, whichever books stand now."""

import pytest

from mockbooks.resources import SPECS
from mockbooks.resources.transactions.spec import SPEC
from mockbooks.service.actor import Actor
from mockbooks.stage.books_memory import SinceStart
from mockbooks.store import Books
from tests.unit.expectations.bookkeeping import book
from tests.unit.observations.watching import Small, planted

CLIENT = Actor(kind="client", name="shop", request_id="req_a")
BOOKKEEPER = Actor(kind="bookkeeper", name="books close")


@pytest.fixture
def small() -> Small:
    return planted(debtors=1, products=1, transactions=3)


def counted(since_start: SinceStart, small: Small) -> list[str | None]:
    """Give the references that count as booked since the start."""
    return [each.reference for each in small.books.collection(SPEC).entities(()) if since_start.counts(each)]


def test_what_came_since_counts_and_what_was_there_does_not(small: Small) -> None:
    since_start = SinceStart(SPEC, small.world)
    assert (counted(since_start, small), since_start.is_untouched(small.books)) == ([], True)
    book(small, "ORD-1")

    assert (counted(since_start, small), since_start.is_untouched(small.books)) == (["ORD-1"], False)


def test_books_that_go_on_from_the_start_keep_their_beginning(small: Small) -> None:
    since_start = SinceStart(SPEC, small.world)
    book(small, "ORD-1")
    one = small.books.snapshot()
    book(small, "ORD-2")
    small.books.restore(one)
    since_start.books_replaced(small.world)

    assert counted(since_start, small) == ["ORD-1"]


def test_what_stands_in_older_books_was_there_before(small: Small) -> None:
    book(small, "ORD-1")
    older = small.books.snapshot()
    book(small, "ORD-2")
    since_start = SinceStart(SPEC, small.world)
    small.books.restore(older)
    since_start.books_replaced(small.world)
    book(small, "ORD-3")

    assert counted(since_start, small) == ["ORD-3"]


def test_of_several_beginnings_the_latest_counts(small: Small) -> None:
    older = small.books.snapshot()
    book(small, "ORD-1")
    since_start = SinceStart(SPEC, small.world)
    book(small, "ORD-2")
    newer = small.books.snapshot()
    small.books.restore(older)
    since_start.books_replaced(small.world)
    small.books.restore(newer)
    since_start.books_replaced(small.world)

    assert counted(since_start, small) == ["ORD-2"]


def test_foreign_books_begin_anew_and_are_known_again(small: Small) -> None:
    since_start = SinceStart(SPEC, small.world)
    foreign = planted(debtors=1, products=1, transactions=1).books.snapshot()
    small.books.restore(foreign)
    since_start.books_replaced(small.world)
    book(small, "ORD-1")
    with_order = small.books.snapshot()
    small.books.restore(Books(SPECS).snapshot())
    since_start.books_replaced(small.world)
    small.books.restore(with_order)
    since_start.books_replaced(small.world)

    assert counted(since_start, small) == ["ORD-1"]


def test_what_clients_made_and_still_stands_is_given_with_its_request(small: Small) -> None:
    since_start = SinceStart(SPEC, small.world)
    one = small.books.snapshot()
    with small.books.work(CLIENT):
        book(small, "ORD-1")
    small.books.restore(one)
    with small.books.work(BOOKKEEPER):
        book(small, "ORD-2")
    with small.books.work(CLIENT):
        book(small, "ORD-3")
    made = [(each.record.reference, each.request_id) for each in since_start.made_by_clients(small.books)]

    assert made == [("ORD-3", "req_a")]
