"""What the parts of a path are: names, holders of ids, verbs, and what stands around everything."""

from collections.abc import Mapping
from typing import Final

from mockbooks.conformance.vocabulary.tables import table

CONTAINERS: Final = table(
    "administration administratie company bedrijf division organisation organization tenant business realm entity"
    " dossier bookyear boekjaar fiscalyear year jaar workspace environment connection subscription ledgerset dataset"
    " data push v api rest controller accounting boekhouding financial finance bookkeeping settings setting"
    " masterdata stamgegevens"
)
"""What a path may begin with before the resource comes, with or without an id."""

VERBS: Final = table(
    "get list create add update delete remove fetch read find search post put insert upsert save retrieve set haal zoek"
    " maak wijzig verwijder toevoegen ophalen opvragen lijst"
)
"""What a path that names an action rather than a thing begins or ends with."""

SEARCH_WORDS: Final = table("search find query lookup zoek zoeken by filter suche")
"""What a path that searches ends with."""

_LISTING = "lijst list overzicht overview index zoeken search"
_READING = "info detail details gegevens get ophalen opvragen read lezen"
_CREATING = "toevoegen add create new nieuw aanmaken invoeren insert beheer manage save opslaan"
_UPDATING = "wijzigen update bewerken edit"
_REMOVING = "verwijderen delete remove wissen"
BEHIND: Final[Mapping[str, str]] = {
    **dict.fromkeys(_LISTING.split(), "list"),
    **dict.fromkeys(_READING.split(), "read"),
    **dict.fromkeys(_CREATING.split(), "create"),
    **dict.fromkeys(_UPDATING.split(), "update"),
    **dict.fromkeys(_REMOVING.split(), "remove"),
}
"""What is done, where it stands behind the thing: `relaties_lijst.php`, `factuur_toevoegen`."""

ASKING: Final = table(
    "list search find query get fetch retrieve lookup filter return returns show zoek zoeken lijst haal opvragen"
    " ophalen"
    " raadplegen raadpleeg overzicht toon liste suche suchen lister rechercher"
)
"""How the name or summary of an operation begins that reads, even where it is a POST."""

MAKING: Final = table(
    "create creates creating add adds new insert make post book upload import save upsert generate send submit"
    " register record"
    " toevoegen toevoeg maak maakt aanmaken invoeren boek boeken nieuw nieuwe voeg stuur anlegen erstellen buchen creer"
    " ajouter"
)
"""What tells in a name or summary that something is added."""

UNDOING: Final = table(
    "reversal reverse void cancel storno stornieren cancellation annuleren terugdraaien tegenboeking"
)
"""What a path behind the id of one thing ends in that undoes it."""
