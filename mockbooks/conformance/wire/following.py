"""Following redirects, where a document or a page is read: a few, never in a circle, never from TLS to plain HTTP."""

from collections.abc import Callable, Mapping
from typing import Final
from urllib.parse import urljoin, urlsplit

from mockbooks.conformance.wire.exchange import Exchange, Request
from mockbooks.texts import Text

MOST_REDIRECTS: Final = 5
REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})


class AstrayError(Exception):
    """Redirects that lead nowhere; `what` says why, for people."""

    def __init__(self, what: Text) -> None:
        """Keep the sentence."""
        super().__init__(what.en)
        self.what = what


def follow(send: Callable[[Request], Exchange], url: str, headers: Mapping[str, str]) -> Exchange:
    """Read what stands at a URL, or where it leads to; raises AstrayError."""
    seen = [url]
    while True:
        exchange = send(Request(method="GET", url=seen[-1], headers=headers))
        location = _location(exchange)
        if location is None:
            return exchange
        seen.append(_next(seen, urljoin(seen[-1], location)))


def _location(exchange: Exchange) -> str | None:
    answer = exchange.answer
    return answer.header("Location") if answer and answer.status in REDIRECTS else None


def _next(seen: list[str], url: str) -> str:
    if url in seen:
        raise AstrayError(
            Text(f"its redirects go round in a circle, by {url}", f"het verwijst in een kring, via {url}")
        )
    if len(seen) > MOST_REDIRECTS:
        en = f"it redirects more than {MOST_REDIRECTS} times"
        raise AstrayError(Text(en, f"het verwijst meer dan {MOST_REDIRECTS} keer door"))
    if urlsplit(seen[-1]).scheme == "https" and urlsplit(url).scheme != "https":
        raise AstrayError(Text(f"it redirects from TLS to {url}", f"het verwijst van TLS naar {url}"))
    return url
