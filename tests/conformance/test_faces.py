"""Every face shows its habit on the wire, and the reference does not: so a check that fails one does so rightly."""

import socket
import time
from collections.abc import Callable, Iterator
from typing import Final

import httpx
import pytest

from mockbooks.scenarios.loader import load
from mockbooks.server import running
from mockbooks.settings import Settings
from tests.conformance.faces.expected import EXPECTED, FOLDER, scenario_of
from tests.conformance.faces.probes import DEBTOR, PROBES, Probe, found

TOKEN: Final = {"Authorization": "Bearer mockbooks-demo-token"}
# What takes more than one call, or no answer at all: see the tests below.
SEVERAL_CALLS: Final = {
    *(
        "email-search-stale",
        "limit-met-midway",
        "limit-without-retry-after",
        "truncated-json",
        "malformed-json",
        "reset-on-post",
        "dribbling",
    ),
}


@pytest.fixture(scope="module")
def server() -> Iterator[httpx.Client]:
    settings = Settings(port=0, debtors=12, products=12, transactions=5, shutdown_seconds=1)
    with (
        running(settings) as running_server,
        httpx.Client(base_url=running_server.base_url, headers=TOKEN, timeout=10) as http,
    ):
        yield http


@pytest.fixture
def plain(server: httpx.Client) -> httpx.Client:
    """Have the server be the reference, with the books that it began with."""
    server.delete("/_mockbooks/scenario").raise_for_status()
    server.post("/_mockbooks/reset").raise_for_status()
    return server


@pytest.fixture
def wearing(plain: httpx.Client) -> Callable[[str], httpx.Client]:
    """Have the server put on a face."""

    def wear(face: str) -> httpx.Client:
        sent = {"Content-Type": "application/yaml"}
        plain.put("/_mockbooks/scenario", content=scenario_of(face).read_bytes(), headers=sent).raise_for_status()
        return plain

    return wear


def told(http: httpx.Client, probe: Probe) -> object:
    method, path = probe.call
    url = path if path.startswith(("/oauth", "/.well-known")) else f"/api/v1{path}"
    options = dict(probe.options)
    if path == "/transactions" and "json" in options:
        today = http.get("/_mockbooks/clock").json()["data"]["now"][:10]
        options["json"] = {**options["json"], "date": today}
    return probe.tell(http.request(method, url, **options))


def named(probe: Probe) -> str:
    return f"{probe.face} {' '.join(probe.call)} {probe.options.get('params', '')}"


def test_every_face_has_a_verdict_to_expect_and_a_habit_that_is_shown() -> None:
    files = {file.stem for file in FOLDER.glob("*.yaml")}

    assert files == set(EXPECTED)
    assert files == {probe.face for probe in PROBES} | SEVERAL_CALLS


@pytest.mark.parametrize("face", EXPECTED)
def test_a_face_is_a_scenario_of_the_name_of_its_file_that_expects_nothing(face: str) -> None:
    scenario = load(scenario_of(face).read_bytes(), source=face)

    assert (scenario.name, scenario.expect) == (face, ())


@pytest.mark.parametrize("probe", PROBES, ids=named)
def test_the_reference_has_no_such_habit(plain: httpx.Client, probe: Probe) -> None:
    assert told(plain, probe) == probe.reference


@pytest.mark.parametrize("probe", PROBES, ids=named)
def test_a_face_shows_its_habit(wearing: Callable[[str], httpx.Client], probe: Probe) -> None:
    assert told(wearing(probe.face), probe) == probe.shown


def test_a_stale_search_finds_a_debtor_later(wearing: Callable[[str], httpx.Client]) -> None:
    http = wearing("email-search-stale")
    created = http.post("/api/v1/debtors", json=DEBTOR).json()["data"]["id"]
    before = found(http.get("/api/v1/debtors", params={"email": DEBTOR["email"]}))
    http.post("/_mockbooks/clock/advance", json={"seconds": 3601})

    assert http.get(f"/api/v1/debtors/{created}").status_code == 200
    assert (before, found(http.get("/api/v1/debtors", params={"email": DEBTOR["email"]}))) == (0, 1)


def test_a_limit_in_the_middle_is_gone_at_the_next_call(wearing: Callable[[str], httpx.Client]) -> None:
    http = wearing("limit-met-midway")
    answers = [http.get("/api/v1/debtors") for _ in range(11)]

    assert [answer.status_code for answer in answers] == [*[200] * 9, 429, 200]
    assert answers[9].headers["Retry-After"] == "1"


def test_a_limit_that_says_nothing_is_gone_at_the_next_call_too(wearing: Callable[[str], httpx.Client]) -> None:
    http = wearing("limit-without-retry-after")
    answers = [http.get("/api/v1/debtors") for _ in range(11)]

    assert [answer.status_code for answer in answers[8:]] == [200, 429, 200]
    assert (answers[9].headers.get("Retry-After"), answers[9].text) == (None, "Too Many Requests\n")


def test_an_answer_breaks_off(wearing: Callable[[str], httpx.Client]) -> None:
    with pytest.raises(httpx.RemoteProtocolError):
        wearing("truncated-json").get("/api/v1/debtors")


def test_what_is_announced_as_json_is_none(wearing: Callable[[str], httpx.Client]) -> None:
    answer = wearing("malformed-json").get("/api/v1/debtors")

    assert answer.headers["Content-Type"] == "application/json"
    with pytest.raises(ValueError, match=r"Invalid control|Expecting|Unterminated|Extra"):
        answer.json()


def test_a_post_is_reset_and_books_nothing(wearing: Callable[[str], httpx.Client]) -> None:
    http = wearing("reset-on-post")
    with pytest.raises(httpx.ReadError):
        http.post("/api/v1/debtors", json=DEBTOR)

    assert found(http.get("/api/v1/debtors", params={"email": DEBTOR["email"]})) == 0


def test_an_answer_comes_in_crumbs(wearing: Callable[[str], httpx.Client]) -> None:
    http = wearing("dribbling")
    url, begin = http.base_url, time.monotonic()
    head = f"GET /api/v1/debtors HTTP/1.1\r\nHost: {url.host}\r\nAuthorization: {TOKEN['Authorization']}\r\n\r\n"
    with socket.create_connection((url.host, url.port or 80), timeout=5) as connection:
        connection.sendall(head.encode())
        pieces = [connection.recv(65_536) for _ in range(4)]

    assert sum(map(len, pieces)) < 1_500
    assert 0.5 < time.monotonic() - begin < 5
