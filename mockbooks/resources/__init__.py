"""The resources of the reference API: this table is the list, in the order in which the documentation shows them."""

from typing import Any, Final

from mockbooks.resources import (
    administration,
    debtors,
    invoice_profiles,
    journals,
    ledger_accounts,
    limits,
    payment_terms,
    products,
    support,
    transactions,
    vat_rates,
)
from mockbooks.service.resource import Resource
from mockbooks.service.seeding import SeedIds
from mockbooks.service.singleton import Singleton
from mockbooks.store import CollectionSpec
from mockbooks.traffic.operation import Operation

RESOURCES: Final[tuple[Resource[Any], ...]] = (
    debtors.RESOURCE,
    transactions.RESOURCE,
    products.RESOURCE,
    vat_rates.RESOURCE,
    ledger_accounts.RESOURCE,
    journals.RESOURCE,
    payment_terms.RESOURCE,
    invoice_profiles.RESOURCE,
)

SINGLETONS: Final[tuple[Singleton, ...]] = (administration.SINGLETON, limits.SINGLETON, support.SINGLETON)

SPECS: Final[tuple[CollectionSpec[Any], ...]] = (*(resource.spec for resource in RESOURCES), administration.SPEC)

SETTINGS: Final = (vat_rates, ledger_accounts, journals, payment_terms, invoice_profiles)
"""The modules whose records every administration begins with."""


def operations() -> tuple[Operation, ...]:
    """List every operation of the API."""
    of_resources = tuple(operation for resource in RESOURCES for operation in resource.operations())
    return of_resources + tuple(singleton.operation for singleton in SINGLETONS)


def seed_ids() -> SeedIds:
    """Know the ids of the settings before they are seeded, so that they can refer to each other."""
    return SeedIds({module.SPEC.name: (module.SPEC.id_prefix, module.SEED_CODES) for module in SETTINGS})
