"""Products, found by SKU or made."""

from examples.connection import Connection, key_of
from examples.orders import Line, Order
from examples.settings import Settings


class Products:
    """Which product is which SKU, kept for the length of a run."""

    def __init__(self, connection: Connection, settings: Settings) -> None:
        """Know none yet."""
        self._connection = connection
        self._settings = settings
        self._ids: dict[str, str] = {}

    def id_of(self, order: Order, line: Line) -> str:
        """Find the product by SKU or make it; the order's own price and description stay on its line."""
        sku = line.sku or ""
        if sku not in self._ids:
            found = next((product["id"] for product in self._connection.read_all("/products", sku=sku)), None)
            self._ids[sku] = found or self._made(order, line)
        return self._ids[sku]

    def _made(self, order: Order, line: Line) -> str:
        body: dict[str, object] = {
            "sku": line.sku,
            "description": line.description,
            "price": str(line.unit_price or line.amount),
            "priceIncludesVat": order.prices_include_vat,
            "kind": line.kind,
        }
        if line.vat_code.startswith("NL_"):  # what was first sold abroad gets its home rate from the bookkeeper
            body["vatRateId"] = self._settings.find("/vat-rates", line.vat_code, order.supplied_on)["id"]
            body["ledgerAccountId"] = self._settings.find("/ledger-accounts", line.account_code)["id"]
        return str(self._connection.post("/products", body, key_of(body))["id"])
