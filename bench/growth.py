"""Times whole calls with 1 000, 100 000 and 1 000 000 debtors in the books, and weighs one: nothing may grow much."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count, cycle
from random import Random
from statistics import median
from time import process_time

import orjson

from bench._goals import Goal, Outcome
from bench._proc import own_bytes
from bench._report import Options, Report, tell
from bench._tables import Table
from bench._timing import NOW, Call, get, microseconds, post
from bench._titles import Title
from bench._words import SYLLABLES, TRADES
from mockbooks.app import create_app
from mockbooks.oauth.demo import DEMO_ADMINISTRATION
from mockbooks.resources import debtors
from mockbooks.service import operations
from mockbooks.settings import Settings
from mockbooks.traffic.clock import FrozenClock

SIZES = (1_000, 100_000, 1_000_000)
CALLS, ROUNDS, WEIGHED, SETTLING = 100, 25, 20_000, 5_000
MOST_GROWTH = 1.3
_WEIGHT = Goal(what="memory per debtor, the dearer of seeded and posted", at_most=2.5, unit="kB")
_BODY = debtors.DebtorCreate()


@dataclass(frozen=True, slots=True, kw_only=True)
class Grown:
    """What a call costs in µs by the number of debtors, and the ratio of the most to the fewest, round by round."""

    call: str
    costs: tuple[float, ...]
    ratio: float

    def row(self) -> tuple[str, ...]:
        """Give its line of the table."""
        return (self.call, *(f"{cost:.1f}" for cost in self.costs), f"{self.ratio:.2f}")


def measure(options: Options) -> Report:
    """Fill an administration with each number of debtors, and take turns between them."""
    sizes = SIZES[:2] if options.quick else SIZES
    worlds = [_seeded(size) for size in sizes]
    # In one of its own, so that what is timed stays as large as it is said to be.
    posted = _seeded(sizes[0]).bytes_per_posted_debtor()
    _settle(worlds)
    tell("growth: calls in turns")
    rounds = [[world.costs() for world in worlds] for _ in range(ROUNDS)]
    grown = [growth_of(name, rounds) for name in worlds[0].calls]
    seeded = worlds[-1].bytes_per_debtor
    note = (
        f"A debtor takes {seeded:,.0f} bytes where it was seeded and {posted:,.0f} where it was posted, with its "
        f"indexes and the log of changes; a full garbage collection takes {_full_collection():.0f} ms."
    )
    table = Table(
        title=Title.GROWTH,
        headings=("call", *(f"{size:,} debtors" for size in sizes), "ratio"),
        rows=[each.row() for each in grown],
        note=note,
    )
    return Report(tables=[table], outcomes=[*outcomes(grown, sizes), weighed(max(seeded, posted))])


def _settle(worlds: "list[_World]") -> None:
    """Write in all of them until what they share with the seed has been copied, which costs the first writes more."""
    tell(f"growth: {SETTLING:,} debtors more in each")
    for world in worlds:
        for _ in range(SETTLING):
            world.calls["POST debtor"]()
    gc.collect()
    gc.freeze()  # as the server does once it has started


def _seeded(size: int) -> "_World":
    tell(f"growth: {size:,} debtors")
    return _World(size)


def growth_of(name: str, rounds: Sequence[Sequence[Mapping[str, float]]]) -> Grown:
    """Take the medians of a call: what it cost in the rounds, and the ratios within each of them."""
    costs = tuple(median([each[place][name] for each in rounds]) for place in range(len(rounds[0])))
    return Grown(call=name, costs=costs, ratio=median([each[-1][name] / each[0][name] for each in rounds]))


def outcomes(grown: Sequence[Grown], sizes: Sequence[int]) -> Iterator[Outcome]:
    """Hold each call against the bound of growth."""
    for each in grown:
        what = f"{each.call} with {sizes[-1]:,} debtors ÷ with {sizes[0]:,}"
        yield Outcome(goal=Goal(what=what, at_most=MOST_GROWTH, unit="×"), reached=each.ratio)


def weighed(bytes_per_debtor: float) -> Outcome:
    """Hold the weight of a debtor against its bound, in kB of 1000 bytes."""
    return Outcome(goal=_WEIGHT, reached=bytes_per_debtor / 1000)


class _World:
    """A server whose demo administration was seeded with so many debtors, and the calls that are timed on it."""

    def __init__(self, size: int) -> None:
        gc.collect()
        before = own_bytes()
        app = create_app(Settings(debtors=size, limits=()), FrozenClock(NOW))
        self.bytes_per_debtor = (own_bytes() - before) / size
        self._context = app.administrations[DEMO_ADMINISTRATION].context()
        self._random, self._numbers = Random(2026), count(1)  # noqa: S311 - data, not secrets
        chosen = [self._random.randint(1, size) for _ in range(1000)]
        self._ids = cycle([f"deb_{ordinal:06d}" for ordinal in chosen])
        found = [self._context.books.collection(debtors.SPEC).get(next(self._ids)) for _ in chosen]
        self._emails = cycle([(debtor.email or "").encode() for debtor in found if debtor])
        self.calls: Mapping[str, Call] = {
            "GET debtor by id": lambda: get(app.pipeline, f"/debtors/{next(self._ids)}"),
            "GET debtors by e-mail": lambda: get(app.pipeline, "/debtors", b"email=" + next(self._emails)),
            "GET debtors, page 2": lambda: get(app.pipeline, "/debtors", b"page=2"),
            "POST debtor": lambda: post(app.pipeline, "/debtors", self._debtor()),
        }

    def costs(self) -> Mapping[str, float]:
        return {name: microseconds(call, CALLS) for name, call in self.calls.items()}

    def bytes_per_posted_debtor(self) -> float:
        gc.collect()
        before = own_bytes()
        for _ in range(WEIGHED):
            body = orjson.loads(orjson.dumps(self._debtor()))
            operations.create(debtors.RESOURCE, self._context, _BODY.load(body))
        gc.collect()
        return (own_bytes() - before) / WEIGHED

    def _debtor(self) -> dict[str, object]:
        number, place = next(self._numbers), "".join(self._random.choices(SYLLABLES, k=2))
        address = {
            "line1": f"{place.title()}kade {number}",
            "postalCode": "1234 AB",
            "city": "Delft",
            "countryCode": "NL",
        }
        name = f"{self._random.choice(TRADES)} van {place.title()}"
        return {"name": name, "email": f"inkoop{number}@{place}.example", "address": address, "language": "nl"}


def _full_collection() -> float:
    started = process_time()
    gc.collect()
    return (process_time() - started) * 1000
