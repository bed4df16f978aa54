"""The refusals of the API: the token is not good, or not good enough."""

from typing import Final

from mockbooks.texts import Text
from mockbooks.web.walkthrough.exchanges import Outcome
from mockbooks.web.walkthrough.step import Call, Case, Refusal

SECTION: Final = "RFC 6750, section 3.1"

INVALID_TOKEN: Final = Refusal(
    code="invalid_token",
    rfc=SECTION,
    cause=Text(
        "The API does not know this access token (any more): it has expired, was revoked, or is none of ours. The "
        "body is a problem like all others, and its code says which: <a "
        'href="/docs/errors#token-expired">token_expired</a> or <a '
        'href="/docs/errors#token-invalid">token_invalid</a>.',
        "De API kent dit access token niet (meer): het is verlopen, ingetrokken, of niet van hier. De body is een "
        'probleem als alle andere, en de code zegt wat het is: <a href="/docs/errors#token-expired">token_expired</a> '
        'of <a href="/docs/errors#token-invalid">token_invalid</a>.',
    ),
    remedy=Text(
        'Refresh once and call once more. When refreshing gives <a href="#invalid-grant">invalid_grant</a>, ask for '
        "consent again.",
        'Vernieuw één keer en roep nog één keer aan. Geeft vernieuwen <a href="#invalid-grant">invalid_grant</a>, '
        "vraag dan opnieuw toestemming.",
    ),
    cases=(
        Case(
            title=Text("A token that nobody gave", "Een token dat niemand heeft gegeven"),
            calls=(
                Call(
                    name="unknown token",
                    path="/api/v1/administration",
                    expects=Outcome(401, "invalid_token", "token_invalid"),
                    bearer="mb_at_ThisOneWasNeverGiven",
                ),
            ),
        ),
    ),
)

INSUFFICIENT_SCOPE: Final = Refusal(
    code="insufficient_scope",
    rfc=SECTION,
    cause=Text(
        "The token is good, but does not allow this call. The header names the scope that does.",
        "Het token is goed, maar staat deze aanroep niet toe. De header noemt de scope die het wel doet.",
    ),
    remedy=Text(
        "Do not refresh, for the scope stays what it was: ask for consent again with the scope that was named.",
        "Vernieuw niet, want de scope blijft wat hij was: vraag opnieuw toestemming met de scope die genoemd is.",
    ),
    cases=(
        Case(
            title=Text("Writing with a token that may only read", "Schrijven met een token dat alleen mag lezen"),
            calls=(
                Call(
                    name="scope too small",
                    method="POST",
                    path="/api/v1/products",
                    expects=Outcome(403, "insufficient_scope", "insufficient_scope"),
                    bearer="{own_token}",
                    json='{"sku": "TAART-APPEL", "description": "Appeltaart", "price": "18.50"}',
                ),
            ),
        ),
    ),
)
