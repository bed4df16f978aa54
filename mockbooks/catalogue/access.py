"""Codes for access tokens and scopes (RFC 6750)."""

from mockbooks.catalogue.entry import Entry, Subject
from mockbooks.errors import Family
from mockbooks.texts import Text

SUBJECT = Subject(
    anchor="access",
    title=Text("Access", "Toegang"),
    introduction=Text(
        "These keep their own status, 401 or 403, because no action was reached. The header WWW-Authenticate says the "
        "same for OAuth libraries (RFC 6750), and where a token can be had (RFC 9728). Every step of that is written "
        "out at /docs/oauth.",
        "Deze houden hun eigen status, 401 of 403, omdat er geen actie is bereikt. De header WWW-Authenticate zegt "
        "hetzelfde voor OAuth-bibliotheken (RFC 6750), en waar een token te krijgen is (RFC 9728). Elke stap daarvan "
        "staat uitgeschreven op /docs/oauth.",
    ),
    entries=(
        Entry(
            code="token_missing",
            family=Family.UNAUTHENTICATED,
            title=Text("No access token", "Geen toegangstoken"),
            detail=Text(
                "This operation needs an access token in the header Authorization: Bearer …",
                "Deze bewerking vraagt een toegangstoken in de header Authorization: Bearer …",
            ),
            cause=Text(
                "The header is absent, or came with another scheme, such as Basic or Token. Many HTTP libraries drop "
                "it when they follow a redirect to another host.",
                "De header ontbreekt, of kwam met een ander schema, zoals Basic of Token. Veel HTTP-bibliotheken laten "
                "hem vallen als ze een redirect naar een andere host volgen.",
            ),
            remedy=Text(
                "Get an access token with OAuth, as /docs/oauth shows, and send it as Authorization: Bearer followed "
                "by the token. While trying out, the demo token will do that the server prints at its start.",
                "Haal een toegangstoken met OAuth, zoals /docs/oauth laat zien, en stuur het als Authorization: Bearer "
                "met daarachter het token. Bij het uitproberen volstaat het demotoken dat de server bij de start "
                "toont.",
            ),
        ),
        Entry(
            code="token_malformed",
            family=Family.UNAUTHENTICATED,
            title=Text("Authorization header is malformed", "Authorization-header is misvormd"),
            detail=Text(
                "The header Authorization must be the word Bearer, one space and the access token.",
                "De header Authorization moet bestaan uit het woord Bearer, één spatie en het toegangstoken.",
            ),
            cause=Text(
                "The token came without the word Bearer before it, nothing came behind Bearer, quotes or a second word "
                "came with the token, or more than one header came.",
                "Het token kwam zonder het woord Bearer ervoor, er kwam niets achter Bearer, er kwamen "
                "aanhalingstekens of een tweede woord bij het token, of er kwam meer dan één header.",
            ),
            remedy=Text(
                "Send exactly one header of the form Authorization: Bearer abc123.",
                "Stuur precies één header van de vorm Authorization: Bearer abc123.",
            ),
        ),
        Entry(
            code="token_invalid",
            family=Family.UNAUTHENTICATED,
            title=Text("Access token is not valid", "Toegangstoken is niet geldig"),
            detail=Text(
                "The access token is unknown or has been revoked.", "Het toegangstoken is onbekend of ingetrokken."
            ),
            cause=Text(
                "The token was never issued here, was cut off or revoked, or the user withdrew consent. A server that "
                "is restarted has forgotten every token, and an administration that is gone takes its tokens along.",
                "Het token is hier nooit uitgegeven, is afgebroken of ingetrokken, of de gebruiker heeft de "
                "toestemming ingetrokken. Een server die opnieuw is gestart, is alle tokens vergeten, en een "
                "administratie die weg is, neemt haar tokens mee.",
            ),
            remedy=Text(
                "Refresh once; if that fails with invalid_grant, ask the user to connect again, as /docs/oauth shows. "
                "Do not keep trying. A client that acts for itself asks for a new token with its credentials.",
                "Vernieuw het token één keer; mislukt dat met invalid_grant, vraag de gebruiker dan opnieuw te "
                "koppelen, zoals /docs/oauth laat zien. Blijf het niet proberen. Een client die namens zichzelf werkt, "
                "vraagt met zijn eigen gegevens een nieuw token.",
            ),
        ),
        Entry(
            code="token_expired",
            family=Family.UNAUTHENTICATED,
            title=Text("Access token has expired", "Toegangstoken is verlopen"),
            detail=Text("The access token has expired.", "Het toegangstoken is verlopen."),
            cause=Text(
                "Access tokens are short-lived, and one can expire in the middle of a run: Exact Online gives 10 "
                "minutes, Xero 30.",
                "Toegangstokens leven kort, en er kan er een halverwege een verwerking verlopen: Exact Online geeft "
                "10 minuten, Xero 30.",
            ),
            remedy=Text(
                "Get a new one with the refresh token, as /docs/oauth shows, and send the request again. Let one "
                "worker refresh at a time: refresh tokens are single use.",
                "Haal een nieuw token met het refresh token, zoals /docs/oauth laat zien, en stuur het verzoek "
                "opnieuw. Laat één werker tegelijk vernieuwen: een refresh token werkt maar één keer.",
            ),
        ),
        Entry(
            code="insufficient_scope",
            family=Family.FORBIDDEN,
            title=Text("Scope not granted", "Scope niet verleend"),
            detail=Text(
                'This operation needs the scope "{scope}", which the access token does not have.',
                'Deze bewerking vraagt de scope "{scope}", en die heeft het toegangstoken niet.',
            ),
            cause=Text(
                "The scope was not asked for when connecting, or the user did not grant it.",
                "De scope is bij het koppelen niet gevraagd, of de gebruiker heeft haar niet verleend.",
            ),
            remedy=Text(
                "Ask for the scope in a new authorization request, as /docs/oauth shows; refreshing never adds scopes.",
                "Vraag de scope in een nieuw autorisatieverzoek, zoals /docs/oauth laat zien; vernieuwen voegt nooit "
                "scopes toe.",
            ),
            example={"scope": "transactions:write"},
        ),
    ),
)
