"""How findings become the judgement of nine conditions."""

from datetime import UTC, datetime

import pytest

from mockbooks.conformance.check import Check, ask_all
from mockbooks.conformance.conditions import BY_NUMBER, CONDITIONS
from mockbooks.conformance.finding import Finding
from mockbooks.conformance.judgement import Judgement, gather
from mockbooks.conformance.outcome import Outcome, together
from mockbooks.texts import Text

MET, CANNOT_TELL, PARTLY, NOT_MET = Outcome


def finding(condition: str, outcome: Outcome, *, is_preferred: bool = False) -> Finding:
    summary = Text("Seen.", "Gezien.")
    return Finding(condition=condition, outcome=outcome, summary=summary, is_preferred=is_preferred)


def judgement(*findings: Finding) -> Judgement:
    moment = datetime(2026, 10, 15, 9, tzinfo=UTC)
    return Judgement(
        manner="audit",
        name="De Korenaar",
        source="korenaar.yaml",
        form="OpenAPI 3.1.0",
        judged_at=moment,
        seconds=0.5,
        conditions=gather(findings),
    )


@pytest.mark.parametrize(
    ("outcomes", "whole"),
    [
        ([], CANNOT_TELL),
        ([MET, MET], MET),
        ([MET, CANNOT_TELL], CANNOT_TELL),
        ([MET, PARTLY, CANNOT_TELL], PARTLY),
        ([MET, NOT_MET], PARTLY),
        ([CANNOT_TELL, NOT_MET], NOT_MET),
        ([NOT_MET, NOT_MET], NOT_MET),
        ([NOT_MET, PARTLY], PARTLY),
    ],
)
def test_a_whole_is_judged_by_its_parts(outcomes: list[Outcome], whole: Outcome) -> None:
    assert together(outcomes) is whole


def test_there_are_nine_conditions_with_their_parts() -> None:
    assert [condition.number for condition in CONDITIONS] == ["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9"]
    assert [part.number for part in BY_NUMBER["C4"].parts] == [f"C4{letter}" for letter in "abcdefgh"]
    assert [part.number for part in BY_NUMBER["C6"].parts] == [f"C6{letter}" for letter in "abcdef"]
    assert [part.number for part in BY_NUMBER["C9"].parts] == ["C9i", "C9ii", "C9iii", "C9iv"]


def test_a_condition_has_its_own_findings_and_those_of_its_parts() -> None:
    created, transaction = finding("C6", PARTLY), finding("C6a", MET)

    answers = gather([created, transaction])[5]

    assert answers.outcome is PARTLY
    assert answers.findings == [created]
    assert answers.parts[0].findings == [transaction]
    assert answers.parts[1].outcome is CANNOT_TELL


def test_what_is_only_preferred_spoils_no_more_than_a_part() -> None:
    by_number = finding("C4b", NOT_MET, is_preferred=True)

    assert gather([by_number])[3].parts[1].outcome is PARTLY


def test_a_judgement_counts_the_nine_and_knows_the_worst() -> None:
    judged = judgement(finding("C1", MET), finding("C7", PARTLY))

    assert judged.counts == {MET: 1, CANNOT_TELL: 7, PARTLY: 1, NOT_MET: 0}
    assert judged.is_worse_than(CANNOT_TELL)
    assert not judged.is_worse_than(PARTLY)


def test_a_part_that_is_not_met_makes_the_whole_judgement_as_bad() -> None:
    judged = judgement(finding("C4a", NOT_MET), finding("C4b", MET))

    assert judged.conditions[3].outcome is PARTLY
    assert judged.is_worse_than(PARTLY)


def test_a_check_is_asked_of_its_target_and_signs_what_it_finds() -> None:
    check: Check[str] = Check(
        name="rest",
        conditions=("C1",),
        question=Text("Is it REST?", "Is het REST?"),
        ask=lambda target: [finding("C1", MET if target == "REST" else NOT_MET)],
    )

    (found,) = ask_all([check], "SOAP")

    assert (found.check, found.outcome) == ("rest", NOT_MET)
