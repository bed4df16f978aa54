"""What is asked of a figure and whether it was reached: the one line that every goal becomes, whoever measured it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Self

from bench._tables import Table
from bench._titles import Title

MET: Final = "met"
NOT_MET: Final = "NOT MET"


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """An upper bound: `unit` is what stands behind the figure, `×` for a ratio."""

    what: str
    at_most: float
    unit: str

    def __str__(self) -> str:
        """Say the bound as the table does."""
        return f"≤ {self.at_most:g} {self.unit}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A goal and what came of it: a figure, or the reason why there is none."""

    goal: Goal
    reached: float | None = None
    detail: str = ""

    @classmethod
    def missing(cls, goal: Goal, reason: str) -> Self:
        """Tell why a goal could not be measured here."""
        return cls(goal=goal, detail=f"not measured: {reason}")

    @property
    def verdict(self) -> str:
        """Met or not met; neither without a figure."""
        if self.reached is None:
            return "?"
        return MET if self.reached <= self.goal.at_most else NOT_MET

    def row(self) -> tuple[str, ...]:
        """Give its line of the table."""
        reached = "" if self.reached is None else f"{_number(self.reached)} {self.goal.unit}"
        return (self.goal.what, str(self.goal), reached, self.verdict, self.detail)


def goals_table(outcomes: Sequence[Outcome], machine: str, *, is_quick: bool = False) -> Table:
    """Make the table of all goals, the figure reached beside each, and on what machine."""
    warning = " A quick run shows that the bench works: with Java cold, its figures are no figures." if is_quick else ""
    return Table(
        title=Title.GOALS,
        words=frozenset({0, 3, 4}),
        headings=("what", "goal", "reached", "verdict", "from–to, or what is missing"),
        rows=tuple(outcome.row() for outcome in outcomes),
        note=f"{_count(outcomes)} {machine}{warning}",
    )


def _count(outcomes: Sequence[Outcome]) -> str:
    verdicts = [outcome.verdict for outcome in outcomes]
    met, not_met = verdicts.count(MET), verdicts.count(NOT_MET)
    return f"{met} met, {not_met} not met, {len(verdicts) - met - not_met} not measured."


def _number(value: float) -> str:
    """Write a figure with as many decimals as say something: 0.31, 1.30, 10.4, 57.9, 104."""
    decimals = 0 if value >= 100 else 1 if value >= 10 else 2  # noqa: PLR2004 - three digits, as the docstring shows
    return f"{value:.{decimals}f}"
