"""The token of the control API and the dashboard, where one is asked for: read and compared in one place."""

from hmac import compare_digest

from mockbooks.traffic.exchange import Exchange


class ControlToken:
    """Tells the token from all other texts."""

    def __init__(self, token: str | None) -> None:
        """Keep the token; with None none is asked for."""
        self._token = token

    @property
    def is_asked(self) -> bool:
        """Whether a token is asked for at all."""
        return self._token is not None

    def is_it(self, text: str) -> bool:
        """Tell whether this is the token, in the same time whatever it is."""
        return self._token is not None and compare_digest(text.encode("utf-8", "replace"), self._token.encode())

    def came_with(self, exchange: Exchange) -> bool:
        """Tell whether a call brings it as programs do (RFC 6750, section 2.1)."""
        scheme, _, text = exchange.headers.get("authorization", "").strip().partition(" ")
        return scheme.lower() == "bearer" and self.is_it(text.strip())
