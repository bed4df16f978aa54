"""Codes for scenarios: what is wrong with a scenario file, or with asking for one."""

from mockbooks.catalogue.entry import Entry, Subject, Text

SUBJECT = Subject(
    anchor="scenarios",
    title=Text("Scenarios", "Scenario's"),
    introduction=Text(
        "A scenario that cannot be used is refused as a whole: the one that was active stays so, and nothing changes.",
        "Een scenario dat niet bruikbaar is wordt in zijn geheel geweigerd: het actieve scenario blijft actief en er "
        "verandert niets.",
    ),
    entries=(
        Entry(
            code="not_duration",
            title=Text("Not a length of time", "Geen tijdsduur"),
            detail=Text(
                "{came} is no length of time: write a number with ms, s, m, h or d, such as 700ms, 5s or 2m.",
                "{came} is geen tijdsduur: schrijf een getal met ms, s, m, h of d, zoals 700ms, 5s of 2m.",
            ),
            cause=Text("The unit was left out, or spelled in full.", "De eenheid ontbrak, of was voluit geschreven."),
            remedy=Text("Write the unit: 5s rather than 5.", "Schrijf de eenheid erbij: 5s in plaats van 5."),
            field_only=True,
            example={"came": '"5 seconds"'},
            example_pointer="/injections/0/fault/delay",
        ),
        Entry(
            code="duration_too_long",
            title=Text("Length of time too long", "Tijdsduur te lang"),
            detail=Text("{came} is too long: {longest} at most.", "{came} is te lang: hoogstens {longest}."),
            cause=Text(
                "Nobody is kept waiting for longer, so that no connection is held for ever.",
                "Niemand wordt langer opgehouden, zodat geen verbinding eeuwig bezet blijft.",
            ),
            remedy=Text(
                "Choose a shorter one; `virtual: true` moves the clock of the administration instead of waiting.",
                "Kies een kortere; `virtual: true` verzet de klok van de administratie in plaats van te wachten.",
            ),
            field_only=True,
            example={"came": '"10m"', "longest": "5m"},
            example_pointer="/injections/0/fault/delay",
        ),
        Entry(
            code="not_from_start",
            title=Text("Not a moment after the start", "Geen moment na het begin"),
            detail=Text(
                "{came} is no moment of a timeline: write + and a length of time after the start, such as +3d.",
                "{came} is geen moment van een tijdlijn: schrijf + en een tijdsduur na het begin, zoals +3d.",
            ),
            cause=Text("The plus was left out, or a date was given.", "De plus ontbrak, of er stond een datum."),
            remedy=Text(
                "Count from the moment at which the scenario begins.",
                "Reken vanaf het moment waarop het scenario begint.",
            ),
            field_only=True,
            example={"came": '"3d"'},
            example_pointer="/timeline/0/at",
        ),
        Entry(
            code="not_share",
            title=Text("Not a share", "Geen aandeel"),
            detail=Text(
                "{came} is no share: write a percentage from 0% to 100%, such as 20%.",
                "{came} is geen aandeel: schrijf een percentage van 0% tot 100%, zoals 20%.",
            ),
            cause=Text("The percent sign was left out.", "Het procentteken ontbrak."),
            remedy=Text("Write 20% rather than 0.2 or 20.", "Schrijf 20% in plaats van 0.2 of 20."),
            field_only=True,
            example={"came": "0.2"},
            example_pointer="/injections/0/chance",
        ),
    ),
)
