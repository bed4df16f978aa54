"""Codes for a number that is not written as one, or is too small, too large or too precise."""

from mockbooks.catalogue.entry import Entry, Subject
from mockbooks.texts import Text

SUBJECT = Subject(
    anchor="numbers",
    title=Text("Values: numbers", "Waarden: getallen"),
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
    ),
)
