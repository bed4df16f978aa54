"""Codes for one value of a scenario that is not written as such a value: a length of time, a share, a header."""

from mockbooks.catalogue.entry import Entry, Subject
from mockbooks.texts import Text

SUBJECT = Subject(
    anchor="scenario_values",
    title=Text("Values in a scenario", "Waarden in een scenario"),
    introduction=Text(
        "These codes stand in errors, one for each value of the scenario that is wrong.",
        "Deze codes staan in errors, één voor elke waarde in het scenario die niet klopt.",
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
        Entry(
            code="never_happens",
            title=Text("Never happens", "Gebeurt nooit"),
            detail=Text(
                "With a chance of {came} it never happens: write a percentage above 0% and up to 100%.",
                "Met een kans van {came} gebeurt het nooit: schrijf een percentage boven 0% en tot en met 100%.",
            ),
            cause=Text(
                "It was switched off by its chance, or a small one was rounded.",
                "Het is uitgezet met de kans, of een kleine kans is afgerond.",
            ),
            remedy=Text(
                "Leave the injection out, or give it a chance: 0.01% is the smallest.",
                "Laat de injectie weg, of geef hem een kans: 0.01% is de kleinste.",
            ),
            field_only=True,
            example={"came": '"0%"'},
            example_pointer="/injections/0/chance",
        ),
        Entry(
            code="takes_no_settings",
            title=Text("Takes no settings", "Heeft geen instellingen"),
            detail=Text(
                "This is written as its bare name or with {{}}; what came behind it is {came}.",
                "Dit wordt geschreven als alleen de naam of met {{}}; erachter kwam {came}.",
            ),
            cause=Text("Its name says all that there is to say.", "De naam zegt alles wat er te zeggen valt."),
            remedy=Text("Leave out what stands behind the name.", "Laat weg wat er achter de naam staat."),
            field_only=True,
            example={"came": '"now"'},
            example_pointer="/injections/0/fault/expireToken",
        ),
        Entry(
            code="not_error_code",
            title=Text("Not an error code", "Geen foutcode"),
            detail=Text(
                "{came} is no error code: write one word of at most 60 letters, digits and the signs _ . : and -.",
                "{came} is geen foutcode: schrijf één woord van hooguit 60 letters, cijfers en de tekens _ . : en -.",
            ),
            hint=Text(
                "A status stands beside the code: write {suggestion}.",
                "Een status staat naast de code: schrijf {suggestion}.",
            ),
            cause=Text(
                "A sentence or a status was written where a code is needed.",
                "Er stond een zin of status waar een code hoort.",
            ),
            remedy=Text(
                "Name a code of /docs/errors or one of your own; a sentence goes into `detail`.",
                "Noem een code van /docs/errors of een eigen code; een zin hoort in `detail`.",
            ),
            field_only=True,
            example={"came": "503", "suggestion": "{code: service_unavailable, status: 503}"},
            example_pointer="/injections/0/fault/fail/code",
        ),
        Entry(
            code="not_header",
            title=Text("Not a header", "Geen header"),
            detail=Text(
                "{came} cannot be sent: the name of a header is one word, and its value one line of at most 1000 "
                "printable ASCII characters.",
                "{came} kan niet worden verstuurd: de naam van een header is één woord, en de waarde één regel van "
                "hooguit 1000 afdrukbare ASCII-tekens.",
            ),
            cause=Text(
                "It is empty or too long, or holds a line end, a space at an end or a letter with an accent.",
                "Er staat niets of te veel, of er zit een regeleinde, een spatie aan het eind of een letter met een "
                "accent in.",
            ),
            remedy=Text("Leave out what cannot be sent.", "Laat weg wat niet te versturen is."),
            field_only=True,
            example={"came": '"Retry After"'},
            example_pointer="/injections/0/fault/respond/headers/Retry After",
        ),
        Entry(
            code="header_of_the_wire",
            title=Text("Header is set by the server", "Header wordt door de server bepaald"),
            detail=Text(
                "{name} follows from what is sent, and cannot be chosen.",
                "{name} volgt uit wat er wordt verstuurd en is niet te kiezen.",
            ),
            cause=Text(
                "A false one would break the connection in a way that depends on the client.",
                "Een onjuiste zou de verbinding breken op een manier die van de client afhangt.",
            ),
            remedy=Text(
                "Leave it out; the faults truncate, dribble and dropConnection damage an answer on the wire.",
                "Laat hem weg; de storingen truncate, dribble en dropConnection beschadigen een antwoord onderweg.",
            ),
            field_only=True,
            example={"name": "Content-Length"},
            example_pointer="/injections/0/fault/respond/headers/Content-Length",
        ),
        Entry(
            code="not_json_value",
            title=Text("Cannot be written as JSON", "Niet als JSON te schrijven"),
            detail=Text(
                "This holds something that cannot be written as JSON: a number of more than 64 bits, half of a "
                "surrogate pair, or more than 250 levels.",
                "Hierin zit iets wat niet als JSON te schrijven is: een getal van meer dan 64 bits, een half "
                "surrogaatpaar, of meer dan 250 niveaus.",
            ),
            cause=Text(
                "YAML and some JSON parsers read more than what can be sent.",
                "YAML en sommige JSON-parsers lezen meer dan wat er te versturen is.",
            ),
            remedy=Text("Write a long number as a text.", "Schrijf een lang getal als tekst."),
            field_only=True,
            example_pointer="/injections/0/fault/respond/json/id",
        ),
    ),
)
