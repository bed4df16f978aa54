"""One connection: what is asked on it, in whatever pieces, is answered in order, and no request reaches another."""

import asyncio
import gc
import weakref
from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import wraps
from typing import Literal

import pytest

from mockbooks.traffic.decision import Errand, Road, Wait
from mockbooks.traffic.delivery import Delivery, Drop
from mockbooks.traffic.exchange import Answer, Exchange
from tests.unit.web.wire.line import LIMITS, Line, pipeline_to, turns

GET = b"GET /a HTTP/1.1\r\nHost: a\r\n\r\n"
LAST_GET = GET.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n")
POST = b"POST /a HTTP/1.1\r\nHost: a\r\n"


def on_a_loop(test: Callable[..., Awaitable[None]]) -> Callable[..., None]:
    """Run a test that is a coroutine."""

    @wraps(test)
    def run(**fixtures: object) -> None:
        asyncio.run(test(**fixtures))  # type: ignore[arg-type]

    return run


def echo(exchange: Exchange) -> Answer:
    seen = (exchange.method, exchange.path, exchange.query_string, exchange.body, exchange.headers.get("x-order"))
    return Answer(status=200, body=repr(seen).encode(), media_type="text/plain")


class Mark(dict[str, str]):
    """What shows whether the exchange that holds it is still there, for that has no room to be watched itself."""


class Ending:
    """An endpoint that notes when the exchanges that it answered have ended."""

    def __init__(self, delivery: Delivery | None = None) -> None:
        self.begun = 0
        self.ended = 0
        self._delivery = delivery

    def __call__(self, exchange: Exchange) -> Answer:
        self.begun += 1
        exchange.on_end(self._end)
        return Answer(status=200, body=str(self.begun).encode(), delivery=self._delivery)

    def _end(self) -> None:
        self.ended += 1


class Met:
    """A step that has every call to the API meet something that takes time."""

    def __init__(self, met: Wait | Errand) -> None:
        self._met = met

    def enter(self, _: Exchange) -> Road[Answer | None]:
        answer: Answer | None = yield self._met
        return answer

    def leave(self, _: Exchange, answer: Answer) -> Answer:
        return answer


# ---- In whatever pieces it comes


@on_a_loop
async def test_a_request_that_comes_byte_by_byte_is_the_same_request() -> None:
    request = POST + b"X-Order: 1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n"
    line = Line(pipeline_to(echo))
    for place in range(len(request)):
        line.send(request[place : place + 1])

    assert line.bodies == [repr(("POST", "/a", b"", b"abcde", "1"))]


@on_a_loop
async def test_repeated_headers_are_joined() -> None:
    line = Line(pipeline_to(echo))
    line.send(b"GET /caf%C3%A9?name=a%20b HTTP/1.1\r\nHost: a\r\nX-Order: 1\r\nx-order: 2\r\n\r\n")

    assert line.bodies == [repr(("GET", "/café", b"name=a%20b", b"", "1, 2")).encode().decode("latin-1")]


@on_a_loop
async def test_a_trailer_is_no_header_of_its_request_nor_of_the_next() -> None:
    line = Line(pipeline_to(echo))
    line.send(POST + b"Transfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\nX-Order: 7\r\n\r\n" + GET)
    await turns()

    assert line.bodies == [repr(("POST", "/a", b"", b"x", None)), repr(("GET", "/a", b"", b"", None))]


@on_a_loop
async def test_wishes_for_another_protocol_are_ignored_however_many_come_at_once() -> None:
    wish = POST + b"Connection: Upgrade\r\nUpgrade: h2c\r\nContent-Length: 1\r\n\r\n"
    line = Line(pipeline_to(echo))
    line.send(b"".join(wish + b"%d" % (number % 10) for number in range(3_000)))
    await turns(4_000)

    assert line.bodies == [repr(("POST", "/a", b"", b"%d" % (number % 10), None)) for number in range(3_000)]


@on_a_loop
async def test_a_wish_for_another_protocol_does_not_hide_what_is_wrong_with_the_request() -> None:
    line = Line(pipeline_to(echo))
    line.send(POST + b"Connection: Upgrade\r\nUpgrade: h2c\r\nTransfer-Encoding: gzip\r\n\r\n")

    assert (line.statuses, line.bodies) == ([400], ["malformed_request"])


