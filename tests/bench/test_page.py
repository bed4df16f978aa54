"""The page of the guide gets the tables of a run, each in its section, and has a place for every one of them."""

from pathlib import Path

import pytest

from bench._page import PAGE, renew_page, renewed
from bench._report import BenchError

OLD = "# How fast\n\nProse.\n\n## Starts\n\n| old |\n\n## How it is measured\n\nCarefully.\n"


def test_a_section_is_replaced_and_the_prose_around_it_stays() -> None:
    page = renewed(OLD, "## Starts\n\n| new |\n")
    assert page == "# How fast\n\nProse.\n\n## Starts\n\n| new |\n\n## How it is measured\n\nCarefully.\n"


def test_renewing_twice_changes_nothing_more() -> None:
    once = renewed(OLD, "## Starts\n\n| new |\n")
    assert renewed(once, "## Starts\n\n| new |\n") == once


def test_a_table_without_a_place_on_the_page_is_refused() -> None:
    with pytest.raises(BenchError, match='no section "Growth"'):
        renewed(OLD, "## Growth\n\n| new |\n")


def test_without_a_whole_run_there_is_nothing_to_show(tmp_path: Path) -> None:
    with pytest.raises(BenchError, match=r"there is no .*: `make bench`, without ARGS, writes it"):
        renew_page(tmp_path / "bench.md")


def test_the_real_page_has_a_place_for_the_goals() -> None:
    assert "\n## The goals, and what was reached\n" in PAGE.read_text(encoding="utf-8")
