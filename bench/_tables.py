"""Tables as plain values, written as columns for a terminal and as Markdown for a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from bench._titles import Title


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A title, headings and rows of text; figures stand at the right, columns that are `words` at the left.

    `lead` must be read before the rows, `note` may be read after them.
    """

    title: Title
    headings: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    lead: str = ""
    note: str = ""
    words: frozenset[int] = frozenset({0})

    def as_text(self) -> str:
        """Write it in columns."""
        widths = self._widths()
        lines = [self._columns(row, widths) for row in (self.headings, *self.rows)]
        return "\n".join([self.title, *_given(self.lead), *lines, *_given(self.note)])

    def as_markdown(self) -> str:
        """Write it as a section of a page."""
        ruler = _cells(["---" if place in self.words else "---:" for place in range(len(self.headings))])
        lines = [_cells(self.headings), ruler, *(_cells(row) for row in self.rows)]
        paragraphs = [f"## {self.title}", *_given(self.lead), "\n".join(lines), *_given(self.note)]
        return "\n\n".join(paragraphs)

    def _columns(self, row: Sequence[str], widths: Sequence[int]) -> str:
        placed = enumerate(zip(row, widths, strict=True))
        cells = (f"{text:{width}}" if place in self.words else f"{text:>{width}}" for place, (text, width) in placed)
        return "  ".join(cells).rstrip()

    def _widths(self) -> list[int]:
        columns = zip_longest(self.headings, *self.rows, fillvalue="")
        return [max(map(len, column)) for column in columns]


def _given(text: str) -> list[str]:
    return [text] if text else []


def _cells(row: Sequence[str]) -> str:
    return f"| {' | '.join(row)} |"
