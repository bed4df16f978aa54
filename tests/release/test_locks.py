"""The locked requirements agree: one version of a package, whoever installs it, and no `.venv` swings between two."""

import re
from pathlib import Path

import pytest

LOCKS = Path(__file__).parents[2] / "requirements"


def pinned(file: str) -> set[str]:
    return set(re.findall(r"^[\w.-]+==[\w.]+", LOCKS.joinpath(file).read_text(encoding="utf-8"), re.MULTILINE))


@pytest.mark.parametrize("file", ["run.txt", "build.txt", "examples.txt"])
def test_what_is_installed_for_one_purpose_is_what_the_checks_run_with(file: str) -> None:
    assert pinned(file) - pinned("dev.txt") == set()


def test_the_example_needs_httpx_beside_what_mockbooks_runs_on() -> None:
    added = {package.partition("==")[0] for package in pinned("examples.txt") - pinned("run.txt")}
    assert added == {"anyio", "certifi", "h11", "httpcore", "httpx", "idna", "typing-extensions"}
