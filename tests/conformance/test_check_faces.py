"""The check finds the habit of every face: the conditions that it does not meet, and no other."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Final

import httpx
import pytest

from mockbooks.conformance.check_api import CheckError, Credentials, judge, target_of
from mockbooks.conformance.judgement import Judgement
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.vendor.loading import reference
from mockbooks.server import running
from mockbooks.settings import Settings
from tests.conformance.faces.expected import EXPECTED, scenario_of

TOKEN: Final = {"Authorization": "Bearer mockbooks-demo-token"}
FAULTY: Final = {Outcome.PARTLY, Outcome.NOT_MET}
EXACT: Final = sorted(face for face, expected in EXPECTED.items() if expected.exact)
VAGUE: Final = sorted(face for face, expected in EXPECTED.items() if not expected.exact)
# The door is closed to the run: there is nothing to judge, and the check says so.
NOT_LET_IN: Final = "token-refused"

Judge = Callable[[str], Judgement]


@pytest.fixture(scope="module")
def server() -> Iterator[httpx.Client]:
    settings = Settings(port=0, debtors=12, products=12, transactions=5, shutdown_seconds=1)
    with (
        running(settings) as running_server,
        httpx.Client(base_url=running_server.base_url, headers=TOKEN, timeout=10) as http,
    ):
        yield http


@pytest.fixture
def judged(server: httpx.Client) -> Judge:
    """Judge the server under a face; waits that it asks for are not waited for."""

    def judge_face(face: str) -> Judgement:
        sent = {"Content-Type": "application/yaml"}
        server.delete("/_mockbooks/scenario").raise_for_status()
        server.post("/_mockbooks/reset").raise_for_status()
        server.put("/_mockbooks/scenario", content=scenario_of(face).read_bytes(), headers=sent).raise_for_status()
        moments = iter(range(100_000))
        target = target_of(
            reference(),
            f"{str(server.base_url).rstrip('/')}/api/v1",
            run="faces",
            credentials=Credentials(token="mockbooks-demo-token"),
            allow_writes=True,
            now=lambda: datetime.fromisoformat(server.get("/_mockbooks/clock").json()["data"]["now"]).astimezone(UTC),
            seconds=lambda: next(moments) / 100,
            sleep=lambda _: None,
            timeout_seconds=0.5,
        )
        return judge(target)

    return judge_face


def own(judgement: Judgement) -> dict[str, Outcome]:
    """Give the outcome of every condition, C6 by its own demand; C4 and C9 follow from their parts."""
    from mockbooks.conformance.outcome import together  # noqa: PLC0415

    told = {part.condition.number: part.outcome for judged in judgement.conditions for part in judged.parts}
    for judged in judgement.conditions:
        if judged.findings:
            told[judged.condition.number] = together(finding.outcome for finding in judged.findings)
    return told


@pytest.mark.parametrize("face", EXACT)
def test_exactly_the_conditions_of_the_habit_are_not_met(judged: Judge, face: str) -> None:
    outcomes = own(judged(face))

    assert {number for number, outcome in outcomes.items() if outcome in FAULTY} == set(EXPECTED[face].concerned)
    assert not {number for number in EXPECTED[face].untold if outcomes[number] is Outcome.MET}


@pytest.mark.parametrize("face", [face for face in VAGUE if face != NOT_LET_IN])
def test_what_is_hidden_is_not_said_to_be_met(judged: Judge, face: str) -> None:
    outcomes = own(judged(face))

    assert not {number for number in EXPECTED[face].untold if outcomes[number] is Outcome.MET}


def test_a_refused_token_is_told_at_the_door(judged: Judge) -> None:
    with pytest.raises(CheckError, match=r"refuses the token \(GET /debtors → 401\)"):
        judged(NOT_LET_IN)
