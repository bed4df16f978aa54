"""Who made a call, also where it was refused before anybody asked, and which secrets came: by digest, never as text."""

import re
from base64 import b64decode
from hashlib import blake2b
from typing import Final
from urllib.parse import unquote_plus

from mockbooks.oauth.tokens import TokenStore
from mockbooks.traffic.request_log import Entry
from mockbooks.traffic.secret_names import fingerprint

_SCHEME: Final = re.compile(r"(bearer|basic) +(\S+)", re.IGNORECASE)


def caller_of(entry: Entry, tokens: TokenStore) -> str | None:
    """Name the client of a call, as it is told to people; None when nothing tells who it was.

    A call that was refused before its token was looked at belongs to the client that the token was given to, whether it
    is alive or not. One with a token that nobody knows is told apart by the fingerprint of the token.
    """
    if entry.client_id is not None:
        return f"client {entry.client_id}"
    scheme, credentials = _authorization(entry)
    if scheme == "bearer":
        token = tokens.access(credentials)
        return f"client {token.grant.client_id}" if token else f"the client with token {fingerprint(credentials)}"
    client_id = _in_form(entry) or _in_basic(credentials)
    return f"client {client_id}" if client_id else None


def bearer_digest(entry: Entry) -> bytes | None:
    """Give what an access token is remembered by; None when none came."""
    scheme, credentials = _authorization(entry)
    return digest(credentials) if scheme == "bearer" else None


def bearer_fingerprint(entry: Entry) -> str:
    """Give what tells people one access token from another."""
    return fingerprint(_authorization(entry)[1])


def digest(secret: str) -> bytes:
    """Give what a secret is remembered by, so that it need not be kept."""
    return blake2b(secret.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _authorization(entry: Entry) -> tuple[str, str]:
    match = _SCHEME.fullmatch(entry.headers.get("authorization", "").strip())
    return (match[1].lower(), match[2]) if match else ("", "")


def _in_form(entry: Entry) -> str | None:
    content = entry.content
    client_id = content.get("client_id") if isinstance(content, dict) else None
    return client_id if isinstance(client_id, str) else None


def _in_basic(credentials: str) -> str | None:
    try:
        text = b64decode(credentials, validate=True).decode()
    except ValueError:
        return None
    return unquote_plus(text.partition(":")[0]) or None
