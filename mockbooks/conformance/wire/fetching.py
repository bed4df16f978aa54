"""Fetching a document that is named by its URL."""

from pathlib import Path
from time import monotonic
from typing import Final
from urllib.parse import urlsplit

from mockbooks.conformance.wire.client import AuthorityError, Client, trusting
from mockbooks.conformance.wire.exchange import Exchange, Request
from mockbooks.conformance.wire.following import AstrayError, follow

MOST_BYTES: Final = 32 * 1024 * 1024
USUAL_SECONDS: Final = 30.0
_ACCEPTED: Final = {"Accept": "application/json, application/yaml, text/yaml, */*;q=0.5"}


class FetchError(Exception):
    """A document cannot be had; the text says why, in one line for a terminal."""


def fetch(url: str, *, authority: Path | None = None, timeout_seconds: float = USUAL_SECONDS) -> bytes:
    """Fetch a document of at most 32 MiB, by at most five redirects; raises FetchError.

    Certificates are verified by the CA in `authority`, or by those of the machine.
    """
    _refuse_what_is_no_url(url)
    try:
        client = Client(timeout_seconds=timeout_seconds, clock=monotonic, context=trusting(authority))
        exchange = follow(lambda request: _bounded(client, request), url, _ACCEPTED)
    except AuthorityError as error:
        raise FetchError(str(error)) from None
    except AstrayError as error:
        raise FetchError(f"{url}: {error}") from None
    return _content(exchange, url)


def _refuse_what_is_no_url(url: str) -> None:
    try:
        parts = urlsplit(url)
        is_url = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_url = False
    if not is_url:
        raise FetchError(f"{url} is no URL: write one that begins with https:// or http://")


def _bounded(client: Client, request: Request) -> Exchange:
    return client.send(request, most_bytes=MOST_BYTES)


def _content(exchange: Exchange, url: str) -> bytes:
    answer = exchange.answer
    if answer is None:
        raise FetchError(f"{url}: {exchange.trouble.what.en if exchange.trouble else 'no answer'}")
    if answer.is_cut:
        raise FetchError(f"{url}: the document is larger than {MOST_BYTES // 1024 // 1024} MiB")
    if answer.status != 200:  # noqa: PLR2004 - the status of a document that is there
        raise FetchError(f"{url}: it answers with status {answer.status} where a document was asked for")
    return answer.body
