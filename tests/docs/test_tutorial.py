"""The tutorial does what it says, step by step, and what it shows is what a reader sees."""

from pathlib import Path

import pytest

from mockbooks.settings import Settings
from tests.docs.blocks import DOCS, every_block
from tests.docs.running import Run, run

TUTORIAL = DOCS / "tutorial.md"


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return run(TUTORIAL, tmp_path_factory.mktemp("reader"))


def test_the_first_question_is_answered(walked: Run) -> None:
    assert [debtor["name"] for debtor in walked.answers[2]["data"]] == ["Bakkerij De Korenaar", "Siobhán O'Brien"]


def test_the_first_sale_is_booked_with_its_vat(walked: Run) -> None:
    assert "for 121.00 of which VAT 21.00\n" in walked.printed
    assert "debit 121.00 credit 0.00\n" in walked.printed


def test_the_naive_client_believes_that_all_is_well_and_is_caught(walked: Run) -> None:
    assert "no answer: ConnectionResetError\nbooked 2026-0002\nScenario lost-reply: NOT PASSED" in walked.printed


def test_the_careful_client_meets_the_same_and_passes(walked: Run) -> None:
    assert "no answer: ConnectionResetError\nbooked 2026-0001\nScenario lost-reply: PASSED" in walked.printed


def test_it_does_the_same_on_a_server_that_was_played_on_before(tmp_path: Path) -> None:
    again = run(TUTORIAL, tmp_path, settings=Settings(port=0, scenario="lost-reply"))
    assert "for 121.00 of which VAT 21.00\n" in again.printed
    assert "no answer: ConnectionResetError\nbooked 2026-0001\nScenario lost-reply: PASSED" in again.printed


def test_the_verdicts_that_it_shows_are_those_that_are_given(walked: Run) -> None:
    shown = [block.text for block in every_block(TUTORIAL) if block.language == "text"]
    assert [text for text in shown if text not in walked.printed] == []
    assert len(shown) == 2
