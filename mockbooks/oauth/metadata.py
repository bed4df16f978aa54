"""What the server says about itself, so that clients need to be told its address alone (RFC 8414 and RFC 9728)."""

from mockbooks.oauth.authorization import CHALLENGE_METHOD, RESPONSE_MODE
from mockbooks.oauth.registration import AUTH_METHODS, GRANT_TYPES, RESPONSE_TYPES
from mockbooks.oauth.scopes import SCOPES


def authorization_server_metadata(issuer: str) -> dict[str, object]:
    """Describe the authorization server; lists that have a default are written out, for the defaults are others."""
    return {
        "issuer": issuer,
        "authorization_endpoint": f"{issuer}/oauth/authorize",
        "token_endpoint": f"{issuer}/oauth/token",
        "revocation_endpoint": f"{issuer}/oauth/revoke",
        "introspection_endpoint": f"{issuer}/oauth/introspect",
        "registration_endpoint": f"{issuer}/oauth/register",
        "scopes_supported": list(SCOPES),
        "response_types_supported": list(RESPONSE_TYPES),
        "response_modes_supported": [RESPONSE_MODE],
        "grant_types_supported": list(GRANT_TYPES),
        "token_endpoint_auth_methods_supported": list(AUTH_METHODS),
        "revocation_endpoint_auth_methods_supported": list(AUTH_METHODS),
        "introspection_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
        "code_challenge_methods_supported": [CHALLENGE_METHOD],
        "authorization_response_iss_parameter_supported": True,
        "service_documentation": f"{issuer}/docs/oauth",
        "ui_locales_supported": ["en", "nl"],
    }


def resource_metadata(resource: str, issuer: str) -> dict[str, object]:
    """Describe a protected resource; `resource` is the very URL that the caller asked about (RFC 9728, section 3.3)."""
    return {
        "resource": resource,
        "authorization_servers": [issuer],
        "scopes_supported": list(SCOPES),
        "bearer_methods_supported": ["header"],
        "resource_name": "mockbooks",
        "resource_documentation": f"{issuer}/docs",
    }
