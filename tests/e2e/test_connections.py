"""What happens on a connection: keep-alive, limits, hostile framing and slow senders; every refusal is a problem."""

import socket
import struct
import time
from collections.abc import Callable
from contextlib import ExitStack

import pytest
import requests

from tests.e2e.conftest import Process, Reply, read_all

Say = Callable[..., Reply]

HEALTH = b"GET /_mockbooks/health HTTP/1.1\r\nHost: a\r\n\r\n"
LAST_HEALTH = HEALTH.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n")
# To linger for no time at all makes the operating system send RST in place of FIN (socket(7)).
NO_LINGER = struct.pack("ii", 1, 0)
POST = b"POST /api/v1/debtors HTTP/1.1\r\nHost: a\r\n"


def test_requests_that_are_sent_at_once_are_answered_in_order(say: Say) -> None:
    reply = say(HEALTH + HEALTH.replace(b"_mockbooks/health", b"api/v1/nowhere") + LAST_HEALTH)

    assert reply.statuses == ["200", "404", "200"]


def test_a_thousand_requests_that_are_sent_at_once_are_answered_though_the_caller_says_no_more(
    mockbooks: Process,
) -> None:
    with mockbooks.connect() as connection:
        connection.sendall(HEALTH * 1_000)
        connection.shutdown(socket.SHUT_WR)

        assert Reply(read_all(connection)).statuses == ["200"] * 1_000


def test_a_caller_that_breaks_off_in_the_middle_of_a_body_harms_nobody(mockbooks: Process) -> None:
    for length in range(50):
        with mockbooks.connect() as connection:
            connection.sendall(POST + b"Content-Length: 100\r\n\r\n" + b"x" * length)
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, NO_LINGER)

    assert requests.get(mockbooks.base_url + "/_mockbooks/health", timeout=5).status_code == 200


def test_a_request_that_comes_byte_by_byte_is_answered(say: Say) -> None:
    assert say(*(LAST_HEALTH[place : place + 1] for place in range(len(LAST_HEALTH)))).statuses == ["200"]


def test_a_chunked_body_is_refused_while_it_comes_and_the_connection_goes_on(say: Say) -> None:
    chunk = b"c350\r\n" + b"x" * 50_000 + b"\r\n"

    reply = say(POST + b"Transfer-Encoding: chunked\r\n\r\n", *[chunk] * 20, b"0\r\n\r\n", LAST_HEALTH)

    assert reply.statuses == ["413", "200"]


def test_a_trailer_without_an_end_is_refused_with_431(say: Say) -> None:
    trailer = b"1\r\nx\r\n0\r\nX-Order: " + b"a" * 50_000

    assert say(POST + b"Transfer-Encoding: chunked\r\n\r\n", trailer).statuses == ["431"]


def test_one_connection_carries_many_requests(mockbooks: Process) -> None:
    with requests.Session() as session:
        answers = [session.get(mockbooks.base_url + "/_mockbooks/health", timeout=5) for _ in range(20)]

    assert {answer.status_code for answer in answers} == {200}


def test_a_host_that_is_none_is_refused_before_it_is_told_on(say: Say) -> None:
    reply = say(b'GET /api/v1/debtors HTTP/1.1\r\nHost: a>b"; rel=x\r\n\r\n')

    assert reply.statuses == ["400"]
    assert reply.codes == ["malformed_request"]


def test_a_host_that_is_longer_than_any_name_is_refused(say: Say) -> None:
    longest = b"a" * 250 + b":8080"
    rest = b"\r\nConnection: close\r\n\r\n"

    assert say(b"GET /docs/guide HTTP/1.1\r\nHost: " + longest + rest).statuses == ["200"]
    assert say(b"GET /docs/guide HTTP/1.1\r\nHost: a" + longest + rest).codes == ["malformed_request"]


