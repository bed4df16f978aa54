"""What a fault acts in: the exchange, the answer when there is one, and the administration around it."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from random import Random
from typing import Protocol

from mockbooks.frozen import dataclass
from mockbooks.oauth.tokens import TokenStore
from mockbooks.service.actor import Actor
from mockbooks.service.context import Context
from mockbooks.stage.mishaps import Mishaps
from mockbooks.store import Books
from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.traffic.injection import Phase


@dataclass(frozen=True, slots=True, kw_only=True)
class Firing:
    """How many calls an injection matched, at how many it was due, and on how many it acted.

    Of those that are due at one call in one phase the first acts, and the others do not. As often as it was `undone`
    there was something that it could not do, first of all for the reason `why_undone`.
    """

    matched: int
    due: int
    fired: int
    undone: int = 0
    why_undone: str = ""


class World(Protocol):
    """One administration, as far as a scenario may touch it."""

    @property
    def id(self) -> str:
        """The id of the administration."""

    @property
    def books(self) -> Books:
        """Its books."""

    @property
    def tokens(self) -> TokenStore:
        """The codes and tokens of the whole server; touch only those of this administration."""

    @property
    def era(self) -> int:
        """Counts how often the books were put back or begun anew."""

    def firings(self) -> Mapping[str, Firing]:
        """Tell of every injection of the active scenario, by name and in the order of the file, how often it acted."""

    def now(self) -> datetime:
        """Tell the time of the administration's clock."""

    def advance(self, length: timedelta) -> None:
        """Move the clock; what falls due on the way happens in order."""

    def context(self, actor: Actor, at: datetime | None = None) -> Context:
        """Give what an operation works with, at this moment or another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Where one fault acts: `answer` is there in phase `after` only; `random` and `mishaps` belong to the injection."""

    injection: str
    phase: Phase
    exchange: Exchange
    answer: Answer | None
    random: Random
    world: World
    mishaps: Mishaps
