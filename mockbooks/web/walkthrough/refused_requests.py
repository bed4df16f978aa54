"""The refusals of a request as it stands: its parameters, its client or its grant type is not good."""

from typing import Final

from mockbooks.texts import Text
from mockbooks.web.walkthrough.connecting import CLIENT, REDIRECT_URI
from mockbooks.web.walkthrough.exchanges import Outcome
from mockbooks.web.walkthrough.step import Call, Case, Refusal

SECTION: Final = "RFC 6749, section 5.2"
OF_THE_CODE_ALONE: Final = """\
{
  "client_name": "Kassa",
  "redirect_uris": ["http://127.0.0.1/callback"],
  "grant_types": ["authorization_code"]
}"""

INVALID_CLIENT: Final = Refusal(
    code="invalid_client",
    rfc=SECTION,
    cause=Text(
        "The client id is unknown here, or the secret is not its own. mockbooks forgets its clients when it stops; "
        "with the same random seed the same registrations give the same ids again.",
        "De client-id is hier onbekend, of het geheim hoort er niet bij. mockbooks vergeet zijn clients als het "
        "stopt; bij dezelfde random seed geven dezelfde registraties weer dezelfde ids.",
    ),
    remedy=Text(
        "Register again, and check that id and secret are form-encoded before they are put into HTTP Basic (RFC 6749, "
        "section 2.3.1). Send them in one way only: in the header or in the body.",
        "Registreer opnieuw, en controleer dat id en geheim form-gecodeerd zijn voor ze in HTTP Basic gaan (RFC 6749, "
        "paragraaf 2.3.1). Stuur ze op één manier: in de header of in de body.",
    ),
    cases=(
        Case(
            title=Text("A wrong secret", "Een verkeerd geheim"),
            calls=(
                Call(
                    name="wrong secret",
                    method="POST",
                    path="/oauth/token",
                    expects=Outcome(401, "invalid_client"),
                    basic=("{client_id}", "NotTheSecretThatCameWithTheId"),
                    form=(("grant_type", "client_credentials"),),
                ),
            ),
        ),
    ),
)

INVALID_REQUEST: Final = Refusal(
    code="invalid_request",
    rfc="RFC 6749, sections 4.1.2.1 and 5.2",
    cause=Text(
        "A parameter is missing, came twice or has the wrong form; or the redirect URI is not one of those that the "
        "client registered.",
        "Een parameter ontbreekt, kwam twee keer of heeft de verkeerde vorm; of de redirect-URI is er niet een die de "
        "client heeft geregistreerd.",
    ),
    remedy=Text(
        "Read <code>error_description</code>, or the page: it says what came and what was expected.",
        "Lees <code>error_description</code>, of de pagina: daar staat wat er kwam en wat er verwacht werd.",
    ),
    cases=(
        Case(
            title=Text("A redirect URI with a slash too many", "Een redirect-URI met een schuine streep te veel"),
            anchor="redirect-uri-mismatch",
            text=Text(
                "The person sees a page that says so, status 400, and is sent nowhere: a redirect to an address that "
                "nobody vouches for is what a thief would want (RFC 9700, section 4.1.3). Compare character by "
                "character: http or https, capitals, the path, a slash at the end. A program that asks for JSON is "
                "told the same:",
                "De persoon ziet een pagina die dat zegt, status 400, en wordt nergens heen gestuurd: een redirect "
                "naar een adres waar niemand voor instaat is precies wat een dief wil (RFC 9700, paragraaf 4.1.3). "
                "Vergelijk teken voor teken: http of https, hoofdletters, het pad, een schuine streep aan het eind. "
                "Een programma dat JSON vraagt krijgt hetzelfde te horen:",
            ),
            calls=(
                Call(
                    name="redirect URI mismatch",
                    path="/oauth/authorize",
                    expects=Outcome(400, "invalid_request"),
                    query=(
                        ("response_type", "code"),
                        ("client_id", "{client_id}"),
                        ("redirect_uri", f"{REDIRECT_URI}/"),
                    ),
                    headers=(("Accept", "application/json"),),
                ),
            ),
        ),
        Case(
            title=Text("JSON in place of a form", "JSON in plaats van een formulier"),
            calls=(
                Call(
                    name="json to the token endpoint",
                    method="POST",
                    path="/oauth/token",
                    expects=Outcome(400, "invalid_request"),
                    basic=CLIENT,
                    json='{"grant_type": "client_credentials"}',
                ),
            ),
        ),
    ),
)

UNSUPPORTED_GRANT_TYPE: Final = Refusal(
    code="unsupported_grant_type",
    rfc=SECTION,
    cause=Text(
        "This grant type is not offered. <code>password</code> is the one that is asked for most, and must not be "
        "used any more (RFC 9700, section 2.4).",
        "Dit grant type is er niet. <code>password</code> wordt het meest gevraagd, en mag niet meer gebruikt worden "
        "(RFC 9700, paragraaf 2.4).",
    ),
    remedy=Text(
        'Use one of those in <code>grant_types_supported</code> of <a href="#discover">the metadata</a>.',
        'Gebruik er een uit <code>grant_types_supported</code> van <a href="#discover">de metadata</a>.',
    ),
    cases=(
        Case(
            title=Text("The password grant", "De password-grant"),
            calls=(
                Call(
                    name="password grant",
                    method="POST",
                    path="/oauth/token",
                    expects=Outcome(400, "unsupported_grant_type"),
                    basic=CLIENT,
                    form=(("grant_type", "password"), ("username", "sanne"), ("password", "korenaar")),
                ),
            ),
        ),
    ),
)

UNAUTHORIZED_CLIENT: Final = Refusal(
    code="unauthorized_client",
    rfc=SECTION,
    cause=Text(
        "The client was not registered for this grant type.",
        "De client is niet voor dit grant type geregistreerd.",
    ),
    remedy=Text(
        'Name it in <code>grant_types</code> when you <a href="#register">register</a>.',
        'Noem het in <code>grant_types</code> als je <a href="#register">registreert</a>.',
    ),
    cases=(
        Case(
            title=Text(
                "Client credentials for a client of the code flow alone",
                "Client credentials voor een client van alleen de codestroom",
            ),
            before=(
                Call(
                    name="unregistered grant type: register",
                    method="POST",
                    path="/oauth/register",
                    expects=Outcome(201),
                    json=OF_THE_CODE_ALONE,
                    keeps={"other_id": "client_id", "other_secret": "client_secret"},
                ),
            ),
            calls=(
                Call(
                    name="unregistered grant type",
                    method="POST",
                    path="/oauth/token",
                    expects=Outcome(400, "unauthorized_client"),
                    basic=("{other_id}", "{other_secret}"),
                    form=(("grant_type", "client_credentials"),),
                ),
            ),
        ),
    ),
)
