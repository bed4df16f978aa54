"""Secrets of an exchange, masked for those who only read: the same secret is recognised, and told to nobody."""

import re
from collections.abc import Mapping
from typing import Final

import orjson

from mockbooks.traffic.content import FORM, json_in
from mockbooks.traffic.masked_texts import masked_anything, masked_form, masked_url
from mockbooks.traffic.secret_names import OAUTH_NAMES, fingerprint, is_oauth, is_secret, names_at

_CREDENTIALS: Final = frozenset({"authorization", "proxy-authorization"})
_COOKIES: Final = frozenset({"cookie", "set-cookie"})
_URLS: Final = frozenset({"location", "content-location", "referer"})
# What stands before credentials and is none; anything else there could be a part of them (RFC 9110, section 11.4).
_SCHEME: Final = re.compile(r"(basic|bearer|digest|dpop|negotiate|oauth|token|apikey) +(.*)", re.DOTALL | re.IGNORECASE)
_COOKIE_FLAGS: Final = frozenset({"httponly", "secure", "partitioned"})
_DEEPEST: Final = 40


def masked_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """Give headers with their secrets masked: credentials after their scheme, cookies, API keys, and codes in URLs."""
    return {name: _masked_header(name.lower(), value) for name, value in headers.items()}


def masked_query(query_string: bytes, path: str) -> str:
    """Give a query string with its secrets masked."""
    names = names_at(path)
    return masked_anything(masked_form(query_string.decode("utf-8", "replace"), names), names)


def masked_text(body: bytes, media_type: str | None, path: str) -> str:
    """Give a body as text with its secrets masked, whatever it is announced to be, and also when it is damaged.

    JSON that can be read is written anew, without white space. At the authorization server all else is a form too.
    """
    names, kind = names_at(path), (media_type or "").partition(";")[0].strip().lower()
    content = _json_in(body)
    if content is not None:
        return orjson.dumps(_masked_value(content, names)).decode()
    text = body.decode("utf-8", "replace")
    as_form = masked_form(text, names) if kind == FORM or is_oauth(path) else text
    return masked_anything(as_form, names, is_html=kind == "text/html")


def masked_value(value: object, path: str) -> object:
    """Give a JSON value with its secrets masked; `path` is that of the call, since a code is a secret in OAuth only."""
    names = names_at(path)
    return masked_anything(value, names) if isinstance(value, str) else _masked_value(value, names)


def _json_in(body: bytes) -> object:
    """Read JSON that holds names; None for anything else."""
    if body.lstrip()[:1] not in {b"{", b"["}:
        return None
    try:
        return json_in(body)
    except ValueError:
        return None


def _masked_header(name: str, value: str) -> str:
    if name in _URLS:
        return masked_url(value, OAUTH_NAMES)
    if name in _COOKIES:
        return ";".join(_masked_cookie(each) for each in value.split(";"))
    if name in _CREDENTIALS:
        scheme = _SCHEME.fullmatch(value.strip())
        return f"{scheme[1]} {fingerprint(scheme[2])}" if scheme else fingerprint(value)
    names = names_at("")
    return fingerprint(value) if is_secret(name, names) else masked_anything(value, names)


def _masked_cookie(cookie: str) -> str:
    name, has_name, value = cookie.partition("=")
    if has_name:
        return f"{name}={fingerprint(value)}" if value else cookie
    return cookie if cookie.strip().lower() in _COOKIE_FLAGS or not cookie.strip() else fingerprint(cookie)


def _masked_value(value: object, names: frozenset[str], depth: int = 0) -> object:
    if depth > _DEEPEST:
        return "…"
    if isinstance(value, list):
        return [_masked_value(item, names, depth + 1) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        name: fingerprint(_text(inner)) if inner and is_secret(name, names) else _masked_value(inner, names, depth + 1)
        for name, inner in value.items()
    }


def _text(secret: object) -> str:
    return secret if isinstance(secret, str) else orjson.dumps(secret).decode()