@on_a_loop
async def test_a_wish_for_another_protocol_hides_not_that_it_is_the_last_request() -> None:
    line = Line(pipeline_to(lambda exchange: Answer(status=200, body=repr(exchange.headers).encode())))
    line.send(POST + b"Connection: close, Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: A\r\n\r\n")

    assert (line.bodies, line.is_closed) == (["{'host': 'a', 'connection': 'close'}"], True)


@pytest.mark.parametrize(
    "begun",
    [
        b"GET /a HTTP/1.1\r\nHost: a\r\nCookie: ",
        POST + b"Transfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\nX-Order: ",
        POST + b"Transfer-Encoding: chunked\r\n\r\n1;x=",
    ],
)
def test_a_line_without_an_end_is_refused(begun: bytes) -> None:
    async def go_on() -> tuple[list[int], int]:
        line = Line(pipeline_to(echo))
        line.send(begun)
        sent = 0
        while not line.writes and sent < 10_000:
            line.send(b"a" * 100)
            sent += 100
        return line.statuses, sent

    assert asyncio.run(go_on()) == ([431], 500)


@on_a_loop
async def test_blank_lines_before_a_request_are_left_alone() -> None:
    line = Line(pipeline_to(echo))
    line.send(b"\r\n" * 50_000)
    line.send(b"\r\n" * 50_000 + GET)
    await turns()

    assert line.statuses == [200]


# ---- One after the other


@on_a_loop
async def test_what_comes_at_once_is_answered_in_order_one_a_turn_and_nothing_is_read_meanwhile() -> None:
    line = Line(pipeline_to(echo))
    line.send(b"".join(GET.replace(b"/a", b"/%d" % number) for number in range(3)))
    assert (len(line.statuses), line.is_heard) == (1, False)
    await turns(1)
    assert (len(line.statuses), line.is_heard) == (2, False)
    await turns(1)

    assert line.bodies == [repr(("GET", f"/{number}", b"", b"", None)) for number in range(3)]
    assert line.is_heard


@on_a_loop
async def test_a_thousand_requests_at_once_are_all_answered_and_never_all_in_memory() -> None:
    line = Line(pipeline_to(echo))
    line.send(GET * 5_000)
    most = len(line.protocol._incoming.asked)  # noqa: SLF001 - that nothing shows it is the point
    await turns(6_000)

    assert line.statuses == [200] * 5_000
    assert most < 700
    assert line.is_heard


@on_a_loop
async def test_who_asks_one_thing_waits_for_one_of_those_that_others_ask_at_once() -> None:
    first = Line(pipeline_to(echo))
    second, one = (Line(pipeline_to(echo), terms=first.terms) for _ in range(2))
    first.send(GET * 100)
    second.send(GET * 100)
    await turns(10)
    one.send(GET)

    assert (one.statuses, len(first.statuses), len(second.statuses)) == ([200], 6, 6)


@on_a_loop
async def test_behind_a_last_request_nothing_is_answered() -> None:
    line = Line(pipeline_to(echo))
    line.send(LAST_GET + GET)
    await turns()

    assert (line.statuses, line.is_closed) == ([200], True)
    assert "\r\nconnection: close\r\n" in line.received


@on_a_loop
async def test_a_refusal_waits_for_the_answers_before_it() -> None:
    line = Line(pipeline_to(echo, Met(Wait(0.01))))
    line.send(GET.replace(b"/a", b"/api/v1/a") + b"nonsense\r\n\r\n")
    assert line.statuses == []
    await asyncio.sleep(0.05)

    assert line.statuses == [200, 400]


# ---- Bodies


@on_a_loop
async def test_a_body_that_is_announced_too_large_is_refused_and_the_next_request_is_answered() -> None:
    line = Line(pipeline_to(echo))
    line.send(POST + b"Content-Length: 40000\r\n\r\n")
    assert line.statuses == [413]
    line.send(b"x" * 39_999)
    line.send(b"x" + GET)

    assert line.statuses == [413, 200]


@on_a_loop
async def test_behind_a_body_that_is_refused_while_it_is_held_back_nothing_is_answered() -> None:
    line = Line(pipeline_to(echo))
    line.send(POST + b"Content-Length: 11\r\nExpect: 100-continue\r\n\r\n")
    line.send(b"x" * 11 + GET)
    await turns()

    assert (line.statuses, line.has_ended) == ([413], True)
    assert "\r\nconnection: close\r\n" in line.received


