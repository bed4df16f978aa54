"""The page of the walk-through: complete in both languages, readable without JavaScript, at whatever address."""

import re
from typing import get_args
from urllib.parse import unquote

import pytest

from mockbooks.oauth import authorization, errors
from mockbooks.texts import Language
from mockbooks.web.walkthrough.contents import CHAPTERS, REFUSALS, all_calls
from mockbooks.web.walkthrough.page import oauth_page
from mockbooks.web.walkthrough.recording import RECORDING

OF_REGISTRATION = ("invalid_redirect_uri", "invalid_client_metadata")
OF_THE_API = ("invalid_token", "insufficient_scope")
BOTH = pytest.mark.parametrize("language", get_args(Language))


def page(language: Language = "en", base_url: str = "http://127.0.0.1:8080", *, has_demo: bool = True) -> str:
    return oauth_page(language, base_url, has_demo=has_demo, has_control=True).decode()


@pytest.mark.parametrize(
    "error",
    sorted({*get_args(authorization.ErrorCode), *get_args(errors.ErrorCode), *OF_REGISTRATION, *OF_THE_API}),
)
def test_every_error_that_can_be_answered_is_explained_under_its_anchor(error: str) -> None:
    assert page().count(f'<article id="{error.replace("_", "-")}">') == 1


@BOTH
def test_every_call_is_shown_once(language: Language) -> None:
    assert re.findall(r'data-call="([^"]*)"', page(language)) == [call.name for call in all_calls()]


@BOTH
def test_no_two_places_share_an_id(language: Language) -> None:
    ids = re.findall(r'\sid="([^"]*)"', page(language))
    assert len(ids) == len(set(ids))


@BOTH
def test_every_link_within_the_page_leads_somewhere(language: Language) -> None:
    html = page(language)
    assert set(re.findall(r'href="#([^"]*)"', html)) <= set(re.findall(r'\sid="([^"]*)"', html))


def test_every_address_that_an_error_names_leads_somewhere() -> None:
    named = re.findall(r"/docs/oauth#([a-z-]+)", unquote(RECORDING.read_text(encoding="utf-8")))
    ids = re.findall(r'\sid="([^"]*)"', page())
    assert "redirect-uri-mismatch" in named
    assert [anchor for anchor in named if anchor not in ids] == []


def test_the_index_lists_every_step_and_every_error() -> None:
    index, _, _ = page().partition("</nav>\n<main")
    linked = re.findall(r'href="#([^"]*)"', index)
    assert linked == [
        "content",
        "steps",
        *(chapter.anchor for chapter in CHAPTERS),
        "programs",
        "errors",
        *(refusal.anchor for refusal in REFUSALS),
    ]


def test_the_page_speaks_of_the_address_where_it_was_asked() -> None:
    html = page(base_url="https://boeken.example")
    assert "https://boeken.example/oauth/token" in html
    assert "iss=https%3A%2F%2Fboeken.example" in html
    assert "127.0.0.1:8080" not in html


def test_an_address_cannot_bring_in_html() -> None:
    html = page(base_url='http://"><script>alert(1)</script>')
    assert "<script>alert" not in html


def test_dutch_is_dutch() -> None:
    html = page("nl")
    assert "<h1>Koppelen met OAuth</h1>" in html
    assert "De code inwisselen voor tokens" in html
    assert "RFC 6749, paragraaf 5.2" in html


def test_the_demo_client_is_named_only_while_there_is_one() -> None:
    assert "mockbooks-demo-secret" in page()
    assert "mockbooks-demo" not in page(has_demo=False)


@pytest.mark.parametrize("short", ["http", "curl", "python", "php", "node"])
def test_the_tabs_are_radio_buttons_that_need_no_javascript(short: str) -> None:
    html = page()
    assert f'<input type="radio" class="tongue" name="tongue" id="in-{short}"' in html
    assert f'<label for="in-{short}"' in html


def test_programs_stand_on_the_page_as_they_are() -> None:
    assert "throw new RuntimeException(<q>&#34;another server answered: $issuer&#34;</q>);" in page()
