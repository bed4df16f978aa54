"""Grants with their codes and tokens: who holds one, for which books, what it allows and until when."""

from datetime import datetime, timedelta
from threading import Lock, RLock
from typing import Final, Protocol

from mockbooks.frozen import dataclass
from mockbooks.oauth.shelf import Shelf

# What is kept of each kind; beyond it old ones go, and are then as unknown as if they had never been given.
MAXIMUM_TOKENS: Final = 20_000
MAXIMUM_CODES: Final = 5_000


@dataclass(slots=True, kw_only=True)
class Grant:
    """One consent: what a client may do with an administration; all that was given on it lives and dies with it.

    `why_revoked` is told to whoever still sends one of its tokens.
    """

    id: str
    client_id: str
    administration_id: str
    scopes: tuple[str, ...]
    revoked: bool = False
    why_revoked: str = "It was revoked."

    def revoke(self, why: str) -> None:
        """End it, with all its tokens; what ended it first stays the reason."""
        if not self.revoked:
            self.revoked, self.why_revoked = True, why


class _HasClient(Protocol):
    client_id: str


@dataclass(slots=True, kw_only=True)
class AccessToken:
    """An access token; one without `expires_at` does not expire. Its scopes may be fewer than those of its grant."""

    token: str
    grant: Grant
    scopes: frozenset[str]
    issued_at: datetime
    expires_at: datetime | None
    revoked: bool = False

    def is_alive(self, now: datetime) -> bool:
        """Tell whether the API takes it."""
        expired = self.expires_at is not None and now >= self.expires_at
        return not (expired or self.revoked or self.grant.revoked)


@dataclass(slots=True, kw_only=True)
class RefreshToken:
    """A refresh token; a used one is kept, so that its reuse is seen (RFC 9700, section 4.14.2).

    It has no scopes of its own: a refresh may narrow its access token, never what the next refresh can ask for
    (RFC 6749, section 6).
    """

    token: str
    grant: Grant
    issued_at: datetime
    expires_at: datetime
    used_at: datetime | None = None

    def is_alive(self, now: datetime, grace: timedelta) -> bool:
        """Tell whether the token endpoint takes it."""
        return not (self.grant.revoked or now >= self.expires_at or self.is_spent(now, grace))

    def is_spent(self, now: datetime, grace: timedelta) -> bool:
        """Tell whether it was used, and longer ago than it may be used again."""
        return self.used_at is not None and now - self.used_at >= grace

    def check_client(self, client: _HasClient) -> bool:
        """Tell Authlib whether it was given to this client."""
        return self.grant.client_id == client.client_id

    def get_scope(self) -> str:
        """Tell Authlib what a refresh may ask for."""
        return " ".join(self.grant.scopes)


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

    @property
    def code_challenge_method(self) -> str:
        """Tell Authlib how the challenge was made: there is one way (RFC 7636, section 4.2)."""
        return "S256"

    def get_redirect_uri(self) -> str | None:
        """Tell Authlib the redirect URI that must come again (RFC 6749, section 4.1.3)."""
        return self.redirect_uri if self.redirect_uri_was_sent else None

    def get_scope(self) -> str:
        """Tell Authlib what was granted."""
        return " ".join(self.grant.scopes)


