"""What a person sees at a terminal, and what a pipe gets: colours and tables here, plain text there."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.commands import COMMAND, STYLE, at_a_terminal, environment, run
from tests.e2e.conftest import Process, Start

GREEN, RED, BOLD, DIM = "\x1b[32m", "\x1b[31m", "\x1b[1m", "\x1b[2m"
SCENARIO = """
name: one-debtor
expect:
  - {debtors: {email: nieuw@korenaar.example}, exactly: 1}
  - noDuplicateBookings
"""


@pytest.fixture
def server(start: Start, tmp_path: Path) -> Process:
    file = tmp_path / "one-debtor.yaml"
    file.write_text(SCENARIO, encoding="utf-8")
    return start(f"--scenario={file}")


def test_a_verdict_has_colours_for_a_person_and_is_the_same_text_without_them(server: Process) -> None:
    seen, piped = at_a_terminal("verdict", server.base_url, columns=300), run("verdict", server.base_url)

    assert seen.text.startswith(f"{RED}{BOLD}Scenario one-debtor: NOT PASSED")
    assert (seen.exit_code, piped.returncode) == (1, 1)
    assert seen.without_styles == piped.stdout


def test_a_verdict_has_no_colours_in_a_pipe_or_where_they_are_not_wanted(server: Process) -> None:
    piped = run("verdict", server.base_url).stdout

    assert "\x1b" not in piped
    assert at_a_terminal("verdict", server.base_url, columns=300, NO_COLOR="1").text == piped
    assert at_a_terminal("verdict", server.base_url, TERM="dumb").text == piped


def test_a_verdict_fits_the_terminal_and_loses_no_word(server: Process) -> None:
    seen = at_a_terminal("verdict", server.base_url, columns=60)

    assert seen.width <= 60
    assert seen.without_styles.split() == run("verdict", server.base_url).stdout.split()


def test_a_log_that_shows_colours_may_have_them(server: Process) -> None:
    forced = run("verdict", server.base_url, FORCE_COLOR="1").stdout

    assert forced.startswith(f"{RED}{BOLD}Scenario one-debtor: NOT PASSED")
    assert STYLE.sub("", forced) == run("verdict", server.base_url).stdout


def test_a_verdict_in_json_is_for_programs_at_a_terminal_too(server: Process) -> None:
    assert at_a_terminal("verdict", server.base_url, "--format", "json").text.startswith('{"success":true')


def test_a_verdict_that_is_written_to_a_file_has_no_colours(server: Process, tmp_path: Path) -> None:
    file = tmp_path / "verdict.txt"
    at_a_terminal("verdict", server.base_url, "--output", str(file))

    assert file.read_text(encoding="utf-8") == run("verdict", server.base_url).stdout


@pytest.mark.parametrize("columns", [50, 80, 120])
def test_the_scenarios_fit_the_terminal(columns: int) -> None:
    seen = at_a_terminal("scenario", "list", columns=columns)

    assert seen.width <= columns
    assert "lost-reply" in seen.without_styles
    assert "\x1b[36m" in seen.text or "\x1b[1;36m" in seen.text


def test_the_scenarios_are_aligned_lines_in_a_pipe() -> None:
    lines = run("scenario", "list").stdout.splitlines()

    assert "\x1b" not in "".join(lines)
    assert lines[0].startswith("archived-debtor                 The bookkeeper archives the debtor of the first order")


def test_a_scenario_is_shown_in_colours_to_a_person_as_its_file_stands() -> None:
    seen, piped = at_a_terminal("scenario", "show", "lost-reply"), run("scenario", "show", "lost-reply")

    assert "\x1b[" in seen.text
    assert seen.without_styles == piped.stdout


def test_a_scenario_that_is_kept_as_a_file_has_no_colours_though_they_are_forced() -> None:
    assert "\x1b" not in run("scenario", "show", "lost-reply", FORCE_COLOR="1").stdout


def test_the_help_has_bold_headings_for_a_person() -> None:
    seen = at_a_terminal("--help")

    assert f"{BOLD}Ask a running server\x1b[0m:" in seen.text
    assert seen.without_styles == run("--help").stdout


@pytest.mark.parametrize(
    "command",
    [
        "",
        "serve",
        "scenario",
        "wait",
        "health",
        "verdict",
        "env",
        "new-administration",
        "openapi",
        "audit",
        "check",
        "vendor",
    ],
)
def test_the_help_fits_a_terminal_of_eighty_columns(command: str) -> None:
    assert at_a_terminal(*command.split(), "--help").width <= 80


def test_a_server_tells_a_person_in_colours_and_a_log_without(start: Start) -> None:
    command = [*COMMAND, "serve", "--port=0", "--transactions=0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment(FORCE_COLOR="1")) as coloured:
        assert coloured.stdout is not None
        first = coloured.stdout.readline()
        coloured.terminate()

    assert first == f"{BOLD}mockbooks 0.1.0 is ready.\x1b[0m State is in memory and is lost on stop (Ctrl+C).\n"
    assert "\x1b" not in start().printed


def test_a_server_on_every_address_says_how_it_is_called_from_elsewhere(start: Start) -> None:
    process = start("--host=0.0.0.0", "--public-url=https://boeken.test")

    assert process.base_url == f"http://127.0.0.1:{process.port}"
    assert (
        "  Public URL     https://boeken.test\n"
        "  Listens on     every address; outside a container, at the port that is published\n"
    ) in process.printed


def test_whoever_waits_at_a_terminal_sees_a_line_that_changes_and_is_gone_afterwards() -> None:
    seen = at_a_terminal("wait", "http://127.0.0.1:9", "--timeout", "0.5")

    assert "waiting for http://127.0.0.1:9, at most 0.5 s: 0 s, nothing listens there" in seen.without_styles
    assert seen.text.endswith(
        "\x1b[2K"
        "mockbooks: http://127.0.0.1:9 is not healthy after 0.5 s: nothing listens there; is the server running?\n"
    )
    assert seen.exit_code == 3


def test_new_books_have_dimmed_labels_for_a_person(mockbooks: Process) -> None:
    seen = at_a_terminal("new-administration", mockbooks.base_url)

    assert f"{DIM}Access token   \x1b[0m mb_at_" in seen.text


def completed(words: str, *, place: int) -> list[str]:
    """Ask as bash does, by the command that was installed."""
    asked = {"_MOCKBOOKS_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(place)}
    command = [sys.executable, str(Path(sys.executable).with_name("mockbooks"))]
    done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=True, env=environment(**asked))
    return done.stdout.splitlines()


def test_bash_completes_commands_and_the_names_of_scenarios() -> None:
    assert completed("mockbooks ver", place=1) == ["plain,verdict"]
    assert "plain,lost-reply" in completed("mockbooks scenario show lost-", place=3)
