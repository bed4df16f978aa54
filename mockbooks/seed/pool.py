"""Names and places from Faker (nl_NL), from which debtors are put together.

Importing Faker and its Dutch data costs more than the rest of a start, so the pool of the default random seed is kept
beside this file (`make pool` renews it, and a test holds that it is what Faker gives); any other seed asks Faker.
"""

import json
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Final

from mockbooks.frozen import dataclass

DEFAULT_RANDOM_SEED: Final = 42
KEPT: Final = Path(__file__).with_name("pool.json")
_SIZE: Final = 120
_LOCALE: Final = "nl_NL"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """What there is to choose from."""

    first_names: tuple[str, ...]
    last_names: tuple[str, ...]
    companies: tuple[str, ...]
    streets: tuple[str, ...]
    postcodes: tuple[str, ...]
    cities: tuple[str, ...]
    barcodes: tuple[str, ...]


@cache
def pool(random_seed: int) -> Pool:
    """Give the pool of a random seed."""
    if random_seed == DEFAULT_RANDOM_SEED:
        return Pool(**{name: tuple(values) for name, values in json.loads(KEPT.read_bytes()).items()})
    return faked(random_seed)


def faked(random_seed: int) -> Pool:
    """Ask Faker for the pool of a random seed."""
    from faker import Faker  # noqa: PLC0415 - see the module's docstring

    faker = Faker(_LOCALE)
    faker.seed_instance(random_seed)
    return Pool(
        first_names=tuple(faker.first_name() for _ in range(_SIZE)),
        last_names=tuple(faker.last_name() for _ in range(_SIZE)),
        companies=tuple(faker.company() for _ in range(_SIZE)),
        streets=tuple(faker.street_name() for _ in range(_SIZE)),
        postcodes=tuple(faker.postcode() for _ in range(_SIZE)),
        cities=tuple(faker.city() for _ in range(_SIZE)),
        barcodes=tuple(faker.ean13() for _ in range(_SIZE)),
    )


def keep() -> None:
    """Write the pool of the default random seed to its file."""
    text = json.dumps(asdict(faked(DEFAULT_RANDOM_SEED)), ensure_ascii=False, indent=1)
    KEPT.write_text(text + "\n", encoding="utf-8")
