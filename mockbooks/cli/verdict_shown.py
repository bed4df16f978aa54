"""The text of a verdict as a person sees it: in colours, and fitted to the terminal with its indentation kept."""

from collections.abc import Callable
from textwrap import TextWrapper
from typing import Any, Final

from mockbooks.cli.reading import Reader

Style = dict[str, Any]

_EXCHANGE_INDENT: Final = " " * 6
_BEFORE_WORDS: Final = " ·✓✗–<>"
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


def shown(text: str, reader: Reader) -> str:
    """Give the text for who reads it; for a program it is the same, byte for byte."""
    return "\n".join(_shown(line, reader) for line in text.split("\n"))


def _shown(line: str, reader: Reader) -> str:
    style = next((style for fits, style in _STYLES if fits(line)), _HEADING)
    lines = [line] if reader.columns is None else _fitted(line, reader.columns)
    return "\n".join(reader.styled(each, **style) if style else each for each in lines)


def _fitted(line: str, columns: int) -> list[str]:
    """Break a line that is too long, below where its words begin."""
    indent = len(line) - len(line.lstrip(_BEFORE_WORDS))
    wrapper = TextWrapper(width=columns, subsequent_indent=" " * indent, break_on_hyphens=False)
    return wrapper.wrap(line) or [line]
