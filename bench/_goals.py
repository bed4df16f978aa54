"""What is asked of a figure and whether it was reached: the one line that every goal becomes, whoever measured it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Self

from bench._tables import Table
from bench._titles import Title

MET: Final = "met"
NOT_MET: Final = "NOT MET"
NOT_JUDGED: Final = "–"


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

    def row(self, *, is_quick: bool = False) -> tuple[str, ...]:
        """Give its line of the table; the figure of a quick run is judged by nobody."""
        reached = "" if self.reached is None else f"{_number(self.reached, self.goal.at_most)} {self.goal.unit}"
        verdict = NOT_JUDGED if is_quick and reached else self.verdict
        return (self.goal.what, str(self.goal), reached, verdict, self.detail)


def goals_table(outcomes: Sequence[Outcome], machine: str, *, is_quick: bool = False) -> Table:
    """Make the table of all goals, the figure reached beside each, and on what machine."""
    return Table(
        title=Title.GOALS,
        words=frozenset({0, 3, 4}),
        lead=_warning(outcomes) if is_quick else "",
        headings=("what", "goal", "reached", "verdict", "from–to, or what is missing"),
        rows=tuple(outcome.row(is_quick=is_quick) for outcome in outcomes),
        note=machine if is_quick else f"{_count(outcomes)} {machine}",
    )


def _warning(outcomes: Sequence[Outcome]) -> str:
    """Say what a quick run is worth, and of Java only where it ran: WireMock alone takes it."""
    is_java = any("WireMock" in outcome.goal.what and outcome.reached is not None for outcome in outcomes)
    why = "one short round, with Java cold" if is_java else "one short round"
    return f"A quick run shows that the bench works: after {why}, its figures are no figures, and none is judged."


def _count(outcomes: Sequence[Outcome]) -> str:
    verdicts = [outcome.verdict for outcome in outcomes]
    met, not_met = verdicts.count(MET), verdicts.count(NOT_MET)
    return f"{met} met, {not_met} not met, {len(verdicts) - met - not_met} not measured."


def _number(value: float, at_most: float) -> str:
    """Write a figure with as many decimals as say something: 0.31, 1.30, 10.4, 57.9, 104.

    One above the bound has as many more as it takes to show that: 10.52, not 10.5, where 10.5 would be met.
    """
    decimals = 0 if value >= 100 else 1 if value >= 10 else 2  # noqa: PLR2004 - three digits, as the docstring shows
    while float(f"{value:.{decimals}f}") <= at_most < value:
        decimals += 1
    return f"{value:.{decimals}f}"
