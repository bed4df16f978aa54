"""Codes for one value that is of the right type but not of the right form, size or choice."""

from mockbooks.catalogue.entry import Entry, Subject, Text

SUBJECT = Subject(
    anchor="forms",
    title=Text("Values: forms and sizes", "Waarden: vorm en grootte"),
    introduction=Text(
        "One value has exactly one written form, so that a mistake shows at once and not in the books. "
        "These codes, too, stand in errors under validation_failed.",
        "Elke waarde heeft precies één schrijfwijze, zodat een fout meteen opvalt en niet pas in de boeken. "
        "Ook deze codes staan in errors, onder validation_failed.",
    ),
    entries=(
        Entry(
            code="not_decimal",
            title=Text("Not a decimal number", "Geen decimaal getal"),
            detail=Text(
                'This must be a decimal number in quotes, with a dot, such as "{example}"; what came is {came}.',
                'Dit moet een decimaal getal tussen aanhalingstekens zijn, met een punt, zoals "{example}"; '
                "ontvangen: {came}.",
            ),
            cause=Text(
                "A JSON number, a decimal comma, a thousands separator, a currency sign or an exponent came. "
                "JSON numbers are read as binary fractions by most software, and those cannot hold 0.10 exactly.",
                "Er kwam een JSON-getal, een decimale komma, een duizendtalscheiding, een valutateken of een exponent. "
                "De meeste software leest JSON-getallen als binaire breuken, en die kunnen 0.10 niet exact bevatten.",
            ),
            remedy=Text(
                'Send amounts, prices, quantities and percentages as text: "121.00".',
                'Stuur bedragen, prijzen, aantallen en percentages als tekst: "121.00".',
            ),
            field_only=True,
            example={"came": '"121,00"', "example": "121.00"},
            example_pointer="/lines/0/unitPrice",
        ),
        Entry(
            code="too_many_decimals",
            title=Text("Too many decimals", "Te veel decimalen"),
            detail=Text(
                "At most {places} decimals are allowed; what came is {came}.",
                "Er zijn hooguit {places} decimalen toegestaan; ontvangen: {came}.",
            ),
            cause=Text(
                "Amounts hold at most 2 decimals, unit prices and quantities at most 4. "
                "The server does not round what it gets, because that would change the amount unseen.",
                "Bedragen hebben hooguit 2 decimalen, stuksprijzen en aantallen hooguit 4. "
                "De server rondt niets af wat binnenkomt, want dan zou het bedrag ongezien veranderen.",
            ),
            remedy=Text(
                "Round before sending: arithmetically, half up.",
                "Rond af vóór het versturen: rekenkundig, de helft naar boven.",
            ),
            field_only=True,
            example={"came": '"20.125"', "places": 2},
            example_pointer="/lines/0/amount",
        ),
        Entry(
            code="number_out_of_range",
            title=Text("Number out of range", "Getal buiten bereik"),
            detail=Text(
                "This must be at least {lowest} and at most {highest}; what came is {came}.",
                "Dit moet minstens {lowest} en hooguit {highest} zijn; ontvangen: {came}.",
            ),
            cause=Text(
                "The number is smaller or larger than the field can hold.",
                "Het getal is kleiner of groter dan het veld kan bevatten.",
            ),
            remedy=Text(
                "Send a number within the bounds. For lists: fetch more pages rather than a larger page.",
                "Stuur een getal binnen de grenzen. Bij lijsten: haal meer pagina's op in plaats van een grotere.",
            ),
            field_only=True,
            example={"came": "500", "lowest": 1, "highest": 200},
            example_parameter="pageSize",
        ),
        Entry(
            code="number_not_above",
            title=Text("Number not above its bound", "Getal niet boven de grens"),
            detail=Text(
                "This must be more than {bound} and at most {highest}; what came is {came}.",
                "Dit moet meer dan {bound} en hooguit {highest} zijn; ontvangen: {came}.",
            ),
            cause=Text(
                "The number is not above the lower bound, which is itself not allowed, or beyond the higher one.",
                "Het getal ligt niet boven de ondergrens, die zelf niet meetelt, of voorbij de bovengrens.",
            ),
            remedy=Text("Send a number within the bounds.", "Stuur een getal binnen de grenzen."),
            field_only=True,
            example={"came": "0", "bound": 0, "highest": 316224000},
            example_pointer="/seconds",
        ),
        Entry(
            code="not_date",
            title=Text("Not a date", "Geen datum"),
            detail=Text(
                "This must be an existing date written as YYYY-MM-DD; what came is {came}.",
                "Dit moet een bestaande datum zijn, geschreven als JJJJ-MM-DD; ontvangen: {came}.",
            ),
            cause=Text(
                "Another order, a two-digit year, a time or zone behind the date, or a day that does not exist. "
                "A date with a zone is how bookings end up a day early.",
                "Een andere volgorde, een jaartal van twee cijfers, een tijd of tijdzone achter de datum, of een dag "
                "die niet bestaat. Een datum met tijdzone is hoe boekingen een dag te vroeg terechtkomen.",
            ),
            remedy=Text(
                "Send the calendar date only, as it stands on the invoice: 2026-11-23.",
                "Stuur alleen de kalenderdatum, zoals die op de factuur staat: 2026-11-23.",
            ),
            field_only=True,
            example={"came": '"23-11-2026"'},
            example_pointer="/date",
        ),
        Entry(
            code="not_moment",
            title=Text("Not a moment", "Geen tijdstip"),
            detail=Text(
                "This must be a moment with a zone, such as 2026-11-23T10:15:30Z; what came is {came}.",
                "Dit moet een tijdstip met tijdzone zijn, zoals 2026-11-23T10:15:30Z; ontvangen: {came}.",
            ),
            cause=Text(
                "The value is a date without a time, has no zone, or does not follow RFC 3339.",
                "De waarde is een datum zonder tijd, heeft geen tijdzone, of volgt RFC 3339 niet.",
            ),
            remedy=Text(
                "Send the moment in UTC with a Z behind it. In a query string, write a plus sign as %2B.",
                "Stuur het tijdstip in UTC met een Z erachter. Schrijf een plusteken in een querystring als %2B.",
            ),
            field_only=True,
            example={"came": '"2026-11-23"'},
            example_parameter="updatedSince",
        ),
        Entry(
            code="moment_out_of_range",
            title=Text("Moment out of range", "Tijdstip buiten bereik"),
            detail=Text(
                "This must be a moment from {first} to {last}; what came is {came}.",
                "Dit moet een tijdstip zijn van {first} tot en met {last}; ontvangen: {came}.",
            ),
            cause=Text(
                "The books know no VAT rates before that time, and have no room for due dates after it.",
                "De boeken kennen geen btw-tarieven van voor die tijd, en hebben geen ruimte voor vervaldata erna.",
            ),
            remedy=Text("Choose a moment in between.", "Kies een tijdstip daartussen."),
            field_only=True,
            example={
                "came": '"1999-12-31T00:00:00Z"',
                "first": "2003-01-01T00:00:00Z",
                "last": "2999-12-31T00:00:00Z",
            },
            example_pointer="/now",
        ),
        Entry(
            code="too_long",
            title=Text("Text too long", "Tekst te lang"),
            detail=Text(
                "At most {maximum} characters are allowed; {length} came.",
                "Er zijn hooguit {maximum} tekens toegestaan; ontvangen: {length}.",
            ),
            cause=Text(
                "The text is longer than the field. It is counted in characters, not bytes, and never cut off. "
                "SnelStart refuses over-long texts likewise.",
                "De tekst is langer dan het veld. Er wordt in tekens geteld, niet in bytes, en nooit afgekapt. "
                "Ook SnelStart weigert te lange teksten.",
            ),
            remedy=Text(
                "Shorten the text before sending; the OpenAPI document gives the longest length of each field.",
                "Kort de tekst in vóór het versturen; het OpenAPI-document noemt van elk veld de grootste lengte.",
            ),
            field_only=True,
            example={"length": 131, "maximum": 100},
            example_pointer="/name",
        ),
        Entry(
            code="blank",
            title=Text("Text is empty", "Tekst is leeg"),
            detail=Text(
                "This must hold at least one character that is not white space.",
                "Dit moet minstens één teken bevatten dat geen witruimte is.",
            ),
            cause=Text(
                "The text is empty or holds only spaces, tabs or line ends.",
                "De tekst is leeg of bevat alleen spaties, tabs of regeleinden.",
            ),
            remedy=Text(
                "Send a real value, or leave the field out if it is optional.",
                "Stuur een echte waarde, of laat het veld weg als het niet verplicht is.",
            ),
            field_only=True,
            example_pointer="/name",
        ),
        Entry(
            code="control_character",
            title=Text("Control character in text", "Besturingsteken in tekst"),
            detail=Text(
                "The text holds the control character {came}, which is not allowed.",
                "De tekst bevat het besturingsteken {came}; dat is niet toegestaan.",
            ),
            cause=Text(
                "An invisible character came along, often out of an old database or a copied document. "
                "Tabs and line ends are allowed, but not in the name of an administration, which is one line.",
                "Er is een onzichtbaar teken meegekomen, vaak uit een oude database of een gekopieerd document. "
                "Tabs en regeleinden mogen wel, maar niet in de naam van een administratie: die is één regel.",
            ),
            remedy=Text("Remove the character before sending.", "Verwijder het teken vóór het versturen."),
            field_only=True,
            example={"came": "'\\x00'"},
            example_pointer="/description",
        ),
        Entry(
            code="not_one_of",
            title=Text("Not one of the allowed values", "Geen toegestane waarde"),
            detail=Text(
                "This must be one of: {allowed}. What came is {came}.",
                "Dit moet een van deze waarden zijn: {allowed}. Ontvangen: {came}.",
            ),
            hint=Text('Did you mean "{suggestion}"?', 'Misschien is "{suggestion}" bedoeld?'),
            cause=Text(
                "The field takes one of a fixed list of words, in exactly that spelling.",
                "Het veld kent een vaste lijst van woorden, in precies die schrijfwijze.",
            ),
            remedy=Text("Send one of the words that are listed.", "Stuur een van de woorden uit de lijst."),
            field_only=True,
            example={
                "came": '"credit"',
                "allowed": "sales, sales_credit, receipt, memorial",
                "suggestion": "sales_credit",
            },
            example_pointer="/type",
        ),
        Entry(
            code="invalid_email",
            title=Text("Not an e-mail address", "Geen e-mailadres"),
            detail=Text("This is not one valid e-mail address: {came}.", "Dit is niet één geldig e-mailadres: {came}."),
            cause=Text(
                "There is no @ with something on both sides of it, or it is several addresses, or a name with an "
                "address.",
                "Er staat geen @ met aan beide kanten iets, of het zijn meerdere adressen, of een naam met een adres.",
            ),
            remedy=Text(
                "Send one bare address, such as info@dekorenaar.example.",
                "Stuur één kaal adres, zoals info@dekorenaar.example.",
            ),
            field_only=True,
            example={"came": '"info@dekorenaar.example; kas@dekorenaar.example"'},
            example_pointer="/email",
        ),
        Entry(
            code="invalid_iban",
            title=Text("Not a valid IBAN", "Geen geldig IBAN"),
            detail=Text("This is not a valid IBAN: {came}.", "Dit is geen geldig IBAN: {came}."),
            cause=Text(
                "The country, the length or the check digits are wrong, or there are spaces or lower-case letters in "
                "it.",
                "Het land, de lengte of het controlegetal klopt niet, of er staan spaties of kleine letters in.",
            ),
            remedy=Text(
                "Send the IBAN in capitals without spaces, such as NL82MOCK0123456789.",
                "Stuur het IBAN in hoofdletters zonder spaties, zoals NL82MOCK0123456789.",
            ),
            field_only=True,
            example={"came": '"NL83MOCK0123456789"'},
            example_pointer="/iban",
        ),
        Entry(
            code="invalid_coc_number",
            title=Text("Not a KvK number", "Geen KvK-nummer"),
            detail=Text(
                "A KvK number has exactly 8 digits; what came is {came}.",
                "Een KvK-nummer heeft precies 8 cijfers; ontvangen: {came}.",
            ),
            cause=Text(
                "A leading zero was lost, or it is a branch number (12 digits) or an RSIN (9 digits).",
                "Er is een voorloopnul verdwenen, of het is een vestigingsnummer (12 cijfers) of een RSIN (9 cijfers).",
            ),
            remedy=Text(
                "Keep the number as text from the start, with its leading zeros.",
                "Bewaar het nummer van begin af aan als tekst, met de voorloopnullen.",
            ),
            field_only=True,
            example={"came": '"9999999"'},
            example_pointer="/cocNumber",
        ),
        Entry(
            code="too_many_items",
            title=Text("Too many items", "Te veel elementen"),
            detail=Text(
                "At most {maximum} items are allowed; {count} came.",
                "Er zijn hooguit {maximum} elementen toegestaan; ontvangen: {count}.",
            ),
            cause=Text(
                "The list is longer than one request may hold.", "De lijst is langer dan één verzoek mag bevatten."
            ),
            remedy=Text("Spread the lines over several transactions.", "Verdeel de regels over meerdere boekingen."),
            field_only=True,
            example={"count": 612, "maximum": 500},
            example_pointer="/lines",
        ),
        Entry(
            code="too_few_items",
            title=Text("Too few items", "Te weinig elementen"),
            detail=Text(
                "The fewest that can be sent: {minimum}; {count} came.",
                "Het kleinste aantal is {minimum}; ontvangen: {count}.",
            ),
            cause=Text("The list is empty or too short.", "De lijst is leeg of te kort."),
            remedy=Text(
                "Send the lines; a transaction without lines books nothing.",
                "Stuur de regels mee; een boeking zonder regels boekt niets.",
            ),
            field_only=True,
            example={"count": 0, "minimum": 1},
            example_pointer="/lines",
        ),
        Entry(
            code="due_date_before_date",
            title=Text("Due date before the date", "Vervaldatum vóór de boekdatum"),
            detail=Text(
                "The due date {dueDate} lies before the date {date}.",
                "De vervaldatum {dueDate} ligt vóór de boekdatum {date}.",
            ),
            cause=Text(
                "An invoice cannot be due before it exists: often day and month were swapped.",
                "Een factuur kan niet vervallen voordat zij bestaat: vaak zijn dag en maand verwisseld.",
            ),
            remedy=Text(
                "Correct one of the two, or leave dueDate out: it then follows from the payment term.",
                "Verbeter een van beide, of laat dueDate weg: dan volgt de vervaldatum uit de betaalconditie.",
            ),
            field_only=True,
            example={"dueDate": "2026-04-03", "date": "2026-11-23"},
            example_pointer="/dueDate",
        ),
    ),
)
