"""The operations of OAuth, named so that logs and scenarios can speak of them."""

from typing import Final

from mockbooks.traffic.operation import Operation


def _operation(operation_id: str, method: str, path: str) -> Operation:
    return Operation(operation_id=operation_id, method=method, path=path, needs_token=False, prefix="", area="oauth")


OPERATIONS: Final[tuple[Operation, ...]] = (
    _operation("authorize", "GET", "/oauth/authorize"),
    _operation("decideAuthorization", "POST", "/oauth/authorize"),
    _operation("issueToken", "POST", "/oauth/token"),
    _operation("revokeToken", "POST", "/oauth/revoke"),
    _operation("introspectToken", "POST", "/oauth/introspect"),
    _operation("registerClient", "POST", "/oauth/register"),
    _operation("getAuthorizationServerMetadata", "GET", "/.well-known/oauth-authorization-server"),
    _operation("getServerResourceMetadata", "GET", "/.well-known/oauth-protected-resource"),
    _operation("getApiResourceMetadata", "GET", "/.well-known/oauth-protected-resource/api/v1"),
)
