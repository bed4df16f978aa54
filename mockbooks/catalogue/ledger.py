"""Codes for ledger accounts and journals that a booking cannot use."""

from mockbooks.catalogue.entry import Entry, Subject
from mockbooks.texts import Text

SUBJECT = Subject(
    anchor="ledger",
    title=Text("Ledger accounts and journals", "Grootboekrekeningen en dagboeken"),
    introduction=Text(
        "Bookkeepers change their chart of accounts: read it regularly, and do not keep ids for ever.",
        "Boekhouders wijzigen hun rekeningschema: lees het regelmatig, en bewaar id's niet voor altijd.",
    ),
    entries=(
        Entry(
            code="ledger_account_inactive",
            title=Text("Ledger account is inactive", "Grootboekrekening is niet actief"),
            detail=Text(
                "Ledger account {ledgerAccount} ({description}) is inactive.",
                "Grootboekrekening {ledgerAccount} ({description}) is niet actief.",
            ),
            cause=Text(
                "The account was closed after the integration had been set up. SnelStart and QuickBooks Online refuse "
                "inactive accounts likewise.",
                "De rekening is geblokkeerd nadat de koppeling was ingericht. Ook SnelStart en QuickBooks Online "
                "weigeren niet-actieve rekeningen.",
            ),
            remedy=Text(
                "Choose an account from GET /ledger-accounts?active=true, and let the user change the setting.",
                "Kies een rekening uit GET /ledger-accounts?active=true, en laat de gebruiker de instelling aanpassen.",
            ),
            example={"ledgerAccount": "8200", "description": "Verleende kortingen"},
            example_pointer="/lines/0/ledgerAccountId",
        ),
        Entry(
            code="ledger_account_not_allowed",
            title=Text("Ledger account not allowed here", "Grootboekrekening hier niet toegestaan"),
            detail=Text(
                "Ledger account {ledgerAccount} ({description}) cannot be used here: {because}.",
                "Grootboekrekening {ledgerAccount} ({description}) kan hier niet worden gebruikt: {because}.",
            ),
            cause=Text(
                "A control account such as Debiteuren is booked by the server only, so that it always agrees with the "
                "open items; a sales line needs an account of the right kind.",
                "Een verzamelrekening zoals Debiteuren boekt alleen de server, zodat die altijd aansluit op de "
                "openstaande posten; een verkoopregel vraagt een rekening van de juiste soort.",
            ),
            remedy=Text(
                "Choose another account: the fields type and isControl of GET /ledger-accounts tell which fit.",
                "Kies een andere rekening: aan de velden type en isControl van GET /ledger-accounts is te zien welke "
                "passen.",
            ),
            example={
                "ledgerAccount": "1300",
                "description": "Debiteuren",
                "because": Text("it is a control account", "het is een verzamelrekening"),
            },
            example_pointer="/lines/0/ledgerAccountId",
        ),
        Entry(
            code="journal_type_mismatch",
            title=Text("Journal is of another type", "Dagboek is van een ander type"),
            detail=Text(
                "Journal {journal} is of type {journalType}; a transaction of type {transactionType} needs: {allowed}.",
                "Dagboek {journal} is van het type {journalType}; een boeking van het type {transactionType} vraagt: "
                "{allowed}.",
            ),
            cause=Text(
                "Each type of transaction has its own kind of journal: sales in a sales journal, receipts in a bank "
                "or cash journal.",
                "Elke soort boeking heeft een eigen soort dagboek: verkopen in een verkoopboek, ontvangsten in een "
                "bank- of kasboek.",
            ),
            remedy=Text(
                "Choose a journal of that type from GET /journals, or leave journalId out for the default.",
                "Kies een dagboek van dat type uit GET /journals, of laat journalId weg voor het standaarddagboek.",
            ),
            example={"journal": "20", "journalType": "bank", "transactionType": "sales", "allowed": "sales"},
            example_pointer="/journalId",
        ),
        Entry(
            code="journal_inactive",
            title=Text("Journal is inactive", "Dagboek is niet actief"),
            detail=Text("Journal {journal} is inactive.", "Dagboek {journal} is niet actief."),
            cause=Text(
                "The journal was closed: its transactions can be read, but nothing is added.",
                "Het dagboek is afgesloten: de boekingen zijn te lezen, maar er komt niets meer bij.",
            ),
            remedy=Text(
                "Choose a journal from GET /journals?active=true.", "Kies een dagboek uit GET /journals?active=true."
            ),
            example={"journal": "99"},
            example_pointer="/journalId",
        ),
    ),
)
