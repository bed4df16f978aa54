"""The log of changes: what is filed, for whom, what a snapshot keeps of it, and that it is bounded."""

from threading import RLock, Thread

import pytest

from mockbooks.store import Books, Change, Changes
from mockbooks.store.write import Write
from tests.unit.store.debtors import DEBTORS, Debtor

BAKERY = Debtor(id="deb_000001", name="bakkerij de korenaar")
MILL = Debtor(id="deb_000001", name="molen de hoop")
BUTCHER = Debtor(id="deb_000002", name="slagerij van dam")


class PaymentError(Exception):
    """Something that goes wrong in the middle of a unit of work."""


@pytest.fixture
def books() -> Books:
    return Books([DEBTORS])


def create(number: int, debtor: Debtor, by: str | None = None) -> Change:
    return Change(number, "debtors", debtor.id, None, debtor, by)


def file(log: Changes, books: Books, *signatures: str) -> None:
    """File one write of the first debtor under each signature."""
    write = Write("debtors", books.collection(DEBTORS).records, 1, None, None, [])
    for by in signatures:
        log.file([write], by)


# ---- What is filed


def test_fresh_books_have_no_changes(books: Books) -> None:
    assert (books.changes.position, books.changes.since(0), books.changes.forgotten) == (0, [], 0)


def test_each_write_outside_a_unit_of_work_is_filed_for_nobody(books: Books) -> None:
    debtors = books.collection(DEBTORS)
    debtors.add(BAKERY)
    debtors.replace(MILL)
    debtors.remove("deb_000001")
    assert books.changes.since(0) == [
        Change(1, "debtors", "deb_000001", None, BAKERY, None),
        Change(2, "debtors", "deb_000001", BAKERY, MILL, None),
        Change(3, "debtors", "deb_000001", MILL, None, None),
    ]
    assert books.changes.position == 3


def test_a_unit_of_work_is_filed_for_whom_it_was_opened(books: Books) -> None:
    with books.work("the bookkeeper"):
        books.collection(DEBTORS).add(BAKERY)
        books.collection(DEBTORS).add(BUTCHER)
    books.collection(DEBTORS).replace(MILL)
    assert books.changes.since(0) == [
        create(1, BAKERY, "the bookkeeper"),
        create(2, BUTCHER, "the bookkeeper"),
        Change(3, "debtors", "deb_000001", BAKERY, MILL, None),
    ]


def test_in_a_nested_unit_of_work_the_outer_one_tells_for_whom(books: Books) -> None:
    with books.work("the client"), books.work("the bookkeeper"):
        books.collection(DEBTORS).add(BAKERY)
    assert books.changes.since(0) == [create(1, BAKERY, "the client")]


def test_an_outer_unit_of_work_for_nobody_counts_as_well(books: Books) -> None:
    with books.work(), books.work("the bookkeeper"):
        books.collection(DEBTORS).add(BAKERY)
    assert books.changes.since(0) == [create(1, BAKERY)]


def test_several_writes_to_one_record_in_one_unit_of_work_are_one_change(books: Books) -> None:
    books.collection(DEBTORS).add(BAKERY)
    with books.work("the client"):
        books.collection(DEBTORS).replace(MILL)
        books.collection(DEBTORS).replace(Debtor(id="deb_000001", name="molen de arend"))
    after = Debtor(id="deb_000001", name="molen de arend")
    assert books.changes.since(1) == [Change(2, "debtors", "deb_000001", BAKERY, after, "the client")]


def test_what_is_created_and_removed_in_one_unit_of_work_never_was(books: Books) -> None:
    with books.work():
        books.collection(DEBTORS).add(BAKERY)
        books.collection(DEBTORS).remove("deb_000001")
    assert books.changes.position == 0


def test_taking_a_number_is_no_change(books: Books) -> None:
    books.next_number("journal 70")
    assert books.changes.position == 0


def test_a_failed_unit_of_work_files_nothing(books: Books) -> None:
    with pytest.raises(PaymentError), books.work("the client"):  # noqa: PT012 - the story of one unit
        books.collection(DEBTORS).add(BAKERY)
        raise PaymentError
    assert books.changes.since(0) == []


def test_a_refused_write_files_nothing(books: Books) -> None:
    with pytest.raises(KeyError):
        books.collection(DEBTORS).replace(BAKERY)
    with pytest.raises(ValueError, match="the next id in debtors is deb_000001, not deb_000002"):
        books.collection(DEBTORS).add(BUTCHER)
    assert books.changes.position == 0


def test_of_a_failed_inner_unit_of_work_nothing_is_filed_with_the_outer_one(books: Books) -> None:
    with books.work("the client"):
        books.collection(DEBTORS).add(BAKERY)
        with pytest.raises(PaymentError), books.work():  # noqa: PT012 - the story of one unit
            books.collection(DEBTORS).replace(MILL)
            books.collection(DEBTORS).add(BUTCHER)
            raise PaymentError
    assert books.changes.since(0) == [create(1, BAKERY, "the client")]


def test_a_failed_unit_of_work_leaves_nobody_s_name_to_the_next(books: Books) -> None:
    with pytest.raises(PaymentError), books.work("the client"):
        raise PaymentError
    books.collection(DEBTORS).add(BAKERY)
    assert books.changes.since(0) == [create(1, BAKERY)]


# ---- Reading


