"""How a question ended, and how the answers to several are one."""

from collections.abc import Iterable
from enum import StrEnum


class Outcome(StrEnum):
    """What is said of a condition, the best first; in doubt it is `CANNOT_TELL`, never a guess."""

    MET = "met"
    CANNOT_TELL = "cannot_tell"
    PARTLY = "partly"
    NOT_MET = "not_met"

    def is_worse_than(self, other: "Outcome") -> bool:
        """Tell whether this is worse than another."""
        order = list(Outcome)
        return order.index(self) > order.index(other)


def together(outcomes: Iterable[Outcome]) -> Outcome:
    """Judge a whole by its parts: part of it is met as soon as one part is and another is not.

    What cannot be told leaves the whole untold where all else is met, and changes nothing where something is not.
    """
    found = set(outcomes)
    if found <= {Outcome.MET}:
        return Outcome.MET if found else Outcome.CANNOT_TELL
    if Outcome.PARTLY in found or {Outcome.MET, Outcome.NOT_MET} <= found:
        return Outcome.PARTLY
    return Outcome.NOT_MET if Outcome.NOT_MET in found else Outcome.CANNOT_TELL
