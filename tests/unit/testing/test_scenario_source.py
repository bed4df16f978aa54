"""How a scenario is read in whatever form a test has it, and how its mistakes are told."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from mockbooks.testing.control import ControlError
from mockbooks.testing.scenario_source import ScenarioError, mistakes_in, source_of

MISTAKE = {"pointer": "/expct", "detail": 'There is no field "expct" here.', "line": 5, "column": 1}


def test_a_name_is_sent_as_a_name() -> None:
    source = source_of("lost-reply")
    assert (json.loads(source.body), source.media_type) == ({"name": "lost-reply"}, "application/json")


def test_values_are_sent_as_json() -> None:
    assert json.loads(source_of({"name": "mine", "expect": []}).body) == {"name": "mine", "expect": []}


def test_several_lines_are_yaml() -> None:
    source = source_of("name: mine\nexpect: []\n")
    assert (source.body, source.media_type) == (b"name: mine\nexpect: []\n", "application/yaml")


def test_a_file_is_looked_for_in_one_folder_after_the_other(tmp_path: Path) -> None:
    (tmp_path / "near").mkdir()
    (tmp_path / "mine.yaml").write_text("name: mine", encoding="utf-8")
    source = source_of("mine.yaml", (tmp_path / "near", tmp_path))
    assert (source.body, source.known_as) == (b"name: mine", "mine.yaml")


def test_a_file_that_is_nowhere_is_told_with_the_places(tmp_path: Path) -> None:
    with pytest.raises(ScenarioError) as refused:
        source_of(Path("mine"), (tmp_path, tmp_path))
    assert str(refused.value) == f"there is no scenario file mine; looked for {tmp_path / 'mine'}"


@pytest.mark.parametrize(
    ("scenario", "told"),
    [
        (7, "a scenario is a name, a path, YAML or a dict, and not 7"),
        ({"clock": date(2026, 10, 15)}, "a scenario holds what JSON can hold, such as durations as texts: Object of"),
    ],
)
def test_what_can_be_no_scenario_is_refused(scenario: Any, told: str) -> None:  # noqa: ANN401 - it is what is meant
    with pytest.raises(ScenarioError) as refused:
        source_of(scenario)
    assert str(refused.value).startswith(told)


def test_a_mistake_in_a_file_has_line_and_column() -> None:
    source = source_of("name: mine\nexpct: []\n")
    assert str(mistakes_in(source, ControlError("refused", (MISTAKE,)))) == (
        'the scenario:5:1: /expct: There is no field "expct" here.'
    )


def test_a_mistake_in_values_has_its_place_in_them() -> None:
    source = source_of({"name": "mine", "expct": []})
    assert str(mistakes_in(source, ControlError("refused", (MISTAKE,)))) == (
        'the scenario: /expct: There is no field "expct" here.'
    )


def test_a_refusal_that_names_no_mistake_is_told_as_it_came() -> None:
    assert str(mistakes_in(source_of("lost-reply"), ControlError("there is no answer"))) == "there is no answer"
