"""Codes for the expectations of a scenario: how many of something there must be."""

from mockbooks.catalogue.entry import Entry, Subject
from mockbooks.texts import Text

SUBJECT = Subject(
    anchor="expectations",
    title=Text("Expectations", "Verwachtingen"),
    introduction=Text(
        "These codes stand in errors, one for each expectation of the scenario that could never be judged.",
        "Deze codes staan in errors, één voor elke verwachting van het scenario die nooit te beoordelen is.",
    ),
    entries=(
        Entry(
            code="bounds_needed",
            title=Text("How many is missing", "Het aantal ontbreekt"),
            detail=Text(
                "{name} counts: say how many with exactly, atLeast or atMost.",
                "{name} telt: schrijf erbij hoeveel met exactly, atLeast of atMost.",
            ),
            cause=Text(
                "Without a number the expectation would hold whatever happened.",
                "Zonder getal zou de verwachting altijd uitkomen.",
            ),
            remedy=Text("Write for instance exactly: 1.", "Schrijf bijvoorbeeld exactly: 1."),
            field_only=True,
            example={"name": "booked"},
            example_pointer="/expect/0",
        ),
        Entry(
            code="bounds_misplaced",
            title=Text("Stands within the expectation", "Staat binnen de verwachting"),
            detail=Text(
                "{came} stands beside {name} and not within it: {{{name}: …, {came}: …}}.",
                "{came} staat naast {name} en niet erbinnen: {{{name}: …, {came}: …}}.",
            ),
            cause=Text(
                "What stands within an expectation says what is meant; how many of it, and `optional`, are keys of the "
                "entry itself.",
                "Wat binnen een verwachting staat zegt wat er bedoeld is; hoeveel ervan, en `optional`, zijn sleutels "
                "van de regel zelf.",
            ),
            remedy=Text(
                "Indent it one step less, in line with the name of the expectation.",
                "Laat de regel een stap minder inspringen, gelijk met de naam van de verwachting.",
            ),
            field_only=True,
            example={"name": "booked", "came": "atLeast"},
            example_pointer="/expect/0/booked/atLeast",
        ),
        Entry(
            code="bounds_not_taken",
            title=Text("Does not count", "Telt niet"),
            detail=Text(
                "{name} does not count anything: {came} says nothing here.",
                "{name} telt niets: {came} zegt hier niets.",
            ),
            cause=Text(
                "Only expectations that count take exactly, atLeast and atMost.",
                "Alleen verwachtingen die tellen nemen exactly, atLeast en atMost.",
            ),
            remedy=Text("Leave it out.", "Laat het weg."),
            field_only=True,
            example={"name": "waitedForRetryAfter", "came": "atMost"},
            example_pointer="/expect/0/atMost",
        ),
        Entry(
            code="bounds_contradict",
            title=Text("No number keeps to both", "Geen getal voldoet aan beide"),
            detail=Text(
                "No number is at least {fewest} and at most {most}.",
                "Geen getal is minstens {fewest} en hooguit {most}.",
            ),
            cause=Text("The two were swapped, or one is mistyped.", "De twee zijn verwisseld, of een is vertypt."),
            remedy=Text("Let atLeast be no more than atMost.", "Laat atLeast niet groter zijn dan atMost."),
            field_only=True,
            example={"fewest": 3, "most": 1},
            example_pointer="/expect/0/atMost",
        ),
    ),
)
