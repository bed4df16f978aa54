"""An exchange as text for evidence: what went over the wire, cut to a readable length, secrets masked."""

import re
from collections.abc import Collection, Iterable, Sequence
from typing import Final

from mockbooks.conformance.wire.exchange import Answer, Exchange, Request
from mockbooks.conformance.wire.masking import MASK, masked

_LONGEST_BODY: Final = 1500
_LOOKED_AT: Final = 64 * 1024
_LONGEST_HEADER: Final = 300
# Headers that give access, whatever stands in them; the scheme before a credential may be seen.
_SECRET_HEADERS: Final = frozenset({"authorization", "proxy-authorization", "cookie", "set-cookie"})
_SECRET_NAME: Final = re.compile(
    r"secret|passw|token|key|session|cookie|signature|credential|auth(?!enticate)", re.IGNORECASE
)
# What tells nothing about an API: of the connection, of caches and of browsers.
_NOISE: Final = re.compile(
    r"user-agent|accept-encoding|date|server|connection|keep-alive|via|vary|etag|age|pragma|expires|cache-control"
    r"|content-length|content-security-policy.*|x-frame-options|x-content-type-options|x-xss-protection|referrer-policy"
    r"|permissions-policy|strict-transport-security|access-control-.*|cross-origin-.*|cf-.*|alt-svc|nel|report-to",
    re.IGNORECASE,
)


def shown(exchange: Exchange, secrets: Iterable[str], *, private: Collection[str] = ()) -> str:
    """Write the request and its answer as they went, without what nobody may read.

    `private` are names of headers, in lower case, whose values nobody may read either.
    """
    hidden = tuple(secrets)
    parts = [_request(exchange.request, hidden, private)]
    if exchange.answer is not None:
        parts.append(_answer(exchange.answer, hidden, private))
    elif exchange.trouble is not None:
        parts.append(f"({exchange.trouble.what.en})")
    return "\n\n".join(parts)


def is_secret_header(name: str) -> bool:
    """Tell by its name whether a header gives access."""
    return name.lower() in _SECRET_HEADERS or _SECRET_NAME.search(name) is not None


def _request(request: Request, secrets: Sequence[str], private: Collection[str]) -> str:
    head = [f"{request.method} {masked(request.url, secrets)}", *_headers(request.headers.items(), secrets, private)]
    return "\n".join(head) + _body(request.body or b"", secrets, is_cut=False)


def _answer(answer: Answer, secrets: Sequence[str], private: Collection[str]) -> str:
    head = [f"HTTP {answer.status}", *_headers(answer.headers, secrets, private)]
    return "\n".join(head) + _body(answer.body, secrets, is_cut=answer.is_cut)


def _headers(headers: Iterable[tuple[str, str]], secrets: Sequence[str], private: Collection[str]) -> list[str]:
    telling = [(name, value) for name, value in headers if not _NOISE.fullmatch(name)]
    return [f"{name}: {_short(_value(name, value, secrets, private), _LONGEST_HEADER)}" for name, value in telling]


def _value(name: str, value: str, secrets: Sequence[str], private: Collection[str]) -> str:
    if name.lower() not in private and not is_secret_header(name):
        return masked(value, secrets)
    scheme, space, _ = value.partition(" ")
    return f"{scheme} {MASK}" if space and "=" not in scheme else MASK


def _body(body: bytes, secrets: Sequence[str], *, is_cut: bool) -> str:
    """Mask before it is cut: half a secret is one as well."""
    looked_at = body[:_LOOKED_AT].decode(errors="replace")
    text = _short(masked(looked_at, secrets), _LONGEST_BODY)
    return f"\n\n{text}{'…' if is_cut and not text.endswith('…') else ''}" if text else ""


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[:longest] + "…"
