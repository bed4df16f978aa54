"""The guide in a browser: searched, folded away on a telephone, read without a script, and straight from the disk."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from mockbooks.web.guide.export import export

Open = Callable[..., Page]
PHONE = {"width": 390, "height": 844}
LOOKS = pytest.mark.parametrize("look", [{"color_scheme": "light"}, {"color_scheme": "dark"}, {"viewport": PHONE}])
TYPICAL = pytest.mark.parametrize("page", ["/tutorial", "/fidelity", "/reference/faults"])


def test_a_word_is_found_and_enter_leads_to_where_it_stands(server: Any, open_page: Open) -> None:  # noqa: ANN401
    page = open_page(server, "/docs/guide/tutorial")
    page.keyboard.press("/")
    page.keyboard.type("dropConn")
    expect(page.locator(".hits li").first).to_have_text("dropConnectionFaults")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{server.url}/docs/guide/reference/faults#dropconnection")


def test_what_is_nowhere_is_told_and_escape_brings_the_contents_back(server: Any, open_page: Open) -> None:  # noqa: ANN401
    page = open_page(server, "/docs/guide")
    page.get_by_role("searchbox").fill("grootboekrekeningschemabeheer")
    expect(page.locator(".find .found")).to_have_text("Nothing found")
    expect(page.get_by_role("navigation", name="Guide")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(page.get_by_role("navigation", name="Guide")).to_be_visible()
    expect(page.locator(".find .nowhere")).to_be_hidden()


def test_whoever_looks_for_what_there_is_not_is_led_to_the_page_that_says_so(server: Any, open_page: Open) -> None:  # noqa: ANN401
    page = open_page(server, "/docs/guide")
    page.get_by_role("searchbox").fill("graphql")
    expect(page.locator(".find .nowhere")).to_have_text("What there is, and what there is not: Fidelity")
    page.locator(".find .nowhere a").click()
    expect(page).to_have_url(f"{server.url}/docs/guide/fidelity")


def test_what_begins_with_a_word_is_found_before_what_mentions_it(server: Any, open_page: Open) -> None:  # noqa: ANN401
    page = open_page(server, "/docs/guide")
    page.get_by_role("searchbox").fill("429")
    expect(page.locator(".hits li").first).to_have_text("rateLimitFaults")


def test_on_a_telephone_the_contents_are_folded_away_and_nothing_sticks_out(server: Any, open_page: Open) -> None:  # noqa: ANN401
    page = open_page(server, "/docs/guide/reference/faults", viewport=PHONE)
    expect(page.get_by_role("navigation", name="Guide")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.get_by_text("Contents of the guide").click()
    page.get_by_role("link", name="Control time", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Control time")


def test_on_a_telephone_a_picture_is_moved_sideways_and_its_words_can_be_read(server: Any, open_page: Open) -> None:  # noqa: ANN401
    page = open_page(server, "/docs/guide/explanation/how-it-was-attacked", viewport=PHONE)
    box = page.locator(".picture")

    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert box.evaluate("box => box.clientWidth < box.scrollWidth")
    # 13 of the 780 that the picture is wide by its own measure become 10 pixels.
    assert box.locator("img").evaluate("img => img.clientWidth") * 13 / 780 >= 10


def test_code_is_copied_as_it_is_to_be_pasted(server: Any, open_page: Open) -> None:  # noqa: ANN401
    page = open_page(server, "/docs/guide/tutorial", permissions=["clipboard-read", "clipboard-write"])
    page.locator(".copyable", has_text="careful.py ORD-2").hover()
    page.locator(".copyable", has_text="careful.py ORD-2").get_by_role("button").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"curl -s -X POST {server.url}/_mockbooks/reset\n")


def test_without_a_script_everything_can_be_read(server: Any, open_page: Open) -> None:  # noqa: ANN401
    page = open_page(server, "/docs/guide/tutorial", java_script_enabled=False, viewport=PHONE)
    expect(page.get_by_role("navigation", name="Guide")).to_be_visible()
    expect(page.get_by_role("searchbox")).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_have_text("From a clone to a green verdict")


def test_the_site_is_read_and_searched_straight_from_the_disk(chromium: Browser, tmp_path: Path) -> None:
    export(tmp_path)
    page = chromium.new_page()
    page.goto((tmp_path / "how-to" / "control-time.html").as_uri())
    page.get_by_role("searchbox").fill("half up")
    page.get_by_role("link", name="VAT How the books work").click()
    expect(page).to_have_url((tmp_path / "explanation" / "how-the-books-work.html").as_uri() + "#vat")
    page.context.close()


@LOOKS
@TYPICAL
def test_the_guide_has_no_barriers(server: Any, open_page: Open, axe: str, page: str, look: Any) -> None:  # noqa: ANN401
    shown = open_page(server, f"/docs/guide{page}", **look)
    shown.evaluate(axe)
    found = shown.evaluate("axe.run('.guide', { resultTypes: ['violations'] })")
    assert [(each["id"], node["html"]) for each in found["violations"] for node in each["nodes"]] == []
