"""What the parts of a path are: names, holders of ids, verbs, and what stands around everything."""

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
