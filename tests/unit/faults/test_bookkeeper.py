"""`bookkeeper`: somebody else works in the books between two calls."""

import logging

import orjson
import pytest

from mockbooks.resources import administration, debtors
from mockbooks.service.actor import Actor
from mockbooks.stage.mishaps import Mishaps
from tests.unit.faults.scenes import CREATED, Bakery, acted, call, refused, seeded

JSON = {"content-type": "application/json"}


def lock_date(bakery: Bakery) -> str:
    context = bakery.context(Actor(kind="operator"))
    return str(administration.calendar(context).lock_date)


def phone(bakery: Bakery) -> str | None:
    (debtor,) = bakery.books.collection(debtors.SPEC).entities()
    return debtor.phone


def test_a_period_is_locked_before_the_call_which_goes_on() -> None:
    bakery = seeded()

    assert acted("bookkeeper", {"lockPeriod": "2026-10"}, world=bakery) is None
    assert lock_date(bakery) == "2026-10-31"


def test_after_the_action_its_answer_stands_and_the_deed_is_done() -> None:
    bakery = seeded()

    assert acted("bookkeeper", {"lockPeriod": "2026-10"}, answer=CREATED, world=bakery) is None
    assert lock_date(bakery) == "2026-10-31"


def test_several_deeds_are_done_in_the_order_written() -> None:
    bakery = seeded()
    acted("bookkeeper", {"lockPeriod": "2026-10", "unlockPeriods": True}, world=bakery)
    assert lock_date(bakery) == "None"

    acted("bookkeeper", [{"unlockPeriods": True}, {"lockPeriod": "2026-09"}, {"lockPeriod": "2026-10"}], world=bakery)
    assert lock_date(bakery) == "2026-10-31"


def test_what_was_done_is_filed_under_the_bookkeeper_and_the_injection_and_the_request() -> None:
    bakery = seeded()
    acted("bookkeeper", {"lockPeriod": "2026-10"}, world=bakery)

    (change,) = bakery.books.changes.since(0)
    assert change.by == Actor(kind="bookkeeper", name="slow search", request_id="req_1")


def test_a_deed_takes_from_the_call_what_a_pointer_names() -> None:
    bakery = seeded()
    exchange = call("createTransaction", headers=JSON, body=orjson.dumps({"date": "2026-11-05"}))
    acted("bookkeeper", {"lockPeriod": "/date"}, exchange, world=bakery)

    assert lock_date(bakery) == "2026-11-05"


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"lockPeriod": "/date"}, 'slow search could not do lockPeriod: the body of the call holds no "/date"'),
        ({"lockPeriod": "/day"}, "slow search could not do lockPeriod: This must be one of: a month such as 2026-10"),
        (
            {"editDebtor": {"debtor": "deb_000001", "set": {"email": "/day"}}},
            "slow search could not do editDebtor: ",
        ),
        ({"payInvoice": {"invoice": "ORD-1"}}, "slow search could not do payInvoice: "),
    ],
)
def test_what_cannot_be_done_is_told_in_the_log_and_the_rest_goes_on(
    settings: dict[str, object], told: str, caplog: pytest.LogCaptureFixture
) -> None:
    bakery = seeded()
    exchange = call("createTransaction", headers=JSON, body=orjson.dumps({"day": "monday"}))

    assert acted("bookkeeper", [settings, {"lockPeriod": "2026-10"}], exchange, world=bakery) is None
    ((_, level, message),) = caplog.record_tuples
    assert level == logging.WARNING
    assert message.startswith(told)
    assert lock_date(bakery) == "2026-10-31"


def test_what_was_half_done_is_put_back() -> None:
    bakery = seeded()
    acted("bookkeeper", {"editDebtor": {"debtor": "deb_000001", "set": {"phone": "/phone"}}}, world=bakery)

    assert bakery.books.changes.since(0) == []
    assert phone(bakery) != "/phone"


@pytest.mark.parametrize(
    ("settings", "complaints"),
    [
        ({"lockPeriods": "2026-10"}, [("/lockPeriods", "unknown_kind")]),
        ({"lockPeriod": "october"}, [("/lockPeriod", "not_one_of")]),
        ({"editDebtor": {"set": {"phone": "1"}}}, [("/editDebtor/debtor", "required")]),
        ([{"lockPeriod": "2026-10"}, {"unlock": True}], [("/1/unlock", "unknown_kind")]),
        ([{"lockPeriod": "2026-10"}, "unlockPeriods"], [("/1", "not_object")]),
        ([], [("", "too_few_items")]),
        ([{"lockPeriod": "2026-10"}] * 21, [("", "too_many_items")]),
        ("lockPeriod", [("", "not_object")]),
    ],
)
def test_what_is_no_deed_is_refused(settings: object, complaints: list[tuple[str | None, str]]) -> None:
    assert refused("bookkeeper", settings) == complaints


def test_what_could_not_be_done_is_told_once_with_how_often() -> None:
    bakery, mishaps = seeded(), Mishaps("'slow search'")
    for _ in range(2):
        acted("bookkeeper", {"payInvoice": {"invoice": "NOPE"}, "lockPeriod": "2026-10"}, world=bakery, mishaps=mishaps)

    (note,) = mishaps.notes()
    assert note.startswith("'slow search' could not do payInvoice: ")
    assert note.endswith(" (2 times)")
    assert mishaps.times == 2
    assert lock_date(bakery) == "2026-10-31"
