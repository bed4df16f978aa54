"""Who may see the dashboard where the control API has a token: whoever has signed in with it, or brings it along.

The cookie holds no token: it is a keyed digest of it, with a key that is made anew by every server. A browser sends
cookies to every port of a host, so each port has a name of its own.
"""

from hmac import compare_digest, digest
from secrets import token_bytes
from typing import Final
from urllib.parse import urlsplit

from mockbooks.traffic.exchange import Exchange
from mockbooks.web.control_token import ControlToken

_NAME: Final = "mockbooks_control"


class Access:
    """Judges whether a visitor holds the token of the control API; without such a token everybody is let in."""

    def __init__(self, token: str | None) -> None:
        """Keep the token, and make what a browser gets in its place."""
        self._token = ControlToken(token)
        self._pass = digest(token_bytes(32), (token or "").encode(), "sha256").hex()

    @property
    def is_guarded(self) -> bool:
        """Whether a token is asked for at all."""
        return self._token.is_asked

    def allows(self, exchange: Exchange) -> bool:
        """Tell whether a visitor has signed in, or sent the token as programs do."""
        return (
            not self.is_guarded
            or self._token.came_with(exchange)
            or compare_digest(_cookie_in(exchange).encode("utf-8", "replace"), self._pass.encode())
        )

    def is_token(self, text: str) -> bool:
        """Tell whether this is the token."""
        return self._token.is_it(text)

    def admission(self, exchange: Exchange) -> tuple[str, str]:
        """Give the header that lets a browser in until it is closed; no script reads it, no other site sends it."""
        return "Set-Cookie", f"{_name(exchange)}={self._pass}; {_manners(exchange)}"

    def farewell(self, exchange: Exchange) -> tuple[str, str]:
        """Give the header that makes this browser forget it; the pass itself is good for as long as the server runs."""
        return "Set-Cookie", f"{_name(exchange)}=; Max-Age=0; {_manners(exchange)}"


def _name(exchange: Exchange) -> str:
    port = urlsplit(f"//{exchange.host}").netloc.rpartition(":")[2]
    return f"{_NAME}_{port}" if port.isdigit() else _NAME


def _manners(exchange: Exchange) -> str:
    # By the URL that the browser knows: before the server may stand a proxy that ends TLS.
    secure = "; Secure" if exchange.base_url.startswith("https:") else ""
    return f"Path=/; HttpOnly; SameSite=Strict{secure}"


def _cookie_in(exchange: Exchange) -> str:
    """Find our own among those of all programs on this host, whatever the others hold (RFC 6265, section 5.4)."""
    pairs = (pair.partition("=") for pair in exchange.headers.get("cookie", "").split(";"))
    name = _name(exchange)
    return next((text.strip() for each, _, text in pairs if each.strip() == name), "")
