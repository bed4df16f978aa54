"""Times whole calls with 1 000, 100 000 and 1 000 000 debtors in the books, and weighs one: nothing may grow much."""

import gc
from collections.abc import Mapping
from datetime import UTC, datetime
from itertools import count, cycle
from os import sysconf
from pathlib import Path
from random import Random
from statistics import median
from time import process_time

import orjson

from bench._timing import MICROSECONDS, Call, exchange, handled
from mockbooks.app import create_app
from mockbooks.oauth.demo import DEMO_ADMINISTRATION, DEMO_TOKEN
from mockbooks.resources import debtors
from mockbooks.service import operations
from mockbooks.settings import Settings
from mockbooks.traffic.clock import FrozenClock
from mockbooks.traffic.exchange import Answer
from mockbooks.web.pipeline import Pipeline

SIZES = (1_000, 100_000, 1_000_000)
CALLS, ROUNDS, WEIGHED = 100, 25, 20_000
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
HEADERS = {"authorization": f"Bearer {DEMO_TOKEN}", "content-type": "application/json"}
SYLLABLES = (
    "berg",
    "bos",
    "broek",
    "dam",
    "dijk",
    "donk",
    "haar",
    "hof",
    "horst",
    "huis",
    "kamp",
    "land",
    "loo",
    "meer",
)
TRADES = (
    "Bakkerij",
    "Slagerij",
    "Bouwbedrijf",
    "Garage",
    "Kapsalon",
    "Drukkerij",
    "Bloemisterij",
    "Installatiebedrijf",
)

_BODY = debtors.DebtorCreate()


def main() -> None:
    """Fill an administration with each number of debtors, take turns between them, and print one table."""
    worlds = [_World(size) for size in SIZES]
    gc.collect()
    rounds = [[world.costs() for world in worlds] for _ in range(ROUNDS)]
    print(f"{'CPU per call in the process, µs':40}" + "".join(f"{size:>12,}" for size in SIZES) + f"{'ratio':>8}")
    for name in worlds[0].calls:
        costs = [median([each[place][name] for each in rounds]) for place in range(len(worlds))]
        ratio = median([each[-1][name] / each[0][name] for each in rounds])
        print(f"{name:40}" + "".join(f"{cost:12.1f}" for cost in costs) + f"{ratio:8.2f}")
    print(f"{'full garbage collection, ms':40}{_full_collection():36.0f}")
    print(f"{'bytes per debtor, seeded':40}{worlds[-1].bytes_per_debtor:36,.0f}")
    print(f"{'bytes per debtor, as it is posted':40}{worlds[0].bytes_per_posted_debtor():36,.0f}")


class _World:
    """A server whose demo administration was seeded with so many debtors, and the calls that are timed on it."""

    def __init__(self, size: int) -> None:
        gc.collect()
        before = _resident_bytes()
        app = create_app(Settings(debtors=size, limits=()), FrozenClock(NOW))
        self.bytes_per_debtor = (_resident_bytes() - before) / size
        self._context = app.administrations[DEMO_ADMINISTRATION].context()
        self._random, self._numbers = Random(2026), count(1)  # noqa: S311 - data, not secrets
        chosen = [self._random.randint(1, size) for _ in range(1000)]
        self._ids = cycle([f"deb_{ordinal:06d}" for ordinal in chosen])
        found = [self._context.books.collection(debtors.SPEC).get(next(self._ids)) for _ in chosen]
        self._emails = cycle([(debtor.email or "").encode() for debtor in found if debtor])
        self.calls: Mapping[str, Call] = {
            "GET debtor by id": lambda: _get(app.pipeline, f"/debtors/{next(self._ids)}"),
            "GET debtors by e-mail": lambda: _get(app.pipeline, "/debtors", b"email=" + next(self._emails)),
            "GET debtors, page 2": lambda: _get(app.pipeline, "/debtors", b"page=2"),
            "POST debtor": lambda: _post(app.pipeline, "/debtors", self._debtor()),
        }

    def costs(self) -> Mapping[str, float]:
        return {name: _cost(call) for name, call in self.calls.items()}

    def bytes_per_posted_debtor(self) -> float:
        gc.collect()
        before = _resident_bytes()
        for _ in range(WEIGHED):
            body = orjson.loads(orjson.dumps(self._debtor()))
            operations.create(debtors.RESOURCE, self._context, _BODY.load(body))
        gc.collect()
        return (_resident_bytes() - before) / WEIGHED

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


def _cost(call: Call) -> float:
    started = process_time()
    statuses = {call().status for _ in range(CALLS)}
    if statuses != {200}:
        raise RuntimeError(f"a call was answered with {statuses}")
    return (process_time() - started) / CALLS * MICROSECONDS


def _full_collection() -> float:
    started = process_time()
    gc.collect()
    return (process_time() - started) * 1000


def _get(pipeline: Pipeline, path: str, query: bytes = b"") -> Answer:
    return handled(pipeline, exchange("GET", f"/api/v1{path}", HEADERS, query=query))


def _post(pipeline: Pipeline, path: str, body: dict[str, object]) -> Answer:
    return handled(pipeline, exchange("POST", f"/api/v1{path}", HEADERS, body=orjson.dumps(body)))


def _resident_bytes() -> int:
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    main()
