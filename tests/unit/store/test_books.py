"""The books: ids, numbers, units of work, snapshots, and one lock for any number of threads."""

from threading import Thread

import pytest

from mockbooks.store import Books, CollectionSpec, Equals, Has
from tests.unit.store.debtors import DEBTORS, Debtor


class PaymentError(Exception):
    """Something that goes wrong in the middle of a unit of work."""


def test_the_next_id_is_the_one_that_add_takes() -> None:
    books = Books([DEBTORS])
    assert books.next_id(DEBTORS) == "deb_000001"
    books.collection(DEBTORS).add(Debtor(id="deb_000001"))
    assert books.next_id(DEBTORS) == "deb_000002"


def test_an_unknown_collection_is_refused() -> None:
    with pytest.raises(KeyError, match="products"):
        Books([DEBTORS]).collection(CollectionSpec("products", "prd", lambda debtor: debtor.id.encode()))


def test_a_collection_is_also_found_by_its_name() -> None:
    books = Books([DEBTORS])
    assert books.named("debtors") is books.collection(DEBTORS)


def test_numbers_count_from_one_and_peeking_takes_none() -> None:
    books = Books([])
    assert books.peek_number("journal 70") == 1
    assert books.next_number("journal 70") == 1
    assert books.next_number("journal 70") == 2
    assert books.next_number("journal 20") == 1
    assert books.peek_number("journal 70") == 3


def test_a_failed_unit_of_work_puts_everything_back() -> None:
    books = Books([DEBTORS])
    debtors = books.collection(DEBTORS)
    debtors.add(Debtor(id="deb_000001", code="D001"))
    with pytest.raises(PaymentError), books.work():  # noqa: PT012 - the story of one unit
        books.next_number("journal 70")
        debtors.add(Debtor(id="deb_000002", code="D002"))
        debtors.replace(Debtor(id="deb_000001", name="molen", code="D100"))
        debtors.remove("deb_000002")
        raise PaymentError
    assert debtors.get("deb_000001") == Debtor(id="deb_000001", code="D001")
    assert debtors.body("deb_000001") == b"deb_000001 bakkerij de korenaar"
    assert debtors.count([Equals("code", "D001"), Has("name", "korenaar")]) == 1
    assert debtors.count([Equals("code", "D100")]) == 0
    assert len(debtors) == 1
    assert books.next_id(DEBTORS) == "deb_000002"
    assert books.peek_number("journal 70") == 1


def test_an_inner_unit_of_work_falls_with_the_outer_one() -> None:
    books = Books([])
    with pytest.raises(PaymentError), books.work():  # noqa: PT012 - the story of one unit
        with books.work():
            books.next_number("journal 70")
        raise PaymentError
    assert books.peek_number("journal 70") == 1


def test_a_failed_inner_unit_of_work_leaves_the_outer_one_its_writes() -> None:
    books = Books([])
    with books.work():
        books.next_number("journal 70")
        with pytest.raises(PaymentError), books.work():  # noqa: PT012 - the story of one unit
            books.next_number("journal 70")
            raise PaymentError
    assert books.peek_number("journal 70") == 2


def test_a_finished_unit_of_work_stays_when_the_next_one_fails() -> None:
    books = Books([])
    with books.work():
        books.next_number("journal 70")
    with pytest.raises(PaymentError), books.work():
        raise PaymentError
    assert books.peek_number("journal 70") == 2


def test_restoring_a_snapshot_gives_back_what_was_frozen() -> None:
    books = Books([DEBTORS])
    debtors = books.collection(DEBTORS)
    debtors.add(Debtor(id="deb_000001", code="D001"))
    books.next_number("journal 70")
    frozen = books.snapshot()
    debtors.replace(Debtor(id="deb_000001", code="D100"))
    debtors.add(Debtor(id="deb_000002", code="D002"))
    books.next_number("journal 70")
    books.restore(frozen)
    assert list(debtors.entities()) == [Debtor(id="deb_000001", code="D001")]
    assert debtors.count([Equals("code", "D100")]) == 0
    assert debtors.count([Equals("code", "D001")]) == 1
    assert books.next_id(DEBTORS) == "deb_000002"
    assert books.peek_number("journal 70") == 2


def test_a_snapshot_can_be_restored_again_and_into_other_books() -> None:
    books, others = Books([DEBTORS]), Books([DEBTORS])
    books.collection(DEBTORS).add(Debtor(id="deb_000001", name="molen"))
    frozen = books.snapshot()
    others.restore(frozen)
    others.collection(DEBTORS).replace(Debtor(id="deb_000001", name="korenaar"))
    books.collection(DEBTORS).remove("deb_000001")
    books.restore(frozen)
    assert books.collection(DEBTORS).body("deb_000001") == b"deb_000001 molen"
    assert others.collection(DEBTORS).count([Has("name", "korenaar")]) == 1


def test_a_snapshot_of_other_collections_is_refused() -> None:
    with pytest.raises(ValueError, match=r"the snapshot holds \[\], these books \['debtors'\]"):
        Books([DEBTORS]).restore(Books([]).snapshot())


def test_snapshot_and_restore_are_refused_inside_a_unit_of_work() -> None:
    books = Books([])
    frozen = books.snapshot()
    with books.work(), pytest.raises(RuntimeError, match="snapshot inside a unit of work"):
        books.snapshot()
    with books.work(), pytest.raises(RuntimeError, match="restore inside a unit of work"):
        books.restore(frozen)


def test_another_thread_never_sees_a_unit_of_work_half_done() -> None:
    books = Books([DEBTORS])
    seen: list[int] = []
    reader = Thread(target=lambda: seen.append(len(books.collection(DEBTORS))))
    with books.work():
        books.collection(DEBTORS).add(Debtor(id="deb_000001"))
        reader.start()
        books.collection(DEBTORS).add(Debtor(id="deb_000002"))
    reader.join()
    assert seen == [2]
