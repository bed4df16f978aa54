"""Sixteen connections that write at the same moment: what may happen once happens once, and nothing is lost."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from tests.e2e.conftest import Process, Start, finish, launch
from tests.e2e.reliability.shop import CLOCK, TILLS, Shop, outcomes


@pytest.fixture(scope="module")
def process() -> Iterator[Process]:
    running = launch((CLOCK, "--limit=none"))
    yield running
    finish(running)


@pytest.fixture
def shop(process: Process) -> Iterator[Shop]:
    with closing(Shop(process)) as shop:
        yield shop


@pytest.fixture
def new_shop(start: Start) -> Iterator[Shop]:
    """Give a shop whose books are empty."""
    with closing(Shop(start(CLOCK, "--limit=none"))) as shop:
        yield shop


def test_numbers_are_unique_and_without_holes(new_shop: Shop) -> None:
    sale = new_shop.sale_body()
    rounds = [new_shop.at_once(lambda till, _: till.post("/transactions", json=sale)) for _ in range(4)]
    numbers = sorted(answer.json()["data"]["number"] for answers in rounds for answer in answers)

    assert numbers == [f"2026-{number:04d}" for number in range(1, 4 * TILLS + 1)]


def test_refusals_among_the_bookings_use_no_number(new_shop: Shop) -> None:
    bodies = [new_shop.sale_body(), new_shop.sale_body(debtorId="deb_999999")]
    answers = new_shop.at_once(lambda till, number: till.post("/transactions", json=bodies[number % 2]))
    booked = sorted(each.json()["data"]["number"] for each in answers if each.status_code == 200)

    assert booked == [f"2026-{number:04d}" for number in range(1, 9)]
    assert new_shop.create("/transactions", bodies[0])["number"] == "2026-0009"


def test_a_number_that_all_want_is_given_once(shop: Shop) -> None:
    sale = shop.sale_body(number="WEB-1")
    answers = shop.at_once(lambda till, _: till.post("/transactions", json=sale))

    assert outcomes(answers) == ["done"] + ["number_in_use"] * (TILLS - 1)


def test_a_code_that_all_want_is_given_to_one_debtor(shop: Shop) -> None:
    body = {**shop.debtor(), "code": "KORENAAR"}
    wanted = {name: body[name] for name in ("name", "address", "code")}
    answers = shop.at_once(lambda till, _: till.post("/debtors", json=wanted))

    assert outcomes(answers).count("done") == 1
    assert shop.total("/debtors", code="KORENAAR") == 1


def test_one_key_makes_one_object(shop: Shop) -> None:
    key = {"Idempotency-Key": "order-1001"}
    sale = shop.sale_body(reference="ORD-1001")
    answers = shop.at_once(lambda till, _: till.post("/transactions", json=sale, headers=key))

    assert outcomes(answers)[0] == "done"
    assert set(outcomes(answers)[1:]) <= {"replayed", "request_in_progress"}
    assert shop.total("/transactions", reference="ORD-1001") == 1


def test_of_updates_that_have_seen_one_version_one_wins(shop: Shop) -> None:
    debtor = shop.debtor()
    seen = {name: debtor[name] for name in ("name", "address", "version")}
    path = f"/debtors/{debtor['id']}"
    answers = shop.at_once(lambda till, number: till.put(path, json={**seen, "phone": f"030 12345{number:02d}"}))
    (winner,) = (each.json()["data"] for each in answers if each.status_code == 200)

    assert outcomes(answers) == ["done"] + ["stale_version"] * (TILLS - 1)
    assert shop.read(path) == winner
    assert winner["version"] == 2


def test_payments_never_come_to_more_than_is_open(shop: Shop) -> None:
    sale = shop.create("/transactions", shop.sale_body())
    receipt = shop.receipt_body(sale, "50.00")
    answers = shop.at_once(lambda till, _: till.post("/transactions", json=receipt))

    assert outcomes(answers).count("done") == 2
    assert shop.read(f"/transactions/{sale['id']}")["openAmount"] == "21.00"


def test_what_all_reverse_is_reversed_once(shop: Shop) -> None:
    sale = shop.create("/transactions", shop.sale_body())
    reversal = f"/transactions/{sale['id']}/reversal"
    answers = shop.at_once(lambda till, _: till.post(reversal, json={}))

    assert outcomes(answers).count("done") == 1
    assert shop.read(f"/transactions/{sale['id']}")["status"] == "reversed"


def test_what_is_deleted_by_all_is_deleted_once(shop: Shop) -> None:
    path = f"/debtors/{shop.debtor()['id']}"
    answers = shop.at_once(lambda till, _: till.delete(path))

    assert outcomes(answers) == ["done"] + ["not_found"] * (TILLS - 1)
