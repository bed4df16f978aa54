"""Regular expressions and path patterns out of scenario files, in an engine that takes linear time (google-re2)."""

import re
from typing import Final, Protocol, cast

LONGEST_PATTERN: Final = 1_000
# What one compiled expression may take; an expression that needs more is refused, a cache that is full is started anew.
_MEMORY_BYTES: Final = 1024 * 1024
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
        return cast("Pattern", re2.compile(expression.encode(), options))
    except UnicodeEncodeError:
        raise PatternError("it is no Unicode text") from None
    except re2.error as error:
        raise PatternError(_reason(error)) from None


def compile_path(pattern: str) -> Pattern:
    """Compile a pattern of whole paths: `*` and `?` stand for anything but a slash, `**` for anything."""
    return compile_pattern("".join(_WILDCARDS.get(part) or re.escape(part) for part in _WILDCARD.split(pattern)))


def encoded(text: str) -> bytes:
    """Give a text as an expression is held against it; half of a surrogate pair matches a question mark only."""
    return text.encode("utf-8", "replace")


def _reason(error: Exception) -> str:
    first = error.args[0] if error.args else ""
    return first.decode("utf-8", "replace") if isinstance(first, bytes) else str(first)
