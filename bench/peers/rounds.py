"""Measures all servers by all works, taking turns, so that whatever else the machine does falls on each alike."""

import os
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final

from bench._report import BenchError, Options, tell
from bench._running import Running
from bench.peers.answers import check
from bench.peers.field import Field, started
from bench.peers.peer import Peer
from bench.peers.work import Work
from bench.peers.wrk import Load, Loaded

ROUNDS, ROUND_SECONDS = 5, 1
_LONGEST_WARM_UP_SECONDS: Final = 15


@dataclass(frozen=True, slots=True)
class Figures:
    """What each server took in each round, in µs of CPU for a request; the rounds of a work stand beside each other."""

    costs: Mapping[tuple[str, str], Sequence[float]]

    def cost(self, peer: str, work: str) -> Sequence[float] | None:
        """Give the rounds of a server, or None when it does no such thing."""
        return self.costs.get((peer, work))

    def ratios(self, of: tuple[str, str], to: tuple[str, str]) -> Sequence[float] | None:
        """Compare two round by round, or None when one of them was not measured."""
        if of not in self.costs or to not in self.costs:
            return None
        return [one / other for one, other in zip(self.costs[of], self.costs[to], strict=True)]


def measure_rounds(field: Field, options: Options) -> Figures:
    """Start them all, warm them up, and load one after the other."""
    with ExitStack() as stack:
        server_core, wrk_core = two_cores(sorted(os.sched_getaffinity(0)))
        servers: dict[str, Running] = {}
        for peer in field.peers:
            tell(f"starting {peer.name}")
            servers[peer.name] = stack.enter_context(started(peer, field.answers, server_core))
        script = Path(stack.enter_context(TemporaryDirectory()), "requests.lua")
        bench = _Bench(field, servers, Load(script=script, core=wrk_core), is_quick=options.quick)
        return Figures(dict(bench.costs()))


class _Bench:
    """Servers that run already, and the load."""

    def __init__(self, field: Field, servers: Mapping[str, Running], load: Load, *, is_quick: bool) -> None:
        self._field = field
        self._servers = servers
        self._wrk = load
        self._rounds = 1 if is_quick else ROUNDS
        self._is_quick = is_quick

    def costs(self) -> Iterator[tuple[tuple[str, str], list[float]]]:
        """Measure one group of works after the other, each warmed up right before: until then nobody has written."""
        for works in self._field.groups:
            turns = [(peer, work) for work in works for peer in self._field.peers if peer.can(work)]
            for peer, work in turns:
                self._prepare(peer, work)
            taken: dict[tuple[str, str], list[float]] = defaultdict(list)
            for number in range(self._rounds):
                tell(f"{', '.join(work.name for work in works)}: round {number + 1} of {self._rounds}")
                for peer, work in turns if number % 2 == 0 else reversed(turns):
                    taken[peer.name, work.name].append(self._load(peer, work).microseconds)
            yield from taken.items()

    def _prepare(self, peer: Peer, work: Work) -> None:
        """See that the answer is right, and load it for a second: for more where a compiler has not seen enough."""
        check(self._servers[peer.name], peer, work, self._field.answers)
        if self._is_quick:
            return
        tell(f"{work.name}: warming up {peer.name}")
        calls = self._load(peer, work).requests
        for _ in range(_LONGEST_WARM_UP_SECONDS):
            if calls >= peer.warm_up_calls:
                return
            calls += self._load(peer, work).requests
        tell(f"{peer.name} is not warm: it has seen {calls} and not {peer.warm_up_calls} calls; the machine is busy")

    def _load(self, peer: Peer, work: Work) -> Loaded:
        server = self._servers[peer.name]
        script = work.script(peer.refresh_tokens(server) if work.refreshes else ())
        try:
            return self._wrk.load(server, peer.path(work), script, seconds=ROUND_SECONDS)
        except BenchError as error:
            raise BenchError(f"{peer.name}, {work.name}: {error}") from error


def two_cores(cores: Sequence[int]) -> tuple[int | None, int | None]:
    """Give a core for the servers and one for wrk; with one core there is nothing to divide, and that is told."""
    if len(cores) < 2:  # noqa: PLR2004 - the two of the name
        tell("there is one core here, which the servers share with wrk: ratios are less sure")
        return None, None
    return cores[0], cores[1]


def ends(values: Sequence[float], digits: int = 0) -> str:
    """Write from where to where the rounds went; nothing for a single one."""
    return f"{min(values):.{digits}f}–{max(values):.{digits}f}" if len(values) > 1 else ""


def spread(values: Sequence[float]) -> str:
    """Write the median of the rounds, and from where to where they went."""
    return f"{median(values):.0f} ({ends(values)})" if len(values) > 1 else f"{values[0]:.0f}"
