"""Times how long servers take from a cold start to their first 200, and reads what memory they hold when idle."""

from collections.abc import Iterator, Mapping, Sequence
from statistics import median
from time import sleep
from typing import Final

from bench._goals import Goal, Outcome
from bench._proc import resident_mib
from bench._report import Options, Report, tell
from bench._tables import Table
from bench._titles import Title
from bench.peers.field import Field, gather, started
from bench.peers.peer import Peer
from bench.peers.rounds import ends, spread

STARTS: Final = 5
_SETTLE_SECONDS: Final = 0.5
_OURS: Final = "mockbooks"
_PEERS: Final = (_OURS, "json-server", "WireMock as started", "Prism")
_BOUNDS: Final = (("json-server", 1.0), ("WireMock as started", 0.3))
_MEMORY: Final = Goal(what="idle memory", at_most=64, unit="MiB")

Starts = Mapping[str, Sequence[tuple[float, float]]]


def measure(options: Options) -> Report:
    """Start each server several times, taking turns, on as many cores as there are."""
    field = gather()
    peers = [peer for name in _PEERS if (peer := field.peer(name))]
    starts: dict[str, list[tuple[float, float]]] = {peer.name: [] for peer in peers}
    for number in range(1 if options.quick else STARTS):
        tell(f"starts: round {number + 1}")
        for peer in peers:
            starts[peer.name].append(_start(field, peer))
    return Report(tables=[_table(starts)], outcomes=list(_outcomes(field, starts)))


def _start(field: Field, peer: Peer) -> tuple[float, float]:
    with started(peer, field.answers) as server:
        sleep(_SETTLE_SECONDS)
        return server.seconds, resident_mib(server.pid)


def _table(starts: Starts) -> Table:
    return Table(
        title=Title.STARTS,
        headings=("server", "ms to the first 200", "MiB when idle"),
        rows=[
            (name, spread([1000 * seconds for seconds, _ in each]), spread([memory for _, memory in each]))
            for name, each in starts.items()
        ],
        note="Median of the starts (least–most), each a process of its own; files stand in the cache of the system.",
    )


def _outcomes(field: Field, starts: Starts) -> Iterator[Outcome]:
    for name, bound in _BOUNDS:
        goal = Goal(what=f"start to first 200 ÷ {name}", at_most=bound, unit="×")
        if name in starts:
            ratios = [ours / its for (ours, _), (its, _) in zip(starts[_OURS], starts[name], strict=True)]
            yield Outcome(goal=goal, reached=median(ratios), detail=ends(ratios, 2))
        else:
            yield Outcome.missing(goal, field.lacking[name])
    memory = [memory for _, memory in starts[_OURS]]
    yield Outcome(goal=_MEMORY, reached=median(memory), detail=ends(memory, 1))
