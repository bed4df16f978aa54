"""What an authorization request asks for, and why it is refused: told to the client by a redirect.

The checks are ours rather than Authlib's: of those that the RFCs ask for it makes fewer than half. It demands PKCE of
nobody here, takes `plain`, refuses plain http on any other host than localhost, tells a missing response type as an
unsupported one, and fails on a description with a character that RFC 6749 forbids.
"""

import re
from typing import Final, Literal

from mockbooks.frozen import dataclass
from mockbooks.oauth.asked_scopes import asked_scopes
from mockbooks.oauth.authority import Registry
from mockbooks.oauth.clients import Client
from mockbooks.oauth.descriptions import described, shortened
from mockbooks.oauth.errors import OAuthError
from mockbooks.oauth.parameters import Parameters
from mockbooks.oauth.scopes import in_order
from mockbooks.traffic.surroundings import Surroundings

ErrorCode = Literal[
    "invalid_request", "unauthorized_client", "access_denied", "unsupported_response_type", "invalid_scope"
]
RESPONSE_TYPE: Final = "code"
RESPONSE_MODE: Final = "query"
CHALLENGE_METHOD: Final = "S256"

# `client_id` and `redirect_uri` are judged before; `resource` may come more than once (RFC 8707, section 2), and what
# is not known is ignored (RFC 6749, section 3.1).
_ONLY_ONCE: Final = (
    "response_type",
    "response_mode",
    "scope",
    "state",
    "code_challenge",
    "code_challenge_method",
    "administration",
)
# The hash of 32 bytes in base64url without padding (RFC 7636, section 4.2).
_CHALLENGE: Final = re.compile(r"[A-Za-z0-9_-]{43}")


class AuthorizationError(Exception):
    """An error of RFC 6749, section 4.1.2.1, with what the developer of the client is told about it."""

    def __init__(self, error: ErrorCode, description: str) -> None:
        """Keep the error; of the description only what is allowed in one."""
        super().__init__(error, description)
        self.error = error
        self.description = described(description)


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorizationRequest:
    """What a client asks for: these scopes, on this administration."""

    client: Client
    scopes: tuple[str, ...]
    administration: Surroundings
    code_challenge: str | None


def read_request(parameters: Parameters, client: Client, administrations: Registry) -> AuthorizationRequest:
    """Read what is asked, or raise AuthorizationError."""
    _refuse_repeated(parameters)
    _demand_code(parameters, client)
    _demand_query(parameters.value("response_mode"))
    return AuthorizationRequest(
        client=client,
        code_challenge=_challenge(parameters, client),
        scopes=_scopes(parameters.value("scope"), client),
        administration=_administration(parameters.value("administration"), client, administrations),
    )


def _refuse_repeated(parameters: Parameters) -> None:
    for name, count in parameters.repeated(_ONLY_ONCE):
        raise AuthorizationError("invalid_request", f"{name} came {count} times; it may come once.")


def _demand_code(parameters: Parameters, client: Client) -> None:
    response_type = parameters.value("response_type")
    if response_type is None:
        raise AuthorizationError("invalid_request", f"response_type is missing; {RESPONSE_TYPE} is offered.")
    if response_type != RESPONSE_TYPE:
        came = shortened(response_type)
        raise AuthorizationError(
            "unsupported_response_type", f"response_type {came} is not offered; {RESPONSE_TYPE} is."
        )
    if "authorization_code" not in client.grant_types:
        registered = ", ".join(sorted(client.grant_types))
        raise AuthorizationError(
            "unauthorized_client", f"This client is not registered for authorization_code, only for {registered}."
        )


def _demand_query(response_mode: str | None) -> None:
    if response_mode not in {None, RESPONSE_MODE}:
        came = shortened(response_mode or "")
        raise AuthorizationError("invalid_request", f"response_mode {came} is not offered; {RESPONSE_MODE} is.")


def _challenge(parameters: Parameters, client: Client) -> str | None:
    """Read the challenge of PKCE (RFC 7636, section 4.3); without a method it would mean `plain`."""
    challenge, method = parameters.value("code_challenge"), parameters.value("code_challenge_method")
    if challenge is None and method is None and not client.is_public:
        return None
    if challenge is None:
        reason = "this client is public" if client.is_public else "code_challenge_method came without it"
        raise AuthorizationError("invalid_request", f"code_challenge is missing: {reason}, so PKCE is needed.")
    if method != CHALLENGE_METHOD:
        came = "is missing, which means plain" if method is None else f"{shortened(method)} came"
        raise AuthorizationError("invalid_request", f"code_challenge_method {came}; only {CHALLENGE_METHOD} is taken.")
    if not _CHALLENGE.fullmatch(challenge):
        raise AuthorizationError("invalid_request", _wrong_challenge(challenge))
    return challenge


def _wrong_challenge(challenge: str) -> str:
    hint = " Leave the padding (=) off." if challenge.endswith("=") else ""
    return (
        f"code_challenge is not a hash of {CHALLENGE_METHOD} in base64url: that has 43 characters of A-Z a-z 0-9 - _,"
        f" and {len(challenge)} characters came.{hint}"
    )


def _scopes(text: str | None, client: Client) -> tuple[str, ...]:
    try:
        return in_order(asked_scopes(text, client.scopes, "This client is registered for"))
    except OAuthError as refusal:
        raise AuthorizationError("invalid_scope", str(refusal.description)) from None


def _administration(wanted: str | None, client: Client, administrations: Registry) -> Surroundings:
    administration_id = wanted or client.home_administration_id
    administration = administrations.find(administration_id)
    if administration is None:
        raise AuthorizationError(
            "invalid_request", f"There is no administration {shortened(administration_id)} to connect."
        )
    return administration
