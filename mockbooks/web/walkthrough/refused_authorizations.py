"""The refusals that come before there is a code: by the redirect to the client, or when registering."""

from typing import Final

from mockbooks.texts import Text
from mockbooks.web.walkthrough.connecting import AUTHORIZATION, SCOPE
from mockbooks.web.walkthrough.exchanges import Outcome, Pairs
from mockbooks.web.walkthrough.step import Call, Case, Refusal

REDIRECT_ERRORS: Final = "RFC 6749, section 4.1.2.1"


def _authorization(**changed: str) -> Pairs:
    return tuple((name, changed.get(name, value)) for name, value in AUTHORIZATION)


ACCESS_DENIED: Final = Refusal(
    code="access_denied",
    rfc=REDIRECT_ERRORS,
    cause=Text("The person pressed Deny.", "De persoon koos weigeren."),
    remedy=Text(
        "Check <code>state</code> and <code>iss</code> as with a code, say that nothing was connected, and offer to "
        "try again. Nothing went wrong.",
        "Controleer <code>state</code> en <code>iss</code> net als bij een code, zeg dat er niets gekoppeld is, en "
        "bied aan het opnieuw te proberen. Er ging niets mis.",
    ),
    cases=(
        Case(
            title=Text("Deny", "Weigeren"),
            calls=(
                Call(
                    name="deny",
                    method="POST",
                    path="/oauth/authorize",
                    expects=Outcome(303, "access_denied"),
                    query=AUTHORIZATION,
                    form=(("administration", "{administration}"), ("decision", "deny")),
                ),
            ),
        ),
    ),
)

INVALID_SCOPE: Final = Refusal(
    code="invalid_scope",
    rfc="RFC 6749, sections 4.1.2.1 and 3.3",
    cause=Text(
        "A scope is unknown, is more than the client may ask for, or the scopes are separated by commas. The generic "
        "provider of league/oauth2-client for PHP does that unless its <code>scopeSeparator</code> is set to a space.",
        "Een scope is onbekend, is meer dan de client mag vragen, of de scopes zijn gescheiden door komma’s. De "
        "generieke provider van league/oauth2-client voor PHP doet dat, tenzij <code>scopeSeparator</code> op een "
        "spatie staat.",
    ),
    remedy=Text(
        "Separate scopes by spaces, and ask for none but those in <code>scopes_supported</code>.",
        "Scheid scopes door spaties, en vraag alleen die uit <code>scopes_supported</code>.",
    ),
    cases=(
        Case(
            title=Text("Commas between the scopes", "Komma’s tussen de scopes"),
            calls=(
                Call(
                    name="commas",
                    path="/oauth/authorize",
                    expects=Outcome(302, "invalid_scope"),
                    query=_authorization(scope=SCOPE.replace(" ", ",")),
                ),
            ),
        ),
    ),
)

UNSUPPORTED_RESPONSE_TYPE: Final = Refusal(
    code="unsupported_response_type",
    rfc=REDIRECT_ERRORS,
    cause=Text(
        "Only <code>response_type=code</code> is offered. The implicit flow (<code>token</code>) must not be used any "
        "more (RFC 9700, section 2.1.2).",
        "Alleen <code>response_type=code</code> is er. De impliciete stroom (<code>token</code>) mag niet meer "
        "gebruikt worden (RFC 9700, paragraaf 2.1.2).",
    ),
    remedy=Text(
        "Use the code flow with PKCE, also for applications that run in a browser.",
        "Gebruik de codestroom met PKCE, ook voor applicaties die in een browser draaien.",
    ),
    cases=(
        Case(
            title=Text("The implicit flow", "De impliciete stroom"),
            calls=(
                Call(
                    name="implicit flow",
                    path="/oauth/authorize",
                    expects=Outcome(302, "unsupported_response_type"),
                    query=_authorization(response_type="token"),
                ),
            ),
        ),
    ),
)

INVALID_REDIRECT_URI: Final = Refusal(
    code="invalid_redirect_uri",
    rfc="RFC 7591, section 3.2.2",
    cause=Text(
        "You register a redirect URI that can never be used, for instance one with a fragment.",
        "Je registreert een redirect-URI die nooit gebruikt kan worden, bijvoorbeeld een met een fragment.",
    ),
    remedy=Text(
        "Register the address as your program will send it: absolute, without <code>#</code>.",
        "Registreer het adres zoals je programma het zal sturen: absoluut, zonder <code>#</code>.",
    ),
    cases=(
        Case(
            title=Text("A fragment", "Een fragment"),
            calls=(
                Call(
                    name="fragment",
                    method="POST",
                    path="/oauth/register",
                    expects=Outcome(400, "invalid_redirect_uri"),
                    json='{"client_name": "Kassa", "redirect_uris": ["https://kassa.example/#/callback"]}',
                ),
            ),
        ),
    ),
)

INVALID_CLIENT_METADATA: Final = Refusal(
    code="invalid_client_metadata",
    rfc="RFC 7591, section 3.2.2",
    cause=Text(
        "Something else that you register is not offered here, or contradicts the rest.",
        "Iets anders dat je registreert is er hier niet, of spreekt de rest tegen.",
    ),
    remedy=Text(
        'Read <code>error_description</code>, and compare with <a href="#discover">the metadata</a>.',
        'Lees <code>error_description</code>, en vergelijk met <a href="#discover">de metadata</a>.',
    ),
    cases=(
        Case(
            title=Text("A grant type that is not offered", "Een grant type dat er niet is"),
            calls=(
                Call(
                    name="metadata that is not offered",
                    method="POST",
                    path="/oauth/register",
                    expects=Outcome(400, "invalid_client_metadata"),
                    json='{"redirect_uris": ["http://127.0.0.1/callback"], "grant_types": ["implicit"]}',
                ),
            ),
        ),
    ),
)
