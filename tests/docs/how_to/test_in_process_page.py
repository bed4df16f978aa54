"""The guide for the same process: every program of it runs as it stands, and the plugin's test passes."""

import sys
from pathlib import Path

import pytest

from tests.docs.blocks import write_files
from tests.docs.how_to.conftest import Run
from tests.docs.how_to.test_pytest_page import PYTEST

PAGE = "in-process.md"


@pytest.mark.parametrize(
    ("program", "printed"), [("with_httpx.py", "9.00\n"), ("with_requests.py", "3\n"), ("with_wsgi.py", "True\n")]
)
def test_a_program_prints_what_it_asked_for(tmp_path: Path, run_in: Run, program: str, printed: str) -> None:
    write_files(PAGE, "python", tmp_path)
    ended = run_in(sys.executable, "-W", "error", program)

    assert (ended.stdout, ended.stderr) == (printed, "")


def test_the_fixture_meets_a_scenario(tmp_path: Path, run_in: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    write_files(PAGE, "python", tmp_path)

    assert " 2 passed in" in run_in(*PYTEST, "test_in_process.py").stdout
