"""What a start does not need is made with the first call, beside everything else, and once."""

from concurrent.futures import ThreadPoolExecutor

import orjson
import pytest

from mockbooks.app import create_app
from mockbooks.settings import Settings
from mockbooks.traffic.decision import Errand
from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.web.door import Door
from tests.unit.web.prompt import Prompt


def done(_: Exchange) -> Answer:
    return Answer(status=200, body=b"done")


def asked(path: str) -> Exchange:
    return Exchange(method="GET", path=path, host="127.0.0.1:8080")


class Maker:
    """Makes an endpoint, and counts how often it was asked to; the first `failures` times it fails."""

    def __init__(self, failures: int = 0) -> None:
        self.made = 0
        self._failures = failures

    def __call__(self, *_: object) -> Prompt:
        self.made += 1
        if self.made <= self._failures:
            raise ImportError("no such module")
        return Prompt(done)


def test_nothing_is_made_before_somebody_calls() -> None:
    maker = Maker()
    door = Door(maker)
    assert (door.is_open, door.takes_long(asked("/docs")), maker.made) == (False, True, 0)


def test_callers_at_the_same_time_get_the_same_endpoint() -> None:
    maker = Maker()
    door = Door(maker)
    with ThreadPoolExecutor(3) as callers:
        callers.map(lambda _: door.open(), range(3))
    assert (door.is_open, door(asked("/docs")).body, maker.made) == (True, b"done", 1)


def test_a_door_that_could_not_be_opened_is_told_in_the_log_and_tried_again_by_the_call(
    caplog: pytest.LogCaptureFixture,
) -> None:
    maker = Maker(failures=1)
    door = Door(maker)
    door.open()
    assert (door.is_open, door(asked("/docs")).body, maker.made) == (False, b"done", 2)
    assert caplog.messages == [
        "what is made for a first call could not be, and is tried again: ImportError('no such module')"
    ]


def test_the_first_call_of_the_control_api_has_it_made_beside_everything_else_and_is_done_between_other_calls() -> None:
    server = create_app(Settings(debtors=1, products=0, transactions=0))
    first = server.pipeline.walk(asked("/_mockbooks/clock"))
    errand = next(first)
    assert isinstance(errand, Errand)
    assert errand.work() is None
    assert next(first, "no more errand") == "no more errand"
    assert next(server.pipeline.walk(asked("/_mockbooks/clock")), "no errand") == "no errand"


def test_a_page_is_made_beside_everything_else_after_its_door_was_opened() -> None:
    server = create_app(Settings(debtors=1, products=0, transactions=0))
    page = server.pipeline.walk(asked("/docs"))
    opening = next(page)
    assert isinstance(opening, Errand)
    assert opening.work() is None
    making = next(page)
    assert isinstance(making, Errand)
    made = making.work()
    assert (made and made.status, made and made.media_type) == (200, "text/html; charset=utf-8")


def test_pages_that_cannot_be_made_are_a_failure_like_any_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mockbooks.app._pages", Maker(failures=1_000))
    server = create_app(Settings(debtors=1, products=0, transactions=0))
    answer = server.pipeline.handle(asked("/docs"))
    assert (answer.status, orjson.loads(answer.body)["code"]) == (500, "internal_error")
