"""Fields of a query string, where every value arrives as text."""

import re
from typing import Final

from mockbooks.service.fields import Flag, Whole, refuse, shown

_WORDS: Final = {"true": True, "false": False}
_DIGITS = re.compile(r"-?[0-9]{1,18}", re.ASCII)


class QueryFlag(Flag):
    """`true` or `false` in a query."""

    def read(self, value: object) -> bool:
        """Take one of the two words, in lower case."""
        if not isinstance(value, str) or value not in _WORDS:
            refuse("not_boolean", came=shown(value))
        return _WORDS[value]


class QueryWhole(Whole):
    """A whole number in a query."""

    def read(self, value: object) -> int:
        """Take digits, within the bounds; no sign plus, no decimals."""
        if not isinstance(value, str) or not _DIGITS.fullmatch(value):
            refuse("not_integer", came=shown(value))
        return super().read(int(value))
