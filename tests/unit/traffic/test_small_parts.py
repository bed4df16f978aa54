"""Clocks, request ids, languages and access lines."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from mockbooks.traffic.access_line import access_line
from mockbooks.traffic.clock import FrozenClock, RealClock, moment_text, today
from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.traffic.negotiation import preferred_language
from mockbooks.traffic.request_ids import RequestIds


def test_a_moment_is_written_in_utc_with_whole_seconds() -> None:
    amsterdam = timezone(timedelta(hours=1))

    assert moment_text(datetime(2026, 11, 23, 11, 15, 30, 999_999, tzinfo=amsterdam)) == "2026-11-23T10:15:30Z"


def test_after_midnight_in_amsterdam_it_is_the_next_day() -> None:
    assert today(FrozenClock(datetime(2025, 12, 31, 23, 30, tzinfo=UTC))) == date(2026, 1, 1)


def test_in_summer_the_day_begins_two_hours_earlier() -> None:
    assert today(FrozenClock(datetime(2026, 6, 30, 22, 0, tzinfo=UTC))) == date(2026, 7, 1)


def test_the_clock_of_the_machine_tells_the_time_in_utc() -> None:
    assert RealClock().now().tzinfo is UTC


def test_the_same_seed_gives_the_same_request_ids() -> None:
    first, second = RequestIds(42), RequestIds(42)

    assert [first.next_id(), first.next_id()] == [second.next_id(), second.next_id()]
    assert RequestIds(42).next_id() == "req_96e782f2"


def test_another_seed_gives_other_request_ids() -> None:
    assert RequestIds(42).next_id() != RequestIds(43).next_id()


def test_no_request_id_comes_twice() -> None:
    ids = RequestIds(42)

    assert len({ids.next_id() for _ in range(100_000)}) == 100_000


@pytest.mark.parametrize("came", ["order-1", "a" * 128, "0F8FAD5B-D9CB-469F-A165-70867728950E", "a.b_c"])
def test_a_well_formed_request_id_is_kept(came: str) -> None:
    assert RequestIds(42).id_for(came) == came


@pytest.mark.parametrize("came", [None, "", "a" * 129, "a b", "a/b", "a\n", "é"])
def test_any_other_request_id_is_replaced(came: str | None) -> None:
    assert RequestIds(42).id_for(came) == RequestIds(42).next_id()


@pytest.mark.parametrize(
    ("accept_language", "language"),
    [
        (None, "en"),
        ("", "en"),
        ("nl", "nl"),
        ("nl-BE, fr;q=0.9", "nl"),
        ("de, nl;q=0.3, en;q=0.2", "nl"),
        ("en;q=0.8, nl;q=0.7", "en"),
        ("nl;q=0", "en"),
        ("fr", "en"),
        ("*", "en"),
    ],
)
def test_the_language_that_is_liked_best_is_chosen(accept_language: str | None, language: str) -> None:
    assert preferred_language(accept_language) == language


def test_an_access_line_masks_secrets_and_control_characters() -> None:
    exchange = Exchange(
        method="GET", path="/api/v1/\x1b[2J", query_string=b"access_token=abc&name=Korenaar", request_id="order-1"
    )

    line = access_line(exchange, Answer(status=404, body=b"12345"), 0.00123)

    assert line == "GET /api/v1/%1B%5B2J?access_token=***&name=Korenaar 404 5 B 1.2 ms order-1\n"


def test_an_access_line_ends_with_why_a_request_could_not_be_read() -> None:
    exchange = Exchange(method="", path="", request_id="order-1")

    line = access_line(exchange, Answer(status=400, body=b"12345"), 0.0, "malformed_request")

    assert line == "? ? 400 5 B 0.0 ms order-1 malformed_request\n"


def test_no_method_that_is_none_begins_a_line_of_its_own_in_the_log() -> None:
    exchange = Exchange(method="BREW\r\nGET\x1b", path="/", request_id="order-1")

    assert access_line(exchange, Answer(status=405), 0.001) == "BREW%0D%0AGET%1B / 405 0 B 1.0 ms order-1\n"
