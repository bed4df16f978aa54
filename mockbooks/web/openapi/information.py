"""What the OpenAPI document says about the API as a whole: what it is, whom to ask, where it is, and how to get in."""

from typing import Any, Final

from mockbooks.oauth.scopes import SCOPES
from mockbooks.resources.support import HELP_DESK
from mockbooks.traffic.operation import API_PREFIX
from mockbooks.web.headers import API_VERSION

Json = dict[str, Any]

TITLE: Final = "mockbooks reference accounting API"
VERSION: Final = API_VERSION
_DESCRIPTION: Final = """\
A mock accounting system to test integrations against, with real double-entry books in memory. \
What is booked here is lost when the server stops.

- **Success** is always 200, with `success`, `data` and, for lists, `page`.
- **Failure** of an action is always 400, with problem details (RFC 9457) that name each wrong field at once; \
every code is explained at [/docs/errors](/docs/errors). An id that does not exist is 400 `not_found`.
- **Amounts** are decimal strings in euros (`"121.00"`), never JSON numbers; dates are `YYYY-MM-DD`, \
moments RFC 3339 in UTC.
- **Strict**: a key or a query parameter that is unknown is refused, never ignored.
- **Retries**: send an `Idempotency-Key` with a POST, and the same call does nothing twice.
- **Limits**: so many requests in a window, told by `RateLimit` on every answer and by `GET /limits`; beyond them \
the answer is 429 with `Retry-After`.
- **Support**: `GET /support` tells, in Dutch and English, how a problem is reported and how soon an answer comes. \
Quote the `X-Request-Id` of the answer.

The way in is OAuth 2; [/docs/oauth](/docs/oauth) shows every request of it. To look around at once there is the token \
`mockbooks-demo-token`: it works on the administration `demo`, unless the server was started with `--no-demo`. \
The examples are meant for that one as it is right after the start: they can be sent as they stand."""
_CONTACT: Final = (
    "mockbooks support: antwoord binnen één werkdag, in het Nederlands / an answer within one working day, in English"
)
INFO: Final[Json] = {
    "description": _DESCRIPTION,
    "contact": {"name": _CONTACT, "email": HELP_DESK.email, "url": HELP_DESK.url},
    "license": {"name": "MIT", "identifier": "MIT"},
}
MEMBERS: Final[Json] = {
    "servers": [{"url": API_PREFIX, "description": "This server."}],
    "security": [{"bearer": []}, {"oauth2": []}],
}
_FLOW: Final[Json] = {
    "tokenUrl": "/oauth/token",
    "scopes": {scope: text.en for scope, text in SCOPES.items()},
}
SECURITY_SCHEMES: Final[Json] = {
    "bearer": {
        "type": "http",
        "scheme": "bearer",
        "description": (
            "An access token (RFC 6750). `mockbooks-demo-token` has every scope on the administration `demo` and does "
            "not expire. The scope that an operation needs stands with the operation; without it the answer is 403 "
            "`insufficient_scope`."
        ),
    },
    "oauth2": {
        "type": "oauth2",
        "description": (
            "OAuth 2 (RFC 6749): the authorization code flow with PKCE (RFC 7636) for the administration of a "
            "customer, client credentials for the client's own. Every request is written out at "
            "[/docs/oauth](/docs/oauth)."
        ),
        "flows": {
            "authorizationCode": {"authorizationUrl": "/oauth/authorize", "refreshUrl": "/oauth/token", **_FLOW},
            # Without refreshUrl: there is no refresh token (RFC 6749, section 4.4.3).
            "clientCredentials": _FLOW,
        },
    },
}
