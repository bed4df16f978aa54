"""Codes for a scenario file as a whole: whether it can be found and read, and what its parts are called."""

from mockbooks.catalogue.entry import Entry, Subject
from mockbooks.errors import Family
from mockbooks.texts import Text

_HINT = Text('Did you mean "{suggestion}"?', 'Misschien is "{suggestion}" bedoeld?')

SUBJECT = Subject(
    anchor="scenario_files",
    title=Text("Scenario files", "Scenariobestanden"),
    introduction=Text(
        "A scenario that cannot be used is refused as a whole: the one that was active stays so, and nothing changes.",
        "Een scenario dat niet bruikbaar is wordt in zijn geheel geweigerd: het actieve scenario blijft actief en er "
        "verandert niets.",
    ),
    entries=(
        Entry(
            code="scenario_media_type",
            family=Family.UNSUPPORTED_MEDIA_TYPE,
            title=Text("Scenario is not announced as YAML or JSON", "Scenario is niet als YAML of JSON aangekondigd"),
            detail=Text(
                "A scenario is sent as application/yaml or application/json in UTF-8, not compressed; what came is "
                '{came}. With curl: -H "Content-Type: application/yaml" --data-binary @FILE.',
                "Een scenario wordt verstuurd als application/yaml of application/json in UTF-8, niet gecomprimeerd; "
                'ontvangen: {came}. Met curl: -H "Content-Type: application/yaml" --data-binary @BESTAND.',
            ),
            cause=Text(
                "Content-Type is absent, or is the default of a form (application/x-www-form-urlencoded), as curl "
                "sends it with -d.",
                "Content-Type ontbreekt, of is de standaard van een formulier (application/x-www-form-urlencoded), "
                "zoals curl die met -d verstuurt.",
            ),
            remedy=Text(
                "Name the type, and have curl send a file with --data-binary: with -d it strips the line ends, which "
                "YAML cannot do without.",
                "Noem het type, en laat curl een bestand met --data-binary versturen: met -d haalt het de regeleinden "
                "eruit, en YAML kan daar niet zonder.",
            ),
            example={"came": "Content-Type: application/x-www-form-urlencoded"},
        ),
        Entry(
            code="malformed_yaml",
            title=Text("Malformed YAML", "Misvormde YAML"),
            detail=Text(
                "The YAML or JSON cannot be read at line {line}, column {column}: {reason}.",
                "De YAML of JSON is niet te lezen op regel {line}, kolom {column}: {reason}.",
            ),
            cause=Text(
                "Often a colon without a space behind it, an indentation that differs by one, or a bracket that is "
                "not closed. Tags, merge keys, a second document and keys that stand twice are refused too, and so is"
                " what is nested or repeated beyond measure.",
                "Vaak een dubbele punt zonder spatie erachter, een inspringing die één scheelt, of een haakje dat "
                "niet dicht is. Ook tags, merge keys, een tweede document en sleutels die twee keer voorkomen worden "
                "geweigerd, en wat mateloos genest of herhaald is.",
            ),
            remedy=Text(
                "Look at that line and the one above it. An editor with YAML support shows the place.",
                "Kijk naar die regel en de regel erboven. Een editor die YAML kent wijst de plek aan.",
            ),
            example={"line": 7, "column": 12, "reason": "mapping values are not allowed in this context"},
        ),
        Entry(
            code="not_scenario",
            title=Text("Not a scenario", "Geen scenario"),
            detail=Text(
                "A scenario is needed here, a mapping such as {{name: lost-reply}}; what came is {came}.",
                "Hier is een scenario nodig, een mapping zoals {{name: lost-reply}}; ontvangen: {came}.",
            ),
            cause=Text(
                "The body or the file is empty or holds nothing but comments, or it is a list or a text.",
                "De body of het bestand is leeg of bevat alleen commentaar, of het is een lijst of een tekst.",
            ),
            remedy=Text(
                "Begin with the line name: lost-reply. In JSON that is an object with the same key.",
                "Begin met de regel name: lost-reply. In JSON is dat een object met dezelfde sleutel.",
            ),
            example={"came": Text("nothing", "niets")},
        ),
        Entry(
            code="scenario_too_large",
            title=Text("Scenario too large", "Scenario te groot"),
            detail=Text(
                "A scenario has at most {maximum} bytes; what came has {length}.",
                "Een scenario heeft hooguit {maximum} bytes; dit zijn er {length}.",
            ),
            cause=Text("Usually another file than was meant.", "Meestal is het een ander bestand dan bedoeld."),
            remedy=Text("Split it: one purpose for each scenario.", "Splits het: één doel per scenario."),
            example={"length": 200000, "maximum": 131072},
        ),
        Entry(
            code="unknown_scenario",
            title=Text("Unknown scenario", "Onbekend scenario"),
            detail=Text(
                'There is no scenario "{name}".',
                'Het scenario "{name}" bestaat niet.',
            ),
            hint=_HINT,
            closing=Text("Known: {allowed}.", "Bekend: {allowed}."),
            cause=Text(
                "The name is misspelled, or the file stands in another folder. Names have small letters, digits and "
                "dashes only, so that none can lead out of the folders.",
                "De naam is verkeerd gespeld, of het bestand staat in een andere map. Namen bestaan uit kleine "
                "letters, cijfers en streepjes, zodat geen ervan buiten de mappen kan leiden.",
            ),
            remedy=Text(
                "Choose one of the names, or give the path of a file.",
                "Kies een van de namen, of geef het pad van een bestand.",
            ),
            example={"name": "lost-replies", "allowed": "lost-reply, slow-search", "suggestion": "lost-reply"},
            example_pointer="/name",
        ),
        Entry(
            code="scenario_unreadable",
            title=Text("Scenario cannot be read", "Scenario kan niet worden gelezen"),
            detail=Text(
                'The scenario "{name}" cannot be read: {reason}.',
                'Het scenario "{name}" kan niet worden gelezen: {reason}.',
            ),
            cause=Text(
                "It is a folder or a device, it is a link that leads out of the folder of scenarios, or the server "
                "may not read it.",
                "Het is een map of apparaat, het is een link die buiten de map met scenario's leidt, of de server mag"
                " het niet lezen.",
            ),
            remedy=Text("Put a plain file in the folder.", "Zet een gewoon bestand in de map."),
            example={
                "name": "lost-reply",
                "reason": Text("a link leads out of the folder", "een link leidt buiten de map"),
            },
        ),
        Entry(
            code="not_scenario_name",
            title=Text("Not the name of a scenario", "Geen naam voor een scenario"),
            detail=Text(
                "{came} is no name for a scenario: write small letters, digits and dashes, such as lost-reply.",
                "{came} is geen naam voor een scenario: schrijf kleine letters, cijfers en streepjes, zoals lost-"
                "reply.",
            ),
            cause=Text(
                "The name holds a space, a capital, an underscore or a dot.",
                "De naam bevat een spatie, hoofdletter, liggend streepje of punt.",
            ),
            remedy=Text(
                "Name it as its file is named, without .yaml.", "Noem het zoals het bestand heet, zonder .yaml."
            ),
            field_only=True,
            example={"came": '"Lost reply"'},
            example_pointer="/name",
        ),
        Entry(
            code="unknown_kind",
            title=Text("Unknown kind", "Onbekende soort"),
            detail=Text(
                'There is no {kind} "{name}". Allowed: {allowed}.',
                '{kind} "{name}" bestaat niet. Toegestaan: {allowed}.',
            ),
            hint=_HINT,
            cause=Text(
                "A scenario names a fault, an injection, an expectation or a deed of the bookkeeper that does not "
                "exist: usually a spelling mistake.",
                "Een scenario noemt een storing, injectie, verwachting of handeling van de boekhouder die niet bestaat:"
                " meestal een tikfout.",
            ),
            remedy=Text("Correct the name (names are camelCase).", "Verbeter de naam (namen zijn camelCase)."),
            field_only=True,
            example={
                "kind": Text("fault", "Storing"),
                "name": "dealy",
                "allowed": "delay, fail, respond",
                "suggestion": "delay",
            },
            example_pointer="/injections/0/fault/dealy",
        ),
        Entry(
            code="one_kind_each",
            title=Text("Not exactly one", "Niet precies één"),
            detail=Text(
                "Exactly one {kind} must stand here; what came is {names}.",
                "Hier moet precies één {kind} staan; ontvangen: {names}.",
            ),
            cause=Text(
                "Two were written in one item of the list, or none.",
                "Er stonden er twee in één element van de lijst, of geen.",
            ),
            remedy=Text(
                "Give each an item of its own, with a dash before it.",
                "Geef elk een eigen element, met een streepje ervoor.",
            ),
            field_only=True,
            example={"kind": Text("expectation", "verwachting"), "names": "booked, calls"},
            example_pointer="/expect/0",
        ),
        Entry(
            code="stands_twice",
            title=Text("Stands twice", "Staat er twee keer"),
            detail=Text("{came} stands here twice.", "{came} staat hier twee keer."),
            cause=Text(
                "Names tell injections apart in the request log and the verdict, and two limits on one window would "
                "contradict each other.",
                "Namen houden injecties uit elkaar in het verzoekenlogboek en het oordeel, en twee limieten voor één "
                "venster zouden elkaar tegenspreken.",
            ),
            remedy=Text("Change or remove one of them.", "Wijzig of verwijder er een van."),
            field_only=True,
            example={"came": '"slow search"'},
            example_pointer="/injections/1/name",
        ),
        Entry(
            code="no_call_here",
            title=Text("No call to take it from", "Geen aanroep om uit te putten"),
            detail=Text(
                "A timeline acts without a call, so no JSON Pointer can take something from its body.",
                "Een tijdlijn werkt zonder aanroep, dus geen JSON Pointer kan iets uit een body halen.",
            ),
            cause=Text(
                "A pointer such as /reference stands where the deed needs the thing itself.",
                "Er staat een pointer zoals /reference waar de handeling de zaak zelf nodig heeft.",
            ),
            remedy=Text(
                "Name the debtor or transaction, or do it in an injection with the fault bookkeeper.",
                "Noem de debiteur of boeking, of doe het in een injectie met de storing bookkeeper.",
            ),
            field_only=True,
            example_pointer="/timeline/0/bookkeeper/payInvoice",
        ),
    ),
)
