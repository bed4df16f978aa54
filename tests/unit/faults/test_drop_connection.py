"""`dropConnection`: no answer, in the place of one or of none yet."""

from dataclasses import replace

import pytest

from mockbooks.traffic.delivery import Drop
from mockbooks.traffic.exchange import Answer
from tests.unit.faults.scenes import CREATED, answered, changed, complaint_about, refused


@pytest.mark.parametrize(("settings", "how"), [(None, "reset"), ({}, "reset"), ("reset", "reset"), ("close", "close")])
def test_before_the_action_there_is_no_answer_to_speak_of(settings: object, how: str) -> None:
    assert answered("dropConnection", settings) == Answer(status=0, delivery=Drop(how))  # type: ignore[arg-type]


def test_after_the_action_its_answer_stays_what_it_was_and_is_not_delivered() -> None:
    assert changed("dropConnection", "close", CREATED) == replace(CREATED, delivery=Drop("close"))


@pytest.mark.parametrize("settings", ["abort", True, ["reset"], {"how": "reset"}])
def test_there_are_two_ways(settings: object) -> None:
    assert refused("dropConnection", settings) == [("", "not_one_of")]


def test_a_near_miss_is_suggested() -> None:
    assert complaint_about("dropConnection", "rst").values["suggestion"] == "reset"
