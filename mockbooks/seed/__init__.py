"""The seed: the start data of an administration, realistic and awkward, the same for the same random seed."""

from datetime import date
from random import Random

from mockbooks.frozen import dataclass
from mockbooks.resources import SETTINGS, administration, seed_ids
from mockbooks.seed import debtors, products, transactions
from mockbooks.service.context import Context


@dataclass(frozen=True, slots=True, kw_only=True)
class Seed:
    """How much start data there is, and what the books then refuse; a quarter is written `2026-Q1`.

    `require` names fields that transactions must give from then on, such as `journalId`: the seeded ones need not.
    """

    random_seed: int = 42
    debtors: int = 25
    products: int = 40
    transactions: int = 30
    lock_date: date | None = None
    filed_quarters: tuple[str, ...] = ()
    require: tuple[str, ...] = ()


def plant(context: Context, seed: Seed) -> None:
    """Fill empty books: settings first, then debtors, products and transactions; at last what they refuse is set.

    ValueError for a quarter or a required field that cannot be.
    """
    _plant_settings(context)
    random = Random(seed.random_seed)  # noqa: S311 - start data, no secret
    debtors.plant(context, random, random_seed=seed.random_seed, count=seed.debtors)
    products.plant(context, random, random_seed=seed.random_seed, count=seed.products)
    transactions.plant(context, random, count=seed.transactions)
    _restrict(context, seed)


def _plant_settings(context: Context) -> None:
    ids = seed_ids()
    for module in SETTINGS:
        collection = context.books.collection(module.SPEC)
        for entity in module.seed(context.now, ids):
            collection.add(entity)
    context.books.collection(administration.SPEC).add(administration.seed(context.now, context.today))


def _restrict(context: Context, seed: Seed) -> None:
    restricted = administration.seed(
        context.now,
        context.today,
        lock_date=seed.lock_date,
        filed_quarters=seed.filed_quarters,
        require=seed.require,
    )
    context.books.collection(administration.SPEC).replace(restricted)
