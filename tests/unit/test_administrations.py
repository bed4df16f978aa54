"""The registry of administrations: their ids, which goes when there are too many, and that none sees the others."""

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from threading import Event

import pytest

from mockbooks import seed
from mockbooks.administration import Administration, Administrations, Beginning
from mockbooks.oauth.tokens import TokenStore
from mockbooks.resources import RESOURCES, SPECS, debtors
from mockbooks.service import operations
from mockbooks.service.context import Context
from mockbooks.store import Books
from mockbooks.traffic.clock import FrozenClock
from mockbooks.traffic.idempotency import IdempotencyStore
from mockbooks.traffic.rate_limiter import LimitSetting

ADDRESS = {"line1": "Stationsweg 1", "postalCode": "3811 MH", "city": "Amersfoort", "countryCode": "NL"}
EVERYTHING = {"page": 1, "page_size": 200}
Open = Callable[..., Administrations]


def registry_of(beginning: Beginning, maximum: int) -> Administrations:
    return Administrations(beginning, maximum=maximum, tokens=TokenStore(), idempotency=IdempotencyStore())


@pytest.fixture(scope="module")
def beginning() -> Beginning:
    books = Books(SPECS)
    context = Context(books=books, now="2026-11-23T09:00:00Z", today=date(2026, 11, 23))
    seed.plant(context, seed.Seed(debtors=5, products=5, transactions=5))
    return Beginning(
        books=books.snapshot(),
        source=FrozenClock(datetime(2026, 11, 23, 9, tzinfo=UTC)),
        limits=LimitSetting(windows=((600, "minute"),)),
    )


@pytest.fixture
def gone() -> list[str]:
    """Collect the ids of those that went, in the order in which it was told."""
    return []


@pytest.fixture
def registry(beginning: Beginning, gone: list[str]) -> Open:
    def open_registry(maximum: int = 250) -> Administrations:
        administrations = registry_of(beginning, maximum)
        administrations.on_removal(gone.append)
        return administrations

    return open_registry


@pytest.fixture
def threads_that_alternate_often() -> Iterator[None]:
    """Let what can happen between any two steps of a thread happen often."""
    usual_seconds = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual_seconds)


def ids(administrations: Administrations) -> list[str]:
    return [each.id for each in administrations.all()]


def pages(administration: Administration) -> list[bytes]:
    """Give every record of an administration, byte for byte."""
    return [operations.list_page(resource, administration.context(), EVERYTHING)[0] for resource in RESOURCES]


def add_debtor(administration: Administration, name: str) -> bytes:
    body = debtors.DebtorCreate().load({"name": name, "address": ADDRESS})
    return operations.create(debtors.RESOURCE, administration.context(), body)


# ---- Ids and names


def test_ids_count_up_and_that_of_one_that_is_gone_is_never_given_again(registry: Open) -> None:
    administrations = registry()
    administrations.create("Bakkerij De Korenaar B.V.", "demo")
    administrations.create("Garage Visser")
    administrations.create("Webwinkel De Fietsenmaker B.V.")
    administrations.delete("adm_000002")
    administrations.create("Slagerij Van Dam")
    assert ids(administrations) == ["demo", "adm_000001", "adm_000003"]


def test_one_without_a_name_is_called_by_its_id(registry: Open) -> None:
    assert registry().create().name == "Administratie adm_000001"


def test_operations_are_told_whose_books_they_work_on(registry: Open) -> None:
    context = registry().create("Garage Visser").context()
    assert (context.administration_id, context.administration_name) == ("adm_000001", "Garage Visser")


# ---- Their number


def test_beyond_the_maximum_the_one_goes_that_was_unused_longest(registry: Open, gone: list[str]) -> None:
    administrations = registry(maximum=2)
    administrations.create("Garage Visser")
    administrations.create("Slagerij Van Dam")
    administrations.find("adm_000001")
    administrations.create("Kapsalon Knip")
    assert ids(administrations) == ["adm_000001", "adm_000003"]
    assert gone == ["adm_000002"]


def test_to_be_listed_is_not_to_be_used(registry: Open, gone: list[str]) -> None:
    administrations = registry(maximum=2)
    administrations.create("Garage Visser")
    administrations.create("Slagerij Van Dam")
    administrations.all()
    administrations["adm_000001"]
    administrations.create("Kapsalon Knip")
    assert gone == ["adm_000001"]


def test_demo_never_makes_room_and_is_not_counted(registry: Open, gone: list[str]) -> None:
    administrations = registry(maximum=1)
    administrations.create("Bakkerij De Korenaar B.V.", "demo")
    administrations.create("Garage Visser")
    administrations.create("Slagerij Van Dam")
    assert ids(administrations) == ["demo", "adm_000002"]
    assert gone == ["adm_000001"]


