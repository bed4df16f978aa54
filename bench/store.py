"""Times the store with 1 000, 100 000 and 1 000 000 debtors, and weighs a debtor: look-ups must stay flat."""

import gc
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from itertools import cycle
from multiprocessing import get_context
from random import Random
from statistics import median
from time import perf_counter

import orjson

from bench._proc import own_bytes
from bench._words import SYLLABLES, TRADES
from mockbooks.store import Between, Books, Collection, CollectionSpec, Contains, Criterion, Equals, Exact, Has, Range

SIZES = (1_000, 100_000, 1_000_000)
ROUNDS = 400
PAGE_SIZE = 50
MICROSECONDS = 1_000_000
FIRST_NAMES = (
    "Anna",
    "Bram",
    "Cornelia",
    "Daan",
    "Emma",
    "Femke",
    "Gijs",
    "Hendrik",
    "Ingrid",
    "Joost",
    "Lotte",
    "Sander",
)
CITIES = ("Amsterdam", "Rotterdam", "Utrecht", "Groningen", "'s-Hertogenbosch", "Zwolle", "Maastricht", "Middelburg")


@dataclass(frozen=True, kw_only=True, slots=True)
class Address:
    """A postal address."""

    line1: str
    line2: str | None
    postal_code: str
    city: str
    region: str | None
    country_code: str
    attention: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Debtor:
    """A debtor as large as the real one."""

    id: str
    code: str
    name: str
    contact_name: str | None
    email: str
    invoice_email: str | None
    phone: str | None
    address: Address
    delivery_address: Address | None
    vat_number: str | None
    coc_number: str | None
    iban: str | None
    language: str
    payment_term_id: str
    invoice_profile_id: str
    ledger_account_id: str
    is_business: bool
    active: bool
    version: int
    created_at: str
    updated_at: str


CODE: Exact[Debtor] = Exact("code", lambda debtor: debtor.code)
EMAIL: Exact[Debtor] = Exact("email", lambda debtor: debtor.email.casefold())
NAME: Contains[Debtor] = Contains("name", lambda debtor: debtor.name.casefold())
ACTIVE: Exact[Debtor] = Exact("active", lambda debtor: debtor.active)
UPDATED_AT: Range[Debtor] = Range("updated_at", lambda debtor: debtor.updated_at)
DEBTORS: CollectionSpec[Debtor] = CollectionSpec(
    "debtors", "deb", lambda debtor: orjson.dumps(asdict(debtor)), (CODE, EMAIL, NAME, ACTIVE, UPDATED_AT)
)


def main() -> None:
    """Measure each size in a process of its own and print one table."""
    context = get_context("spawn")
    columns = []
    for size in SIZES:
        with context.Pool(1) as pool:
            columns.append(pool.apply(measure, (size,)))
    print(f"{'':38}" + "".join(f"{size:>12,}" for size in SIZES) + f"{'ratio':>8}")
    for row in columns[0]:
        figures = [column[row] for column in columns]
        print(f"{row:38}" + "".join(f"{figure:12.2f}" for figure in figures) + f"{figures[-1] / figures[0]:8.2f}")


def measure(size: int) -> dict[str, float]:
    """Build books of a size and give every figure by its name.

    As in the server, what was seeded is frozen out of the garbage collector before anything is timed.
    """
    random = Random(2026)  # noqa: S311 (data, not secrets)
    books = Books([DEBTORS])
    debtors = books.collection(DEBTORS)
    before = own_bytes()
    for ordinal in range(1, size + 1):
        debtors.add(_debtor(random, ordinal))
    gc.collect()
    weight = (own_bytes() - before) / size
    collecting = _microseconds(gc.collect, rounds=3)
    gc.collect()
    gc.freeze()
    figures = {f"{name}, µs": _microseconds(call) for name, call in _calls(books, random, size)}
    return figures | {"full garbage collection, µs": collecting, "memory per debtor, bytes": weight}


