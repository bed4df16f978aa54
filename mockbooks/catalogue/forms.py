"""Codes for a text, a choice or a list that is of the right type but not of the right form or size."""

from mockbooks.catalogue.entry import Entry, Subject
from mockbooks.texts import Text

SUBJECT = Subject(
    anchor="forms",
    title=Text("Values: texts, choices and lists", "Waarden: teksten, keuzes en lijsten"),
    introduction=Text(
        "What a text may hold, which words a field takes, and how long a list may be.",
        "Wat een tekst mag bevatten, welke woorden een veld kent, en hoe lang een lijst mag zijn.",
    ),
    entries=(
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
    ),
)
