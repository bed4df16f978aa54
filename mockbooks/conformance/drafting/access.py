"""How an API is entered, and how it tells the room within its limits."""

import re
from collections.abc import Sequence
from typing import Final

from mockbooks.conformance.document.model import Operation, Passage, SecurityScheme
from mockbooks.conformance.drafting.targets import printable
from mockbooks.conformance.vendor.model import Limits, OAuth

_PLACE: Final = re.compile(r"(https?://[^\s/]|/)\S*")
_LINK: Final = re.compile(r"https?://[^\s/)\"'>\]][^\s)\"'>\]]*|(?<=\]\()/[^\s)]+")
_HEADER: Final = re.compile(r"[0-9A-Za-z-]+")
_ROOM: Final = re.compile(r"remaining|^ratelimit$", re.IGNORECASE)


def oauth(schemes: Sequence[SecurityScheme], passages: Sequence[Passage]) -> OAuth | None:
    """Tell how a token is got with OAuth, where the document says so."""
    flows = [flow for scheme in schemes for flow in scheme.flows if _PLACE.fullmatch(flow.token_url)]
    if not flows:
        return None
    flow = flows[0]
    authorization = next((each.authorization_url for each in flows if _PLACE.fullmatch(each.authorization_url)), None)
    scope = printable(" ".join(flow.scopes))
    return OAuth(
        token_url=flow.token_url, authorization_url=authorization, scope=scope or None, example=_example(passages)
    )


def _example(passages: Sequence[Passage]) -> str | None:
    """Find the page on which the set-up may be written out: the first linked one that speaks of OAuth."""
    links = (match[0] for passage in passages for match in _LINK.finditer(passage.text))
    return next((link for link in links if "oauth" in link.lower()), None)


def token_place(schemes: Sequence[SecurityScheme]) -> tuple[str, str]:
    """Give the header that a token is sent in and its value: as RFC 6750 says, unless the document says otherwise."""
    as_usual = ("Authorization", "Bearer ${token}")
    if any(scheme.kind in {"oauth2", "bearer", "openIdConnect"} for scheme in schemes):
        return as_usual
    for scheme in schemes:
        if scheme.kind == "apiKey" and _HEADER.fullmatch(scheme.header):
            return scheme.header, "${token}"
        if scheme.kind == "basic":
            return "Authorization", "Basic ${token}"
    return as_usual


def limits(operations: Sequence[Operation]) -> Limits | None:
    """Give the headers that tell the room that is left."""
    names = {
        name
        for operation in operations
        for response in operation.responses
        for name in response.headers
        if _ROOM.search(name) and _HEADER.fullmatch(name)
    }
    return Limits(headers=tuple(sorted(names))) if names else None
