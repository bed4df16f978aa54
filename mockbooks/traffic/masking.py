"""Secrets of an exchange, masked for those who only read: the same secret is recognised, and told to nobody."""

import re
from collections.abc import Mapping
from hashlib import blake2b
from typing import Final
from urllib.parse import quote, unquote_plus

import orjson

from mockbooks.traffic.content import FORM, content_of

_HEADERS: Final = frozenset({"authorization", "cookie", "proxy-authorization", "set-cookie"})
# Compared without case, hyphen and underscore: `clientSecret` and `client_secret` are one.
_FIELDS: Final = frozenset(
    {
        "accesstoken",
        "assertion",
        "authorization",
        "clientassertion",
        "clientsecret",
        "codeverifier",
        "idtoken",
        "password",
        "refreshtoken",
        "registrationaccesstoken",
        "token",
    }
)
# In OAuth a code is a secret; in the books it is the number of a debtor or the name of an error.
_OAUTH_FIELDS: Final = _FIELDS | {"code"}
_OAUTH_PATHS: Final = ("/oauth/", "/.well-known/oauth-")
_DEEPEST: Final = 40
_SCHEME: Final = re.compile(r"([A-Za-z0-9-]+) +(.*)", re.DOTALL)
_PARAMETER: Final = re.compile(r"([^=&?#;\s]+)=([^&#;\s]*)")
# A member of broken or shortened JSON: its name, and a value that may have no end.
_MEMBER: Final = re.compile(r'"((?:[^"\\]|\\.){1,64})"(\s*:\s*)(?:"((?:[^"\\]|\\.)*)"?|([^\s",}\]\[{]+))')


def fingerprint(secret: str) -> str:
    """Write what stands in the place of a secret: `***` and four hexadecimal digits that are the same for the same."""
    return "***" + blake2b(secret.encode("utf-8", "surrogatepass"), digest_size=2).hexdigest()


def masked_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """Give headers with their secrets masked: credentials after their scheme, cookies, and codes in a Location."""
    return {name: _masked_header(name.lower(), value) for name, value in headers.items()}


def masked_query(query_string: bytes, path: str) -> str:
    """Give a query string with its secrets masked."""
    return _masked_parameters(query_string.decode("utf-8", "replace"), _names_at(path))


def masked_text(body: bytes, media_type: str | None, path: str) -> str:
    """Give a body as text with its secrets masked; one that was damaged or shortened is masked all the same.

    JSON that can be read is written anew, without white space.
    """
    names = _names_at(path)
    if _kind(media_type) == FORM:
        return _masked_parameters(body.decode("utf-8", "replace"), names)
    content = content_of(body, media_type)
    if content is not None:
        return orjson.dumps(_masked_value(content, names)).decode()
    return _MEMBER.sub(lambda member: _masked_member(member, names), body.decode("utf-8", "replace"))


def masked_value(value: object, path: str) -> object:
    """Give a JSON value with its secrets masked; `path` is that of the call, since a code is a secret in OAuth only."""
    return _masked_value(value, _names_at(path))


def _names_at(path: str) -> frozenset[str]:
    return _OAUTH_FIELDS if path.startswith(_OAUTH_PATHS) else _FIELDS


def _kind(media_type: str | None) -> str:
    return (media_type or "").partition(";")[0].strip().lower()


def _masked_header(name: str, value: str) -> str:
    if name == "location":
        return _masked_parameters(value, _OAUTH_FIELDS)
    if name not in _HEADERS:
        return value
    if "cookie" in name:
        return _PARAMETER.sub(lambda pair: f"{pair[1]}={fingerprint(pair[2])}", value)
    scheme = _SCHEME.fullmatch(value.strip())
    return f"{scheme[1]} {fingerprint(scheme[2])}" if scheme else fingerprint(value)


def _masked_parameters(text: str, names: frozenset[str]) -> str:
    def masked(pair: re.Match[str]) -> str:
        secret = _is_secret(unquote_plus(pair[1]), names) and pair[2]
        return f"{pair[1]}={quote(fingerprint(unquote_plus(pair[2])), safe='*')}" if secret else pair[0]

    return _PARAMETER.sub(masked, text)


def _masked_member(member: re.Match[str], names: frozenset[str]) -> str:
    name, separator, text, word = member.groups()
    secret = text if text is not None else word.replace("null", "")
    if not _is_secret(name, names) or not secret:
        return member[0]
    return f'"{name}"{separator}"{fingerprint(secret)}"'


def _masked_value(value: object, names: frozenset[str], depth: int = 0) -> object:
    if depth > _DEEPEST:
        return "…"
    if isinstance(value, list):
        return [_masked_value(item, names, depth + 1) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        name: fingerprint(_text(inner)) if inner and _is_secret(name, names) else _masked_value(inner, names, depth + 1)
        for name, inner in value.items()
    }


def _text(secret: object) -> str:
    return secret if isinstance(secret, str) else orjson.dumps(secret).decode()


def _is_secret(name: str, names: frozenset[str]) -> bool:
    return name.lower().replace("_", "").replace("-", "") in names
