"""Which of the calls that an injection matches it acts on: the first, the third, every tenth, all after the fifth."""

import re
from typing import Final

from mockbooks.frozen import dataclass

MOST_CALLS: Final = 999_999
_NUMBER: Final = "([1-9][0-9]{0,5})"
PATTERN: Final = rf"^(first|{_NUMBER}|{_NUMBER}-{_NUMBER}|first {_NUMBER}|every {_NUMBER}|after {_NUMBER})$"
"""How they are written, as a regular expression for the JSON Schema."""
_ONE: Final = re.compile(_NUMBER, re.ASCII)
_RANGE: Final = re.compile(f"{_NUMBER}-{_NUMBER}", re.ASCII)
_WORDED: Final = re.compile(f"(first|every|after) {_NUMBER}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Calls:
    """A choice out of calls that are counted from 1; a `last` of None means without end."""

    first: int = 1
    last: int | None = None
    every: int = 1

    def due(self, count: int) -> bool:
        """Tell whether the call with this number is one of them."""
        return self.first <= count and (self.last is None or count <= self.last) and count % self.every == 0


EVERY_CALL: Final = Calls()


def read_calls(text: str) -> Calls | None:
    """Read `first`, `3`, `2-4`, `first 2`, `every 10` or `after 5`; None when it is written in no such way."""
    if text == "first":
        return Calls(last=1)
    if one := _ONE.fullmatch(text):
        return Calls(first=int(one[1]), last=int(one[1]))
    if between := _RANGE.fullmatch(text):
        first, last = int(between[1]), int(between[2])
        return Calls(first=first, last=last) if first <= last else None
    worded = _WORDED.fullmatch(text)
    return _worded(worded[1], int(worded[2])) if worded else None


def _worded(word: str, number: int) -> Calls:
    if word == "first":
        return Calls(last=number)
    return Calls(every=number) if word == "every" else Calls(first=number + 1)
