"""The answers of the dashboard, and what a request says of how it wants to be answered."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Final
from urllib.parse import urlencode, urlsplit

from mockbooks.texts import Language
from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.web.dashboard.routes import OVERVIEW, PAGES
from mockbooks.web.dashboard.visit import form_in, kept_of, query_in
from mockbooks.web.pages import DASHBOARD_POLICY, chosen_language, protection

HTML: Final = "text/html; charset=utf-8"


def html(
    body: bytes, language: Language, *, status: int = HTTPStatus.OK, headers: tuple[tuple[str, str], ...] = ()
) -> Answer:
    """Answer with a page."""
    own = (("Content-Language", language), ("Vary", "Accept-Language, Cookie"), *protection(DASHBOARD_POLICY))
    return Answer(status=status, body=body, headers=(*own, *headers), media_type=HTML)


def sent_to(address: str, *headers: tuple[str, str]) -> Answer:
    """Have a browser read a page next (RFC 9110, section 15.4.4)."""
    return Answer(status=HTTPStatus.SEE_OTHER, headers=(("Location", address), *headers), media_type="")


def language_of(exchange: Exchange) -> Language:
    """Take the language of the switch, else that of the browser."""
    return chosen_language(query_in(exchange).get("lang"), exchange.headers.get("accept-language"))


def address_of(exchange: Exchange) -> str:
    """Give the address of a page with its query, as it was asked for."""
    query = exchange.query_string.decode("ascii", "replace")
    return f"{exchange.path}?{query}" if query else exchange.path


def overview_of(exchange: Exchange) -> str:
    """Give the address of the overview, about the administration and in the language that were asked for."""
    kept = urlencode(kept_of(query_in(exchange)))
    return f"{OVERVIEW}?{kept}" if kept else OVERVIEW


def way_back(exchange: Exchange) -> str:
    """Give the page from which a form was sent, as the form says; only ever one of this dashboard."""
    back = form_in(exchange).get("back", OVERVIEW)
    is_path = back.isascii() and back.isprintable() and back.startswith("/") and not back.startswith("//")
    return back if is_path and urlsplit(back).path in PAGES else OVERVIEW


def kept_query(query: Mapping[str, str]) -> str:
    """Give all but the language of a query, for the links that choose one."""
    others = urlencode({name: text for name, text in query.items() if name != "lang"})
    return f"{others}&" if others else ""
