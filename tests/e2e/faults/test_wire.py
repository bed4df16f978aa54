"""Faults of the wire, met by real client libraries over real sockets, with the bytes that come through."""

import socket
import time

import httpx
import pytest
import requests

from tests.e2e.faults.conftest import DEBTOR, TOKEN, Play, data_of, raw

DEBTORS = "/api/v1/debtors"
LIST = "injections: [{match: {operation: listDebtors}, fault: %s}]"
CREATE = "injections: [{match: {operation: createDebtor}, phase: after, calls: first, fault: %s}]"


def listed(client: httpx.Client) -> list[str]:
    return [each["name"] for each in data_of(client.get("/api/v1/debtors", params={"email": DEBTOR["email"]}))]


def test_a_delay_is_spent_on_the_wire(play: Play) -> None:
    client = play(LIST % "{delay: 300ms}")
    begun = time.monotonic()
    client.get(DEBTORS)

    assert time.monotonic() - begun >= 0.3


def test_who_gives_up_after_the_booking_has_booked(play: Play) -> None:
    client = play(CREATE % "{delay: 20s}", debtors=0)
    with pytest.raises(httpx.ReadTimeout):
        client.post(DEBTORS, json=DEBTOR, timeout=0.3)

    assert listed(client) == ["Bakkerij De Korenaar"]


def test_who_gives_up_before_the_booking_has_booked_all_the_same(play: Play) -> None:
    client = play("injections: [{match: {operation: createDebtor}, calls: first, fault: {delay: 60s}}]", debtors=0)
    with pytest.raises(httpx.ReadTimeout):
        client.post(DEBTORS, json=DEBTOR, timeout=0.3)
    client.post(DEBTORS, json=DEBTOR)

    assert listed(client) == ["Bakkerij De Korenaar", "Bakkerij De Korenaar"]


def test_a_call_that_its_caller_gave_up_is_in_the_request_log_at_once_and_says_so(play: Play) -> None:
    client = play(CREATE % "{delay: 60s}", debtors=0)
    with pytest.raises(httpx.ReadTimeout):
        client.post(DEBTORS, json=DEBTOR, timeout=0.3)
    client.get(DEBTORS)
    (entry,) = data_of(client.get("/_mockbooks/requests", params={"operation": "createDebtor"}))

    assert entry["answer"]["status"] == 200
    assert entry["why"].endswith("the caller left before it was answered")


def test_a_virtual_delay_moves_the_clock_and_keeps_nobody_waiting(play: Play) -> None:
    client = play("""
        clock: 2026-10-15T09:00:00+02:00
        injections: [{match: {operation: createDebtor}, calls: first, fault: {delay: {fixed: 2d, virtual: true}}}]
    """)

    assert data_of(client.post(DEBTORS, json=DEBTOR))["createdAt"] == "2026-10-17T07:00:00Z"


def test_a_refusal_speaks_the_language_of_the_api(play: Play) -> None:
    client = play(LIST % "{fail: period_locked}")
    answer = client.get(DEBTORS, headers={"Accept-Language": "nl"})

    assert answer.status_code == 400
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.headers["Content-Language"] == "nl"
    assert answer.json()["code"] == "period_locked"
    assert answer.json()["requestId"] == answer.headers["X-Request-Id"]


def test_an_answer_of_something_in_front_has_nothing_of_the_api(play: Play) -> None:
    client = play(LIST % "{respond: {status: 502, headers: {Content-Type: text/html}, body: <h1>Bad gateway</h1>}}")
    answer = client.get(DEBTORS)

    assert (answer.status_code, answer.text) == (502, "<h1>Bad gateway</h1>")
    assert set(answer.headers) == {"content-type", "content-length", "date"}


def test_an_answer_without_a_body_says_nothing_of_its_type(play: Play) -> None:
    answer = play(LIST % "{respond: {status: 503}}").get(DEBTORS)

    assert (answer.status_code, answer.content) == (503, b"")
    assert "content-type" not in answer.headers


def test_a_reset_is_a_tcp_reset_and_not_a_byte_comes_through(play: Play) -> None:
    client = play(LIST % "{dropConnection: reset}")
    with pytest.raises(httpx.ReadError):
        client.get(DEBTORS)
    with pytest.raises(ConnectionResetError):
        raw(client, DEBTORS)


def test_a_close_is_an_end_without_an_answer(play: Play) -> None:
    client = play(LIST % "{dropConnection: close}")
    with pytest.raises(httpx.RemoteProtocolError, match="without sending a response"):
        client.get(DEBTORS)

    assert raw(client, DEBTORS) == b""


