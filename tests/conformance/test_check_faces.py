"""The check finds the habit of every face: the conditions that it does not meet, and no other."""

from collections.abc import Iterator
from typing import Final

import pytest

from mockbooks.conformance.check_api import CheckError
from mockbooks.conformance.outcome import Outcome
from tests.conformance.faces.expected import EXPECTED
from tests.conformance.facing import Judge, facing, own

FAULTY: Final = {Outcome.PARTLY, Outcome.NOT_MET}
EXACT: Final = sorted(face for face, expected in EXPECTED.items() if expected.exact)
VAGUE: Final = sorted(face for face, expected in EXPECTED.items() if not expected.exact)
# The door is closed to the run: there is nothing to judge, and the check says so.
NOT_LET_IN: Final = "token-refused"


@pytest.fixture(scope="module")
def judged() -> Iterator[Judge]:
    with facing() as judge:
        yield judge


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
