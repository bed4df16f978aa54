"""What becomes of a judgement at the command line: printed, shown or written, and the exit code that it earns."""

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from mockbooks.cli.judgement_shown import shown
from mockbooks.cli.reading import Reader
from mockbooks.cli.reporting import FORMS, Reporting, reports
from mockbooks.conformance.finding import Finding
from mockbooks.conformance.judgement import Judgement
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.reports import REPORTS
from mockbooks.conformance.reports.edition import Edition
from mockbooks.texts import Text
from tests.unit.conformance.reports.judged import all_met, hostile, judgement
from tests.unit.conformance.reports.reading import told

STYLE = re.compile(r"\x1b\[[0-9;]*m")
GREEN, RED, RESET = "\x1b[32m", "\x1b[31m\x1b[1m", "\x1b[0m"


def all_met_but(outcome: Outcome) -> Judgement:
    """Judge an API that does all that is asked, and tells failures in this way."""
    odd = Finding(condition="C7", outcome=outcome, summary=Text("So.", "Zo."))
    others = [finding for whole in all_met().conditions for judged in whole.apart for finding in judged.findings]
    return judgement([*(finding for finding in others if finding.condition != "C7"), odd])


def report(made: Judgement, *arguments: str) -> Result:
    """Run a command that has judged that, with these options."""

    @click.command()
    @reports
    def command(reporting: Reporting) -> None:
        reporting.demand_room()
        reporting.finish(made)

    return CliRunner().invoke(command, arguments)


def seen_at(columns: int, made: Judgement) -> str:
    reader = Reader(is_person=True, has_colours=True, columns=columns)
    return shown(Edition(judgement=made, language="en"), reader)


def test_the_forms_are_those_that_there_are() -> None:
    assert tuple(REPORTS) == FORMS


@pytest.mark.parametrize("form", FORMS)
def test_in_a_pipe_a_report_is_printed_as_it_is(form: str) -> None:
    assert report(judgement(), "--format", form, "--language", "nl").output == told(form, judgement(), "nl")


@pytest.mark.parametrize(
    ("outcome", "fail_on", "exit_code"),
    [
        ("met", "cannot-tell", 0),
        ("cannot_tell", "cannot-tell", 1),
        ("cannot_tell", "partly", 0),
        ("partly", "partly", 1),
        ("partly", "not-met", 0),
        ("not_met", "not-met", 1),
        ("not_met", "never", 0),
    ],
)
def test_the_exit_code_follows_from_what_to_fail_on(outcome: str, fail_on: str, exit_code: int) -> None:
    assert report(all_met_but(Outcome(outcome)), "--fail-on", fail_on).exit_code == exit_code


def test_by_default_what_is_partly_met_fails_and_what_cannot_be_told_does_not() -> None:
    assert report(all_met_but(Outcome.PARTLY)).exit_code == 1
    assert report(all_met_but(Outcome.CANNOT_TELL)).exit_code == 0


def test_in_junit_no_case_fails_when_the_exit_code_is_0() -> None:
    result = report(all_met_but(Outcome.PARTLY), "--format", "junit", "--fail-on", "not-met")

    assert result.exit_code == 0
    assert ' failures="0" ' in result.output


def test_a_report_is_written_to_a_file_whole_and_where_it_is_is_told(tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    result = report(judgement(), "--format", "html", "--output", str(file))

    assert file.read_text(encoding="utf-8") == told("html", judgement())
    assert result.output == f"Boekhoudgemak: 2 of 9 conditions met; see {file}\n"
    assert list(tmp_path.iterdir()) == [file]


def test_where_nothing_can_be_written_it_is_told_before_anything_is_judged(tmp_path: Path) -> None:
    result = report(judgement(), "--output", str(tmp_path / "nowhere" / "report.txt"))

    assert result.exit_code == 2
    assert result.output == (
        f"mockbooks: {tmp_path}/nowhere/report.txt cannot be written: there is no folder {tmp_path}/nowhere\n"
    )


def test_a_person_sees_colours_and_the_same_words() -> None:
    seen = seen_at(1_000, judgement())

    assert f"{GREEN}✓ {RESET}C1" in seen
    assert f"{RED}  ✗ {RESET}C4a" in seen
    assert STYLE.sub("", seen) == told("text", judgement())


@pytest.mark.parametrize("columns", [50, 60, 80, 100, 120])
def test_a_report_fits_the_terminal_and_loses_no_word(columns: int) -> None:
    seen = STYLE.sub("", seen_at(columns, judgement()))

    assert max(map(len, seen.splitlines())) <= columns
    assert "Give GET /v2/relaties a parameter email that finds exactly that address." in " ".join(seen.split())


def test_no_vendor_can_steer_the_terminal() -> None:
    assert "\x1b" not in STYLE.sub("", seen_at(80, hostile()))
    assert "\x1b[31mred" not in seen_at(80, hostile())


@pytest.mark.parametrize("arguments", [["--help"], ["serve", "--help"], ["audit", "--help"], ["vendor", "--help"]])
def test_until_something_is_judged_nothing_of_it_is_imported(arguments: list[str]) -> None:
    program = (
        "import sys\nfrom click.testing import CliRunner\nfrom mockbooks.cli import main\n"
        f"CliRunner().invoke(main, {arguments!r})\n"
        "print([name for name in sys.modules if name.startswith('mockbooks.conformance') or name == 'jinja2'])"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert ended.stdout == "[]\n"