def _calls(books: Books, random: Random, size: int) -> Iterator[tuple[str, Callable[[], object]]]:
    debtors = books.collection(DEBTORS)
    known = cycle([entity for _ in range(100) if (entity := debtors.get(DEBTORS.id_of(random.randint(1, size))))])
    last = next(debtors.entities([Equals("code", f"D{size:06d}")]))
    yield "get by id", lambda: debtors.get(next(known).id)
    yield "body by id", lambda: debtors.body(next(known).id)
    yield "first by code", lambda: debtors.first("code", next(known).code)
    yield "find by code", lambda: _page(debtors, [Equals("code", next(known).code)])
    yield "find by e-mail", lambda: _page(debtors, [Equals("email", next(known).email.casefold())])
    yield 'name has "e" (1 character)', lambda: _page(debtors, [Has("name", "e")])
    yield 'name has "er" (2 characters)', lambda: _page(debtors, [Has("name", "er")])
    yield 'name has "rij" (3 characters)', lambda: _page(debtors, [Has("name", "rij")])
    yield 'name has "bakkerij" (a word)', lambda: _page(debtors, [Has("name", "bakkerij")])
    yield 'name has "akkeri" (in a word)', lambda: _page(debtors, [Has("name", "akkeri")])
    yield "name has all of a name", lambda: _page(debtors, [Has("name", next(known).name.casefold())])
    yield "no filter, page 1", lambda: _page(debtors, [])
    yield "no filter, deep page", lambda: _page(debtors, [], size - 2 * PAGE_SIZE)
    yield "active, page 1", lambda: _page(debtors, [Equals("active", value=True)])
    yield "active, deep page", lambda: _page(debtors, [Equals("active", value=True)], size * 8 // 10)
    yield "updatedSince, last day", lambda: _page(debtors, [Between("updated_at", "2026-11-22T10:15:30Z", None)])
    yield "updatedSince, last year", lambda: _page(debtors, [Between("updated_at", "2025-11-22T10:15:30Z", None)])
    yield (
        "active and updatedSince, last year",
        lambda: _page(debtors, [Equals("active", value=True), Between("updated_at", "2025-11-22T10:15:30Z", None)]),
    )
    yield "count active", lambda: debtors.count([Equals("active", value=True)])
    yield "render (part of all writes)", lambda: DEBTORS.render(last)
    new = iter([_debtor(random, ordinal) for ordinal in range(size + 1, size + 3 * ROUNDS)])
    yield "add", lambda: debtors.add(next(new))
    yield "replace, later", lambda: debtors.replace(replace(next(known), updated_at=_moment(random)))
    yield "replace, another name", lambda: debtors.replace(replace(next(known), name=_name(random)))
    yield "snapshot", books.snapshot
    frozen = books.snapshot()
    yield "restore", lambda: books.restore(frozen)
    yield "add, the first ones after restore", lambda: debtors.add(replace(next(new), id=books.next_id(DEBTORS)))
    yield "replace, each after a snapshot", lambda: _snapshot_and_replace(books, last, random)


def _page(debtors: Collection[Debtor], criteria: list[Criterion], offset: int = 0) -> int:
    return debtors.find(criteria, offset=offset, limit=PAGE_SIZE).total


def _snapshot_and_replace(books: Books, debtor: Debtor, random: Random) -> None:
    books.snapshot()
    books.collection(DEBTORS).replace(replace(debtor, updated_at=_moment(random)))


def _microseconds(call: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Take the median of many single calls, so that noise of the machine falls away."""
    durations = []
    call()
    for _ in range(rounds):
        start = perf_counter()
        call()
        durations.append(perf_counter() - start)
    return median(durations) * MICROSECONDS


def _debtor(random: Random, ordinal: int) -> Debtor:
    """Make a debtor that is filled in about as far as real ones are."""
    moment = _moment(random)
    return Debtor(
        id=DEBTORS.id_of(ordinal),
        code=f"D{ordinal:06d}",
        name=_name(random),
        contact_name=_sometimes(random, f"{random.choice(FIRST_NAMES)} {_surname(random)}"),
        email=f"Info@{_surname(random)}-{ordinal}.nl",
        invoice_email=_sometimes(random, f"facturen@{_surname(random)}-{ordinal}.nl"),
        phone=_sometimes(random, f"+316{random.randrange(10**8):08d}"),
        address=_address(random),
        delivery_address=_address(random) if random.random() < 0.2 else None,  # noqa: PLR2004
        vat_number=_sometimes(random, f"NL{random.randrange(10**9):09d}B01"),
        coc_number=_sometimes(random, f"{random.randrange(10**8):08d}"),
        iban=_sometimes(random, f"NL91ABNA{random.randrange(10**10):010d}"),
        language="nl",
        payment_term_id="ptm_000004",
        invoice_profile_id="ipr_000001",
        ledger_account_id="lac_000012",
        is_business=True,
        active=random.random() < 0.9,  # noqa: PLR2004
        version=1,
        created_at=moment,
        updated_at=moment,
    )


def _address(random: Random) -> Address:
    return Address(
        line1=f"{_surname(random).title()}straat {random.randrange(1, 250)}",
        line2=None,
        postal_code=f"{random.randrange(1000, 9999)} AB",
        city=random.choice(CITIES),
        region=None,
        country_code="NL",
        attention=None,
    )


def _name(random: Random) -> str:
    return f"{random.choice(TRADES)} {random.choice(FIRST_NAMES)} van {_surname(random).title()}"


def _surname(random: Random) -> str:
    return "".join(random.choices(SYLLABLES, k=3))


def _moment(random: Random) -> str:
    day, hour, minute, second = (random.randrange(limit) for limit in (28, 24, 60, 60))
    date = f"{random.choice((2024, 2025, 2026))}-{random.randrange(1, 12):02d}-{day + 1:02d}"
    return f"{date}T{hour:02d}:{minute:02d}:{second:02d}Z"


def _sometimes(random: Random, text: str) -> str | None:
    return text if random.random() < 0.5 else None  # noqa: PLR2004


if __name__ == "__main__":
    main()
