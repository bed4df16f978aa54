"""Follows the links of the pages as a browser does that wanders through them, and tells which lead nowhere."""

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

import httpx

_LINK = re.compile(r'(?:href|src)="([^"#]+)')
_MOST_PAGES = 500


def broken_links(client: httpx.Client, start: str) -> tuple[set[str], list[str]]:
    """Give the paths that were visited, and those that were no success."""
    visited, ahead, broken = set[str](), [start], list[str]()
    while ahead and len(visited) < _MOST_PAGES:
        path = ahead.pop()
        if path in visited:
            continue
        visited.add(path)
        answer = client.get(path, headers={"Accept": "text/html, */*"}, follow_redirects=True)
        if not answer.is_success:
            broken.append(f"{path}: {answer.status_code}")
        elif answer.headers["Content-Type"].startswith("text/html"):
            ahead += _links(answer.text, str(client.base_url.join(path)))
    return visited, broken


def _links(page: str, url: str) -> Iterator[str]:
    """Give the paths that a page links to on its own server, those of the API and of its control left out."""
    for link in _LINK.findall(page):
        target = urlsplit(urljoin(url, link))
        if target.netloc == urlsplit(url).netloc and not target.path.startswith(("/api/", "/_mockbooks", "/oauth/")):
            yield target.path
