"""What a vendor file holds that no report may show: values of headers, and what stands behind the ? of its URLs."""

from collections.abc import Iterator
from typing import Final
from urllib.parse import parse_qsl, urlsplit

from mockbooks.conformance.vendor.calls import names_in
from mockbooks.conformance.vendor.model import Call, Vendor
from mockbooks.conformance.wire.shown import is_secret_header

# What anybody may read, and what says how a call is meant.
_PUBLIC: Final = frozenset({"accept", "accept-language", "content-type", "user-agent", "prefer"})
_LEAST: Final = 8


def private_headers(vendor: Vendor) -> frozenset[str]:
    """List the headers whose values are not shown."""
    return frozenset(name for name, _ in _headers(vendor))


def secrets_of(vendor: Vendor) -> Iterator[str]:
    """List what is masked wherever it stands; a short value, such as a version, only where it is known to be a key."""
    for name, value in _headers(vendor):
        if not names_in(value) and (is_secret_header(name) or len(value) >= _LEAST):
            yield value
    for url in _urls(vendor):
        query = urlsplit(url).query
        yield query
        yield from (value for _, value in parse_qsl(query) if len(value) >= _LEAST)


def _headers(vendor: Vendor) -> Iterator[tuple[str, str]]:
    for headers in (vendor.headers, *(call.headers for call in _calls(vendor))):
        yield from ((name, value) for name, value in headers.items() if name.lower() not in _PUBLIC)


def _calls(vendor: Vendor) -> Iterator[Call]:
    for each in filter(None, vendor.resources.values()):
        own = (each.list, each.read, each.create, each.mistake, each.remove, *each.searches.values())
        yield from filter(None, own)
    limits = vendor.limits.call if vendor.limits else None
    support = vendor.support.call if vendor.support else None
    yield from filter(None, (limits, support))


def _urls(vendor: Vendor) -> Iterator[str]:
    oauth = vendor.oauth
    of_oauth = (oauth.token_url, oauth.authorization_url, oauth.example) if oauth else ()
    yield from filter(None, (vendor.openapi, *of_oauth))