def test_requests_and_httpx_see_a_reset_as_what_it_is(play: Play) -> None:
    client = play(LIST % "{dropConnection: reset}")

    with pytest.raises(requests.ConnectionError, match="Connection reset by peer"):
        requests.get(f"{client.base_url}{DEBTORS}", headers=TOKEN, timeout=5)


def test_a_truncated_answer_announces_more_than_it_holds(play: Play) -> None:
    client = play("injections: [{match: {operation: listDebtors}, fault: {truncate: 100}}]")
    head, _, body = raw(client, DEBTORS).partition(b"\r\n\r\n")

    assert b"HTTP/1.1 200 OK" in head
    assert len(body) == 100
    assert b"content-length: 100\r\n" not in head.lower()
    with pytest.raises(httpx.RemoteProtocolError, match="received 100 bytes"):
        client.get(DEBTORS)


def test_half_an_answer_is_half_of_its_bytes(play: Play) -> None:
    clock = "clock: 2026-10-15T09:00:00+02:00\n"
    whole = play(clock + "injections: []").get(DEBTORS).content
    _, _, half = raw(play(clock + LIST % "{truncate: 50%}"), DEBTORS).partition(b"\r\n\r\n")

    assert half == whole[: len(whole) // 2]


def test_an_empty_answer_is_a_success_without_a_body(play: Play) -> None:
    answer = play(LIST % "empty").get(DEBTORS)

    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["Content-Type"] == "application/json"


def test_malformed_json_is_announced_as_json(play: Play) -> None:
    answer = play(LIST % "malformed").get(DEBTORS)

    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/json")
    with pytest.raises(ValueError, match=r"(?i)expecting|unterminated|invalid|extra"):
        answer.json()


def test_a_dribbled_answer_comes_in_pieces_and_is_whole_in_the_end(play: Play) -> None:
    client = play(LIST % "{dribble: {pieces: 4, over: 300ms}}")
    begun = time.monotonic()
    with client.stream("GET", DEBTORS) as answer:
        pieces = list(answer.iter_raw())

    assert time.monotonic() - begun >= 0.3
    assert len(pieces) == 4
    assert b"".join(pieces).startswith(b'{"success":true,"data":[')
    assert b"".join(pieces).endswith(b"}}")


@pytest.mark.parametrize(
    ("style", "retry_after"),
    [("seconds", "30"), ("epoch", "1792047630"), ("httpDate", "Thu, 15 Oct 2026 07:00:30 GMT"), ("missing", None)],
)
def test_a_refusal_for_the_rate_tells_when_to_come_back_in_every_style(
    play: Play, style: str, retry_after: str | None
) -> None:
    client = play(f"""
        clock: 2026-10-15T09:00:00+02:00
        injections: [{{match: {{operation: listDebtors}}, fault: {{rateLimit: {{retryAfter: 30s, style: {style}}}}}}}]
    """)
    answer = client.get(DEBTORS)

    assert (answer.status_code, answer.headers.get("Retry-After")) == (429, retry_after)
    assert answer.json()["code"] == "rate_limit_exceeded"
    assert answer.headers["X-RateLimit-Remaining"] == "0"


def test_some_vendors_refuse_for_the_rate_in_plain_text(play: Play) -> None:
    client = play(LIST % "{rateLimit: {retryAfter: 30s, body: text}}")
    answer = client.get(DEBTORS)

    assert answer.status_code == 429
    assert answer.headers["Content-Type"].startswith("text/plain")


def test_a_connection_that_was_not_dropped_goes_on(play: Play) -> None:
    client = play("injections: [{match: {operation: listDebtors}, calls: first, fault: {dropConnection: close}}]")
    with pytest.raises(httpx.RemoteProtocolError):
        client.get(DEBTORS)

    assert client.get(DEBTORS).status_code == 200


def test_with_two_requests_on_one_connection_the_second_can_be_dropped_alone(play: Play) -> None:
    client = play("injections: [{match: {operation: listDebtors}, calls: 2, fault: {dropConnection: close}}]")
    url = client.base_url
    request = (
        f"GET {DEBTORS}?pageSize=1 HTTP/1.1\r\nHost: x\r\nAuthorization: {TOKEN['Authorization']}\r\n\r\n".encode()
    )
    with socket.create_connection((url.host, url.port or 80), timeout=10) as connection:
        connection.sendall(request + request)
        received = b""
        while piece := connection.recv(65_536):
            received += piece

    assert received.count(b"HTTP/1.1 200 OK") == 1
