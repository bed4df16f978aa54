"""Something that the server notices by itself: a habit of a client, good or bad, seen while the exchanges pass."""

from collections.abc import Callable
from dataclasses import field
from typing import Final, Protocol

from mockbooks.frozen import dataclass
from mockbooks.stage.scene import World
from mockbooks.traffic.request_log import Entry

MOST_FINDINGS: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One time that a client did it badly: a plain sentence, and the requests that show it."""

    detail: str
    request_ids: tuple[str, ...]


@dataclass(slots=True)
class Seen:
    """What came of watching so far: how often the situation arose, how often it went badly, and the first examples."""

    situations: int = 0
    bad: int = 0
    findings: list[Finding] = field(default_factory=list)

    def add(self, detail: str, *request_ids: str) -> None:
        """Note that it went badly."""
        self.bad += 1
        if len(self.findings) < MOST_FINDINGS:
            self.findings.append(Finding(detail=detail, request_ids=request_ids))


class Watcher(Protocol):
    """One observation at work; what it remembers is bounded, however long the run."""

    @property
    def seen(self) -> Seen:
        """What came of it."""

    def see(self, entry: Entry) -> None:
        """Take note of an exchange."""


@dataclass(frozen=True, kw_only=True)
class Observation:
    """One kind of observation: `summary` says in a few words what a client did badly; `watch` begins to look for it."""

    name: str
    summary: str
    watch: Callable[[World], Watcher]
