"""Words that made-up companies are named by, as the speed of a search depends on the words that there are."""

from typing import Final

TRADES: Final = (
    "Bakkerij",
    "Slagerij",
    "Bouwbedrijf",
    "Installatiebedrijf",
    "Garage",
    "Kapsalon",
    "Drukkerij",
    "Bloemisterij",
)
SYLLABLES: Final = (
    "berg",
    "bos",
    "broek",
    "dam",
    "dijk",
    "donk",
    "haar",
    "hof",
    "horst",
    "huis",
    "kamp",
    "land",
    "loo",
    "meer",
)
