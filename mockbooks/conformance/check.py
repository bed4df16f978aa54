"""A check: one question about an API, asked of its document or of the API itself."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Generic, TypeVar

from mockbooks.conformance.finding import Finding
from mockbooks.frozen import dataclass
from mockbooks.texts import Text

Target = TypeVar("Target")


@dataclass(frozen=True, slots=True, kw_only=True)
class Check(Generic[Target]):
    """A question: its name, which it shares with its file, the conditions that it judges, and what it asks.

    `ask` is a function of the target, and of nothing else; it gives one finding or more, of those conditions only.
    """

    name: str
    conditions: tuple[str, ...]
    question: Text
    ask: Callable[[Target], Iterable[Finding]]


def ask_all(checks: Sequence[Check[Target]], target: Target) -> Iterator[Finding]:
    """Ask every question in turn, and give each finding the name of its check."""
    for check in checks:
        for finding in check.ask(target):
            yield replace(finding, check=check.name)
