"""The goals that are ratios between servers, and the tables of what was measured of them."""

from collections.abc import Iterator
from statistics import median
from typing import Final

from bench._goals import Goal, Outcome
from bench._tables import Table
from bench._titles import Title
from bench.peers.field import Field
from bench.peers.rounds import Figures, ends, spread

_TUNED, _STARTED, _MOUNTEBANK = "WireMock tuned", "WireMock as started", "mountebank"
_OAUTH: Final = "oauth2-mock-server"
_OURS: Final = "mockbooks"
# What of ours is compared with what of whom, and how much of that it may cost.
_BOUNDS: Final = (
    *(
        (work, peer, work, bound)
        for work in ("GET by id", "search", "VAT rates")
        for peer, bound in ((_TUNED, 1.0), (_MOUNTEBANK, 0.5))
    ),
    ("POST debtor", _TUNED, "POST debtor", 1.3),
    ("POST debtor", _STARTED, "POST debtor", 0.6),
    ("POST sale", _OURS, "POST debtor", 2.0),
    ("client credentials", _OAUTH, "client credentials", 0.3),
    ("refresh", _OAUTH, "refresh", 0.3),
)


def outcomes(field: Field, figures: Figures) -> Iterator[Outcome]:
    """Judge each goal by the median of the ratios of its rounds."""
    for work, peer, its_work, bound in _BOUNDS:
        than = peer if peer != _OURS else its_work
        goal = Goal(what=f"{work} ÷ {than}", at_most=bound, unit="×")
        ratios = figures.ratios((_OURS, work), (peer, its_work))
        if ratios is None:
            yield Outcome.missing(goal, field.lacking.get(peer, "no figures"))
        else:
            yield Outcome(goal=goal, reached=median(ratios), detail=ends(ratios, 2))


def table(field: Field, figures: Figures) -> Table:
    """Lay the servers below and the works beside each other."""
    works = [work.name for work in field.works]
    rows = [(peer.name, *(_cell(figures, peer.name, work) for work in works)) for peer in field.peers]
    left_out = [f"{name} is left out: {reason}." for name, reason in field.lacking.items()]
    return Table(
        title=Title.PEERS,
        headings=("16 kept-alive connections", *works),
        rows=rows,
        note=" ".join(["Median of the rounds (least–most).", *left_out]),
    )


def _cell(figures: Figures, peer: str, work: str) -> str:
    costs = figures.cost(peer, work)
    return spread(costs) if costs else "–"
