"""What there is to know of a server that is compared: how it is started for the same answers, and what it can do."""

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench._running import Answer, Running
from bench.peers.install import is_installed
from bench.peers.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What servers are to answer: the very answers of mockbooks, or of the same debtors and VAT rates."""

    replayed: Mapping[Work, Answer] = field(default_factory=dict)
    debtors: Sequence[Any] = ()
    vat_rates: Sequence[Any] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Where a server is started, and what for."""

    folder: Path
    port: int
    answers: Answers


def _nothing(_: Running) -> Sequence[str]:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """A server that is compared.

    `prepare` writes what it needs into its folder and gives its command; `needs` are programs and what brings them;
    `is_packaged` is one that comes from npm. It answers `replays` with the very bytes, and `does` in its own way.
    `paths` are those that differ. `refresh_tokens` gives as many as wrk needs to begin with, and `warm_up_calls` is how
    many of each work it is to have seen before it is measured.
    """

    name: str
    prepare: Callable[[Site], Sequence[str]]
    ready: str
    needs: Mapping[str, str] = field(default_factory=dict)
    is_packaged: bool = False
    replays: frozenset[Work] = frozenset()
    does: frozenset[Work] = frozenset()
    paths: Mapping[Work, str] = field(default_factory=dict)
    refresh_tokens: Callable[[Running], Sequence[str]] = _nothing
    warm_up_calls: int = 0

    def can(self, work: Work) -> bool:
        """Tell whether it has the thing at all."""
        return work in self.replays or work in self.does

    def path(self, work: Work) -> str:
        """Give where it takes this work."""
        return self.paths.get(work, work.path)

    def lacks(self) -> str | None:
        """Say why it cannot run here, and what would bring it."""
        for program, source in self.needs.items():
            if shutil.which(program) is None:
                return f"there is no {program} here ({source})"
        return "it could not be installed from npm" if self.is_packaged and not is_installed() else None
