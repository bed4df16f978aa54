"""An exchange as text for evidence: what went over the wire, cut to a readable length, secrets masked."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from mockbooks.conformance.wire.exchange import Answer, Exchange, Request

MASK: Final = "***"
_LONGEST_BODY: Final = 1500
# Headers that give access, whatever stands in them; the scheme before a credential may be seen.
_SECRET_HEADERS: Final = frozenset({"authorization", "proxy-authorization", "cookie", "set-cookie"})
_SECRET_MEMBERS: Final = re.compile(
    r'("(?:access_token|refresh_token|id_token|client_secret)"\s*:\s*")[^"]*|((?:client_secret|refresh_token)=)[^&\s]*'
)
# What tells nothing about an API.
_NOISE: Final = frozenset(
    {"user-agent", "accept-encoding", "date", "server", "connection", "content-security-policy", "x-frame-options"}
)


def shown(exchange: Exchange, secrets: Iterable[str]) -> str:
    """Write the request and its answer as they went, without what nobody may read."""
    parts = [_request(exchange.request)]
    if exchange.answer is not None:
        parts.append(_answer(exchange.answer))
    elif exchange.trouble is not None:
        parts.append(f"({exchange.trouble.what.en})")
    return masked("\n\n".join(parts), secrets)


def masked(text: str, secrets: Iterable[str]) -> str:
    """Mask secrets wherever they stand."""
    for secret in sorted((each for each in secrets if each), key=len, reverse=True):
        text = text.replace(secret, MASK)
    return _SECRET_MEMBERS.sub(lambda found: (found[1] or found[2]) + MASK, text)


def _request(request: Request) -> str:
    head = [f"{request.method} {request.url}", *_headers(request.headers)]
    return "\n".join(head) + _body(request.body or b"", is_cut=False)


def _answer(answer: Answer) -> str:
    return "\n".join([f"HTTP {answer.status}", *_headers(dict(answer.headers))]) + _body(
        answer.body, is_cut=answer.is_cut
    )


def _headers(headers: Mapping[str, str]) -> list[str]:
    return [f"{name}: {_value(name, value)}" for name, value in headers.items() if name.lower() not in _NOISE]


def _value(name: str, value: str) -> str:
    if name.lower() not in _SECRET_HEADERS:
        return value
    scheme, space, _ = value.partition(" ")
    return f"{scheme} {MASK}" if space and "=" not in scheme else MASK


def _body(body: bytes, *, is_cut: bool) -> str:
    text = body.decode(errors="replace")
    is_long = is_cut or len(text) > _LONGEST_BODY
    return f"\n\n{text[:_LONGEST_BODY]}{'…' if is_long else ''}" if text else ""
