"""The commands that work with scenario files."""

from pathlib import Path

import orjson
import pytest
from click.testing import CliRunner, Result

from mockbooks.cli import main

GOOD = "name: mine\ndescription: My own. It does nothing.\ninjections: []\n"
BAD = """name: mine
injections:
  - match: {operation: createTransacton}
    fault: dealy
    phse: after
"""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["scenario", *arguments])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "mine.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "wrong.yaml").write_text(BAD, encoding="utf-8")
    return tmp_path


def test_the_library_is_listed_with_the_first_sentence_of_each() -> None:
    result = run("list")

    assert result.exit_code == 0
    assert "lost-reply  " in result.output
    assert "The first booking of every order is stored, but its answer never arrives" in result.output


def test_a_folder_of_ones_own_is_listed_too_and_what_cannot_be_used_says_why(folder: Path) -> None:
    lines = run("list", "--scenario-folder", str(folder)).output.splitlines()
    (mine,) = (line for line in lines if line.startswith("mine "))
    (wrong,) = (line for line in lines if line.startswith("wrong "))

    assert mine.endswith("  My own.")
    assert 'wrong.yaml:3:24: There is no operation "createTransacton".' in wrong


@pytest.mark.parametrize("command", [("list",), ("show", "mine"), ("check", "lost-reply")])
def test_a_folder_that_is_not_there_is_refused(tmp_path: Path, command: tuple[str, ...]) -> None:
    absent = tmp_path / "absent"
    result = run(*command, "--scenario-folder", str(absent))

    assert result.exit_code == 2
    assert str(absent) in result.output
    assert "a folder that is there" in result.output


def test_a_scenario_is_shown_as_its_file_stands(folder: Path) -> None:
    assert run("show", "mine", "--scenario-folder", str(folder)).output == GOOD


def test_a_name_that_is_not_known_gets_the_nearest_one() -> None:
    result = run("show", "lost-repl")

    assert result.exit_code == 2
    assert 'There is no scenario "lost-repl". Did you mean "lost-reply"? Known: archived-debtor, ' in result.output


def test_a_good_file_is_told_to_be_good(folder: Path) -> None:
    result = run("check", str(folder / "mine.yaml"), "lost-reply")

    assert result.exit_code == 0
    assert result.output.splitlines() == [
        f"{folder / 'mine.yaml'}: mine can be used",
        "lost-reply: lost-reply can be used",
    ]


def test_every_mistake_is_told_with_file_line_column_and_what_was_meant(folder: Path) -> None:
    file = folder / "wrong.yaml"
    result = run("check", str(file))
    lines = result.output.splitlines()

    assert result.exit_code == 1
    assert lines[0] == (
        f'mockbooks: {file}:3:24: There is no operation "createTransacton". Did you mean "createTransaction"?'
    )
    assert lines[1].startswith(f'mockbooks: {file}:4:12: There is no fault "dealy".')
    assert lines[1].endswith('Did you mean "delay"?')
    assert lines[2].startswith(f'mockbooks: {file}:5:5: There is no field "phse" here.')
    assert lines[2].endswith('Did you mean "phase"?')


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("injections:\n  - {match: {}}", "3:5: /injections/0/fault: This field is required."),
        ("description: 5", "2:14: /description: This must be a text in double quotes; what came is 5."),
        (
            "injections: [{fault: {fail: 503}}]",
            (
                "2:29: 503 is no error code: write one word of at most 60 letters, digits and the signs _ . : and -."
                " A status stands beside the code: write {code: service_unavailable, status: 503}."
            ),
        ),
        (
            "expect: [{calls: createTransaction, atMost: 3}]",
            (
                '2:18: /expect/0/calls: This must be a JSON object {…}; what came is "createTransaction".'
                " Write for instance calls: {operation: createTransaction}."
            ),
        ),
        (
            "injections: [{fault: {rateLimit: 30s}}]",
            (
                '2:34: /injections/0/fault/rateLimit: This must be a JSON object {…}; what came is "30s".'
                " Write for instance rateLimit: {retryAfter: 30s, style: epoch}."
            ),
        ),
        (
            "injections: [{match: createTransaction, fault: empty}]",
            (
                '2:22: /injections/0/match: This must be a JSON object {…}; what came is "createTransaction".'
                " Write for instance match: {operation: createTransaction}."
            ),
        ),
        (
            "injections: [{match: {query: email}, fault: empty}]",
            (
                '2:30: /injections/0/match/query: This must be a JSON object {…}; what came is "email".'
                " Write for instance query: {email: {absent: true}}."
            ),
        ),
        (
            "timeline: [{at: +3d, bookkeeper: lockPeriod}]",
            (
                '2:34: /timeline/0/bookkeeper: This must be a JSON object {…}; what came is "lockPeriod".'
                " Write for instance bookkeeper: {lockPeriod: 2026-10}."
            ),
        ),
    ],
)
def test_a_mistake_names_its_field_and_shows_how_to_write_it(tmp_path: Path, text: str, line: str) -> None:
    file = tmp_path / "wrong.yaml"
    file.write_text(f"name: wrong\n{text}\n", encoding="utf-8")

    assert run("check", str(file)).output == f"mockbooks: {file}:{line}\n"


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    result = run("check", str(tmp_path / "nothing.yaml"))

    assert result.exit_code == 1
    assert "nothing.yaml" in result.output


def test_the_schema_is_printed_for_editors() -> None:
    schema = orjson.loads(run("schema").output)

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert {"injections", "timeline", "expect", "books", "clock", "limits", "oauth"} <= schema["properties"].keys()


def test_the_schema_tells_in_which_phase_a_fault_acts_when_none_is_named() -> None:
    described = orjson.loads(run("schema").output)["properties"]["injections"]["items"]["properties"]["phase"]

    assert described["enum"] == ["gate", "before", "after"]
    assert described["description"].endswith(
        "Left out: `gate` for expireToken, revokeConsent; `after` for truncate, empty, malformed, dribble,"
        " loseRefreshReply, reshape; `before` for all others, and for several faults the first phase that suits them"
        " all."
    )


def test_a_server_does_not_start_with_a_scenario_that_cannot_be_used(folder: Path) -> None:
    result = CliRunner().invoke(main, ["serve", "--port", "0", "--scenario", str(folder / "wrong.yaml")])

    assert result.exit_code == 2
    assert "wrong.yaml:4:12" in result.output
