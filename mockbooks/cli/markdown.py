"""The little Markdown that the pages made from the command line need: CommonMark, and tables."""

from collections.abc import Iterable, Sequence


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table; a cell stays on its line and in its column."""
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join(f"| {' | '.join(_cell(cell) for cell in line)} |" for line in lines)


def block(language: str, text: str) -> str:
    """Write a block of code."""
    return f"```{language}\n{text.strip()}\n```"


def code(text: str) -> str:
    """Write a word as code; nothing for no word."""
    return f"`{text}`" if text else ""


def page(*parts: str) -> str:
    """Put the parts of a page below each other, without those that are empty."""
    return "\n\n".join(part.strip() for part in parts if part.strip()) + "\n"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
