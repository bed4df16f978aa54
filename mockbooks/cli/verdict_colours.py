"""The text of a verdict in colours: what passed, what failed, and the exchanges of it in the background."""

from collections.abc import Callable
from typing import Any, Final

import click

Style = dict[str, Any]

_EXCHANGE_INDENT: Final = " " * 6

# The first that fits is the style of a line.
_STYLES: Final[tuple[tuple[Callable[[str], bool], Style], ...]] = (
    (lambda line: line.startswith("✓"), {"fg": "green"}),
    (lambda line: line.startswith("✗"), {"fg": "red", "bold": True}),
    (lambda line: line.startswith("–"), {"fg": "yellow", "bold": True}),
    (lambda line: line.startswith(_EXCHANGE_INDENT), {"dim": True}),
    (lambda line: line.startswith(" ") or not line, {}),
    (lambda line: ": PASSED" in line, {"fg": "green", "bold": True}),
    (lambda line: ": NOT PASSED" in line, {"fg": "red", "bold": True}),
)
_HEADING: Final[Style] = {"bold": True}


def coloured(text: str) -> str:
    """Colour line by line; not a character of the text is another."""
    return "\n".join(_coloured(line) for line in text.split("\n"))


def _coloured(line: str) -> str:
    style = next((style for fits, style in _STYLES if fits(line)), _HEADING)
    return click.style(line, **style) if style else line
