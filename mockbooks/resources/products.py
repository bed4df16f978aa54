"""Products (artikelen): what is sold, found by SKU; a transaction line that names one takes the rest from it."""

from decimal import Decimal
from functools import cache
from typing import Any, Final

from mockbooks.domain.folding import fold
from mockbooks.frozen import value
from mockbooks.resources import vat_rates
from mockbooks.resources.account_rules import check_rate, find_account
from mockbooks.resources.ledger_accounts import LedgerAccount
from mockbooks.resources.vat_rates import VatRate
from mockbooks.service.answers import answer_schema, own_id
from mockbooks.service.complaints import Complaints
from mockbooks.service.context import Context
from mockbooks.service.example import Example
from mockbooks.service.fields import Choice, Flag, Identifier, PlainText, Price
from mockbooks.service.filters import active_filter, containing, equal_to, updated_since
from mockbooks.service.read_back import ReadBack, version_field
from mockbooks.service.rendering import render
from mockbooks.service.resource import READ_AND_WRITE, Resource
from mockbooks.service.schema import StrictSchema
from mockbooks.store import CollectionSpec, Contains, Exact, Range
from mockbooks.texts import Text

NAME: Final = Text("product", "product")


@value(frozen=True, slots=True, kw_only=True)
class Product:
    """Something that is sold."""

    id: str
    sku: str
    description: str
    long_description: str | None
    price: Decimal
    price_includes_vat: bool
    unit: str | None
    barcode: str | None
    kind: str
    vat_rate_id: str | None
    ledger_account_id: str | None
    active: bool
    version: int
    created_at: str
    updated_at: str


class ProductCreate(StrictSchema):
    """A product (artikel): something that is sold."""

    server_names = frozenset({"id", "version", "createdAt", "updatedAt"})

    sku = PlainText(
        "Product code (artikelcode), unique, archived products included.",
        maximum=50,
        required=True,
        example="TAART-12",
    )
    description = PlainText(
        "What stands on the invoice (omschrijving).", maximum=250, required=True, example="Volkorenbrood 800 gram"
    )
    long_description = PlainText(
        "Longer text for people.", maximum=4000, example="Gebakken van biologisch meel, op de steen."
    )
    price = Price(
        "Price per unit in euros (prijs), with or without VAT as `priceIncludesVat` says.",
        lowest="0",
        required=True,
        example="3.95",
    )
    price_includes_vat = Flag("Whether the price includes VAT.", default=False, example=True)
    unit = PlainText("Unit of sale (eenheid).", maximum=10, example="stuk")
    barcode = PlainText("EAN or GTIN as printed; leading zeros kept.", maximum=14, example="08712345678906")
    kind = Choice(
        "Goods or a service: decides on the VAT treatment abroad.",
        allowed=("goods", "service"),
        default="goods",
        example="goods",
    )
    vat_rate_id = Identifier("VAT rate (btw-tarief) of a sale.", example="vat_000002")
    ledger_account_id = Identifier("Revenue account (omzetrekening) of a sale.", example="led_000045")
    active = Flag(
        "Whether the product is in use; false archives it. An archived product keeps its SKU.",
        default=True,
        example=True,
    )


class ProductUpdate(ReadBack, ProductCreate):
    """A product as a whole, as it shall be: what is left out is emptied."""

    server_names = frozenset()


class ProductRules:
    """What the books demand of a product."""

    def create(self, context: Context, entity_id: str, values: dict[str, Any]) -> Product:
        """Make a product; raises RefusedError for a SKU in use or a reference that cannot be."""
        _check(context, values, present=None)
        return Product(**values, id=entity_id, version=1, created_at=context.now, updated_at=context.now)

    def change(self, context: Context, present: Product, values: dict[str, Any]) -> Product:
        """Make the product that replaces the present one."""
        _check(context, values, present=present)
        return Product(
            **values, id=present.id, version=present.version + 1, created_at=present.created_at, updated_at=context.now
        )


_NOT_REVENUE: Final = Text("a product is sold on a revenue account", "een product wordt verkocht op een omzetrekening")


def _check(context: Context, values: dict[str, Any], *, present: Product | None) -> None:
    complaints = Complaints()
    owner = context.books.collection(SPEC).first("sku", values["sku"])
    if owner and (present is None or owner.id != present.id):
        complaints.add("sku_in_use", "/sku", sku=values["sku"], product=owner.id)
    account_id, rate_id = values["ledger_account_id"], values["vat_rate_id"]
    account = find_account(context, complaints, account_id, "/ledgerAccountId", _why_not) if account_id else None
    rate = _find_rate(context, complaints, rate_id) if rate_id else None
    if rate:
        check_rate(complaints, rate, account, "/vatRateId")
    complaints.refuse_any()


def _why_not(account: LedgerAccount) -> Text | None:
    return None if account.type == "revenue" else _NOT_REVENUE


def _find_rate(context: Context, complaints: Complaints, rate_id: str) -> VatRate | None:
    return complaints.refer_active(context, vat_rates.RESOURCE, rate_id, "/vatRateId", vat_rate_inactive="code")


SPEC: Final[CollectionSpec[Product]] = CollectionSpec(
    name="products",
    id_prefix="prd",
    render=render,
    indexes=(
        Exact("sku", lambda product: product.sku),
        Contains("description", lambda product: fold(product.description)),
        Exact("active", lambda product: product.active),
        Range("updated_at", lambda product: product.updated_at),
    ),
)

_GOODS: Final = Example(
    name="goods",
    summary="Goods with a price for consumers, VAT included",
    body={
        "sku": "ROGGE-500",
        "description": "Roggebrood 500 gram",
        "longDescription": "Gebakken van biologische rogge, in plakken.",
        "price": "2.95",
        "priceIncludesVat": True,
        "unit": "stuk",
        "barcode": "08712345678906",
        "kind": "goods",
        "vatRateId": "vat_000002",
        "ledgerAccountId": "led_000045",
        "active": True,
    },
)
_SERVICE: Final = Example(
    name="service",
    summary="A service with only what is required, priced without VAT",
    body={"sku": "WORKSHOP", "description": "Workshop brood bakken, per persoon", "price": "65.00"},
)


@cache
def answer() -> StrictSchema:
    """Make the schema of the answer."""
    return answer_schema("Product", ProductCreate, id=own_id("prd_000001"), version=version_field())()


RESOURCE: Final[Resource[Product]] = Resource(
    singular="Product",
    plural_id="Products",
    path="/products",
    name=NAME,
    tag="Products",
    description="What is sold (producten, artikelen), found by id or SKU. A transaction line may name one and leave out"
    " the rest.",
    scope="products",
    spec=SPEC,
    answer=answer,
    actions=READ_AND_WRITE,
    filters=(
        equal_to("sku", PlainText("Exactly this product code (SKU).", maximum=50, filled=True, example="BROOD-800")),
        containing(
            "description",
            PlainText(
                "Holds this text anywhere in the description, whatever its case and accents.",
                maximum=250,
                filled=True,
                example="volkoren",
            ),
        ),
        active_filter("products"),
        updated_since("products"),
    ),
    create_body=ProductCreate(),
    update_body=ProductUpdate(),
    rules=ProductRules(),
    used_by=(("transactions", "product_ids"),),
    examples=(_GOODS, _SERVICE),
    example_change={"price": "4.25"},
)
