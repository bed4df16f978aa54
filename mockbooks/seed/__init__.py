"""The seed: the start data of an administration, realistic and awkward, the same for the same random seed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from random import Random

from mockbooks.resources import SETTINGS, administration, seed_ids
from mockbooks.seed import debtors, products, transactions
from mockbooks.service.context import Context


@dataclass(frozen=True, slots=True, kw_only=True)
class Seed:
    """How much start data there is, and which parts of the books are closed; a quarter is written `2026-Q1`."""

    random_seed: int = 42
    debtors: int = 25
    products: int = 40
    transactions: int = 30
    lock_date: date | None = None
    filed_quarters: tuple[str, ...] = ()


def plant(context: Context, seed: Seed) -> None:
    """Fill empty books: settings first, then debtors, products and transactions; at last what is closed is closed."""
    _plant_settings(context)
    random = Random(seed.random_seed)  # noqa: S311 - start data, no secret
    debtors.plant(context, random, random_seed=seed.random_seed, count=seed.debtors)
    products.plant(context, random, random_seed=seed.random_seed, count=seed.products)
    transactions.plant(context, random, count=seed.transactions)
    _close(context, seed.lock_date, seed.filed_quarters)


def _plant_settings(context: Context) -> None:
    ids = seed_ids()
    for module in SETTINGS:
        collection = context.books.collection(module.SPEC)
        for entity in module.seed(context.now, ids):
            collection.add(entity)
    context.books.collection(administration.SPEC).add(administration.seed(context.now, context.today))


def _close(context: Context, lock_date: date | None, filed_quarters: Iterable[str]) -> None:
    closed = administration.seed(context.now, context.today, lock_date=lock_date, filed_quarters=filed_quarters)
    context.books.collection(administration.SPEC).replace(closed)