@on_a_loop
async def test_behind_a_last_body_that_is_refused_the_caller_may_finish_talking() -> None:
    line = Line(pipeline_to(echo))
    line.send(POST + b"Connection: close\r\nContent-Length: 11\r\n\r\n")
    line.send(b"x" * 11)

    assert (line.statuses, line.has_ended, line.is_closed) == ([413], True, False)


@on_a_loop
async def test_a_chunked_body_is_refused_once_while_it_still_comes() -> None:
    line = Line(pipeline_to(echo))
    line.send(POST + b"Transfer-Encoding: chunked\r\n\r\n")
    for _ in range(5):
        line.send(b"4\r\nabcd\r\n")
    assert line.statuses == [413]
    line.send(b"0\r\n\r\n" + GET)

    assert line.statuses == [413, 200]


@on_a_loop
async def test_a_body_that_is_held_back_is_asked_for_once() -> None:
    line = Line(pipeline_to(echo))
    line.send(POST + b"Content-Length: 2\r\nExpect: 100-continue\r\n\r\n")
    assert line.received == "HTTP/1.1 100 Continue\r\n\r\n"
    line.send(b"a")
    line.send(b"b")

    assert line.statuses == [100, 200]


@on_a_loop
async def test_a_body_that_is_held_back_is_asked_for_when_it_is_its_turn() -> None:
    line = Line(pipeline_to(echo))
    line.send(GET + GET + POST + b"Content-Length: 1\r\nExpect: 100-continue\r\n\r\n")
    assert line.statuses == [200]
    await turns()

    assert line.statuses == [200, 200, 100]


@pytest.mark.parametrize(
    "head",
    [
        b"POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
        b"POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"POST /a HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n",
    ],
)
def test_a_body_in_another_coding_than_that_of_http_1_1_is_refused(head: bytes) -> None:
    async def send() -> tuple[list[int], list[str]]:
        line = Line(pipeline_to(echo))
        line.send(head + b"1\r\nx\r\n0\r\n\r\n")
        return line.statuses, line.bodies

    assert asyncio.run(send()) == ([400], ["malformed_request"])


@on_a_loop
async def test_the_coding_of_a_body_may_be_in_capitals() -> None:
    line = Line(pipeline_to(echo))
    line.send(POST + b"Transfer-Encoding: Chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n")

    assert line.statuses == [200]


@on_a_loop
async def test_a_caller_of_http_1_0_is_never_asked_for_its_body() -> None:
    line = Line(pipeline_to(echo))
    line.send(b"POST /a HTTP/1.0\r\nContent-Length: 1\r\nExpect: 100-continue\r\n\r\n")
    assert line.writes == []
    line.send(b"x")

    assert (line.statuses, line.is_closed) == ([200], True)


@on_a_loop
async def test_of_a_body_that_was_answered_nothing_stays_with_an_idle_connection() -> None:
    answered: list[weakref.ref[Mark]] = []

    def endpoint(exchange: Exchange) -> Answer:
        exchange.path_parameters = Mark()
        answered.append(weakref.ref(exchange.path_parameters))
        return Answer(status=200)

    line = Line(pipeline_to(endpoint))
    line.send(POST + b"Content-Length: 1\r\n\r\n")
    line.send(b"x")
    await turns()

    assert line.statuses == [200]
    assert [each() for each in answered] == [None]


@pytest.mark.parametrize("sent", [b"", POST + b"Content-Length: 9\r\n\r\nx", GET, GET + b"nonsense\r\n\r\n"])
def test_a_connection_that_is_lost_is_gone_at_once(sent: bytes) -> None:
    async def lose() -> object:
        line = Line(pipeline_to(echo))
        line.send(sent)
        await turns()
        line.lose()
        await turns()
        protocol = weakref.ref(line.protocol)
        del line.protocol
        return protocol()

    gc.disable()
    try:
        assert asyncio.run(lose()) is None
    finally:
        gc.enable()


# ---- Callers that read slowly, or not at all


@on_a_loop
async def test_an_exchange_ends_after_those_that_came_in_beside_it() -> None:
    endpoint = Ending()
    first, second = Line(pipeline_to(endpoint)), Line(pipeline_to(endpoint))
    first.send(GET)
    second.send(GET)
    assert (endpoint.begun, endpoint.ended) == (2, 0)
    await turns(1)

    assert endpoint.ended == 2


