"""Regular expressions and path patterns out of scenario files, in an engine that takes linear time (google-re2)."""

import re
from typing import Final, Protocol, cast

LONGEST_PATTERN: Final = 1_000
LONGEST_TEXT: Final = 4_000
"""An expression is looked for in so many characters from the beginning of a text: no text of the API is longer."""

# What one compiled expression may take; one that needs more is refused. Time is linear in the text, but each step of an
# expression that says little with many repetitions costs as much as it takes memory.
_MEMORY_BYTES: Final = 128 * 1024
_WILDCARDS: Final = {"**": "(?s:.*)", "*": "[^/]*", "?": "[^/]"}
_WILDCARD: Final = re.compile(r"(\*\*|\*|\?)")


class PatternError(ValueError):
    """A regular expression that the engine does not take; its text says why."""


class Pattern(Protocol):
    """A compiled expression over UTF-8."""

    def search(self, text: bytes) -> object | None:
        """Look for it anywhere in a text."""

    def fullmatch(self, text: bytes) -> object | None:
        """Hold it against a whole text."""


def compile_pattern(expression: str) -> Pattern:
    """Compile a regular expression in the syntax of RE2; raises PatternError with its reason."""
    import re2  # type: ignore[import-untyped]  # noqa: PLC0415 - a start without a scenario needs none

    options = re2.Options()
    options.max_mem = _MEMORY_BYTES
    options.log_errors = False
    options.never_capture = True
    try:
        return cast("Pattern", re2.compile(_encoded(expression), options))
    except re2.error as error:
        raise PatternError(_reason(error)) from None


def compile_path(pattern: str) -> Pattern:
    """Compile a pattern of whole paths: `*` and `?` stand for anything but a slash, `**` for anything."""
    return compile_pattern("".join(_WILDCARDS.get(part) or re.escape(part) for part in _WILDCARD.split(pattern)))


def found_in(text: str, pattern: Pattern) -> bool:
    """Tell whether an expression is found in a text."""
    return pattern.search(_encoded(text[:LONGEST_TEXT])) is not None


def is_whole(text: str, pattern: Pattern) -> bool:
    """Tell whether an expression is the whole of a text."""
    return pattern.fullmatch(_encoded(text)) is not None


def _encoded(text: str) -> bytes:
    """Give a text as UTF-8; half of a surrogate pair becomes a question mark, which is what nobody looks for."""
    return text.encode("utf-8", "replace")


def _reason(error: Exception) -> str:
    first = error.args[0] if error.args else ""
    return first.decode("utf-8", "replace") if isinstance(first, bytes) else str(first)