def test_ten_thousand_in_a_row_leave_no_more_than_the_maximum(registry: Open, gone: list[str]) -> None:
    administrations = registry(maximum=3)
    made = [administrations.create() for _ in range(10_000)]
    assert administrations.all() == tuple(made[-3:])
    assert (len(gone), gone[-1]) == (9_997, "adm_009997")


# ---- Removal


def test_a_removal_is_told_once_and_gives_what_was_removed(registry: Open, gone: list[str]) -> None:
    administrations = registry()
    made = administrations.create("Garage Visser")
    assert administrations.delete("adm_000001") is made
    assert administrations.delete("adm_000001") is None
    assert administrations.find("adm_000001") is None
    assert gone == ["adm_000001"]


def test_who_is_told_of_a_removal_may_look_around(beginning: Beginning) -> None:
    seen: list[list[str]] = []
    administrations = registry_of(beginning, 1)
    administrations.on_removal(lambda _: seen.append(ids(administrations)))
    administrations.create("Garage Visser")
    administrations.create("Slagerij Van Dam")
    administrations.delete("adm_000002")
    assert seen == [["adm_000002"], []]


def test_a_call_that_runs_while_its_administration_goes_is_finished(registry: Open) -> None:
    administrations = registry()
    administrations.create("Garage Visser")
    held = administrations.find("adm_000001")
    administrations.delete("adm_000001")
    assert held is not None
    assert b'"id":"deb_000006"' in add_debtor(held, "Brouwerij 't IJ")


# ---- Isolation


def test_all_begin_with_the_same_books(registry: Open) -> None:
    administrations = registry()
    first, second = administrations.create(), administrations.create()
    assert pages(first) == pages(second)


def test_what_is_written_in_one_is_in_no_other_not_even_in_one_that_is_made_later(registry: Open) -> None:
    administrations = registry()
    first, second = administrations.create(), administrations.create()
    at_first = pages(second)
    add_debtor(first, "Brouwerij 't IJ")
    first.books.collection(debtors.SPEC).remove("deb_000003")
    third = administrations.create()
    assert pages(second) == at_first
    assert pages(third) == at_first
    assert pages(first) != at_first


def test_each_has_limits_of_its_own(registry: Open) -> None:
    administrations = registry()
    first, second = administrations.create(), administrations.create()
    first.limiter.begin()
    assert first.limiter.room().windows[0].remaining == 599
    assert second.limiter.room().windows[0].remaining == 600


def test_writing_in_one_costs_memory_for_what_was_written_alone(registry: Open) -> None:
    administrations = registry()
    first, second = administrations.create(), administrations.create()
    add_debtor(first, "Brouwerij 't IJ")
    in_first, in_second = (each.books.collection(debtors.SPEC).records for each in (first, second))
    assert in_first.entities[1] is in_second.entities[1]


# ---- Threads


@pytest.mark.usefixtures("threads_that_alternate_often")
def test_the_newest_never_makes_room_however_much_the_others_are_used(registry: Open) -> None:
    administrations = registry(maximum=1)
    administrations.create("Garage Visser")
    left, done = ["adm_000001"], Event()

    def use() -> None:
        while not done.is_set():
            administrations.find(left[0])

    def create(_: int) -> bool:
        made = administrations.create()
        left[:] = ids(administrations)
        return left == [made.id]

    with ThreadPoolExecutor(2) as threads:
        threads.submit(use)
        threads.submit(use)
        stayed = list(map(create, range(3_000)))
        done.set()
    assert stayed.count(False) == 0


def test_ids_are_unique_and_without_holes_when_many_threads_create(registry: Open) -> None:
    administrations = registry()
    with ThreadPoolExecutor(8) as threads:
        made = list(threads.map(lambda _: administrations.create().id, range(200)))
    assert (len(set(made)), max(made)) == (200, "adm_000200")


def test_finding_while_others_create_and_delete_gives_one_or_none(registry: Open) -> None:
    administrations = registry(maximum=5)

    def work(number: int) -> str:
        own_id = administrations.create().id
        found = administrations.find(f"adm_{number:06}")
        administrations.delete(own_id)
        return "none" if found is None else found.id

    with ThreadPoolExecutor(8) as threads:
        found = set(threads.map(work, range(1, 400)))
    assert found <= {"none", *(f"adm_{number:06}" for number in range(1, 400))}
    assert ids(administrations) == []
