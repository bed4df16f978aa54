"""What a call presents of OAuth: its access token, or at the token endpoint a code or a refresh token."""

from typing import Final

from mockbooks.oauth.tokens import AccessToken, Grant
from mockbooks.stage.scene import Scene
from mockbooks.traffic.exchange import Exchange

_TOKEN_ENDPOINT: Final = "issueToken"  # noqa: S105 - the name of an operation


def is_refresh(exchange: Exchange) -> bool:
    """Tell whether a call asks the token endpoint for new tokens with a refresh token (RFC 6749, section 6)."""
    is_there = exchange.operation is not None and exchange.operation.operation_id == _TOKEN_ENDPOINT
    return is_there and _form(exchange).get("grant_type") == "refresh_token"


def brings_token(exchange: Exchange) -> bool:
    """Tell whether a call brings an access token (RFC 6750, section 2.1), good or not."""
    return _bearer(exchange) is not None


def access_token(scene: Scene) -> AccessToken | None:
    """Give the access token of a call, dead or alive, when it is one for this administration."""
    text = _bearer(scene.exchange)
    token = None if text is None else scene.world.tokens.access(text)
    return token if token is not None and _is_ours(scene, token.grant) else None


def grant(scene: Scene) -> Grant | None:
    """Give the grant that a call goes by, when it is one for this administration."""
    tokens, form = scene.world.tokens, _form(scene.exchange)
    presented = (
        access_token(scene)
        or tokens.refresh(str(form.get("refresh_token", "")))
        or tokens.code(str(form.get("code", "")))
    )
    return presented.grant if presented is not None and _is_ours(scene, presented.grant) else None


def _bearer(exchange: Exchange) -> str | None:
    scheme, _, text = exchange.headers.get("authorization", "").strip().partition(" ")
    return text.strip() if scheme.lower() == "bearer" else None


def _form(exchange: Exchange) -> dict[str, object]:
    """Give the parameters of a call to OAuth; any other body has none."""
    of_oauth = exchange.operation is not None and exchange.operation.area == "oauth"
    return exchange.content if of_oauth and isinstance(exchange.content, dict) else {}


def _is_ours(scene: Scene, of_call: Grant) -> bool:
    return of_call.administration_id == scene.world.id
