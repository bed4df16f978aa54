"""`rateLimit`: 429 whatever the counters say, in the ways of several vendors."""

from datetime import timedelta

import pytest

from mockbooks.traffic.clock import FrozenClock
from mockbooks.traffic.exchange import Exchange
from mockbooks.traffic.rate_limiter import LimitSetting, RateLimiter
from tests.unit.faults.scenes import NOON, Bakery, answered, call, json_of, refresh_call, refused

Windows = tuple[tuple[int, str], ...]


class Limited:
    """An administration with limits, as far as this fault looks at it."""

    def __init__(self, windows: Windows) -> None:
        self.limiter = RateLimiter(LimitSetting(windows=windows), FrozenClock(NOON))  # type: ignore[arg-type]


def limited_call(*windows: tuple[int, str], language: str = "en") -> Exchange:
    return call(concerned=Limited(windows), language=language)


def test_it_is_refused_as_the_api_refuses_when_there_is_no_room() -> None:
    answer = answered("rateLimit", None, exchange=limited_call((6000, "minute")))

    assert (answer.status, answer.media_type) == (429, "application/problem+json")
    assert json_of(answer)["code"] == "rate_limit_exceeded"
    assert json_of(answer)["detail"] == (
        "The limit of 6000 per minute on the requests of this administration is used up; there is room again in "
        "30 seconds."
    )


def test_the_headers_do_not_contradict_it() -> None:
    answer = answered("rateLimit", {"retryAfter": "45s"}, exchange=limited_call((6000, "minute")))

    assert dict(answer.headers) == {
        "Content-Language": "en",
        "Retry-After": "45",
        "RateLimit-Policy": '"minute";q=6000;w=60',
        "RateLimit": '"minute";r=0;t=45',
        "X-RateLimit-Limit": "6000",
        "X-RateLimit-Remaining": "0",
        "X-RateLimit-Reset": "45",
    }


@pytest.mark.parametrize(
    ("retry_after", "policy"),
    [
        ("1s", '"second";q=10;w=1'),
        ("45s", '"minute";q=60;w=60'),
        ("61s", '"day";q=5000;w=86400'),
        ("1d", '"day";q=5000;w=86400'),
    ],
)
def test_the_shortest_limit_that_lasts_so_long_is_said_to_be_used_up(retry_after: str, policy: str) -> None:
    exchange = limited_call((5000, "day"), (60, "minute"), (10, "second"))
    assert answered("rateLimit", {"retryAfter": retry_after}, exchange=exchange).header("RateLimit-Policy") == policy


@pytest.mark.parametrize(
    ("retry_after", "policy"),
    [("30s", '"minute";q=60;w=60'), ("61s", '"hour";q=60;w=3600'), ("2h", '"day";q=60;w=86400')],
)
def test_where_no_limit_lasts_so_long_one_is_made_up(retry_after: str, policy: str) -> None:
    exchange = limited_call((10, "second"))
    assert answered("rateLimit", {"retryAfter": retry_after}, exchange=exchange).header("RateLimit-Policy") == policy


@pytest.mark.parametrize(
    ("style", "retry_after"),
    [
        ("seconds", "30"),
        ("epoch", "1795435230"),
        ("httpDate", "Mon, 23 Nov 2026 12:00:30 GMT"),
        ("missing", None),
    ],
)
def test_retry_after_is_told_in_the_style_of_a_vendor_on_the_clock_of_the_administration(
    style: str, retry_after: str | None
) -> None:
    assert answered("rateLimit", {"style": style}).header("Retry-After") == retry_after


def test_a_part_of_a_second_is_a_whole_one_to_wait() -> None:
    bakery = Bakery(moment=NOON + timedelta(milliseconds=600))
    answer = answered("rateLimit", {"retryAfter": "1.5s", "style": "epoch"}, world=bakery)

    assert (answer.header("Retry-After"), answer.header("X-RateLimit-Reset")) == ("1795435203", "2")


def test_where_it_is_not_told_when_to_come_back_the_text_does_not_tell_either() -> None:
    answer = answered("rateLimit", {"style": "missing"}, exchange=limited_call(language="nl"))
    assert json_of(answer)["detail"] == (
        "De limiet van 60 per minuut op de verzoeken van deze administratie is bereikt; wanneer er weer ruimte is, "
        "wordt niet verteld."
    )


def test_one_second_is_told_as_one() -> None:
    answer = answered("rateLimit", {"retryAfter": "1s"}, exchange=limited_call(language="nl"))
    assert str(json_of(answer)["detail"]).endswith("is bereikt; over 1 seconde is er weer ruimte.")


def test_the_body_may_be_plain_text() -> None:
    answer = answered("rateLimit", {"body": "text"})

    assert (answer.status, answer.media_type, answer.body) == (429, "text/plain; charset=utf-8", b"Too Many Requests\n")
    assert (answer.header("Retry-After"), answer.header("X-RateLimit-Remaining")) == ("30", "0")


def test_the_token_endpoint_tells_it_in_the_shape_of_oauth() -> None:
    answer = answered("rateLimit", None, exchange=refresh_call())

    assert (answer.status, json_of(answer)["error"], answer.header("Retry-After")) == (429, "rate_limit_exceeded", "30")


@pytest.mark.parametrize(
    ("settings", "complaints"),
    [
        ({"retryAfter": 30}, [("/retryAfter", "not_duration")]),
        ({"retryAfter": "2d"}, [("/retryAfter", "duration_too_long")]),
        ({"style": "unix"}, [("/style", "not_one_of")]),
        ({"body": "html"}, [("/body", "not_one_of")]),
        ({"retry_after": "30s"}, [("/retry_after", "unknown_field")]),
        ("30s", [("", "not_object")]),
    ],
)
def test_what_is_no_limit_is_refused(settings: object, complaints: list[tuple[str | None, str]]) -> None:
    assert refused("rateLimit", settings) == complaints
