"""The person's decision: which administrations there are to choose from, and the code that an approval gives."""

from collections.abc import Iterable
from typing import Final

from mockbooks.frozen import dataclass
from mockbooks.oauth.authority import Authority
from mockbooks.oauth.authorization import AuthorizationError, AuthorizationRequest
from mockbooks.oauth.descriptions import shortened
from mockbooks.oauth.targets import Target
from mockbooks.oauth.tokens import Code, Grant
from mockbooks.traffic.surroundings import Surroundings

MOST_OFFERED: Final = 250

APPROVE: Final = "approve"
DENY: Final = "deny"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """The administrations to choose from, the client's own first; `left_out` tells how many more there are."""

    administrations: tuple[Surroundings, ...]
    left_out: int


def offer(request: AuthorizationRequest, administrations: Iterable[Surroundings]) -> Offer:
    """List what a person can be shown; the client's own and the one that is asked for are always there."""
    everything = tuple(administrations)
    foremost = (request.client.home_administration_id, request.administration.id)
    ordered = sorted(everything, key=lambda each: [each.id != own_id for own_id in foremost])
    shown = tuple(ordered[:MOST_OFFERED])
    return Offer(administrations=shown, left_out=len(everything) - len(shown))


def demand_approval(decision: str) -> None:
    """Raise AuthorizationError for every decision but an approval."""
    if decision == DENY:
        raise AuthorizationError("access_denied", "The person pressed Deny on the consent page.")
    if decision != APPROVE:
        raise AuthorizationError(
            "invalid_request", f"decision {shortened(decision)} is not known; {APPROVE} and {DENY} are."
        )


def approve(request: AuthorizationRequest, target: Target, authority: Authority) -> Code:
    """Give the code for what is asked; it lives by the clock of the administration."""
    now = request.administration.clock.now()
    code = Code(
        code=authority.mint.token("mb_ac"),
        grant=Grant(
            id=authority.mint.text("grant"),
            client_id=request.client.client_id,
            administration_id=request.administration.id,
            scopes=request.scopes,
        ),
        redirect_uri=target.redirect_uri,
        redirect_uri_was_sent=target.was_sent,
        code_challenge=request.code_challenge,
        issued_at=now,
        expires_at=now + authority.policy_of(request.administration.id).code_life,
    )
    authority.tokens.add_code(code)
    return code
