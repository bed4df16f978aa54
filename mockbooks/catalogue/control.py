"""Codes for the control API under /_mockbooks, which belongs to whoever runs the server."""

from mockbooks.catalogue.entry import Entry, Subject
from mockbooks.errors import Family
from mockbooks.texts import Text

SUBJECT = Subject(
    anchor="control",
    title=Text("The control API", "De control-API"),
    introduction=Text(
        "Calls below /_mockbooks belong to whoever runs the server, and ask for no token unless it was started with "
        "--control-token. What a web page of another site could send in somebody's browser is therefore refused. "
        "Nothing was done.",
        "Aanroepen onder /_mockbooks horen bij wie de server draait, en vragen alleen een token als hij met "
        "--control-token is gestart. Wat een webpagina van een andere site in iemands browser zou kunnen versturen "
        "wordt daarom geweigerd. Er is niets gedaan.",
    ),
    entries=(
        Entry(
            code="cross_site_call",
            title=Text("Call of another site", "Aanroep van een andere site"),
            detail=Text(
                'The header {header} says that a page of another site makes this call: "{came}". Allowed: {allowed}, '
                "or no such header.",
                'De header {header} zegt dat een pagina van een andere site deze aanroep doet: "{came}". Toegestaan: '
                "{allowed}, of geen {header}.",
            ),
            cause=Text(
                "A web page that was not served by mockbooks called the control API in a browser, or a link on such a "
                "page was followed. Another port of the same machine is another site too.",
                "Een webpagina die niet van mockbooks kwam riep in een browser de control-API aan, of er is een link "
                "op zo'n pagina gevolgd. Een andere poort van dezelfde machine is ook een andere site.",
            ),
            remedy=Text(
                "Call the control API from the test itself or its server, not from the page under test. Behind a "
                "proxy, start mockbooks with --public-url, so that it knows by which address it is called.",
                "Roep de control-API aan vanuit de test zelf of de server ervan, niet vanuit de pagina die getest "
                "wordt. Start mockbooks achter een proxy met --public-url, zodat het weet op welk adres het wordt "
                "aangeroepen.",
            ),
            example={
                "header": "Origin",
                "came": "https://evil.example.com",
                "allowed": "http://127.0.0.1:8080",
            },
            example_parameter="Origin",
        ),
        Entry(
            code="host_not_allowed",
            title=Text("Host name not allowed here", "Hostnaam hier niet toegestaan"),
            detail=Text(
                'The control API is not called by the name "{came}". Allowed: IP addresses, names without a dot, names '
                "that end in {endings}, and those given with --control-host.",
                'De control-API wordt niet aangeroepen met de naam "{came}". Toegestaan: IP-adressen, namen zonder '
                "punt, namen die eindigen op {endings}, en namen die met --control-host zijn opgegeven.",
            ),
            cause=Text(
                "The header Host names a domain of the public internet. Whoever owns a domain can let it point to this "
                "machine, and a browser would then take the server for a part of that site (DNS rebinding).",
                "De header Host noemt een domein van het publieke internet. Wie een domein heeft kan het naar deze "
                "machine laten wijzen, en een browser zou de server dan voor een deel van die site houden (DNS "
                "rebinding).",
            ),
            remedy=Text(
                "Call the server by its IP address or a local name, or start it with --control-host and the name that "
                "it really has.",
                "Roep de server aan met een IP-adres of een lokale naam, of start hem met --control-host en de naam "
                "die hij echt heeft.",
            ),
            example={"came": "books.example.com", "endings": ".localhost, .test"},
            example_parameter="Host",
        ),
        Entry(
            code="cannot_delete_demo",
            title=Text("The administration demo stays", "De administratie demo blijft"),
            detail=Text(
                'The administration "{id}" is not deleted: its client and token are those of the documentation.',
                'De administratie "{id}" wordt niet verwijderd: de client en het token zijn die van de documentatie.',
            ),
            cause=Text(
                "A clean-up deleted every administration of the list.",
                "Een opruimactie verwijderde elke administratie van de lijst.",
            ),
            remedy=Text(
                "Leave it out; or start the server with --no-demo, and it is not made in the first place.",
                "Sla hem over; of start de server met --no-demo, dan wordt hij helemaal niet gemaakt.",
            ),
            example={"id": "demo"},
            example_parameter="id",
        ),
        Entry(
            code="control_token_missing",
            family=Family.UNAUTHENTICATED,
            title=Text("Control token missing", "Controletoken ontbreekt"),
            detail=Text(
                "This server was started with --control-token: send Authorization: Bearer with that token.",
                "Deze server is gestart met --control-token: stuur Authorization: Bearer met dat token.",
            ),
            cause=Text(
                "A call below /_mockbooks came without the token that guards the control API.",
                "Een aanroep onder /_mockbooks kwam zonder het token dat de control-API bewaakt.",
            ),
            remedy=Text(
                "Send the token; name the administration that is meant with ?administration=.",
                "Stuur het token mee; noem de bedoelde administratie met ?administration=.",
            ),
            example_parameter="Authorization",
        ),
        Entry(
            code="control_token_wrong",
            family=Family.UNAUTHENTICATED,
            title=Text("Control token wrong", "Controletoken onjuist"),
            detail=Text(
                "What came in the header Authorization is not the token of --control-token.",
                "Wat in de header Authorization kwam is niet het token van --control-token.",
            ),
            cause=Text(
                "An access token of the API was sent, or the token of another server.",
                "Er werd een toegangstoken van de API verstuurd, of het token van een andere server.",
            ),
            remedy=Text(
                "Send Authorization: Bearer with the token that the server was started with.",
                "Stuur Authorization: Bearer met het token waarmee de server is gestart.",
            ),
            example_parameter="Authorization",
        ),
        Entry(
            code="no_administration_meant",
            title=Text("No administration is meant", "Geen administratie bedoeld"),
            detail=Text(
                "This server has no administration demo: name one with ?administration=.",
                "Deze server heeft geen administratie demo: noem er een met ?administration=.",
            ),
            cause=Text(
                "The server was started with --no-demo, and the call says neither by query nor by access token which "
                "administration it is about.",
                "De server is gestart met --no-demo, en de aanroep zegt met query noch toegangstoken over welke "
                "administratie het gaat.",
            ),
            remedy=Text(
                "Take an id of GET /_mockbooks/administrations, or make an administration.",
                "Neem een id uit GET /_mockbooks/administrations, of maak een administratie.",
            ),
            example_parameter="administration",
        ),
        Entry(
            code="not_snapshot_name",
            title=Text("Not the name of a snapshot", "Geen naam voor een momentopname"),
            detail=Text(
                "A snapshot is named with 1 to 60 letters, digits, dots, underscores and hyphens, and not "
                '"start"; what came is "{came}".',
                "De naam van een momentopname heeft 1 tot 60 letters, cijfers, punten, liggende streepjes en "
                'streepjes, en is niet "start"; ontvangen: "{came}".',
            ),
            cause=Text(
                "The name stands in the URL of later calls, and `start` stands for the state at the start there.",
                "De naam staat in de URL van latere aanroepen, en `start` is daar de stand aan het begin.",
            ),
            remedy=Text("Choose a name such as before-import.", "Kies een naam zoals voor-import."),
            example={"came": "before import"},
            example_pointer="/name",
        ),
        Entry(
            code="nothing_asked",
            title=Text("Nothing was asked", "Er is niets gevraagd"),
            detail=Text("Send at least one of these: {fields}.", "Stuur ten minste een hiervan: {fields}."),
            cause=Text(
                "Every field was left out or null, so that nothing would change.",
                "Elk veld was weggelaten of null, zodat er niets zou veranderen.",
            ),
            remedy=Text("Say what shall change.", "Zeg wat er moet veranderen."),
            example={"fields": "now, frozen, speed"},
        ),
        Entry(
            code="books_replaced",
            title=Text("Books have another history", "Boeken hebben een andere geschiedenis"),
            detail=Text(
                'What changed since "{since}" cannot be told: the books are no longer what came of that state.',
                'Wat er sinds "{since}" veranderde is niet te zeggen: de boeken zijn niet meer uit die stand ontstaan.',
            ),
            cause=Text(
                "Whole books were taken in since, another scenario began, or a snapshot from before was restored.",
                "Er zijn sindsdien hele boeken ingelezen, er begon een ander scenario, of er is een oudere "
                "momentopname teruggezet.",
            ),
            remedy=Text(
                "Ask for the changes since a later snapshot, or compare two dumps of the books.",
                "Vraag de wijzigingen sinds een latere momentopname, of vergelijk twee dumps van de boeken.",
            ),
            example={"since": "before-import"},
            example_parameter="since",
        ),
    ),
)
