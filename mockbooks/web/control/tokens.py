"""Tokens ended from outside."""

from typing import Any, Final

from mockbooks.control.tokens import expire, revoke
from mockbooks.service.fields import PlainText, Whole
from mockbooks.service.schema import StrictSchema
from mockbooks.web import envelopes
from mockbooks.web.control.desk import Bench, json_of, on_administration, operation


class TokensBody(StrictSchema):
    """Whose tokens are meant."""

    client_id = PlainText(
        "The client that holds them; left out: every client.", maximum=100, filled=True, example="mockbooks-demo"
    )


class ExpiredTokens(StrictSchema):
    """How many access tokens have expired."""

    expired = Whole(
        "Access tokens that were good until now.", lowest=0, highest=2_147_483_647, required=True, example=2
    )


class RevokedGrants(StrictSchema):
    """How many consents were withdrawn."""

    revoked = Whole("Consents that stood until now.", lowest=0, highest=2_147_483_647, required=True, example=1)


def _expire(bench: Bench, values: dict[str, Any]) -> bytes:
    return json_of({"expired": expire(bench.control, bench.administration, values["client_id"])})


def _revoke(bench: Bench, values: dict[str, Any]) -> bytes:
    return json_of({"revoked": revoke(bench.control, bench.administration, values["client_id"])})


TAG: Final = "Tokens", "What happens to tokens in real life: they expire in mid-run, and customers withdraw consent."
CALLS: Final = (
    on_administration(
        operation("expireTokens", "POST", "/tokens/expire"),
        _expire,
        summary="Have access tokens expire",
        description="Ends the life of access tokens at this moment: the next call with one is 401 `token_expired`. "
        "Refresh tokens stay good. Tokens that do not expire by themselves, such as that of the demo, do so too, until "
        "the next reset.",
        answer=envelopes.object_schema("ExpiredTokens", ExpiredTokens()),
        body=TokensBody(),
    ),
    on_administration(
        operation("revokeTokens", "POST", "/tokens/revoke"),
        _revoke,
        summary="Withdraw consents",
        description="Withdraws consents with all codes and tokens that were given on them: the next call is 401 "
        "`token_invalid`, the next refresh `invalid_grant`. A reset makes tokens good again that do not expire.",
        answer=envelopes.object_schema("RevokedGrants", RevokedGrants()),
        body=TokensBody(),
    ),
)