class TokenStore:
    """Codes and tokens by their texts, bounded in number; safe to use from several threads.

    Who looks one up in order to change it holds `lock` until it is changed. The store itself never takes that lock, so
    that an administration can be forgotten whatever is being redeemed.
    """

    def __init__(self, *, maximum_tokens: int = MAXIMUM_TOKENS, maximum_codes: int = MAXIMUM_CODES) -> None:
        """Start with none."""
        self.lock = RLock()
        self._shelving = Lock()
        self._access: Shelf[AccessToken] = Shelf(maximum_tokens)
        self._refresh: Shelf[RefreshToken] = Shelf(maximum_tokens)
        self._codes: Shelf[Code] = Shelf(maximum_codes)
        # Those that do not expire are made by the server itself, and never make room for others.
        self._lasting: dict[str, AccessToken] = {}

    def access(self, token: str) -> AccessToken | None:
        """Give what an access token stands for, dead or alive, or None for one that is not known."""
        return self._access.find(token) or self._lasting.get(token)

    def presented(self, authorization: str | None) -> AccessToken | None:
        """Give what the token in an Authorization header stands for, dead or alive.

        None where no known one is in it, whatever else is: the form of what is known needs no judging.
        """
        if authorization is None:
            return None
        scheme, _, text = authorization.strip().partition(" ")
        return self.access(text.lstrip(" ")) if scheme.lower() == "bearer" else None

    def refresh(self, token: str) -> RefreshToken | None:
        """Give what a refresh token stands for, dead or alive, or None for one that is not known."""
        return self._refresh.find(token)

    def code(self, code: str) -> Code | None:
        """Give what a code stands for, dead or alive, or None for one that is not known."""
        return self._codes.find(code)

    def add_access(self, token: AccessToken) -> None:
        """Make an access token good."""
        with self._shelving:
            if token.expires_at is None:
                self._lasting[token.token] = token
            else:
                self._access.put(token.token, token.grant.administration_id, token)

    def add_refresh(self, token: RefreshToken) -> None:
        """Make a refresh token good."""
        with self._shelving:
            self._refresh.put(token.token, token.grant.administration_id, token)

    def add_code(self, code: Code) -> None:
        """Make a code good."""
        with self._shelving:
            self._codes.put(code.code, code.grant.administration_id, code)

    def expire(self, administration_id: str, client_id: str | None, now: datetime) -> int:
        """End the life of access tokens at this moment: those of one client, or with None of all; tell how many lived.

        One that does not expire by itself does so too, until `renew_lasting`. What can be refreshed still can.
        """
        living = [
            token
            for token in self._access_of(administration_id)
            if _is_held_by(client_id, token.grant) and token.is_alive(now)
        ]
        for token in living:
            token.expires_at = now
        return len(living)

    def revoke(self, administration_id: str, client_id: str | None, why: str) -> int:
        """End grants with all that was given on them: those of one client, or with None of all; tell how many stood.

        `why` is told to whoever still sends one of their tokens.
        """
        standing = [
            grant for grant in self._grants_of(administration_id) if _is_held_by(client_id, grant) and not grant.revoked
        ]
        for grant in standing:
            grant.revoke(why)
        return len(standing)

    def renew_lasting(self, administration_id: str) -> None:
        """Make the tokens that do not expire good again, whatever was done to them: nobody can get new ones."""
        for token in self._lasting_of(administration_id):
            token.expires_at, token.revoked, token.grant.revoked = None, False, False

    def lasting_of(self, administration_id: str) -> list[AccessToken]:
        """Give the access tokens for an administration that do not expire, in the order in which they were given."""
        with self._shelving:
            return self._lasting_of(administration_id)

    def forget(self, administration_id: str) -> None:
        """Forget every code and token for the books of one administration."""
        with self._shelving:
            self._access.clear(administration_id)
            self._refresh.clear(administration_id)
            self._codes.clear(administration_id)
            self._lasting = {
                text: token
                for text, token in self._lasting.items()
                if token.grant.administration_id != administration_id
            }

    def _access_of(self, administration_id: str) -> list[AccessToken]:
        with self._shelving:
            return self._access.of(administration_id) + self._lasting_of(administration_id)

    def _lasting_of(self, administration_id: str) -> list[AccessToken]:
        return [token for token in self._lasting.values() if token.grant.administration_id == administration_id]

    def _grants_of(self, administration_id: str) -> list[Grant]:
        """Give each grant once: they are told apart as objects, since nothing keeps their ids apart."""
        grants = [token.grant for token in self._access_of(administration_id)]
        with self._shelving:
            grants += [token.grant for token in self._refresh.of(administration_id)]
            grants += [code.grant for code in self._codes.of(administration_id)]
        return list({id(grant): grant for grant in grants}.values())


def _is_held_by(client_id: str | None, grant: Grant) -> bool:
    return client_id is None or grant.client_id == client_id
