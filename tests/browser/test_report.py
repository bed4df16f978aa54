"""The report on a vendor as it is sent: opened from a file, on a screen of any size, and printed."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from mockbooks.conformance.reports.as_html import as_html
from mockbooks.conformance.reports.edition import Edition
from mockbooks.texts import Language
from tests.browser.conftest import Complaints
from tests.browser.test_barriers import barriers
from tests.unit.conformance.reports.judged import hostile, judgement

OpenReport = Callable[..., Page]
LANGUAGES = pytest.mark.parametrize("language", ["en", "nl"])


@pytest.fixture
def open_report(chromium: Browser, complaints: Complaints, tmp_path: Path) -> Iterator[OpenReport]:
    """Open the report of a judgement from a file; afterwards nothing may have gone wrong on it."""
    with ExitStack() as stack:

        def open_one(language: Language, *, of: Callable[..., Any] = judgement, **options: Any) -> Page:  # noqa: ANN401
            file = tmp_path / f"report-{language}.html"
            file.write_bytes(as_html(Edition(judgement=of(), language=language)))
            page = stack.enter_context(chromium.new_context(**options)).new_page()
            complaints.watch(page, file.as_uri())
            page.goto(file.as_uri())
            return page

        yield open_one
    assert complaints.told == []


@LANGUAGES
def test_the_report_has_no_barriers(open_report: OpenReport, axe: str, language: Language) -> None:
    assert barriers(open_report(language), axe) == []


@pytest.mark.parametrize("width", [390, 640, 1280])
def test_the_report_fits_its_screen_whatever_a_vendor_wrote(open_report: OpenReport, width: int) -> None:
    page = open_report("nl", of=lambda: hostile("x" * 5_000), viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_a_hostile_text_does_nothing_on_the_page(open_report: OpenReport) -> None:
    page = open_report("en", of=hostile)
    expect(page.get_by_role("heading", level=1)).to_contain_text("</style><script>alert(1)</script>")


def test_requests_and_answers_are_folded_on_a_screen_and_unfolded_on_paper(open_report: OpenReport) -> None:
    page = open_report("en")
    exchange = page.get_by_text("POST /v2/relaties HTTP/1.1").first
    assert not exchange.evaluate("at => at.checkVisibility()")
    page.emulate_media(media="print")
    assert exchange.evaluate("at => at.checkVisibility({contentVisibilityAuto: true}) && at.offsetHeight > 20")