def test_since_gives_what_came_after_a_position(books: Books) -> None:
    books.collection(DEBTORS).add(BAKERY)
    books.collection(DEBTORS).add(BUTCHER)
    assert books.changes.since(-5) == [create(1, BAKERY), create(2, BUTCHER)]
    assert books.changes.since(1) == [create(2, BUTCHER)]
    assert books.changes.since(2) == []
    assert books.changes.since(9) == []


def test_the_newest_are_kept_and_it_is_told_how_many_are_gone() -> None:
    books = Books([DEBTORS])
    books.collection(DEBTORS).add(BAKERY)
    log = Changes(RLock(), maximum=2)
    file(log, books, "first", "second", "third", "fourth", "fifth")
    assert log.since(0) == [create(4, BAKERY, "fourth"), create(5, BAKERY, "fifth")]
    assert log.since(4) == [create(5, BAKERY, "fifth")]
    assert (log.position, log.forgotten) == (5, 3)


def test_ten_thousand_changes_are_kept(books: Books) -> None:
    books.collection(DEBTORS).add(BAKERY)
    file(books.changes, books, *["the client"] * 10_000)
    assert (books.changes.position, books.changes.forgotten) == (10_001, 1)
    assert [change.number for change in books.changes.since(0)] == list(range(2, 10_002))


def test_another_thread_reads_no_unit_of_work_half_done(books: Books) -> None:
    seen: list[int] = []
    reader = Thread(target=lambda: seen.append(len(books.changes.since(0))))
    with books.work():
        books.collection(DEBTORS).add(BAKERY)
        reader.start()
        books.collection(DEBTORS).add(BUTCHER)
    reader.join()
    assert seen == [2]


# ---- Snapshots


def test_a_snapshot_knows_its_position(books: Books) -> None:
    books.collection(DEBTORS).add(BAKERY)
    frozen = books.snapshot()
    books.collection(DEBTORS).add(BUTCHER)
    assert frozen.position == 1
    assert books.changes.since(frozen.position) == [create(2, BUTCHER)]


def test_what_came_after_a_snapshot_never_happened_when_that_is_restored(books: Books) -> None:
    books.collection(DEBTORS).add(BAKERY)
    frozen = books.snapshot()
    books.collection(DEBTORS).replace(MILL)
    books.collection(DEBTORS).add(BUTCHER)
    books.restore(frozen)
    assert books.changes.since(0) == [create(1, BAKERY)]
    books.collection(DEBTORS).remove("deb_000001")
    assert books.changes.since(0) == [create(1, BAKERY), Change(2, "debtors", "deb_000001", BAKERY, None, None)]


def test_a_snapshot_from_after_the_one_restored_brings_its_own_changes_back(books: Books) -> None:
    early = books.snapshot()
    books.collection(DEBTORS).add(BAKERY)
    late = books.snapshot()
    books.restore(early)
    books.collection(DEBTORS).add(MILL)
    books.restore(late)
    assert books.changes.since(0) == [create(1, BAKERY)]


def test_a_snapshot_of_other_books_is_where_the_log_begins(books: Books) -> None:
    seeded = Books([DEBTORS])
    seeded.collection(DEBTORS).add(BAKERY)
    books.restore(seeded.snapshot())
    assert (books.changes.position, books.changes.since(0)) == (0, [])
    books.collection(DEBTORS).add(BUTCHER)
    assert books.changes.since(0) == [create(1, BUTCHER)]


def test_the_log_begins_afresh_when_the_books_are_filled(books: Books) -> None:
    books.collection(DEBTORS).add(BAKERY)
    books.begin_changes()
    assert (books.changes.position, books.changes.since(0)) == (0, [])
    books.collection(DEBTORS).replace(MILL)
    assert books.changes.since(0) == [Change(1, "debtors", "deb_000001", BAKERY, MILL, None)]


def test_the_log_does_not_begin_afresh_inside_a_unit_of_work(books: Books) -> None:
    with books.work(), pytest.raises(RuntimeError, match="begin_changes inside a unit of work"):
        books.begin_changes()


def test_books_come_from_a_snapshot_until_something_older_is_restored(books: Books) -> None:
    early = books.snapshot()
    books.collection(DEBTORS).add(BAKERY)
    late = books.snapshot()
    books.collection(DEBTORS).add(BUTCHER)
    assert (books.came_from(early), books.came_from(late)) == (True, True)
    books.restore(early)
    assert (books.came_from(early), books.came_from(late)) == (True, False)
    books.collection(DEBTORS).add(BAKERY)
    books.collection(DEBTORS).add(BUTCHER)
    assert (books.came_from(early), books.came_from(late)) == (True, False)


def test_books_do_not_come_from_a_snapshot_of_before_the_log_began(books: Books) -> None:
    frozen = books.snapshot()
    books.begin_changes()
    assert not books.came_from(frozen)


def test_books_that_begin_again_with_the_same_start_come_from_its_snapshots_still(books: Books) -> None:
    start = Books([DEBTORS]).snapshot()
    books.restore(start)
    clean = books.snapshot()
    books.collection(DEBTORS).add(BAKERY)
    used = books.snapshot()
    books.restore(start)
    assert (books.came_from(clean), books.came_from(used)) == (True, False)


def test_of_a_snapshot_that_was_forgotten_it_is_taken_that_the_books_come_from_it() -> None:
    books = Books([DEBTORS])
    books.collection(DEBTORS).add(BAKERY)
    log = Changes(RLock(), maximum=1)
    file(log, books, "first")
    logged = log.freeze()
    file(log, books, "second")
    assert log.goes_on_from(logged)
