"""What came of the attacks: printed as a table, and written into the page of the guide that tells of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
PAGE: Final = ROOT / "docs" / "explanation" / "how-it-was-attacked.md"
PICTURE: Final = PAGE.with_name("soak.svg")


@dataclass(frozen=True, slots=True)
class Result:
    """One attack: what was done, what came of it, and whether the server held."""

    attack: str
    came: str
    held: bool

    def printed(self) -> str:
        """Give it for a terminal."""
        return f"{'held  ' if self.held else 'FAILED'}  {self.attack}\n        {self.came}"


def write_into_page(chapter: str, results: Sequence[Result]) -> None:
    """Put the results in the place of the table that stands below a heading of the page."""
    text = PAGE.read_text(encoding="utf-8")
    below = re.compile(rf"(^## {re.escape(chapter)}\n(?:(?!## |\|).*\n)*)(?:\|.*\n)+", re.MULTILINE)
    if not below.search(text):
        raise ValueError(f'there is no table below a heading "{chapter}" in {PAGE}')
    PAGE.write_text(below.sub(lambda found: found[1] + table(results), text), encoding="utf-8")


def table(results: Sequence[Result]) -> str:
    """Give the results as a table of Markdown."""
    rows = [f"| {each.attack} | {each.came} | {'held' if each.held else '**failed**'} |" for each in results]
    return "\n".join(["| attack | what came of it | the server |", "| --- | --- | --- |", *rows]) + "\n"


def spaced(number: int) -> str:
    """Write a number with a space for each thousand."""
    return f"{number:,}".replace(",", " ")
