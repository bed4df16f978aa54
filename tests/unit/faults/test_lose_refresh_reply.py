"""`loseRefreshReply`: rotated, and the answer lost."""

from dataclasses import replace

import pytest

from mockbooks.traffic.delivery import Drop
from mockbooks.traffic.exchange import Answer, Exchange
from tests.unit.faults.scenes import acted, call, changed, kind, refresh_call, refused

ROTATED = Answer(status=200, body=b'{"access_token":"mb_at_2","refresh_token":"mb_rt_2"}')


@pytest.mark.parametrize(("settings", "how"), [(None, "reset"), ("reset", "reset"), ("close", "close")])
def test_the_answer_to_a_refresh_stays_what_it_was_and_is_not_delivered(settings: object, how: str) -> None:
    answer = changed("loseRefreshReply", settings, ROTATED, exchange=refresh_call())
    assert answer == replace(ROTATED, delivery=Drop(how))  # type: ignore[arg-type]


@pytest.mark.parametrize("exchange", [refresh_call(grant_type="authorization_code"), call("createDebtor")])
def test_whatever_is_no_refresh_is_answered_and_does_not_concern_it(exchange: Exchange) -> None:
    assert acted("loseRefreshReply", None, exchange, ROTATED) is None
    assert not kind("loseRefreshReply").concerns(exchange)


def test_a_refresh_that_was_refused_does_not_use_it_up() -> None:
    takes = kind("loseRefreshReply").takes
    assert takes("reset", ROTATED, refresh_call())
    assert not takes("reset", Answer(status=400), refresh_call())


def test_there_are_two_ways() -> None:
    assert refused("loseRefreshReply", "timeout") == [("", "not_one_of")]
