"""Codes for one field that is absent, superfluous or of the wrong JSON type."""

from mockbooks.catalogue.entry import Entry, Subject
from mockbooks.texts import Text

_HINT = Text('Did you mean "{suggestion}"?', 'Misschien is "{suggestion}" bedoeld?')

SUBJECT = Subject(
    anchor="fields",
    title=Text("Fields: which, and of what type", "Velden: welke, en van welk type"),
    introduction=Text(
        "These codes stand in errors, one for each field that is wrong. The problem as a whole is validation_failed.",
        "Deze codes staan in errors, één per veld dat niet klopt. De code van het geheel is validation_failed.",
    ),
    entries=(
        Entry(
            code="required",
            title=Text("Field is required", "Verplicht veld ontbreekt"),
            detail=Text("This field is required.", "Dit veld is verplicht."),
            cause=Text(
                "The field is not in the request, and there is no value that the server could choose for it.",
                "Het veld ontbreekt in het verzoek, en er is geen waarde die de server zelf kan kiezen.",
            ),
            remedy=Text(
                "Send the field. The OpenAPI document lists what is required for each operation, "
                "and for each type of transaction separately.",
                "Stuur het veld mee. Het OpenAPI-document noemt per bewerking wat verplicht is, "
                "en per soort boeking apart.",
            ),
            field_only=True,
            example_pointer="/address/city",
        ),
        Entry(
            code="unknown_field",
            title=Text("Unknown field", "Onbekend veld"),
            detail=Text(
                'There is no field "{name}" here. Allowed: {allowed}.',
                'Het veld "{name}" bestaat hier niet. Toegestaan: {allowed}.',
            ),
            hint=_HINT,
            cause=Text(
                "The JSON object holds a key that does not belong there: often a spelling mistake, another case, or a "
                "field of another type of transaction. Ignoring it silently would lose data.",
                "Het JSON-object bevat een sleutel die er niet hoort: vaak een tikfout, ander hoofdlettergebruik of "
                "een veld van een andere soort boeking. Stilzwijgend overslaan zou gegevens kosten.",
            ),
            remedy=Text(
                "Correct the name (keys are camelCase) or leave the field out.",
                "Verbeter de naam (sleutels zijn camelCase) of laat het veld weg.",
            ),
            field_only=True,
            example={"name": "adress", "allowed": "name, email, address", "suggestion": "address"},
            example_pointer="/adress",
        ),
        Entry(
            code="set_by_server",
            title=Text("Field is set by the server", "Veld wordt door de server bepaald"),
            detail=Text(
                '"{name}" is set by the server: leave it out, or in an update send the value that was read.',
                '"{name}" wordt door de server bepaald: laat het weg, of stuur bij een wijziging de gelezen waarde '
                "terug.",
            ),
            cause=Text(
                "Ids, moments of creation and change, postings and the like are never chosen by the caller. "
                "In an update they may be sent back, but only unchanged.",
                "Id's, tijdstippen van aanmaken en wijzigen, journaalposten en dergelijke kiest de aanroeper nooit "
                "zelf. Bij een wijziging mogen ze terugkomen, maar alleen ongewijzigd.",
            ),
            remedy=Text(
                "Build the body of an update from the object that was read, and change only what should change.",
                "Stel een wijziging samen uit het gelezen object en verander daarin alleen wat anders moet.",
            ),
            field_only=True,
            example={"name": "createdAt"},
            example_pointer="/createdAt",
        ),
        Entry(
            code="null_not_allowed",
            title=Text("null is not allowed", "null is niet toegestaan"),
            detail=Text(
                "null is not allowed here. Send a value, or leave the field out if it is optional.",
                "null is hier niet toegestaan. Stuur een waarde, of laat het veld weg als het niet verplicht is.",
            ),
            cause=Text(
                "The field always has a value: it is required, or it has a default that null would erase.",
                "Het veld heeft altijd een waarde: het is verplicht, of het heeft een standaard die null zou wissen.",
            ),
            remedy=Text(
                "Leave the key out to get the default, or send a real value.",
                "Laat de sleutel weg om de standaard te krijgen, of stuur een echte waarde.",
            ),
            field_only=True,
            example_pointer="/active",
        ),
        Entry(
            code="not_text",
            title=Text("Not a text", "Geen tekst"),
            detail=Text(
                "This must be a text in double quotes; what came is {came}.",
                "Dit moet een tekst tussen dubbele aanhalingstekens zijn; ontvangen: {came}.",
            ),
            cause=Text(
                "A number, boolean, list or object came where a JSON string is needed. Codes, numbers and postal codes "
                "are texts too: as a number they would lose their leading zeros.",
                "Er kwam een getal, boolean, lijst of object waar een JSON-string hoort. Ook codes, nummers en "
                "postcodes zijn tekst: als getal zouden ze hun voorloopnullen verliezen.",
            ),
            remedy=Text("Put the value in double quotes.", "Zet de waarde tussen dubbele aanhalingstekens."),
            field_only=True,
            example={"came": "1042"},
            example_pointer="/code",
        ),
        Entry(
            code="not_boolean",
            title=Text("Not true or false", "Geen true of false"),
            detail=Text(
                "This must be true or false; what came is {came}.", "Dit moet true of false zijn; ontvangen: {came}."
            ),
            cause=Text(
                'A text such as "yes" or a number such as 1 came where a JSON boolean is needed.',
                'Er kwam een tekst zoals "ja" of een getal zoals 1 waar een JSON-boolean hoort.',
            ),
            remedy=Text(
                "Send true or false, without quotes. In a query string: the words true and false, in lower case.",
                "Stuur true of false, zonder aanhalingstekens. In een querystring: de woorden true en false, "
                "in kleine letters.",
            ),
            field_only=True,
            example={"came": '"yes"'},
            example_pointer="/active",
        ),
        Entry(
            code="not_integer",
            title=Text("Not a whole number", "Geen geheel getal"),
            detail=Text(
                "This must be a whole number; what came is {came}.",
                "Dit moet een geheel getal zijn; ontvangen: {came}.",
            ),
            cause=Text(
                "A text, a boolean or a number with decimals came where a whole JSON number is needed.",
                "Er kwam een tekst, een boolean of een getal met decimalen waar een geheel JSON-getal hoort.",
            ),
            remedy=Text(
                "Send digits only, without quotes, dot or exponent.",
                "Stuur alleen cijfers, zonder aanhalingstekens, punt of exponent.",
            ),
            field_only=True,
            example={"came": "1.5"},
            example_pointer="/version",
        ),
        Entry(
            code="not_object",
            title=Text("Not an object", "Geen object"),
            detail=Text(
                "This must be a JSON object {{…}}; what came is {came}.",
                "Dit moet een JSON-object {{…}} zijn; ontvangen: {came}.",
            ),
            hint=Text("Write for instance {suggestion}.", "Schrijf bijvoorbeeld {suggestion}."),
            cause=Text(
                "A text, number, list or null came where an object with fields is needed, "
                "for instance an address written as one line of text.",
                "Er kwam een tekst, getal, lijst of null waar een object met velden hoort, "
                "bijvoorbeeld een adres als één regel tekst.",
            ),
            remedy=Text(
                "Send an object with the fields that the OpenAPI document lists.",
                "Stuur een object met de velden die het OpenAPI-document noemt.",
            ),
            field_only=True,
            example={
                "came": '"Dorpsstraat 1, Utrecht"',
                "suggestion": '{"line1": "Dorpsstraat 1", "city": "Utrecht"}',
            },
            example_pointer="/address",
        ),
        Entry(
            code="not_list",
            title=Text("Not a list", "Geen lijst"),
            detail=Text(
                "This must be a JSON list […]; what came is {came}.",
                "Dit moet een JSON-lijst […] zijn; ontvangen: {came}.",
            ),
            cause=Text(
                "A single value came where a list is needed. Converters from XML often turn a list of one into one "
                "object.",
                "Er kwam een losse waarde waar een lijst hoort. Omzetters vanuit XML maken van een lijst met één "
                "element vaak één object.",
            ),
            remedy=Text("Send a list, also when it holds one item.", "Stuur een lijst, ook als die één element bevat."),
            field_only=True,
            example={"came": "an object {…}"},
            example_pointer="/lines",
        ),
        Entry(
            code="exactly_one_of",
            title=Text("Exactly one of these fields", "Precies één van deze velden"),
            detail=Text(
                "Send exactly one of: {fields}; {came} came.", "Stuur precies één van: {fields}; ontvangen: {came}."
            ),
            cause=Text(
                "These fields are alternatives, for instance debit or credit. None came, or more than one.",
                "Deze velden zijn alternatieven, bijvoorbeeld debit of credit. Er kwam er geen, of meer dan één.",
            ),
            remedy=Text(
                "Send the one that is meant and leave the others out; null counts as left out.",
                "Stuur het veld dat bedoeld is en laat de andere weg; null telt als weggelaten.",
            ),
            field_only=True,
            example={"fields": "debit, credit", "came": Text("both", "beide")},
            example_pointer="/lines/0",
        ),
        Entry(
            code="not_together",
            title=Text("Fields exclude each other", "Velden sluiten elkaar uit"),
            detail=Text("These fields cannot be sent together: {fields}.", "Deze velden gaan niet samen: {fields}."),
            cause=Text(
                "The fields contradict each other, so that the server cannot know which of them is meant.",
                "De velden spreken elkaar tegen, zodat de server niet kan weten welk van de twee bedoeld is.",
            ),
            remedy=Text("Keep one of them.", "Houd er één over."),
            field_only=True,
            example={"fields": "date, dateFrom"},
            example_parameter="date",
        ),
    ),
)
