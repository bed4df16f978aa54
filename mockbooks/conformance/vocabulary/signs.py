"""What speaks for a name being one of our resources, and what speaks against it."""

import re
from collections.abc import Mapping
from typing import Final

from mockbooks.frozen import dataclass

SURE: Final = 1.0
LIKELY: Final = 0.75
POSSIBLE: Final = 0.38


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """The signs of one resource; all names are as `joined` gives them.

    `names` tells how sure each name is, `against` the words that speak against it wherever they stand in the path,
    `fields` those that an item has (each adds its weight once), `strange` those that such an item never has. `marks`
    are the fields of which an item must have one where its fields are known at all; without any it is something else.
    `unlike` is what a summary says of something else. A name of the `ambiguous` is that of other things in other
    systems, so that one of the fields of `proof` must be there, or the summary must say it; else `unproven` is
    taken off.
    """

    names: Mapping[str, float]
    against: frozenset[str] = frozenset()
    fields: Mapping[str, float]
    strange: Mapping[str, float]
    marks: frozenset[str] = frozenset()
    unlike: re.Pattern[str] | None = None
    ambiguous: frozenset[str] = frozenset()
    proof: frozenset[str] = frozenset()
    unproven: float = 0.6


def rated(*, sure: str = "", likely: str = "", possible: str = "") -> Mapping[str, float]:
    """Make a table of names from three lines of words."""
    return {
        **dict.fromkeys(possible.split(), POSSIBLE),
        **dict.fromkeys(likely.split(), LIKELY),
        **dict.fromkeys(sure.split(), SURE),
    }


def weighing(weight: float, names: str) -> Mapping[str, float]:
    """Give names the same weight."""
    return dict.fromkeys(names.split(), weight)
