"""Codes for the injections of a scenario: what they match, when they are due and what they can do."""

from mockbooks.catalogue.entry import Entry, Subject
from mockbooks.texts import Text

_HINT = Text('Did you mean "{suggestion}"?', 'Misschien is "{suggestion}" bedoeld?')

SUBJECT = Subject(
    anchor="injections",
    title=Text("Injections", "Injecties"),
    introduction=Text(
        "These codes stand in errors, one for each place of the scenario that is wrong.",
        "Deze codes staan in errors, één per plek in het scenario die niet klopt.",
    ),
    entries=(
        Entry(
            code="unknown_operation",
            title=Text("Unknown operation", "Onbekende bewerking"),
            detail=Text('There is no operation "{name}".', 'De bewerking "{name}" bestaat niet.'),
            hint=_HINT,
            cause=Text(
                "The match names an operationId that neither the API nor OAuth has.",
                "De match noemt een operationId die de API en OAuth niet kennen.",
            ),
            remedy=Text(
                "GET /openapi.json names those of the API; those of OAuth are issueToken, revokeToken, authorize and "
                "the like.",
                "GET /openapi.json noemt die van de API; die van OAuth zijn onder meer issueToken, revokeToken en "
                "authorize.",
            ),
            field_only=True,
            example={"name": "createTransactions", "suggestion": "createTransaction"},
            example_pointer="/injections/0/match/operation",
        ),
        Entry(
            code="settings_needed",
            title=Text("Settings are missing", "Instellingen ontbreken"),
            detail=Text(
                "{name} cannot stand by its bare name: say how, as in {example}.",
                "{name} kan niet zonder instellingen: schrijf erbij hoe, zoals in {example}.",
            ),
            cause=Text(
                "There is no setting that would go without saying.", "Er is geen instelling die vanzelf spreekt."
            ),
            remedy=Text("Write the settings behind its name.", "Schrijf de instellingen achter de naam."),
            field_only=True,
            example={"name": "delay", "example": "delay: 5s"},
            example_pointer="/injections/0/fault/delay",
        ),
        Entry(
            code="phase_not_possible",
            title=Text("Phase not possible", "Fase niet mogelijk"),
            detail=Text(
                "{fault} acts in phase {allowed}; what came is {came}.",
                "{fault} werkt in fase {allowed}; ontvangen: {came}.",
            ),
            cause=Text(
                "A fault that damages an answer needs an answer, and one that takes the place of the action comes "
                "before it.",
                "Een storing die een antwoord beschadigt heeft een antwoord nodig, en een die in plaats van de actie "
                "komt, komt ervoor.",
            ),
            remedy=Text(
                "Leave the phase out to get the one that belongs to the fault.",
                "Laat de fase weg om die te krijgen die bij de storing hoort.",
            ),
            field_only=True,
            example={"fault": "truncate", "allowed": "after", "came": "before"},
            example_pointer="/injections/0/phase",
        ),
        Entry(
            code="phases_disagree",
            title=Text("Faults of different phases", "Storingen van verschillende fasen"),
            detail=Text(
                "These faults never act in the same phase: {faults}.",
                "Deze storingen werken nooit in dezelfde fase: {faults}.",
            ),
            cause=Text(
                "An injection acts in one phase, with all its faults.",
                "Een injectie werkt in één fase, met al haar storingen.",
            ),
            remedy=Text(
                "Make two injections of it with the same match.", "Maak er twee injecties van met dezelfde match."
            ),
            field_only=True,
            example={"faults": "fail (before, gate), truncate (after)"},
            example_pointer="/injections/0/fault",
        ),
        Entry(
            code="pattern_refused",
            title=Text("Regular expression refused", "Reguliere expressie geweigerd"),
            detail=Text(
                "{came} is no regular expression that is taken: {reason}.",
                "{came} is geen reguliere expressie die wordt aangenomen: {reason}.",
            ),
            cause=Text(
                "Expressions are those of RE2, which cannot run away: there is no looking ahead or behind, and no "
                "referring back.",
                "Expressies zijn die van RE2, die niet uit de hand kunnen lopen: vooruit of terug kijken en "
                "terugverwijzen bestaat er niet.",
            ),
            remedy=Text(
                "Write it without these, or put a backslash before a sign that is meant literally.",
                "Schrijf de expressie zonder die middelen, of zet een backslash voor een teken dat letterlijk is "
                "bedoeld.",
            ),
            field_only=True,
            example={"came": '"(ORD"', "reason": "missing ): (ORD"},
            example_pointer="/injections/0/match/body/~1reference/matches",
        ),
        Entry(
            code="not_calls",
            title=Text("Not a choice of calls", "Geen keuze van aanroepen"),
            detail=Text(
                "{came} is no choice of calls: write first, 3, 2-4, first 2, every 10 or after 5.",
                "{came} is geen keuze van aanroepen: schrijf first, 3, 2-4, first 2, every 10 of after 5.",
            ),
            cause=Text(
                "Calls are counted from 1, and a range runs upwards.",
                "Aanroepen worden vanaf 1 geteld, en een bereik loopt omhoog.",
            ),
            remedy=Text(
                "Leave it out to have the injection act on every call that matches.",
                "Laat het weg om de injectie op elke passende aanroep te laten werken.",
            ),
            field_only=True,
            example={"came": '"4-2"'},
            example_pointer="/injections/0/calls",
        ),
        Entry(
            code="not_json_pointer",
            title=Text("Not a JSON Pointer", "Geen JSON Pointer"),
            detail=Text(
                "{came} is no JSON Pointer: write a slash before each step, as in /lines/0/amount.",
                "{came} is geen JSON Pointer: schrijf een schuine streep voor elke stap, zoals in /lines/0/amount.",
            ),
            cause=Text(
                "The slash at the beginning was left out, or dots were written.",
                "De schuine streep aan het begin ontbrak, of er stonden punten.",
            ),
            remedy=Text(
                "Items of a list are numbered from 0 (RFC 6901).",
                "Elementen van een lijst worden vanaf 0 genummerd (RFC 6901).",
            ),
            field_only=True,
            example={"came": '"reference"'},
            example_pointer="/injections/0/countBy",
        ),
        Entry(
            code="not_path_pattern",
            title=Text("Not a pattern of paths", "Geen patroon van paden"),
            detail=Text(
                "{came} is no pattern of paths: it begins with a slash or a star, as in /api/v1/debtors/*.",
                "{came} is geen patroon van paden: het begint met een schuine streep of ster, zoals in "
                "/api/v1/debtors/*.",
            ),
            cause=Text(
                "The whole path is compared, without the host and the query.",
                "Het hele pad wordt vergeleken, zonder host en query.",
            ),
            remedy=Text(
                "A star stands for anything but a slash, two stars for anything.",
                "Een ster staat voor alles behalve een schuine streep, twee sterren voor alles.",
            ),
            field_only=True,
            example={"came": '"debtors"'},
            example_pointer="/injections/0/match/path",
        ),
        Entry(
            code="not_literal",
            title=Text("Not a single value", "Geen enkele waarde"),
            detail=Text(
                "This must be a text, a number, true, false or a condition; what came is {came}.",
                "Dit moet een tekst, een getal, true, false of een voorwaarde zijn; ontvangen: {came}.",
            ),
            cause=Text(
                "A list or null came where one value is compared.",
                "Er kwam een lijst of null waar één waarde wordt vergeleken.",
            ),
            remedy=Text(
                "For one of several write {{in: [...]}}, for nothing {{absent: true}}.",
                "Schrijf voor een van meerdere {{in: [...]}}, voor niets {{absent: true}}.",
            ),
            field_only=True,
            example={"came": "null"},
            example_pointer="/injections/0/match/query/page",
        ),
        Entry(
            code="not_number",
            title=Text("Not a number", "Geen getal"),
            detail=Text(
                "This must be a number, such as 100 or 99.95; what came is {came}.",
                "Dit moet een getal zijn, zoals 100 of 99.95; ontvangen: {came}.",
            ),
            cause=Text(
                "A text came, a decimal comma, or a currency sign.",
                "Er kwam een tekst, een decimale komma of een valutateken.",
            ),
            remedy=Text(
                "Write digits, with a dot where there are decimals.",
                "Schrijf cijfers, met een punt als er decimalen zijn.",
            ),
            field_only=True,
            example={"came": '"99,95"'},
            example_pointer="/injections/0/match/body/~1total/over",
        ),
        Entry(
            code="not_day_or_moment",
            title=Text("Not a day or moment", "Geen dag of moment"),
            detail=Text(
                "This must be a day or moment, such as 2026-10-01 or 2026-10-01T09:00:00+02:00; what came is {came}.",
                "Dit moet een dag of moment zijn, zoals 2026-10-01 of 2026-10-01T09:00:00+02:00; ontvangen: {came}.",
            ),
            cause=Text(
                "The day does not exist, or the moment has no zone.",
                "De dag bestaat niet, of het moment heeft geen zone.",
            ),
            remedy=Text(
                "Write year, month and day in that order; a moment ends in Z or an offset.",
                "Schrijf jaar, maand en dag in die volgorde; een moment eindigt op Z of een verschil met UTC.",
            ),
            field_only=True,
            example={"came": '"1 October"'},
            example_pointer="/injections/0/match/body/~1date/before",
        ),
        Entry(
            code="ends_before_start",
            title=Text("Ends before it begins", "Eindigt voor het begint"),
            detail=Text(
                "It ends at {until}, and begins at {start} only.", "Het eindigt op {until}, en begint pas op {start}."
            ),
            cause=Text(
                "The two were swapped, or a unit was mistaken.", "De twee zijn verwisseld, of een eenheid klopt niet."
            ),
            remedy=Text(
                "Let until be later than from, or leave it out for the whole run.",
                "Zet until later dan from, of laat het weg voor de hele duur.",
            ),
            field_only=True,
            example={"start": "30s", "until": "10s"},
            example_pointer="/injections/0/during/until",
        ),
    ),
)
