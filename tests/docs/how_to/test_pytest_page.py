"""The guide for pytest works as it stands: what it shows fails as it shows, and passes with what it adds."""

import re
import sys
from pathlib import Path

import pytest

from tests.docs.blocks import blocks, files_of, write_files
from tests.docs.how_to.conftest import FAR_ZONES, Run, today_in_amsterdam

PAGE = "pytest.md"
BOOKS = """
import os
from shop import Shop

shop = Shop(os.environ["MOCKBOOKS_URL"] + "/api/v1", "mockbooks-demo-token")
print(shop.book(os.environ["TZ"], "100.00")["date"])
"""
NAIVE = "headers = {}\n"
REPAIR = 'headers = {"Idempotency-Key": f"order-{reference}"}\n'
# As at the reader's, who has no other plugins; the processes start faster without them.
PYTEST = (sys.executable, "-m", "pytest", "-p", "mockbooks.pytest_plugin", "-p", "no:cacheprovider", "-W", "error")


@pytest.fixture(autouse=True)
def _no_other_plugins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Be where the reader is after the first section."""
    for name in ("shop.py", "conftest.py", "test_shop.py"):
        (tmp_path / name).write_text(files_of(PAGE, "python")[name], encoding="utf-8")
    return tmp_path


def repair(folder: Path) -> None:
    shop = folder / "shop.py"
    shop.write_text(shop.read_text(encoding="utf-8").replace(NAIVE, REPAIR), encoding="utf-8")


def pattern_of(shown: str) -> re.Pattern[str]:
    """Make a pattern of an output as a page shows it: an ellipsis stands for anything."""
    return re.compile(".*?".join(map(re.escape, shown.rstrip().split("…"))), re.DOTALL)


def test_the_shop_as_it_is_shown_first_books_twice_and_the_failure_is_the_one_that_is_shown(
    folder: Path, run_in: Run
) -> None:
    ended = run_in(*PYTEST, str(folder))

    assert " 1 failed, 1 passed in" in ended.stdout, ended.stdout
    (shown,) = blocks(PAGE, "text")
    assert pattern_of(shown).search(ended.stdout), ended.stdout


def test_the_line_that_is_added_makes_it_right(folder: Path, run_in: Run) -> None:
    assert REPAIR in blocks(PAGE, "python")
    assert NAIVE in (folder / "shop.py").read_text(encoding="utf-8")
    repair(folder)

    assert " 2 passed in" in run_in(*PYTEST, str(folder)).stdout


def test_everything_else_on_the_page_passes_too(folder: Path, run_in: Run) -> None:
    write_files(PAGE, "python", folder)
    repair(folder)
    ended = run_in(*PYTEST, str(folder))

    assert " 8 passed in" in ended.stdout, ended.stdout


@pytest.mark.parametrize("zone", FAR_ZONES)
def test_the_shop_books_on_the_day_that_it_is_in_amsterdam(
    folder: Path, run_in: Run, zone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", zone)
    (folder / "books.py").write_text(BOOKS, encoding="utf-8")
    ended = run_in(sys.executable, "books.py")

    assert ended.stdout == f"{today_in_amsterdam()}\n", ended.stderr
