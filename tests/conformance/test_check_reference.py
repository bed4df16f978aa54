"""mockbooks passes its own check in full, and keeps nothing of it but what its books cannot let go."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any, Final

import httpx
import pytest

from mockbooks.conformance.check_api import CheckError, Credentials, judge, target_of
from mockbooks.conformance.document.reading import read_document
from mockbooks.conformance.live.target import Target
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.vendor.draft import draft
from mockbooks.conformance.vendor.guessing import guess
from mockbooks.conformance.vendor.loading import load_vendor, reference
from mockbooks.conformance.vendor.model import Noun
from mockbooks.server import running
from mockbooks.settings import Settings

CLIENT: Final = Credentials(client_id="mockbooks-demo", client_secret="mockbooks-demo-secret")
TOKEN: Final = Credentials(token="mockbooks-demo-token")
WITH_TOKEN: Final = {"Authorization": "Bearer mockbooks-demo-token"}

FAULTY: Final = {Outcome.PARTLY, Outcome.NOT_MET}

MakeTarget = Callable[..., Target]


@pytest.fixture(scope="module")
def server() -> Iterator[httpx.Client]:
    settings = Settings(port=0, debtors=6, products=6, transactions=4, shutdown_seconds=1)
    with (
        running(settings) as running_server,
        httpx.Client(base_url=running_server.base_url, headers=WITH_TOKEN, timeout=10) as http,
    ):
        yield http


@pytest.fixture
def asked(server: httpx.Client) -> MakeTarget:
    server.post("/_mockbooks/reset").raise_for_status()

    def make(**given: Any) -> Target:  # noqa: ANN401 - what a test sets otherwise
        ticks = count()
        settings: dict[str, Any] = {
            "vendor": reference(),
            "run": "korenaar-1",
            "credentials": TOKEN,
            "allow_writes": True,
            "now": lambda: datetime.now(UTC),
            "seconds": lambda: next(ticks) / 1000,
            "sleep": lambda _: None,
            "base_url": "{server}/api/v1",
        }
        settings |= given
        settings["base_url"] = settings["base_url"].replace("{server}", str(server.base_url).rstrip("/"))
        return target_of(**settings)

    return make


def items(server: httpx.Client, path: str) -> int:
    total: int = server.get(f"/api/v1/{path}").raise_for_status().json()["page"]["totalItems"]
    return total


def test_every_condition_is_met(asked: MakeTarget) -> None:
    judgement = judge(asked(credentials=CLIENT))

    assert {judged.condition.number: judged.outcome for judged in judgement.conditions} == dict.fromkeys(
        ("C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9"), Outcome.MET
    )
    assert {part.outcome for judged in judgement.conditions for part in judged.parts} == {Outcome.MET}


def test_every_condition_is_met_with_a_token_that_was_given(asked: MakeTarget) -> None:
    judgement = judge(asked())

    assert {judged.outcome for judged in judgement.conditions} == {Outcome.MET}


def test_what_was_made_is_taken_away_but_for_the_debtor_on_whom_was_booked(
    server: httpx.Client, asked: MakeTarget
) -> None:
    debtors, products = items(server, "debtors"), items(server, "products")

    target = asked()
    judge(target)

    assert items(server, "products") == products
    assert items(server, "debtors") == debtors + 1
    undone, told = target.left
    assert undone.en == ("Undone, and still to be seen: transaction trx_000005 (POST /transactions/${id}/reversal).")
    assert told.en == (
        "Left behind: debtor deb_000007 (DELETE /debtors/${id} → 400: The debtor deb_000007 is in use by trx_000005,"
        " trx_000006.)."
    )
    balance = server.get("/_mockbooks/books/trial-balance").json()["data"]
    assert balance["difference"] == "0.00"


def test_nothing_is_written_unless_that_is_allowed(server: httpx.Client, asked: MakeTarget) -> None:
    judgement = judge(asked(allow_writes=False))

    methods = {each["method"] for each in server.get("/_mockbooks/requests?pageSize=200").json()["data"]}
    assert methods == {"GET", "POST"}
    posts = server.get("/_mockbooks/requests?method=POST").json()["data"]
    assert [each["path"] for each in posts] == ["/oauth/token"]
    assert {judged.condition.number: judged.outcome for judged in judgement.conditions} == {
        "C1": Outcome.MET,
        "C2": Outcome.MET,
        "C3": Outcome.MET,
        "C4": Outcome.MET,
        "C5": Outcome.MET,
        "C6": Outcome.CANNOT_TELL,
        "C7": Outcome.CANNOT_TELL,
        "C8": Outcome.MET,
        "C9": Outcome.MET,
    }


def test_the_same_run_says_the_same(server: httpx.Client, asked: MakeTarget) -> None:
    first = judge(asked())
    server.post("/_mockbooks/reset").raise_for_status()
    second = judge(asked())

    assert [judged.outcome for judged in first.conditions] == [judged.outcome for judged in second.conditions]
    assert summaries(first.conditions) == summaries(second.conditions)


def summaries(conditions: Any) -> list[str]:  # noqa: ANN401 - the judged conditions with their parts
    return [
        finding.summary.en for judged in conditions for each in (judged, *judged.parts) for finding in each.findings
    ]


def test_no_secret_stands_in_the_evidence(asked: MakeTarget) -> None:
    judgement = judge(asked(credentials=CLIENT))

    shown = str(judgement)
    assert "mockbooks-demo-secret" not in shown
    assert "Authorization: Bearer ***" in shown
    assert '"access_token":"***"' in shown


def test_a_run_that_is_interrupted_takes_away_what_it_made(
    server: httpx.Client, asked: MakeTarget, monkeypatch: pytest.MonkeyPatch
) -> None:
    products = items(server, "products")
    target = asked()

    def interrupt(*_: object) -> None:
        target.creation(Noun.PRODUCTS)
        raise KeyboardInterrupt

    monkeypatch.setattr("mockbooks.conformance.check_api.ask_all", interrupt)
    with pytest.raises(KeyboardInterrupt):
        judge(target)

    assert items(server, "products") == products
    assert target.left == []


def test_by_a_vendor_file_that_was_guessed_nothing_is_found_wrong(server: httpx.Client, asked: MakeTarget) -> None:
    guessed = guess(read_document(server.get("/openapi.json").content, source="openapi.json"))
    drafted = load_vendor(draft(guessed.vendor, guessed.notes).encode(), source="draft.yaml")

    judgement = judge(asked(vendor=drafted))

    wrong = {judged.condition.number for judged in judgement.conditions if judged.outcome in FAULTY}
    assert wrong == set()
    assert judgement.counts[Outcome.MET] >= 6


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"credentials": Credentials()}, "refuses a call without a token: give --token"),
        ({"credentials": Credentials(token="gone")}, "refuses the token"),
        ({"credentials": Credentials(client_id="mockbooks-demo", client_secret="wrong")}, "gives no token"),
        ({"base_url": "http://127.0.0.1:9/api/v1"}, "cannot be judged: nothing listens there"),
        ({"base_url": "{server}/api"}, "none of the lists of the vendor file is there, so that may not be the base"),
        ({"base_url": "http://u:secret@127.0.0.1:9/api/v1"}, "without user, query and fragment"),
        ({"base_url": "http://["}, "the URL of an API is such as"),
        ({"base_url": "http://127.0.0.1:99999/api/v1"}, "the URL of an API is such as"),
        ({"authority": Path("nowhere.pem")}, "nowhere.pem cannot be used as the certificate of a CA"),
    ],
)
def test_a_door_that_stays_closed_is_an_error(asked: MakeTarget, given: dict[str, Any], reason: str) -> None:
    with pytest.raises(CheckError, match=reason):
        judge(asked(**given))


def test_a_token_that_expires_on_the_way_is_got_anew(server: httpx.Client, asked: MakeTarget) -> None:
    target = asked(credentials=CLIENT)
    oauth = target.session.oauth()
    assert oauth is not None
    target.session.get_token(oauth)
    server.post("/_mockbooks/tokens/expire", json={}).raise_for_status()

    reply = target.listing(Noun.PRODUCTS)

    assert reply is not None
    assert reply.status == 200
