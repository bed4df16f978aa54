"""Whoever runs the server, with a browser on its dashboard."""

import re
from html import unescape
from typing import Any

import httpx

from tests.api.conftest import ApiClient

SERVER = "http://mockbooks.test"
BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8", "Accept-Language": "en"}


class Visitor(httpx.Client):
    """A browser, as far as it reads pages, sends forms and keeps cookies."""

    def __init__(self, api: ApiClient, **headers: str) -> None:
        super().__init__(
            transport=api._transport,  # noqa: SLF001 - no public door
            base_url=SERVER,
            headers={**BROWSER, **headers},
        )

    def text_of(self, url: str) -> str:
        """Give what is read on a page, without its marks, white space as one blank."""
        response = self.get(url)
        assert response.status_code == 200, response.text
        return plain(response.text)

    def press(self, path: str, **form: str) -> httpx.Response:
        """Send a form, as the button of a page does."""
        return self.post(path, data=form, headers={"Origin": SERVER, "Sec-Fetch-Site": "same-origin"})


def plain(html: str) -> str:
    """Give the text of a page."""
    body = html[html.index("<body") :]
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", body)).split())


def attributes_of(html: str, element: str, name: str) -> list[Any]:
    """Give one attribute of all elements of a kind, in their order."""
    found = re.findall(rf'<{element}\b[^>]*?\s{name}="([^"]*)"', html)
    return [unescape(each) for each in found]
