"""Codes for plain HTTP: addresses, methods, media types and sizes (RFC 9110), and failures of the server."""

from mockbooks.catalogue.entry import Entry, Subject
from mockbooks.errors import Family
from mockbooks.texts import Text

SUBJECT = Subject(
    anchor="protocol",
    title=Text("Plain HTTP", "HTTP zelf"),
    introduction=Text(
        "The request never reached an action, so it keeps the status that HTTP gives it (RFC 9110).",
        "Het verzoek heeft nooit een actie bereikt, en houdt daarom de status die HTTP ervoor heeft (RFC 9110).",
    ),
    entries=(
        Entry(
            code="unknown_url",
            family=Family.UNKNOWN_URL,
            title=Text("URL does not exist", "URL bestaat niet"),
            detail=Text('There is nothing at "{path}".', 'Op "{path}" is niets te vinden.'),
            hint=Text('Did you mean "{suggestion}"?', 'Bedoel je "{suggestion}"?'),
            cause=Text(
                "The path is misspelt, has a slash at the end, or lacks /api/v1.",
                "Het pad is verkeerd gespeld, eindigt op een schuine streep, of mist /api/v1.",
            ),
            remedy=Text(
                "Compare with the OpenAPI document. Paths are plural, in kebab-case, without a slash at the end.",
                "Vergelijk met het OpenAPI-document. Paden zijn meervoud, in kebab-case, zonder schuine streep aan "
                "het eind.",
            ),
            example={"path": "/api/v1/debtor", "suggestion": "/api/v1/debtors"},
        ),
        Entry(
            code="wrong_method",
            family=Family.WRONG_METHOD,
            title=Text("Method not allowed", "Methode niet toegestaan"),
            detail=Text(
                "{method} is not allowed here. Allowed: {allowed}.",
                "{method} is hier niet toegestaan. Toegestaan: {allowed}.",
            ),
            cause=Text(
                "The URL exists, but not for this method. Transactions, for one, are reversed and never changed or "
                "deleted; updates go with PUT, not PATCH.",
                "De URL bestaat, maar niet voor deze methode. Boekingen bijvoorbeeld worden gestorneerd en nooit "
                "gewijzigd of verwijderd; wijzigen gaat met PUT, niet met PATCH.",
            ),
            remedy=Text(
                "Use one of the methods in the header Allow.", "Gebruik een van de methoden uit de header Allow."
            ),
            example={"method": "PATCH", "allowed": "GET, PUT, DELETE, HEAD, OPTIONS"},
        ),
        Entry(
            code="not_acceptable",
            family=Family.NOT_ACCEPTABLE,
            title=Text("Media type not available", "Mediatype niet beschikbaar"),
            detail=Text(
                "Answers are application/json, but the header Accept allows only: {came}.",
                "Antwoorden zijn application/json, maar de header Accept staat alleen toe: {came}.",
            ),
            cause=Text(
                "The client asks for XML, HTML or another media type.",
                "De client vraagt om XML, HTML of een ander mediatype.",
            ),
            remedy=Text(
                "Send Accept: application/json, or leave the header out.",
                "Stuur Accept: application/json, of laat de header weg.",
            ),
            example={"came": "application/xml"},
        ),
        Entry(
            code="request_timeout",
            family=Family.TOO_SLOW,
            title=Text("Request took too long to arrive", "Verzoek kwam te langzaam binnen"),
            detail=Text(
                "The whole request did not arrive within {seconds} seconds.",
                "Het verzoek kwam niet binnen {seconds} seconden in zijn geheel binnen.",
            ),
            cause=Text(
                "The connection stalled, or Content-Length promises more than was sent. Nothing has been done.",
                "De verbinding haperde, of Content-Length belooft meer dan er is verstuurd. Er is niets gedaan.",
            ),
            remedy=Text("Send the request again.", "Stuur het verzoek opnieuw."),
            example={"seconds": 30},
        ),
        Entry(
            code="body_too_large",
            family=Family.BODY_TOO_LARGE,
            title=Text("Body is too large", "Body is te groot"),
            detail=Text(
                "The body{came} is larger than the {maximum} bytes that are read.",
                "De body{came} is groter dan de {maximum} bytes die worden gelezen.",
            ),
            cause=Text(
                "Far more came than one transaction with 500 lines needs.",
                "Er kwam veel meer dan één boeking met 500 regels nodig heeft.",
            ),
            remedy=Text(
                "Send one object per request and leave files out.",
                "Stuur één object per verzoek en laat bestanden weg.",
            ),
            example={"came": Text(" of 20971520 bytes", " van 20971520 bytes"), "maximum": 10485760},
        ),
        Entry(
            code="url_too_long",
            family=Family.URL_TOO_LONG,
            title=Text("URL is too long", "URL is te lang"),
            detail=Text(
                "The URL is longer than the {maximum} bytes that are read.",
                "De URL is langer dan de {maximum} bytes die worden gelezen.",
            ),
            cause=Text(
                "Data that belongs in the body stands in the query string.",
                "In de querystring staan gegevens die in de body horen.",
            ),
            remedy=Text("Shorten the query.", "Kort de querystring in."),
            example={"maximum": 8192},
        ),
        Entry(
            code="unsupported_media_type",
            family=Family.UNSUPPORTED_MEDIA_TYPE,
            title=Text("Body is not announced as JSON", "Body is niet als JSON aangekondigd"),
            detail=Text(
                "The body must be sent as application/json in UTF-8, not compressed; what came is {came}.",
                "De body moet als application/json in UTF-8 worden verstuurd, niet gecomprimeerd; ontvangen: {came}.",
            ),
            cause=Text(
                "Content-Type is absent, or is the default of a form (application/x-www-form-urlencoded).",
                "Content-Type ontbreekt, of is de standaard van een formulier (application/x-www-form-urlencoded).",
            ),
            remedy=Text("Send Content-Type: application/json.", "Stuur Content-Type: application/json."),
            example={"came": "Content-Type: text/plain"},
        ),
        Entry(
            code="headers_too_large",
            family=Family.HEADERS_TOO_LARGE,
            title=Text("Headers are too large", "Headers zijn te groot"),
            detail=Text(
                "The headers are larger than the {maximum} bytes that are read.",
                "De headers zijn groter dan de {maximum} bytes die worden gelezen.",
            ),
            cause=Text(
                "Usually cookies of other applications on the same host, or a header that grows with every retry.",
                "Meestal cookies van andere toepassingen op dezelfde host, of een header die bij elke poging groeit.",
            ),
            remedy=Text("Send only the headers that are needed.", "Stuur alleen de headers die nodig zijn."),
            example={"maximum": 32768},
        ),
        Entry(
            code="internal_error",
            family=Family.FAILURE,
            title=Text("The server failed", "De server faalde"),
            detail=Text(
                "The server made a mistake. Whether it was done is not certain. Please report it with the requestId.",
                "De server heeft een fout gemaakt. Of het is uitgevoerd, is niet zeker. Meld dit met het requestId.",
            ),
            cause=Text(
                "A bug in mockbooks: by design this never happens, unless a scenario makes it happen.",
                "Een fout in mockbooks: dit hoort nooit te gebeuren, tenzij een scenario het laat gebeuren.",
            ),
            remedy=Text(
                "Send the request again with the same Idempotency-Key; if it stays, report it with the requestId.",
                "Stuur het verzoek opnieuw met dezelfde Idempotency-Key; meld het met het requestId als het blijft.",
            ),
        ),
    ),
)
