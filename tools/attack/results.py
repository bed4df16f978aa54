"""What came of the attacks: printed as a table, and written into the page of the guide that tells of them."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
PAGE: Final = ROOT / "docs" / "explanation" / "how-it-was-attacked.md"
PICTURE: Final = PAGE.with_name("soak.svg")


@dataclass(frozen=True, slots=True)
class Result:
    """One attack: what was done, what came of it, and whether the server held; None where it was not tried."""

    attack: str
    came: str
    held: bool | None

    @property
    def verdict(self) -> str:
        """Say it in a word or two."""
        return "not tried" if self.held is None else "held" if self.held else "failed"

    def printed(self) -> str:
        """Give it for a terminal, what is not well in capitals."""
        verdict = self.verdict if self.held else self.verdict.upper()
        return f"{verdict:9}  {self.attack}\n           {self.came}"


def summed_up(results: Sequence[Result], seconds: float) -> str:
    """Say how many there are of each, and how long they took."""
    count = Counter(each.verdict for each in results)
    told = ", ".join(f"{count[verdict]} {verdict}" for verdict in ("held", "failed", "not tried"))
    minutes, rest = divmod(round(seconds), 60)
    return f"{told}, in {minutes} min {rest} s"


def write_into_page(chapter: str, results: Sequence[Result]) -> None:
    """Put the results in the place of the table that stands below a heading of the page."""
    text = PAGE.read_text(encoding="utf-8")
    below = re.compile(rf"(^## {re.escape(chapter)}\n(?:(?!## |\|).*\n)*)(?:\|.*\n)+", re.MULTILINE)
    if not below.search(text):
        raise ValueError(f'there is no table below a heading "{chapter}" in {PAGE}')
    PAGE.write_text(below.sub(lambda found: found[1] + table(results), text), encoding="utf-8")


def table(results: Sequence[Result]) -> str:
    """Give the results as a table of Markdown."""
    rows = [
        f"| {each.attack} | {each.came} | {each.verdict if each.held else f'**{each.verdict}**'} |" for each in results
    ]
    return "\n".join(["| attack | what came of it | the server |", "| --- | --- | --- |", *rows]) + "\n"


def spaced(number: int) -> str:
    """Write a number with a space for each thousand."""
    return f"{number:,}".replace(",", " ")
