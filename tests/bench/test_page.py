"""The page of the guide gets the tables of a run, each in its section, and has a place for every one of them."""

from pathlib import Path

import pytest

from bench._page import OPEN, PAGE, renew_page, renewed
from bench._report import BenchError
from bench._titles import Title
from mockbooks.web.guide.contents import PAGES
from mockbooks.web.guide.sources import source_of

OLD = "# How fast\n\nProse.\n\n## Start and idle memory\n\n| old |\n\n## How it is measured\n\nCarefully.\n"
OPENS_WITH = "No figures of the last whole run"
NEW = "## Start and idle memory\n\n| new |\n"


def test_a_section_is_replaced_and_the_prose_around_it_stays() -> None:
    page = renewed(OLD, NEW)
    assert page == f"# How fast\n\nProse.\n\n{NEW}\n## How it is measured\n\nCarefully.\n"


def test_renewing_twice_changes_nothing_more() -> None:
    once = renewed(OLD, NEW)
    assert renewed(once, NEW) == once


def test_a_table_of_an_earlier_run_does_not_stay_beside_those_of_this_one() -> None:
    page = renewed(OLD + "\n## A real year, booked by one client\n\n| old |\n", NEW)
    assert "| new |" in page
    assert OPENS_WITH in OPEN
    assert page.endswith(f"Carefully.\n\n## A real year, booked by one client\n\n{OPEN}\n")


def test_a_table_without_a_place_on_the_page_is_refused() -> None:
    with pytest.raises(BenchError, match='no section "Growth"'):
        renewed(OLD, "## Growth\n\n| new |\n")


def test_without_a_whole_run_there_is_nothing_to_show(tmp_path: Path) -> None:
    with pytest.raises(BenchError, match=r"there is no .*: `make bench`, without ARGS, writes it"):
        renew_page(tmp_path / "bench.md")


@pytest.mark.parametrize("page", PAGES)
def test_no_page_that_is_shipped_waits_for_its_figures(page: str) -> None:
    assert OPENS_WITH not in source_of(page)


@pytest.mark.parametrize("title", Title)
def test_the_real_page_has_a_place_for_every_table(title: Title) -> None:
    assert PAGE.read_text(encoding="utf-8").count(f"\n## {title}\n") == 1
