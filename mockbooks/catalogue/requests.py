"""Codes for a request as a whole: its JSON, its parameters and its idempotency key."""

from mockbooks.catalogue.entry import Entry, Subject
from mockbooks.texts import Text

SUBJECT = Subject(
    anchor="requests",
    title=Text("The request as a whole", "Het verzoek als geheel"),
    introduction=Text(
        "The request reached an action but could not be read, or was refused as a whole. Nothing has been booked.",
        "Het verzoek bereikte een actie maar was niet te lezen, of is als geheel geweigerd. Er is niets geboekt.",
    ),
    entries=(
        Entry(
            code="validation_failed",
            title=Text("Request is not valid", "Verzoek is niet geldig"),
            detail=Text(
                "Refused because of {count}, in {places}. See errors for each of them.",
                "Geweigerd vanwege {count}, in {places}. Zie errors voor elk daarvan.",
            ),
            cause=Text(
                "One or more fields or parameters are wrong. All of them are told at once, each with its own code: "
                "first the forms of all fields, and once those are right all rules of the books.",
                "Een of meer velden of parameters kloppen niet. Ze worden allemaal tegelijk gemeld, elk met een eigen "
                "code: eerst de vorm van alle velden, en als die klopt alle regels van de boeken.",
            ),
            remedy=Text(
                "Let programs decide by the codes in errors, not by the one on top. "
                "Pointer tells the place in the body, parameter the name of a query or path "
                "parameter. Sending the same again does not help.",
                "Laat programma's beslissen op de codes in errors, niet op die bovenaan. "
                "Pointer wijst de plaats in de body aan, parameter noemt een query- of padparameter. "
                "Hetzelfde nog eens sturen helpt niet.",
            ),
            example={"count": Text("2 mistakes", "2 fouten"), "places": "/name, /address/city"},
        ),
        Entry(
            code="more_mistakes",
            title=Text("More mistakes", "Meer fouten"),
            detail=Text("{count} more mistakes are not told here.", "{count} fouten meer worden hier niet genoemd."),
            cause=Text(
                "The request holds more than a hundred mistakes; the first hundred are told.",
                "Het verzoek bevat meer dan honderd fouten; de eerste honderd worden genoemd.",
            ),
            remedy=Text(
                "Put the first ones right: many are probably the same mistake on every line.",
                "Herstel eerst de genoemde: vaak is het dezelfde fout op elke regel.",
            ),
            field_only=True,
            example={"count": 412},
            example_pointer="",
        ),
        Entry(
            code="malformed_json",
            title=Text("Body is not JSON", "Body is geen JSON"),
            detail=Text(
                "The body is not valid JSON: {reason} (line {line}, column {column}).",
                "De body is geen geldige JSON: {reason} (regel {line}, kolom {column}).",
            ),
            cause=Text(
                "The JSON was put together by hand, cut off, or holds a comma too many, single quotes or NaN.",
                "De JSON is met de hand samengesteld, afgebroken, of bevat een komma te veel, enkele aanhalingstekens "
                "of NaN.",
            ),
            remedy=Text("Let a JSON library write the body.", "Laat een JSON-bibliotheek de body schrijven."),
            example={
                "reason": Text("unexpected character", "onverwacht teken"),
                "line": 3,
                "column": 18,
            },
        ),
        Entry(
            code="invalid_encoding",
            title=Text("Body is not UTF-8", "Body is geen UTF-8"),
            detail=Text("The body is not valid UTF-8.", "De body is geen geldige UTF-8."),
            cause=Text(
                "The body was written in another encoding, often Windows-1252 or ISO 8859-1: the first é or € breaks "
                "it.",
                "De body is in een andere codering geschreven, vaak Windows-1252 of ISO 8859-1: bij de eerste é of € "
                "gaat het mis.",
            ),
            remedy=Text("Encode the body as UTF-8.", "Codeer de body als UTF-8."),
        ),
        Entry(
            code="too_deep",
            title=Text("JSON nested too deeply", "JSON te diep genest"),
            detail=Text(
                "The JSON is nested deeper than the {maximum} levels that are read.",
                "De JSON is dieper genest dan de {maximum} niveaus die worden gelezen.",
            ),
            cause=Text(
                "No request of this API needs more than a few levels: an object was probably wrapped in itself.",
                "Geen verzoek aan deze API heeft meer dan een paar niveaus nodig: waarschijnlijk zit een object in "
                "zichzelf.",
            ),
            remedy=Text(
                "Send the object as the OpenAPI document describes it.",
                "Stuur het object zoals het OpenAPI-document het beschrijft.",
            ),
            example={"maximum": 32},
        ),
        Entry(
            code="empty_body",
            title=Text("Body is missing", "Body ontbreekt"),
            detail=Text(
                "This operation needs a JSON body, and none came.",
                "Deze bewerking heeft een JSON-body nodig, en die ontbreekt.",
            ),
            cause=Text(
                "The body is empty. Some HTTP libraries drop it on a redirect or a retry.",
                "De body is leeg. Sommige HTTP-bibliotheken laten hem vallen bij een redirect of een nieuwe poging.",
            ),
            remedy=Text(
                "Send the object as JSON with Content-Type: application/json.",
                "Stuur het object als JSON met Content-Type: application/json.",
            ),
        ),
        Entry(
            code="unknown_parameter",
            title=Text("Unknown parameter", "Onbekende parameter"),
            detail=Text(
                'There is no parameter "{name}" here. Allowed: {allowed}.',
                'De parameter "{name}" bestaat hier niet. Toegestaan: {allowed}.',
            ),
            hint=Text('Did you mean "{suggestion}"?', 'Misschien is "{suggestion}" bedoeld?'),
            cause=Text(
                "The query string holds a key that this list does not know. Ignoring a filter would return "
                "everything, and a search for one debtor would find another.",
                "De querystring bevat een sleutel die deze lijst niet kent. Een filter overslaan zou alles teruggeven, "
                "en een zoekopdracht naar één debiteur zou een andere vinden.",
            ),
            remedy=Text(
                "Correct the name (parameters are camelCase) or leave it out.",
                "Verbeter de naam (parameters zijn camelCase) of laat de parameter weg.",
            ),
            field_only=True,
            example={
                "name": "e-mail",
                "allowed": "email, code, name, active, updatedSince, page, pageSize",
                "suggestion": "email",
            },
            example_parameter="e-mail",
        ),
        Entry(
            code="repeated_parameter",
            title=Text("Parameter given more than once", "Parameter meer dan eens gegeven"),
            detail=Text(
                'The parameter "{name}" may be given only once.', 'De parameter "{name}" mag maar één keer voorkomen.'
            ),
            cause=Text(
                "The same key stands in the query string twice, so that it is unclear which value is meant.",
                "Dezelfde sleutel staat twee keer in de querystring, zodat onduidelijk is welke waarde bedoeld is.",
            ),
            remedy=Text(
                "Send it once; for several values, make several calls.",
                "Stuur de parameter één keer; doe voor meerdere waarden meerdere aanroepen.",
            ),
            field_only=True,
            example={"name": "email"},
            example_parameter="email",
        ),
        Entry(
            code="invalid_idempotency_key",
            title=Text("Idempotency key has the wrong length", "Idempotentiesleutel heeft verkeerde lengte"),
            detail=Text(
                "An Idempotency-Key has 1 to {maximum} characters; {length} came.",
                "Een Idempotency-Key heeft 1 tot {maximum} tekens; ontvangen: {length}.",
            ),
            cause=Text(
                "The header is empty or too long, for instance because the whole order was put into it.",
                "De header is leeg of te lang, bijvoorbeeld omdat de hele bestelling erin is gezet.",
            ),
            remedy=Text(
                "Use a UUID, or the number of the order with the name of the action.",
                "Gebruik een UUID, of het bestelnummer met de naam van de actie.",
            ),
            field_only=True,
            example={"length": 300, "maximum": 128},
            example_parameter="Idempotency-Key",
        ),
        Entry(
            code="idempotency_key_reused",
            title=Text(
                "Idempotency key used for another request", "Idempotentiesleutel al gebruikt voor een ander verzoek"
            ),
            detail=Text(
                'The Idempotency-Key "{key}" was used in the past 24 hours for another URL or body.',
                'De Idempotency-Key "{key}" is de afgelopen 24 uur gebruikt voor een andere URL of body.',
            ),
            cause=Text(
                "A key stands for one request. Another body under the same key is either a mistake in making keys, or "
                "a retry whose content was built anew, for instance with a fresh time in it.",
                "Een sleutel staat voor één verzoek. Een andere body onder dezelfde sleutel is een fout bij het maken "
                "van sleutels, of een nieuwe poging waarvan de inhoud opnieuw is opgebouwd, bijvoorbeeld met een "
                "nieuwe tijd erin.",
            ),
            remedy=Text(
                "Make a new key for a new request, also for one that was put right after a refusal; for a retry, store "
                "the body with its key and send exactly the same bytes.",
                "Maak voor een nieuw verzoek een nieuwe sleutel, ook voor een dat na een weigering is verbeterd; "
                "bewaar voor een nieuwe poging de body bij de sleutel en stuur precies dezelfde bytes.",
            ),
            example={"key": "order-20451"},
            example_parameter="Idempotency-Key",
        ),
        Entry(
            code="request_in_progress",
            title=Text("Request still in progress", "Verzoek nog in behandeling"),
            detail=Text(
                'The request with Idempotency-Key "{key}" is still being handled.',
                'Het verzoek met Idempotency-Key "{key}" is nog in behandeling.',
            ),
            cause=Text(
                "The same key came twice at once: two workers picked up one order, or a retry did not wait.",
                "Dezelfde sleutel kwam twee keer tegelijk: twee werkers pakten één bestelling op, of een nieuwe poging "
                "wachtte niet.",
            ),
            remedy=Text(
                "Wait a moment and send it again with the same key: the stored answer comes back.",
                "Wacht even en stuur het opnieuw met dezelfde sleutel: het bewaarde antwoord komt terug.",
            ),
            example={"key": "order-20451"},
            example_parameter="Idempotency-Key",
        ),
        Entry(
            code="malformed_request",
            title=Text("Malformed HTTP request", "Misvormd HTTP-verzoek"),
            detail=Text(
                "The HTTP request could not be read: {reason}.", "Het HTTP-verzoek was niet te lezen: {reason}."
            ),
            cause=Text(
                "The request line, a header or the framing of the body breaks the rules of HTTP (RFC 9112), "
                "or TLS was spoken to a port that speaks plain HTTP.",
                "De eerste regel, een header of de opbouw van de body volgt de regels van HTTP (RFC 9112) niet, "
                "of er werd TLS gesproken tegen een poort die gewoon HTTP spreekt.",
            ),
            remedy=Text(
                "Let an HTTP library make the request, and check whether the address starts with http or https.",
                "Laat een HTTP-bibliotheek het verzoek maken, en kijk na of het adres met http of https begint.",
            ),
            example={"reason": Text("invalid header name", "ongeldige naam van een header")},
        ),
    ),
)
