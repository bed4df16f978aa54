"""The page of operations: what the API can be asked, its filters, and the fields that are sent and answered."""

from collections.abc import Iterator
from typing import Any, Final

from mockbooks.web.openapi import document
from mockbooks.web.reference.written.described import described_fields, filters, operations_of, overview
from mockbooks.web.reference.written.pieces import joined, on_server

Json = dict[str, Any]

_INTRODUCTION: Final = """\
# Operations

Everything that the API answers to, under `http://127.0.0.1:8080/api/v1`. This page is an overview made of the OpenAPI
document; the whole of it, with an example of every body and answer, ready to be tried, is at
<http://127.0.0.1:8080/docs>, and as JSON at <http://127.0.0.1:8080/openapi.json>.

- Success is 200 with `success`, `data` and, for lists, `page`. Failure of an action is 400 with a problem that names
  every field.
- Lists take `page` (from 1) and `pageSize` (1 to 200, default 50). Filters combine with "and"; one that is unknown is
  refused.
- Every POST takes an `Idempotency-Key`: the same key and body within 24 hours give the first answer again.
- Amounts are strings such as `"121.00"`, dates `2026-11-23`, moments RFC 3339 in UTC."""

# The bodies and objects of each chapter, in the order in which a reader needs them.
_OBJECTS: Final = {
    "Debtors": ("DebtorCreate", "Address"),
    "Transactions": (
        "SalesBody",
        "SalesLineBody",
        "SalesCreditBody",
        "ReceiptBody",
        "ReceiptLineBody",
        "MemorialBody",
        "MemorialLineBody",
        "ReversalBody",
        "SalesTransaction",
    ),
    "Products": ("ProductCreate",),
    "VAT rates": ("VatRate",),
    "Ledger accounts": ("LedgerAccount",),
    "Journals": ("Journal",),
    "Payment terms": ("PaymentTerm",),
    "Invoice profiles": ("InvoiceProfile",),
    "Administration": ("Administration",),
    "Support": ("Support",),
}


def page() -> str:
    """Write the page."""
    described = document()
    return joined(_INTRODUCTION, *_chapters(described))


def _chapters(described: Json) -> Iterator[str]:
    for tag in described["tags"]:
        asked = operations_of(described, tag["name"])
        yield f"## {tag['name']}"
        yield on_server(tag["description"])
        yield overview(asked)
        yield from filters(asked)
        schemas = described["components"]["schemas"]
        yield from (described_fields(name, schemas[name]) for name in _OBJECTS.get(tag["name"], ()))
