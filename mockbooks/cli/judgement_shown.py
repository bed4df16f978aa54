"""A judgement as a person sees it at a terminal: in colours, and fitted to its width."""

from textwrap import TextWrapper
from typing import Any, Final

from mockbooks.cli.reading import Reader
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.reports.as_text import Line, Style, lines
from mockbooks.conformance.reports.edition import Edition

_STYLES: Final[dict[Style, dict[str, Any]]] = {
    Outcome.MET: {"fg": "green"},
    Outcome.CANNOT_TELL: {"fg": "cyan"},
    Outcome.PARTLY: {"fg": "yellow"},
    Outcome.NOT_MET: {"fg": "red", "bold": True},
    "heading": {"bold": True},
    "soft": {"dim": True},
    "plain": {},
}
_NARROWEST: Final = 20


def shown(edition: Edition, reader: Reader) -> str:
    """Give the report for who reads it."""
    return "".join(f"{_shown(line, reader)}\n" for line in lines(edition, reader.columns))


def _shown(line: Line, reader: Reader) -> str:
    """Give one line, its text broken below where it begins."""
    before = "".join(_styled(piece.text, piece.style, reader) for piece in line.pieces)
    indent = sum(len(piece.text) for piece in line.pieces)
    told = (_styled(each, line.style, reader) for each in _fitted(line, indent, reader.columns))
    return before + f"\n{' ' * indent}".join(told)


def _fitted(line: Line, indent: int, columns: int | None) -> list[str]:
    if columns is None or indent + len(line.text) <= columns:
        return [line.text]
    wrapper = TextWrapper(width=max(columns - indent, _NARROWEST), break_on_hyphens=False)
    return wrapper.wrap(line.text) or [line.text]


def _styled(text: str, style: Style, reader: Reader) -> str:
    return reader.styled(text, **_STYLES[style]) if _STYLES[style] and text else text
