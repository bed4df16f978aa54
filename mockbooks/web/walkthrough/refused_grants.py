"""What `invalid_grant` means: each way to hand in a code or a refresh token that is no good."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from mockbooks.texts import Text
from mockbooks.web.walkthrough import connecting, working
from mockbooks.web.walkthrough.connecting import CLIENT, EXCHANGE, REDIRECT_URI
from mockbooks.web.walkthrough.exchanges import Outcome, Pairs
from mockbooks.web.walkthrough.step import Call, Case, Refusal

(_APPROVE,) = connecting.APPROVE.calls
(_EXCHANGE,) = connecting.TRADE.calls
(_REFRESH,) = working.RENEW.calls
# A code lives a minute.
_TOO_LATE_SECONDS: Final = 61


def _token_call(name: str, form: Pairs, *, seconds_later: int = 0, caption: Text | None = None) -> Call:
    return Call(
        name=name,
        method="POST",
        path="/oauth/token",
        expects=Outcome(400, "invalid_grant"),
        basic=CLIENT,
        form=form,
        seconds_later=seconds_later,
        caption=caption,
    )


def _new_code(case: str) -> Call:
    return replace(_APPROVE, name=f"{case}: approve")


def _new_tokens(case: str) -> tuple[Call, Call]:
    return _new_code(case), replace(_EXCHANGE, name=f"{case}: exchange")


def _with(form: Pairs, changed: Mapping[str, str]) -> Pairs:
    return tuple((name, changed.get(name, value)) for name, value in form)


INVALID_GRANT: Final = Refusal(
    code="invalid_grant",
    rfc="RFC 6749, section 5.2",
    cause=Text(
        "What you hand in, a code or a refresh token, is used, expired, revoked, another client’s, or does not go "
        "with the rest of the request.",
        "Wat je inlevert, een code of een refresh token, is gebruikt, verlopen, ingetrokken, van een andere client, "
        "of past niet bij de rest van het verzoek.",
    ),
    remedy=Text(
        "With a wrong <code>code_verifier</code> or <code>redirect_uri</code> the code stays good as long as it lives: "
        "send it again with the right one. In all other cases sending it again never helps: take the person to the "
        "consent page once more. If it happens often, look for two processes that refresh at once, or for an answer "
        "that got lost before its refresh token was stored.",
        "Bij een verkeerde <code>code_verifier</code> of <code>redirect_uri</code> blijft de code goed zolang hij "
        "leeft: stuur hem nog eens, met de juiste. In alle andere gevallen helpt nog eens sturen nooit: breng de "
        "persoon opnieuw naar de toestemmingspagina. Gebeurt het vaak, zoek dan naar twee processen die tegelijk "
        "vernieuwen, of naar een antwoord dat verloren ging voor het refresh token bewaard was.",
    ),
    cases=(
        Case(
            title=Text("The code was used before", "De code is al gebruikt"),
            before=_new_tokens("used code"),
            calls=(
                _token_call("used code", EXCHANGE),
                Call(
                    name="used code: call",
                    path="/api/v1/administration",
                    expects=Outcome(401, "invalid_token", "token_invalid"),
                    bearer="{access_token}",
                    caption=Text(
                        "Somebody may have stolen the code, so the tokens that it gave are revoked (section 4.1.2):",
                        "De code kan gestolen zijn, dus de tokens die hij gaf zijn ingetrokken (paragraaf 4.1.2):",
                    ),
                ),
            ),
        ),
        Case(
            title=Text("The code has expired", "De code is verlopen"),
            before=(_new_code("expired code"),),
            calls=(
                _token_call(
                    "expired code",
                    EXCHANGE,
                    seconds_later=_TOO_LATE_SECONDS,
                    caption=Text("A minute and a second later:", "Een minuut en een seconde later:"),
                ),
            ),
        ),
        Case(
            title=Text(
                "Another verifier than the challenge was made of", "Een andere verifier dan die van de challenge"
            ),
            before=(_new_code("wrong verifier"),),
            calls=(
                _token_call(
                    "wrong verifier",
                    _with(EXCHANGE, {"code_verifier": "anotherVerifierThanTheOneOfThisChallenge012"}),
                ),
            ),
        ),
        Case(
            title=Text(
                "redirect_uri differs from the one of the authorization",
                "redirect_uri is anders dan bij de autorisatie",
            ),
            before=(_new_code("other redirect URI"),),
            calls=(_token_call("other redirect URI", _with(EXCHANGE, {"redirect_uri": f"{REDIRECT_URI}/"})),),
        ),
        Case(
            title=Text("The refresh token was used before", "Het refresh token is al gebruikt"),
            before=(
                *_new_tokens("used refresh token"),
                replace(
                    _REFRESH,
                    name="used refresh token: refresh",
                    keeps={"newest_access_token": "access_token", "newest_refresh_token": "refresh_token"},
                ),
            ),
            calls=(
                _token_call("used refresh token", working.REFRESH),
                Call(
                    name="used refresh token: call",
                    path="/api/v1/administration",
                    expects=Outcome(401, "invalid_token", "token_invalid"),
                    bearer="{newest_access_token}",
                    caption=Text(
                        "The whole family is revoked, the newest access token too (RFC 9700, section 4.14.2):",
                        "De hele familie is ingetrokken, ook het nieuwste access token (RFC 9700, paragraaf 4.14.2):",
                    ),
                ),
            ),
        ),
    ),
)
