"""Grants with their codes and tokens: who holds one, for which books, what it allows and until when."""

from collections.abc import MutableMapping
from dataclasses import dataclass
from datetime import datetime
from threading import RLock
from typing import Final, TypeVar

# What is kept of each kind; beyond it the oldest go first, and are then as unknown as if they had never been given.
MAXIMUM_TOKENS: Final = 20_000
MAXIMUM_CODES: Final = 5_000
T = TypeVar("T")


@dataclass(slots=True, kw_only=True)
class Grant:
    """One consent: what a client may do with an administration; all that was given on it lives and dies with it."""

    id: str
    client_id: str
    administration_id: str
    scopes: tuple[str, ...]
    revoked: bool = False


@dataclass(slots=True, kw_only=True)
class AccessToken:
    """An access token; one without `expires_at` does not expire. Its scopes may be fewer than those of its grant."""

    token: str
    grant: Grant
    scopes: frozenset[str]
    issued_at: datetime
    expires_at: datetime | None
    revoked: bool = False


@dataclass(slots=True, kw_only=True)
class RefreshToken:
    """A refresh token; a used one is kept, so that its reuse is seen (RFC 9700, section 4.14.2)."""

    token: str
    grant: Grant
    issued_at: datetime
    expires_at: datetime
    used_at: datetime | None = None


@dataclass(slots=True, kw_only=True)
class Code:
    """An authorization code with what it was given for; a used one is kept, so that a second use is seen."""

    code: str
    grant: Grant
    redirect_uri: str
    redirect_uri_was_sent: bool
    code_challenge: str | None
    issued_at: datetime
    expires_at: datetime
    used_at: datetime | None = None


class TokenStore:
    """Codes and tokens by their texts, bounded in number; `lock` makes a look-up and the change after it one."""

    def __init__(self, *, maximum_tokens: int = MAXIMUM_TOKENS, maximum_codes: int = MAXIMUM_CODES) -> None:
        """Start with none."""
        self.lock = RLock()
        self._maximum_tokens = maximum_tokens
        self._maximum_codes = maximum_codes
        self._access: dict[str, AccessToken] = {}
        self._refresh: dict[str, RefreshToken] = {}
        self._codes: dict[str, Code] = {}

    def access(self, token: str) -> AccessToken | None:
        """Give what an access token stands for, dead or alive, or None for one that is not known."""
        return self._access.get(token)

    def refresh(self, token: str) -> RefreshToken | None:
        """Give what a refresh token stands for, dead or alive, or None for one that is not known."""
        return self._refresh.get(token)

    def code(self, code: str) -> Code | None:
        """Give what a code stands for, dead or alive, or None for one that is not known."""
        return self._codes.get(code)

    def add_access(self, token: AccessToken) -> None:
        """Make an access token good."""
        self._add(self._access, token.token, token, self._maximum_tokens)

    def add_refresh(self, token: RefreshToken) -> None:
        """Make a refresh token good."""
        self._add(self._refresh, token.token, token, self._maximum_tokens)

    def add_code(self, code: Code) -> None:
        """Make a code good."""
        self._add(self._codes, code.code, code, self._maximum_codes)

    def _add(self, kept: MutableMapping[str, T], key: str, value: T, maximum: int) -> None:
        with self.lock:
            kept[key] = value
            while len(kept) > maximum:
                del kept[next(iter(kept))]
