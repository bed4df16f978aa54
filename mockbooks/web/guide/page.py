"""The pages of the guide as a server shows them, each made once for a language, whatever address it is read at."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from mockbooks.texts import Language
from mockbooks.web.guide.contents import FIDELITY, HOME, SECTIONS, neighbours, section_of
from mockbooks.web.guide.links import OnServer, Place
from mockbooks.web.guide.markdown import made, title_of
from mockbooks.web.pages import rendered
from mockbooks.web.printed_address import at_address

_MOST_LISTED: Final = 40
"""With more headings than this only those of the chapters are listed beside a page."""


def guide_page(page: str, language: Language, base_url: str, *, has_control: bool) -> bytes:
    """Make a page of the table of contents for a reader who finds the server at `base_url`."""
    return at_address(_page(page, language, has_control=has_control), base_url)


@cache
def _page(page: str, language: Language, *, has_control: bool) -> bytes:
    return rendered("guide.html", language, has_control=has_control, **values_of(page, language, OnServer()))


def values_of(page: str, language: Language, place: Place) -> Mapping[str, Any]:
    """Give what the templates say of a page: itself, its neighbours and the contents around it."""
    before, after = neighbours(page)
    this = made(page, language, place)
    return {
        "page": page,
        "home": HOME,
        "fidelity": FIDELITY,
        "title": title_of(page),
        "content": this.html,
        "headings": this.headings,
        "deepest": 3 if len(this.headings) <= _MOST_LISTED else 2,
        "section": section_of(page),
        "sections": SECTIONS,
        "before": before,
        "after": after,
        "title_of": title_of,
        "place": place,
    }