@on_a_loop
async def test_of_what_one_caller_asks_at_once_the_next_has_its_turn_before_an_exchange_ends() -> None:
    endpoint = Ending()
    line = Line(pipeline_to(endpoint))
    line.send(GET * 4)
    ended = []
    while endpoint.begun < 4:
        ended.append((endpoint.begun, endpoint.ended))
        await turns(1)

    assert ended == [(1, 0), (2, 1), (3, 2)]


@on_a_loop
async def test_an_exchange_has_ended_when_a_slow_caller_has_read_and_the_next_is_answered_then() -> None:
    endpoint = Ending()
    line = Line(pipeline_to(endpoint))
    line.protocol.pause_writing()
    line.send(GET + GET)
    await turns()
    assert (line.bodies, endpoint.ended) == (["1"], 0)
    line.protocol.resume_writing()
    await turns()

    assert (line.bodies, endpoint.ended) == (["1", "2"], 2)


@on_a_loop
async def test_an_exchange_has_ended_when_its_caller_is_gone() -> None:
    endpoint = Ending()
    line = Line(pipeline_to(endpoint))
    line.protocol.pause_writing()
    line.send(GET + GET)
    line.lose()
    await turns()

    assert (endpoint.begun, endpoint.ended) == (1, 1)
    assert line.registered.connections == set()


@pytest.mark.parametrize("request_", [GET, GET + GET, LAST_GET])
def test_a_caller_that_reads_nothing_for_too_long_is_dropped(request_: bytes) -> None:
    async def wait() -> bool:
        line = Line(pipeline_to(echo), replace(LIMITS, slow_request_seconds=0.01))
        line.unread = 100_000
        line.protocol.pause_writing()
        line.send(request_)
        await asyncio.sleep(0.05)
        return line.is_aborted

    assert asyncio.run(wait())


@on_a_loop
async def test_a_caller_that_reads_nothing_of_the_end_of_its_last_answer_is_dropped() -> None:
    line = Line(pipeline_to(echo), replace(LIMITS, slow_request_seconds=0.01))
    line.unread = 9
    line.send(LAST_GET)
    assert (line.is_closed, line.is_aborted) == (True, False)
    await asyncio.sleep(0.05)

    assert line.is_aborted


@on_a_loop
async def test_a_caller_that_reads_slowly_but_goes_on_stays() -> None:
    line = Line(pipeline_to(echo), replace(LIMITS, slow_request_seconds=0.05))
    line.unread = 100
    line.protocol.pause_writing()
    line.send(GET)
    for _ in range(20):
        line.unread -= 1
        await asyncio.sleep(0.01)
    assert not line.is_aborted
    line.protocol.resume_writing()
    await asyncio.sleep(0.1)

    assert (line.statuses, line.is_aborted) == ([200], False)


@on_a_loop
async def test_what_waits_is_a_task_and_ends_when_its_caller_leaves() -> None:
    endpoint = Ending()
    line = Line(pipeline_to(endpoint, Met(Wait(60))))
    line.send(GET.replace(b"/a", b"/api/v1/a"))
    await turns()
    assert (endpoint.begun, len(line.registered.tasks)) == (0, 1)
    line.lose()
    await turns()

    assert (endpoint.begun, endpoint.ended, line.registered.tasks, line.writes) == (1, 1, set(), [])


@pytest.mark.parametrize("how", ["reset", "close"])
def test_an_answer_that_is_to_be_dropped_when_its_caller_has_left_is_logged_like_any_other(
    how: Literal["reset", "close"],
) -> None:
    async def leave() -> tuple[list[int], int, set[asyncio.Task[None]]]:
        logged: list[int] = []
        endpoint = Ending(delivery=Drop(how))
        line = Line(
            pipeline_to(endpoint, Met(Wait(60))), log_request=lambda _, answer, *__: logged.append(answer.status)
        )
        line.send(GET.replace(b"/a", b"/api/v1/a"))
        await turns()
        line.lose()
        await turns()
        return logged, endpoint.ended, line.registered.tasks

    assert asyncio.run(leave()) == ([200], 1, set())


@on_a_loop
async def test_what_is_answered_at_once_makes_no_task() -> None:
    line = Line(pipeline_to(echo))
    line.send(GET)

    assert (line.statuses, len(line.writes), line.registered.tasks) == ([200], 1, set())


