"""Snapshots and resets: whatever the size of the books, no record is copied for them."""

from mockbooks.administration import Administration
from mockbooks.control.snapshots import counts_in, freeze, restore, snapshot_named, throw_away
from mockbooks.resources import debtors
from mockbooks.seed import Seed
from tests.unit.control.worlds import control_of, demo_of, refused

MANY = Seed(debtors=2_100, products=0, transactions=0)


def pages_of(administration: Administration) -> list[list[object]]:
    """Give the pages in which the records of the debtors are kept; a copy of a page would be another list."""
    return administration.books.named(debtors.SPEC.name).records.entities._pages  # noqa: SLF001 - the pages are the point


def test_neither_snapshot_nor_restore_nor_reset_copies_a_record() -> None:
    administration = demo_of(control_of(MANY))
    pages = list(pages_of(administration))
    freeze(administration, "one")
    restore(administration, "one")
    administration.reset()
    assert [page is before for page, before in zip(pages_of(administration), pages, strict=True)] == [True, True, True]


def test_a_snapshot_counts_what_it_holds() -> None:
    administration = demo_of(control_of(Seed(debtors=5, products=4, transactions=3)))
    assert counts_in(freeze(administration, "one").books) == {"debtors": 5, "products": 4, "transactions": 3}


def test_of_more_than_fifty_the_oldest_goes() -> None:
    administration = demo_of(control_of())
    assert len([freeze(administration, f"number-{number}") for number in range(51)]) == 51
    assert len(list(administration.snapshots)) == 50
    assert refused(lambda: restore(administration, "number-0")).code == "not_found"
    assert restore(administration, "number-1").name == "number-1"


def test_names_are_those_that_can_stand_in_a_url() -> None:
    administration = demo_of(control_of())
    assert freeze(administration, "A-z_0.9").name == "A-z_0.9"
    assert refused(lambda: freeze(administration, "start")).code == "not_snapshot_name"
    assert refused(lambda: freeze(administration, "a b")).pointer == "/name"
    assert refused(lambda: freeze(administration, "a\n")).code == "not_snapshot_name"


def test_one_that_is_not_there_is_told_by_the_parameter_that_named_it() -> None:
    administration = demo_of(control_of())
    assert refused(lambda: snapshot_named(administration, "one", parameter="since")).parameter == "since"
    assert refused(lambda: throw_away(administration, "one")).parameter == "name"
