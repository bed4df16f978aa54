"""The commands that ask a server, in the process that serves: what they print, and with what they end."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from mockbooks.cli import main
from mockbooks.cli.announcement import announcement, warning
from mockbooks.cli.reading import Reader
from mockbooks.server import Server, running
from mockbooks.settings import Settings

Ask = Callable[..., Result]


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with running(Settings(port=0, debtors=1, products=1, transactions=0, control_token="geheim")) as server:
        yield server


@pytest.fixture
def url(server: Server) -> str:
    return server.base_url


@pytest.fixture
def ask(url: str, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Ask with the variables that a client has."""
    monkeypatch.setenv("MOCKBOOKS_URL", url)
    monkeypatch.setenv("MOCKBOOKS_CONTROL_TOKEN", "geheim")

    def run(*arguments: str, **variables: str) -> Result:
        return CliRunner(env=variables).invoke(main, arguments)

    return run


def test_a_server_is_healthy(ask: Ask, url: str) -> None:
    assert ask("health").output == f"mockbooks 0.1.0 is up at {url}\n"
    assert ask("wait").output == f"mockbooks 0.1.0 is up at {url} (waited 0.0 s)\n"


def test_a_server_that_is_not_there_ends_a_question_with_3(ask: Ask) -> None:
    told = "nothing listens there; is the server running?"
    once, waited = ask("health", "http://127.0.0.1:9"), ask("wait", "http://127.0.0.1:9", "--timeout", "0.3")

    assert (once.exit_code, waited.exit_code) == (3, 3)
    assert once.stderr == f"mockbooks: http://127.0.0.1:9 is not healthy: {told}\n"
    assert waited.stderr == (
        f"mockbooks: waiting for http://127.0.0.1:9, at most 0.3 s ({told})\n"
        f"mockbooks: http://127.0.0.1:9 is not healthy after 0.3 s: {told}\n"
    )


def test_a_url_that_cannot_be_is_refused_with_2(ask: Ask) -> None:
    assert ask("health", "books.test").exit_code == 2


@pytest.mark.parametrize(
    ("form", "line"),
    [
        ("shell", "export MOCKBOOKS_TOKEN=mockbooks-demo-token"),
        ("dotenv", "MOCKBOOKS_TOKEN=mockbooks-demo-token"),
        ("github", "MOCKBOOKS_TOKEN=mockbooks-demo-token"),
    ],
)
def test_the_variables_of_the_demo_are_printed(ask: Ask, form: str, line: str) -> None:
    asked = ask("env", "--format", form)

    assert asked.exit_code == 0
    assert line in asked.stdout.splitlines()


def test_an_administration_that_is_not_there_has_none(ask: Ask) -> None:
    asked = ask("env", "--administration", "adm_999999")

    assert (asked.exit_code, asked.stdout) == (3, "")
    assert 'There is no administration with id "adm_999999" on this server.' in asked.stderr


def test_new_books_open_with_what_is_printed(ask: Ask, url: str) -> None:
    lines, told = ask("new-administration", "--name", "Kassa 1"), ask("new-administration", "--format", "json")
    made = json.loads(told.stdout)

    assert "Name            Kassa 1\n" in lines.output
    assert made["baseUrl"] == url
    assert f"export MOCKBOOKS_ADMINISTRATION={made['id']}\n" in ask("env", "--administration", made["id"]).stdout


def test_new_books_begin_with_a_scenario_or_are_not_made(ask: Ask, tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("name: mine\nexpect:\n  - trialBalance\n", encoding="utf-8")

    made = json.loads(ask("new-administration", "--scenario", str(file), "--format", "json").stdout)
    refused = ask("new-administration", "--scenario", "lost-repl")

    assert ask("verdict", "--administration", made["id"]).stdout.startswith("Scenario mine: ")
    assert (refused.exit_code, refused.stdout) == (3, "")
    assert 'Did you mean "lost-reply"?' in refused.stderr


def test_a_verdict_is_printed_or_written(ask: Ask, tmp_path: Path) -> None:
    file = tmp_path / "verdict.txt"
    printed, written = ask("verdict"), ask("verdict", "--output", str(file))

    assert (printed.exit_code, written.exit_code) == (1, 1)
    assert file.read_text(encoding="utf-8") == printed.stdout
    assert written.stdout == f"Not passed: see {file}\n"


@pytest.mark.parametrize(("columns", "fewest"), [("50", 100), ("120", 40)])
def test_the_scenarios_fit_a_log_that_shows_colours(ask: Ask, columns: str, fewest: int) -> None:
    lines = ask("scenario", "list", FORCE_COLOR="1", COLUMNS=columns).output.splitlines()

    assert len(lines) > fewest
    assert max(len(click.unstyle(line).rstrip()) for line in lines) <= int(columns)


def test_a_scenario_that_is_meant_as_a_file_stays_plain_though_colours_are_forced(ask: Ask) -> None:
    shown = ask("scenario", "show", "lost-reply", FORCE_COLOR="1").output

    assert shown.startswith("name: lost-reply\n")
    assert shown == click.unstyle(shown)


def test_a_server_says_how_to_ask_for_the_verdict_on_its_scenario(server: Server) -> None:
    told = announcement(server, "lost-reply", Reader(is_person=False, has_colours=False))

    assert f"  Verdict        mockbooks verdict {server.base_url} --control-token TOKEN\n" in told


def test_only_a_server_that_others_can_reach_and_control_is_warned_about() -> None:
    assert warning(Settings(), 8080) is None
    assert warning(Settings(host="10.0.0.7", control_token="geheim"), 8080) is None
    assert str(warning(Settings(host="10.0.0.7"), 8080)).startswith("whoever can reach 10.0.0.7:8080 can also control")
