"""Seeded products: a shop's assortment with ordinary and awkward SKUs, prices and VAT."""

from decimal import Decimal
from random import Random
from typing import Any, Final

from mockbooks.resources import ledger_accounts, products, vat_rates
from mockbooks.seed.pool import pool
from mockbooks.service import operations
from mockbooks.service.context import Context

_SERVICE: Final[dict[str, Any]] = {"kind": "service"}
_AWKWARD: Final[tuple[dict[str, Any], ...]] = (
    {"sku": "BROOD-800", "description": "Volkorenbrood 800 gram", "price": "3.95", "includes": True, "low": True},
    {"sku": "00123", "description": "Theedoek blauw, set van 2", "price": "12.50"},
    {"sku": "M/S 4,5×10", "description": "Schroeven 4,5 × 10 mm (100 stuks)", "price": "0.0825"},
    {"sku": "KAART-🎁", "description": "Wenskaart “Gefeliciteerd” 🎁", "price": "2.75", "includes": True},
    {"sku": "OUD-1", "description": "Uitlopend artikel", "price": "9.99", "active": False},
    {"sku": "PROEF", "description": "Proefmonster, gratis", "price": "0.00"},
    {**_SERVICE, "sku": "MONTAGE", "description": "Montage aan huis, per uur", "price": "65.00", "account": "8060"},
    {
        **_SERVICE,
        "sku": "VERZENDING",
        "description": "Verzendkosten",
        "price": "4.95",
        "includes": True,
        "account": "8100",
    },
)
_MATERIALS: Final = (
    *("Houten", "Linnen", "Katoenen", "Glazen", "Stalen"),
    *("Keramische", "Wollen", "Bamboe", "Rieten", "Koperen"),
)
_THINGS: Final = (
    *("snijplank", "kussen", "vaas", "mand", "lantaarn", "schaal"),
    *("plaid", "klok", "dienblad", "spiegel", "onderzetter", "kandelaar"),
)
_SIZES: Final = ("klein", "middel", "groot")
_LOWEST_CENTS, _HIGHEST_CENTS = 250, 12_500


def plant(context: Context, random: Random, *, random_seed: int, count: int) -> None:
    """Add so many products."""
    ids = _Ids(context)
    nothing: dict[str, Any] = dict.fromkeys(products.ProductCreate().fields)
    barcodes = pool(random_seed).barcodes if count > len(_AWKWARD) else ()
    for position in range(count):
        row = _AWKWARD[position] if position < len(_AWKWARD) else _ordinary(random, position, random.choice(barcodes))
        operations.create(products.RESOURCE, context, {**nothing, **ids.values_of(row)})


class _Ids:
    """The VAT rates and accounts that products refer to."""

    def __init__(self, context: Context) -> None:
        self._accounts = context.books.collection(ledger_accounts.SPEC)
        self._rates = context.books.collection(vat_rates.SPEC)

    def values_of(self, row: dict[str, Any]) -> dict[str, Any]:
        account = self._accounts.first("code", row.get("account", "8010" if row.get("low") else "8000"))
        rate = self._rates.first("code", "NL_LAAG" if row.get("low") else "NL_HOOG")
        return {
            "sku": row["sku"],
            "description": row["description"],
            "price": Decimal(row["price"]),
            "price_includes_vat": row.get("includes", False),
            "unit": "uur" if row["sku"] == "MONTAGE" else "stuk",
            "barcode": row.get("barcode"),
            "kind": row.get("kind", "goods"),
            "active": row.get("active", True),
            "ledger_account_id": account.id if account else None,
            "vat_rate_id": rate.id if rate else None,
        }


def _ordinary(random: Random, position: int, barcode: str) -> dict[str, Any]:
    thing = random.choice(_THINGS)
    return {
        "sku": f"{thing[:3].upper()}-{position:04d}",
        "description": f"{random.choice(_MATERIALS)} {thing}, {random.choice(_SIZES)}",
        "price": str(Decimal(random.randint(_LOWEST_CENTS, _HIGHEST_CENTS)).scaleb(-2)),
        "includes": True,
        "barcode": barcode,
    }
