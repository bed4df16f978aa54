"""Access tokens: who holds one, for which books, what it allows and until when."""

from dataclasses import dataclass
from datetime import datetime

DEMO_ADMINISTRATION = "demo"
DEMO_CLIENT = "mockbooks-demo"
DEMO_TOKEN = "mockbooks-demo-token"  # noqa: S105 - published in the contract: it opens made-up books only
SCOPES = (
    "debtors:read",
    "debtors:write",
    "transactions:read",
    "transactions:write",
    "products:read",
    "products:write",
    "settings:read",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class TokenInfo:
    """What an access token stands for; one without `expires_at` does not expire."""

    administration_id: str
    client_id: str
    scopes: frozenset[str]
    expires_at: datetime | None = None


class TokenStore:
    """The access tokens that are good or were good until they expired; anything else is refused."""

    def __init__(self) -> None:
        """Start without any token."""
        self._tokens: dict[str, TokenInfo] = {}

    def add(self, token: str, info: TokenInfo) -> None:
        """Make a token good."""
        self._tokens[token] = info

    def find(self, token: str) -> TokenInfo | None:
        """Give what a token stands for, expired or not, or None for one that was never given."""
        return self._tokens.get(token)


def demo_tokens() -> TokenStore:
    """Make a store that holds the token of the administration `demo`: every scope, and no end."""
    tokens = TokenStore()
    info = TokenInfo(administration_id=DEMO_ADMINISTRATION, client_id=DEMO_CLIENT, scopes=frozenset(SCOPES))
    tokens.add(DEMO_TOKEN, info)
    return tokens
