"""`make fuzz` tells what is wrong before it installs or reads what only fuzzing needs."""

import subprocess
import sys

import pytest

from tests.fuzz.asked import asked, no_atheris_for
from tests.fuzz.table import PARSERS


@pytest.fixture(autouse=True)
def _on_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platform.system", lambda: "Linux")
    monkeypatch.setattr("platform.machine", lambda: "x86_64")


def refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit) as ended:
        asked(arguments)
    assert ended.value.code == 2
    return capsys.readouterr().err


def test_without_a_name_all_parsers_are_fuzzed_for_a_minute_each() -> None:
    given = asked([])

    assert (given.names, given.minutes) == (list(PARSERS), 1.0)


def test_what_is_given_last_counts_as_make_puts_its_own_minutes_first() -> None:
    assert asked(["--minutes", "1", "wire", "--minutes", "5"]).minutes == 5


def test_help_lists_every_name_the_total_time_and_the_default(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        asked(["--help"])
    printed = capsys.readouterr().out

    assert ended.value.code == 0
    assert set(PARSERS) <= set(printed.split())
    hours, minutes = divmod(len(PARSERS), 60)
    assert f"All {len(PARSERS)} take {hours} h {minutes} min" in printed.replace("\n", " ")
    assert "(default: 1)" in printed


def test_a_name_that_there_is_not_is_told_with_those_that_are_like_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert 'there is no parser "json-bodi": is it json-body' in refused(["json-bodi"], capsys)


@pytest.mark.parametrize("minutes", ["x", "0", "0.01", "-1", "nan", "inf"])
def test_minutes_that_libfuzzer_cannot_count_are_told(minutes: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert f'"{minutes}" is no number of minutes' in refused([f"--minutes={minutes}"], capsys)


def test_where_there_is_no_atheris_that_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("platform.system", lambda: "Darwin")
    monkeypatch.setattr("platform.machine", lambda: "arm64")

    told = "make fuzz needs atheris, which exists for Linux on x86-64; this is Darwin on arm64"
    assert told in refused(["wire"], capsys)
    assert no_atheris_for("Linux", "aarch64").endswith("this is Linux on aarch64")
    assert no_atheris_for("Windows", "AMD64").endswith("this is Windows on AMD64")


def test_what_is_asked_is_checked_without_atheris() -> None:
    command = [sys.executable, "-c", "import sys, tests.fuzz.asked; print('atheris' in sys.modules)"]

    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "False\n"
