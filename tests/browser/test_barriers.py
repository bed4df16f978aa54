"""No barriers: what axe finds on every page in both languages, light and dark; small screens and large letters."""

import re
from collections.abc import Iterator
from typing import Any, Literal

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open, Running, Start, starting

DASHBOARD = (
    "/",
    "/dashboard/requests?open=1.2",
    "/dashboard/debtors",
    "/dashboard/transactions?open=trx_000001",
    "/dashboard/trial-balance",
)
DOCUMENTS = ("/docs/oauth", "/docs/scenarios", "/docs/errors")


# The chapters of the documentation are made by one template: looking at all ninety error codes takes a minute.
ALIKE = "main > section:nth-of-type(n + 4), .index section:nth-of-type(n + 4)"


FADE = re.compile("linear-gradient")
RIGHT = "at => at.getBoundingClientRect().right"
LANGUAGES = pytest.mark.parametrize("language", ["en", "nl"])
SCENARIO = {
    "name": "tight",
    "description": "One debtor in three is refused.",
    "limits": {"windows": [{"requests": 4, "per": "minute"}], "concurrent": 5},
    "injections": [{"name": "closed", "match": {"operation": "createDebtor"}, "fault": {"fail": {"code": "CLOSED"}}}],
    "timeline": [{"at": "+3d", "bookkeeper": {"lockPeriod": "2026-10"}}],
    "expect": ["waitedForRetryAfter", "noRefusedRequests", {"calls": {"operation": "createDebtor"}, "atMost": 3}],
}


def barriers(page: Page, axe: str) -> list[str]:
    """Tell what axe finds, in light and in dark: the rule, and the elements."""
    page.evaluate(axe)
    return [*found_in("light", page), *found_in("dark", page)]


def found_in(scheme: Literal["light", "dark"], page: Page) -> list[str]:
    page.emulate_media(color_scheme=scheme)
    found: dict[str, Any] = page.evaluate("alike => axe.run({exclude: alike})", [[ALIKE]])
    return [f"{scheme} {each['id']}: {node['html']}" for each in found["violations"] for node in each["nodes"]]


@pytest.fixture(scope="module")
def busy() -> Iterator[Running]:
    """Share a server in which much has happened: nothing that is done here leaves a trace in it."""
    with starting() as start:
        server = start(debtors=3, products=3, transactions=2)
        server.control("PUT", "/scenario", json=SCENARIO)
        server.api.post("/debtors", json={"name": "Garage Visser"})
        server.api.get("/debtors")
        server.api.get("/nergens")
        server.control("POST", "/administrations", json={"name": "Garage Visser"})
        yield server


@LANGUAGES
@pytest.mark.parametrize("path", DASHBOARD)
def test_the_dashboard_has_no_barriers(busy: Running, open_page: Open, axe: str, path: str, language: str) -> None:
    assert barriers(open_page(busy, path, language=language), axe) == []


@LANGUAGES
@pytest.mark.parametrize("path", DOCUMENTS)
def test_the_documentation_has_no_barriers(busy: Running, open_page: Open, axe: str, path: str, language: str) -> None:
    assert barriers(open_page(busy, path, language=language), axe) == []


@LANGUAGES
def test_signing_in_has_no_barriers(start: Start, open_page: Open, axe: str, language: str) -> None:
    assert barriers(open_page(start(control_token="controle-7f3a"), "/", language=language), axe) == []


@pytest.mark.parametrize("path", DASHBOARD)
@pytest.mark.parametrize("width", [390, 640])
def test_on_a_small_screen_and_with_large_letters_nothing_runs_off_the_side(
    busy: Running, open_page: Open, path: str, width: int
) -> None:
    page = open_page(busy, path, language="nl", viewport={"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_on_a_telephone_what_is_unfolded_is_as_wide_as_the_screen(busy: Running, open_page: Open) -> None:
    page = open_page(busy, "/dashboard/requests?open=1.2", viewport={"width": 390, "height": 800})
    box = page.locator("#d1 > td").bounding_box()
    assert box is not None
    assert box["width"] > 350
    assert page.evaluate("document.documentElement.scrollHeight") < 8_000


def test_on_a_telephone_it_shows_that_the_bar_goes_on(busy: Running, open_page: Open) -> None:
    page = open_page(busy, "/", viewport={"width": 390, "height": 800})
    expect(page.get_by_role("navigation", name="Pages", exact=True)).to_have_css("mask-image", FADE)
    expect(page.get_by_role("navigation", name="Pages of the dashboard")).to_have_css("mask-image", FADE)


def test_a_long_address_goes_on_below_its_beginning(busy: Running, open_page: Open) -> None:
    page = open_page(busy, "/", viewport={"width": 1280, "height": 800})
    method, address = page.locator(".newest .method").first, page.locator(".newest .address").first
    expect(method).to_be_visible()
    starts, ends = address.evaluate("at => at.getBoundingClientRect().x"), method.evaluate(RIGHT)
    assert starts >= ends