@pytest.mark.parametrize(
    ("host", "status"), [(b"[::1]:8080", "200"), (b"[2]", "400"), (b"[:::]", "400"), (b"[1.2]", "400")]
)
def test_what_stands_in_the_brackets_of_host_is_an_ipv6_address(say: Say, host: bytes, status: str) -> None:
    assert say(b"GET /_mockbooks/health HTTP/1.1\r\nHost: " + host + b"\r\nConnection: close\r\n\r\n").statuses == [
        status
    ]


@pytest.mark.parametrize("version", [b"1.0", b"1.1"])
def test_two_hosts_are_refused(say: Say, version: bytes) -> None:
    reply = say(b"GET /docs/guide HTTP/" + version + b"\r\nHost: a\r\nHost: a\r\n\r\n")

    assert reply.codes == ["malformed_request"]


def test_a_doubled_slash_leads_past_no_guard(say: Say) -> None:
    foreign = b"Host: evil.example.com\r\nOrigin: https://evil.example.com\r\nConnection: close\r\n\r\n"

    assert say(b"POST //_mockbooks/administrations HTTP/1.1\r\n" + foreign).codes == ["unknown_url"]
    assert say(b"GET //api/v1/debtors HTTP/1.1\r\n" + foreign).codes == ["unknown_url"]
    assert say(b"POST /_mockbooks/administrations HTTP/1.1\r\n" + foreign).codes == ["host_not_allowed"]


@pytest.mark.parametrize(
    "target", [b"http://x", b"http://my_service/x", b"http://a:99999/x", b"http://x?y", b"file:///x"]
)
def test_a_target_that_is_no_url_with_a_path_is_refused(say: Say, target: bytes) -> None:
    request = b"GET " + target + b" HTTP/1.1\r\nHost: a\r\n\r\n"

    assert say(request).codes == ["malformed_request"]
    assert say(HEALTH + request).statuses == ["200", "400"]


def test_an_odd_host_gets_the_same_answers_as_any_other(say: Say) -> None:
    reply = say(b"GET /api/v1/support HTTP/1.1\r\nHost: a..b\r\nConnection: close\r\n\r\n")

    assert reply.statuses == ["200"]
    assert '"success":true' in reply.text


def test_a_page_tells_the_date_once(say: Say) -> None:
    page = say(b"GET /docs HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").text

    assert page.lower().partition("<!doctype")[0].count("\r\ndate: ") == 1


def test_a_url_that_is_too_long_is_refused_with_414(say: Say) -> None:
    reply = say(b"GET /api/v1/debtors?name=" + b"a" * 9000 + b" HTTP/1.1\r\nHost: a\r\n\r\n")

    assert reply.statuses == ["414"]
    assert reply.codes == ["url_too_long"]
    assert "connection: close" in reply.text
    assert "x-request-id: req_" in reply.text


def test_headers_that_are_too_large_together_are_refused_with_431(say: Say) -> None:
    cookies = b"".join(b"Cookie-%d: %s\r\n" % (number, b"a" * 1000) for number in range(40))

    reply = say(b"GET /api/v1/debtors HTTP/1.1\r\nHost: a\r\n" + cookies + b"\r\n")

    assert reply.statuses == ["431"]
    assert reply.codes == ["headers_too_large"]


def test_a_header_without_an_end_is_refused_with_431(say: Say) -> None:
    piece = b"a" * 20_000

    assert say(b"GET / HTTP/1.1\r\nHost: a\r\nCookie: ", piece, piece, piece).statuses == ["431"]


def test_a_body_that_is_announced_too_large_is_refused_before_it_is_read(say: Say) -> None:
    reply = say(POST + b"Content-Type: application/json\r\nContent-Length: 200000\r\nExpect: 100-continue\r\n\r\n")

    assert reply.statuses == ["413"]
    assert reply.codes == ["body_too_large"]


def test_a_caller_that_sends_a_too_large_body_can_read_why_it_is_refused(mockbooks: Process) -> None:
    answer = requests.post(mockbooks.base_url + "/api/v1/debtors", data=b"x" * 20_000_000, timeout=10)

    assert answer.status_code == 413
    assert answer.json()["code"] == "body_too_large"


