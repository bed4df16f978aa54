"""Codes for the control API under /_mockbooks, which belongs to whoever runs the server."""

from mockbooks.catalogue.entry import Entry, Subject, Text

SUBJECT = Subject(
    anchor="control",
    title=Text("The control API", "De control-API"),
    introduction=Text(
        "Calls below /_mockbooks ask for no token, because they belong to whoever runs the server. What a web page of "
        "another site could send in somebody's browser is therefore refused. Nothing was done.",
        "Aanroepen onder /_mockbooks vragen geen token, omdat ze horen bij wie de server draait. Wat een webpagina van "
        "een andere site in iemands browser zou kunnen versturen wordt daarom geweigerd. Er is niets gedaan.",
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
            code="id_out_of_order",
            title=Text("Id out of order", "Id buiten de volgorde"),
            detail=Text(
                'The id here lies between {lowest} and {highest}, written in just that way; what came is "{came}".',
                'Het id ligt hier tussen {lowest} en {highest}, precies zo geschreven; ontvangen: "{came}".',
            ),
            cause=Text(
                "The records of books that were sent are not in order of id, an id stands there twice, it is one of "
                "another collection, or idsGiven is lower than the last id.",
                "De records van de verstuurde boeken staan niet op volgorde van id, een id komt twee keer voor, het "
                "hoort bij een andere verzameling, of idsGiven is lager dan het laatste id.",
            ),
            remedy=Text(
                "Put new records last, number them on, and raise idsGiven to the number of the last one. Ids of "
                "removed records are skipped.",
                "Zet nieuwe records achteraan, nummer door, en verhoog idsGiven tot het nummer van het laatste. Id's "
                "van verwijderde records worden overgeslagen.",
            ),
            example={"lowest": "deb_000003", "highest": "deb_000025", "came": "deb_000002"},
            example_pointer="/collections/debtors/records/2/id",
        ),
        Entry(
            code="not_unique",
            title=Text("Stands there twice", "Komt twee keer voor"),
            detail=Text(
                "{value} must be unique, and {owner} has it already.",
                "{value} moet uniek zijn, en {owner} heeft het al.",
            ),
            cause=Text(
                "A record of books that were sent was copied together with its code or entry number.",
                "Een record van de verstuurde boeken is gekopieerd met code of boekstukvolgnummer en al.",
            ),
            remedy=Text(
                "Give one of the two records another value.", "Geef een van de twee records een andere waarde."
            ),
            example={"value": "8000", "owner": "led_000044"},
            example_pointer="/collections/ledger-accounts/records/51/code",
        ),
        Entry(
            code="invalid_number_pattern",
            title=Text("Not a number pattern", "Geen nummerpatroon"),
            detail=Text(
                "A number pattern holds {allowed}; what came is {came}.",
                "Een nummerpatroon bevat {allowed}; ontvangen: {came}.",
            ),
            cause=Text(
                "The pattern by which a journal or an invoice profile numbers has no place for the number, more than "
                "one, or a place that is unknown.",
                "Het patroon waarmee een dagboek of factuurprofiel nummert heeft geen plaats voor het nummer, meer dan "
                "één, of een onbekende plaats.",
            ),
            remedy=Text(
                "Send a pattern such as those of GET /journals.", "Stuur een patroon zoals die van GET /journals."
            ),
            field_only=True,
            example={
                "allowed": Text(
                    "{number} or {number:4} exactly once, and {year} if wanted",
                    "precies één keer {number} of {number:4}, en desgewenst {year}",
                ),
                "came": '"VRK-{year}"',
            },
            example_pointer="/collections/journals/records/4/numberPattern",
        ),
        Entry(
            code="books_incomplete",
            title=Text("Books are incomplete", "Boeken zijn onvolledig"),
            detail=Text(
                "These books lack {what}, without which nothing can be booked.",
                "In deze boeken ontbreekt {what}, en zonder dat kan er niet worden geboekt.",
            ),
            cause=Text(
                "Books that were sent leave out a setting that the server falls back on.",
                "De verstuurde boeken missen een instelling waarop de server terugvalt.",
            ),
            remedy=Text(
                "Begin with books as GET /_mockbooks/books/dump gives them, and change what should be different.",
                "Begin met boeken zoals GET /_mockbooks/books/dump ze geeft, en wijzig wat anders moet zijn.",
            ),
            example={"what": Text("a default journal for sales", "een standaarddagboek voor verkopen")},
            example_pointer="/collections/journals/records",
        ),
    ),
)
