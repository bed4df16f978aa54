"""The README's code runs: every block of it, in order, against a server that was just started."""

import pytest

from tests.docs.blocks import ROOT, every_block
from tests.docs.running import Run, run

README = ROOT / "README.md"


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return run(README, tmp_path_factory.mktemp("reader"))


def test_the_first_line_that_is_pasted_works(walked: Run) -> None:
    assert [debtor["name"] for debtor in walked.answers[0]["data"]] == ["Bakkerij De Korenaar", "Siobhán O'Brien"]


def test_the_sale_is_booked_with_its_vat(walked: Run) -> None:
    assert walked.answers[1]["data"]["totalVat"] == "21.00"
    assert walked.answers[1]["data"]["reference"] == "WEB-4711"


def test_the_answer_is_lost_and_the_same_order_is_booked_once(walked: Run) -> None:
    assert walked.answers[2]["data"]["name"] == "lost-reply"
    assert "the connection was reset\n" in walked.printed
    assert walked.answers[3]["data"]["number"].endswith("-0001")
    assert "Scenario lost-reply: PASSED (5 passed)" in walked.printed


def test_the_order_with_two_keys_is_booked_twice_and_the_verdict_is_the_one_shown(walked: Run) -> None:
    assert walked.answers[4]["data"]["reference"] == "WEB-4713"
    shown = [block.text for block in every_block(README) if block.language == "text"]
    assert [text for text in shown if text not in walked.printed] == []
    assert len(shown) == 1


def test_the_scenario_is_left_for_whoever_goes_on_with_the_tutorial(walked: Run) -> None:
    assert walked.answers[5]["data"]["active"] is False


def test_every_wrong_field_of_the_bad_debtor_is_named(walked: Run) -> None:
    named = [error["pointer"] for error in walked.answers[6]["errors"]]
    assert named == ["/name", "/email", "/address/countryCode", "/vatNumber"]


def test_an_impatient_reader_is_working_within_a_page() -> None:
    lines = README.read_text(encoding="utf-8").splitlines()
    assert len(lines) < 150
    assert lines.index("## One minute") < 60
