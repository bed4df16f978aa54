"""The endpoints of OAuth by the operation that is called; each part is imported when it is first needed.

Authlib alone takes longer to import than the rest of a start, and most tests that use the demo token never need it.
"""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Final

from mockbooks.oauth.authority import Authority
from mockbooks.traffic.exchange import Answer, Exchange

Handler = Callable[[Exchange, Authority], Answer]

# operationId → module beside this one and function in it.
_HANDLERS: Final[dict[str, tuple[str, str]]] = {
    "authorize": ("authorize", "show_consent"),
    "decideAuthorization": ("authorize", "decide"),
    "issueToken": ("token", "issue_token"),
    "revokeToken": ("token", "revoke_token"),
    "introspectToken": ("token", "introspect_token"),
    "registerClient": ("registration", "register_client"),
    "getAuthorizationServerMetadata": ("metadata", "authorization_server"),
    "getServerResourceMetadata": ("metadata", "server_resource"),
    "getApiResourceMetadata": ("metadata", "api_resource"),
}


class OAuthEndpoint:
    """Answers the calls of the area "oauth"."""

    def __init__(self, authority: Authority) -> None:
        """Keep what the endpoints work with."""
        self._authority = authority

    def __call__(self, exchange: Exchange) -> Answer:
        """Answer the exchange, whose operation the steps have found."""
        if exchange.operation is None:
            raise LookupError("an exchange without an operation came as far as OAuth")
        return _handler(exchange.operation.operation_id)(exchange, self._authority)


@cache
def _handler(operation_id: str) -> Handler:
    module, function = _HANDLERS[operation_id]
    handler: Handler = getattr(import_module(f"mockbooks.web.oauth.{module}"), function)
    return handler
