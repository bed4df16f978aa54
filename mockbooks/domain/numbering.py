"""The pattern language of voucher and invoice numbers, such as `{year}-{number:4}`, in journals and profiles."""

import re
from functools import lru_cache
from typing import Final

from mockbooks.frozen import dataclass

_PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")
_NUMBER: Final = re.compile(r"number(?::([1-9]|1[0-9]))?", re.ASCII)
_ALLOWED: Final = "allowed are {year}, {number} and {number:N} with N from 1 to 19 digits"


@dataclass(frozen=True, slots=True)
class NumberPattern:
    """A pattern that was found to be right: make one with `parse_pattern`.

    With `per_year` the counter starts anew each fiscal year, so that the series of each year has no holes.
    """

    text: str
    template: str
    per_year: bool

    def format(self, fiscal_year: int, sequence: int) -> str:
        """Write the number of this fiscal year and sequence (from 1); a longer sequence outgrows its zeros."""
        return self.template.format(year=fiscal_year, number=sequence)


@lru_cache(maxsize=256)
def parse_pattern(text: str) -> NumberPattern:
    """Read a pattern: `{year}` is the fiscal year, `{number}` the sequence, `{number:4}` the same padded with zeros.

    Anything but exactly one number, an unknown placeholder or a loose brace is a ValueError that says what came.
    """
    names = _PLACEHOLDER.findall(text)
    _refuse_unknown(text, names)
    if (count := sum(name != "year" for name in names)) != 1:
        message = f"number pattern {text!r} holds {count} number placeholders instead of one; {_ALLOWED}"
        raise ValueError(message)
    return NumberPattern(text=text, template=_PLACEHOLDER.sub(_as_format_field, text), per_year="year" in names)


def _refuse_unknown(text: str, names: list[str]) -> None:
    unknown = next((name for name in names if name != "year" and not _NUMBER.fullmatch(name)), None)
    if unknown is not None:
        message = f"number pattern {text!r} holds the unknown placeholder {{{unknown}}}; {_ALLOWED}"
        raise ValueError(message)
    if re.search(r"[{}]", _PLACEHOLDER.sub("", text)):
        message = f"number pattern {text!r} holds a loose brace; {_ALLOWED}"
        raise ValueError(message)


def _as_format_field(placeholder: re.Match[str]) -> str:
    number = _NUMBER.fullmatch(placeholder[1])
    return f"{{number:0{number[1] or 1}d}}" if number else "{year}"