def test_a_chunked_body_is_refused_when_its_sum_is_too_large(say: Say) -> None:
    chunk = b"c350\r\n" + b"x" * 50_000 + b"\r\n"

    reply = say(POST + b"Transfer-Encoding: chunked\r\n\r\n", chunk, chunk, chunk)

    assert reply.statuses == ["413"]


def test_both_a_length_and_chunks_are_refused(say: Say) -> None:
    reply = say(POST + b"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")

    assert reply.statuses == ["400"]
    assert reply.codes == ["malformed_request"]


def test_two_lengths_are_refused(say: Say) -> None:
    assert say(POST + b"Content-Length: 3\r\nContent-Length: 4\r\n\r\nabc").statuses == ["400"]


def test_a_request_without_host_is_refused(say: Say) -> None:
    assert say(b"GET /_mockbooks/health HTTP/1.1\r\n\r\n").codes == ["malformed_request"]


def test_what_is_not_http_is_refused(say: Say) -> None:
    assert say(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03").codes == ["malformed_request"]


def test_a_proxy_is_not_played(say: Say) -> None:
    assert say(b"CONNECT example.com:443 HTTP/1.1\r\nHost: example.com:443\r\n\r\n").statuses == ["400"]


def test_nonsense_behind_a_good_request_takes_nothing_from_its_answer(say: Say) -> None:
    reply = say(HEALTH + b"nonsense\r\n\r\n")

    assert reply.statuses == ["200", "400"]


def test_a_broken_chunk_is_refused_instead_of_its_request(say: Say) -> None:
    reply = say(POST + b"Transfer-Encoding: chunked\r\n\r\nnonsense\r\n")

    assert reply.statuses == ["400"]
    assert reply.codes == ["malformed_request"]


def test_a_wish_for_http_2_is_ignored_without_losing_the_body(say: Say) -> None:
    upgrade = b"Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAEAAEAAAAIAAAAB\r\n"
    plain = b"Content-Type: text/plain\r\nContent-Length: 9\r\n"

    reply = say(POST + upgrade + plain + b"\r\n", b'{"a": 1}\n', LAST_HEALTH)

    assert reply.statuses == ["415", "200"]


def test_a_caller_that_stops_in_its_headers_is_dropped_with_408(say: Say) -> None:
    reply = say(b"GET /_mockbooks/health HTTP/1.1\r\nHost: a\r\n")

    assert reply.statuses == ["408"]
    assert reply.codes == ["request_timeout"]


def test_a_caller_that_stops_in_its_body_is_dropped_with_408(say: Say) -> None:
    assert say(POST + b"Content-Length: 10\r\n\r\n{").statuses == ["408"]


def test_a_caller_that_says_nothing_is_dropped(say: Say) -> None:
    assert say().text == ""


def test_a_trickle_does_not_postpone_the_end(mockbooks: Process) -> None:
    with mockbooks.connect() as connection:
        connection.sendall(b"GET /_mockbooks/health HTTP/1.1\r\n")
        time.sleep(0.4)  # longer than half of the 0.6 s that this server gives
        connection.sendall(b"Host: a\r\n")
        started = time.monotonic()

        assert "HTTP/1.1 408 " in read_all(connection)
        assert time.monotonic() - started < 0.5


def test_two_hundred_slow_callers_hurt_nobody(mockbooks: Process) -> None:
    with ExitStack() as connections:
        slow = [connections.enter_context(mockbooks.connect()) for _ in range(200)]
        beginnings = [connection.send(b"GET / HTTP/1.1\r\n") for connection in slow]

        health = requests.get(mockbooks.base_url + "/_mockbooks/health", timeout=5)

    assert len(beginnings) == 200
    assert health.status_code == 200
    assert health.elapsed.total_seconds() < 0.2
