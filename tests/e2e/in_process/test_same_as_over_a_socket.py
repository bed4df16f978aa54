"""In the same process a client meets what it meets over a socket: the same answers, and the same exceptions."""

import time
from pathlib import Path

import httpx
import pytest
import requests

from tests.e2e.in_process.conftest import Play

DEBTORS = "/api/v1/debtors"
LIST = "injections: [{match: {operation: listDebtors}, fault: %s}]"
CREATE = "injections: [{match: {operation: createDebtor}, phase: %s, calls: first, fault: {delay: 20s}}]"
ADDRESS = {"line1": "Dorpsstraat 12-A", "postalCode": "1234 AB", "city": "Utrecht", "countryCode": "NL"}
DEBTOR = {"name": "Bakkerij De Korenaar", "email": "nieuw@korenaar.example", "address": ADDRESS}


def test_an_answer_is_the_same_for_both_libraries(play: Play) -> None:
    clients = play()
    answered, also = clients.httpx.get(DEBTORS), clients.requests.get(f"{clients.url}{DEBTORS}", timeout=5)

    assert (answered.status_code, also.status_code) == (200, 200)
    assert answered.json()["data"] == also.json()["data"]
    assert answered.headers["Content-Type"] == also.headers["Content-Type"] == "application/json"


def test_a_query_and_an_encoded_path_arrive_as_they_were_meant(play: Play) -> None:
    clients = play()
    url = f"{clients.url}{DEBTORS}"

    assert clients.httpx.get(DEBTORS, params={"email": "INKOOP@korenaar.example"}).json()["page"]["totalItems"] == 1
    assert clients.requests.get(url, params={"pageSize": 3}, timeout=5).json()["page"]["size"] == 3
    assert "d%C3%A9b" not in clients.httpx.get(f"{DEBTORS}/d%C3%A9b").json()["detail"]
    assert "déb" in clients.requests.get(f"{url}/d%C3%A9b", timeout=5).json()["detail"]


def test_a_body_is_read_in_every_form(play: Play, tmp_path: Path) -> None:
    clients = play(debtors=0)
    url, json = f"{clients.url}{DEBTORS}", {"Content-Type": "application/json"}
    file = tmp_path / "debtor.json"
    file.write_bytes(httpx.Request("POST", url, json=DEBTOR).content)

    assert clients.httpx.post(DEBTORS, json=DEBTOR).status_code == 200
    assert clients.requests.post(url, json=DEBTOR, timeout=5).status_code == 200
    assert clients.requests.post(url, data=file.read_text("utf-8"), headers=json, timeout=5).status_code == 200
    assert clients.requests.post(url, data=iter([file.read_bytes()]), headers=json, timeout=5).status_code == 200
    with file.open("rb") as opened:
        assert clients.requests.post(url, data=opened, headers=json, timeout=5).status_code == 200


def test_a_body_beyond_the_limit_is_refused(play: Play) -> None:
    clients = play(max_body_bytes=100)

    assert clients.httpx.post(DEBTORS, json={"name": "x" * 200}).status_code == 413
    assert clients.requests.post(f"{clients.url}{DEBTORS}", json={"name": "x" * 200}, timeout=5).status_code == 413


def test_a_head_has_no_body(play: Play) -> None:
    clients = play()
    head, also = clients.httpx.head(DEBTORS), clients.requests.head(f"{clients.url}{DEBTORS}", timeout=5)

    assert (head.status_code, head.content) == (200, b"")
    assert (also.status_code, also.content) == (200, b"")


def test_a_reset_connection(play: Play) -> None:
    clients = play(LIST % "{dropConnection: reset}")

    with pytest.raises(httpx.ReadError):
        clients.httpx.get(DEBTORS)
    with pytest.raises(requests.ConnectionError, match="Connection aborted"):
        clients.requests.get(f"{clients.url}{DEBTORS}", timeout=5)


def test_a_closed_connection(play: Play) -> None:
    clients = play(LIST % "{dropConnection: close}")

    with pytest.raises(httpx.RemoteProtocolError, match="without sending a response"):
        clients.httpx.get(DEBTORS)
    with pytest.raises(requests.ConnectionError, match="Connection aborted"):
        clients.requests.get(f"{clients.url}{DEBTORS}", timeout=5)


def test_an_answer_that_is_cut_off(play: Play) -> None:
    clients = play(LIST % "{truncate: 100}")

    with pytest.raises(httpx.RemoteProtocolError, match="without sending complete message body"):
        clients.httpx.get(DEBTORS)
    with pytest.raises(requests.exceptions.ChunkedEncodingError, match="100 bytes read"):
        clients.requests.get(f"{clients.url}{DEBTORS}", timeout=5)


def test_an_answer_in_pieces_is_whole_in_the_end(play: Play) -> None:
    clients = play(LIST % "{dribble: {pieces: 3, over: 60ms}}")
    begun = time.monotonic()
    with clients.httpx.stream("GET", DEBTORS) as answer:
        pieces = list(answer.iter_raw())

    assert time.monotonic() - begun >= 0.06
    assert (len(pieces), pieces[0][:16]) == (3, b'{"success":true,')
    assert clients.requests.get(f"{clients.url}{DEBTORS}", timeout=5).json()["success"] is True


def test_pieces_that_take_longer_than_the_client_waits(play: Play) -> None:
    clients = play(LIST % "{dribble: {pieces: 3, over: 20s}}")

    with pytest.raises(httpx.ReadTimeout):
        clients.httpx.get(DEBTORS, timeout=0.1)
    with pytest.raises(requests.ConnectionError, match=r"(?i)timed out"):
        clients.requests.get(f"{clients.url}{DEBTORS}", timeout=0.1)


@pytest.mark.parametrize("phase", ["before", "after"])
def test_whoever_gives_up_too_early_has_booked_all_the_same(play: Play, phase: str) -> None:
    with_httpx, with_requests = play(CREATE % phase, debtors=0), play(CREATE % phase, debtors=0)
    begun = time.monotonic()
    with pytest.raises(httpx.ReadTimeout):
        with_httpx.httpx.post(DEBTORS, json=DEBTOR, timeout=0.1)
    with pytest.raises(requests.ReadTimeout):
        with_requests.requests.post(f"{with_requests.url}{DEBTORS}", json=DEBTOR, timeout=(5, 0.1))

    assert time.monotonic() - begun < 5
    assert with_httpx.httpx.get(DEBTORS).json()["page"]["totalItems"] == 1
    assert with_requests.httpx.get(DEBTORS).json()["page"]["totalItems"] == 1
    (entry,) = with_httpx.httpx.get("/_mockbooks/requests", params={"operation": "createDebtor"}).json()["data"]
    assert entry["why"].endswith("the caller left before it was answered")


def test_a_delay_within_the_timeout_is_waited_for(play: Play) -> None:
    clients = play(LIST % "{delay: 100ms}")
    begun = time.monotonic()

    assert clients.httpx.get(DEBTORS, timeout=5).status_code == 200
    assert clients.requests.get(f"{clients.url}{DEBTORS}", timeout=None).status_code == 200
    assert time.monotonic() - begun >= 0.2
