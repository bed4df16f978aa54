"""Reads numbers that are written in words, as a sentence on limits may do: "five thousand times in a day"."""

import re
from math import prod
from typing import Final

_VALUES: Final = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12,
    "fifteen": 15, "twenty": 20, "twenty-five": 25, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90,
    "hundred": 100, "thousand": 1000, "million": 1_000_000,
    "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9, "tien": 10, "twaalf": 12,
    "vijftien": 15, "twintig": 20, "vijfentwintig": 25, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60,
    "honderd": 100, "duizend": 1000, "miljoen": 1_000_000,
}  # fmt: skip
_WORD: Final = "|".join(sorted(_VALUES, key=len, reverse=True))
_NUMBER: Final = re.compile(
    rf"\b(?:{_WORD})(?:[ -]?(?:hundred|thousand|million|honderd|duizend|miljoen)){{0,3}}\b", re.IGNORECASE
)
_TIMES: Final = re.compile(r"\b(once|twice)\b", re.IGNORECASE)
_PART: Final = re.compile(_WORD, re.IGNORECASE)


def with_digits(text: str) -> str:
    """Write the numbers in a text with digits: "sixty" is 60 and "five thousand" 5000."""
    text = _TIMES.sub(lambda match: "1 time" if match[0].lower() == "once" else "2 times", text)
    return _NUMBER.sub(lambda match: str(prod(_VALUES[part.lower()] for part in _PART.findall(match[0]))), text)
