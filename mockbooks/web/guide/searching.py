"""What the search of the guide looks through: a script with every heading and the words below it.

A script and no JSON, because the policy of the pages allows no page to fetch anything, and a file on disk cannot.
"""

from collections.abc import Iterator

import orjson

from mockbooks.web.guide.contents import PAGES
from mockbooks.web.guide.links import Place
from mockbooks.web.guide.markdown import passages, title_of


def search_script(place: Place) -> bytes:
    """Make the script for the guide at a place: addresses, titles, headings and words, page by page."""
    entries = [entry for page in PAGES for entry in _entries(page, place)]
    return b"window.guidePassages = " + orjson.dumps(entries) + b";\n"


def _entries(page: str, place: Place) -> Iterator[tuple[str, str, str, str]]:
    for passage in passages(page):
        is_title = passage.heading.level == 1
        address = place.page(page) if is_title else f"{place.page(page)}#{passage.heading.anchor}"
        yield address, title_of(page), "" if is_title else passage.heading.text, passage.text
