"""What the operations of OAuth refuse."""

from typing import Any, Final

from tests.docs.refusals.call import Json, Refused, asks, sends

_OAUTH: Final = "http://127.0.0.1/oauth"
_DEMO: Final = ("mockbooks-demo", "mockbooks-demo-secret")
_ASKED: Final = {
    "response_type": "code",
    "client_id": "mockbooks-demo",
    "redirect_uri": "http://127.0.0.1/back",
    "scope": "debtors:read",
}


def _form(operation: str, code: str, path: str, form: Json, **options: Any) -> Refused:  # noqa: ANN401 - of httpx
    return Refused(operation, code, "POST", _OAUTH + path, {"data": form, "headers": {"Authorization": ""}, **options})


CALLS: Final = [
    *asks(
        "authorize",
        f"{_OAUTH}/authorize",
        {
            "unsupported_response_type": {**_ASKED, "response_type": "token"},
            "invalid_scope": {**_ASKED, "scope": "invoices:read"},
            "invalid_request": {**_ASKED, "code_challenge": "x" * 43, "code_challenge_method": "plain"},
        },
    ),
    Refused(
        "decideAuthorization",
        "access_denied",
        "POST",
        f"{_OAUTH}/authorize",
        {"params": _ASKED, "data": {"decision": "deny"}},
    ),
    Refused(
        "decideAuthorization",
        "unsupported_response_type",
        "POST",
        f"{_OAUTH}/authorize",
        {"params": {**_ASKED, "response_type": "token"}, "data": {"decision": "approve"}},
    ),
    _form(
        "issueToken", "invalid_client", "/token", {"grant_type": "client_credentials"}, auth=("mockbooks-demo", "wrong")
    ),
    _form(
        "issueToken", "invalid_grant", "/token", {"grant_type": "refresh_token", "refresh_token": "none"}, auth=_DEMO
    ),
    _form("issueToken", "invalid_scope", "/token", {"grant_type": "client_credentials", "scope": "all"}, auth=_DEMO),
    _form("issueToken", "invalid_request", "/token", {"scope": "debtors:read"}, auth=_DEMO),
    _form("issueToken", "unsupported_grant_type", "/token", {"grant_type": "password"}, auth=_DEMO),
    _form("revokeToken", "invalid_client", "/revoke", {"token": "any"}, auth=("mockbooks-demo", "wrong")),
    _form("revokeToken", "invalid_request", "/revoke", {}, auth=_DEMO),
    _form("introspectToken", "invalid_client", "/introspect", {"token": "any"}, auth=("mockbooks-demo", "wrong")),
    _form("introspectToken", "invalid_request", "/introspect", {}, auth=_DEMO),
    *sends(
        "registerClient",
        f"{_OAUTH}/register",
        "POST",
        {
            "invalid_redirect_uri": {"redirect_uris": ["not an address"]},
            "invalid_client_metadata": {
                "redirect_uris": ["http://127.0.0.1/back"],
                "token_endpoint_auth_method": "tls",
            },
        },
    ),
]
