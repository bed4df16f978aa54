"""Codes for whole books that are put in the place of those that are there."""

from mockbooks.catalogue.entry import Entry, Subject
from mockbooks.texts import Text

SUBJECT = Subject(
    anchor="whole_books",
    title=Text("Books as a whole", "Boeken in hun geheel"),
    introduction=Text(
        "What PUT /_mockbooks/books refuses: books that could not have come about. Those that are there stay.",
        "Wat PUT /_mockbooks/books weigert: boeken die niet zo hebben kunnen ontstaan. Wat er staat blijft staan.",
    ),
    entries=(
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