@on_a_loop
async def test_a_long_errand_is_done_in_a_thread_and_its_answer_is_the_answer() -> None:
    line = Line(pipeline_to(echo, Met(Errand(lambda: Answer(status=202, body=b"done")))))
    line.send(GET.replace(b"/a", b"/api/v1/a"))
    await asyncio.gather(*line.registered.tasks)

    assert (line.statuses, line.bodies) == ([202], ["done"])


# ---- Stopping


@pytest.mark.parametrize("sent", [b"", GET, b"GET /a HT", GET + b"GET /a HT"])
def test_a_stop_closes_where_nothing_runs(sent: bytes) -> None:
    async def stop() -> bool:
        line = Line(pipeline_to(echo))
        line.send(sent)
        line.protocol.shutdown()
        return line.is_closed

    assert asyncio.run(stop())


@on_a_loop
async def test_a_stop_lets_what_runs_finish() -> None:
    line = Line(pipeline_to(echo))
    line.send(POST + b"Content-Length: 1\r\n\r\n")
    line.protocol.shutdown()
    assert not line.is_closed
    line.send(b"x")

    assert (line.statuses, line.is_closed) == ([200], True)
    assert "\r\nconnection: close\r\n" in line.received


# ---- Time


@pytest.mark.parametrize(
    ("sent", "statuses"),
    [(b"", []), (b"\r\n", []), (b"GET /a", [408]), (POST + b"Content-Length: 2\r\n\r\nx", [408]), (GET, [200])],
)
def test_who_is_too_late_is_told_so_where_a_request_was_begun(sent: bytes, statuses: list[int]) -> None:
    async def wait() -> tuple[list[int], bool]:
        line = Line(pipeline_to(echo), replace(LIMITS, slow_request_seconds=0.01))
        line.send(sent)
        await asyncio.sleep(0.05)
        return line.statuses, line.is_closed

    # Behind a 408 the caller may finish talking; behind an answer it is kept for longer.
    assert asyncio.run(wait()) == (statuses, not statuses)


@on_a_loop
async def test_what_is_malformed_late_costs_no_caller_the_answer_before_it() -> None:
    line = Line(pipeline_to(echo, Met(Wait(0.1))), replace(LIMITS, slow_request_seconds=0.02))
    line.send(GET.replace(b"/a", b"/api/v1/a"))
    line.send(b"GET /b")
    line.send(b" HTTP/1.1\r\nbad header\r\n\r\n")
    await asyncio.sleep(0.2)

    assert line.statuses == [200, 400]


@on_a_loop
async def test_a_request_that_comes_in_too_slowly_costs_no_caller_the_answer_before_it() -> None:
    line = Line(pipeline_to(echo, Met(Wait(0.1))), replace(LIMITS, slow_request_seconds=0.02))
    line.send(GET.replace(b"/a", b"/api/v1/a") + b"GET /b")
    await asyncio.sleep(0.2)

    assert line.statuses == [200, 408]


# ---- Bugs


@on_a_loop
async def test_a_header_that_cannot_be_sent_is_a_failure_and_not_sent() -> None:
    line = Line(pipeline_to(lambda _: Answer(status=200, headers=(("X-A", "b\r\nX-C: d"),))))
    line.send(GET)
    line.send(GET)

    assert line.statuses == [500, 500]
    assert "X-C" not in line.received


@on_a_loop
async def test_a_road_that_raises_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    pipeline = pipeline_to(echo)
    monkeypatch.setattr(pipeline, "walk", lambda _: 1 / 0)
    line = Line(pipeline)
    line.send(GET)

    assert (line.statuses, line.bodies) == ([500], ["Internal Server Error"])


@on_a_loop
async def test_the_log_is_told_of_what_was_answered_and_of_what_was_refused() -> None:
    logged: list[tuple[str, int, str]] = []
    line = Line(
        pipeline_to(echo),
        log_request=lambda exchange, answer, _, why: logged.append((exchange.path, answer.status, why)),
    )
    line.send(GET + POST + b"Content-Length: 11\r\n\r\n" + b"x" * 11 + b"nonsense\r\n\r\n")
    await turns()

    assert logged == [("/a", 200, ""), ("/a", 413, "body_too_large"), ("", 400, "malformed_request")]
