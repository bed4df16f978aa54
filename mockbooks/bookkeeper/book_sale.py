"""`bookSale`: somebody books a sale by hand, and takes the number that an integration is about to use."""

from decimal import Decimal
from typing import Any, Final

from mockbooks.bookkeeper.booking import book, default_journal_id, new_debtor
from mockbooks.bookkeeper.deed import Deed
from mockbooks.bookkeeper.finding import nothing
from mockbooks.domain.money import plain_text
from mockbooks.resources import debtors, ledger_accounts, vat_rates
from mockbooks.service.context import Context
from mockbooks.service.fields import Amount, PlainText
from mockbooks.service.schema import Part, StrictSchema
from mockbooks.store import Equals

_ACCOUNT_CODE: Final = "8000"
_VAT_CODE: Final = "NL_HOOG"
_BUYER: Final[dict[str, object]] = {
    "name": "Familie Jansen",
    "address": {"line1": "Dorpsstraat 12-A", "postalCode": "1234 AB", "city": "Utrecht", "countryCode": "NL"},
}


class BookSaleBody(StrictSchema):
    """What the sale says; it may say nothing."""

    number = PlainText(
        "Invoice number (factuurnummer); absent, the next one of the journal. `/number` takes the very number that the"
        " call asks for, which is then refused (`number_in_use`).",
        maximum=50,
        filled=True,
        example="2026-0001",
    )
    reference = PlainText(
        "Characteristic of the sale (kenmerk), such as an order number; absent, it has none.",
        maximum=100,
        filled=True,
        example="ORD-1001",
    )
    amount = Amount(
        "Total with VAT in euros.",
        lowest="0.01",
        default=Decimal("121.00"),
        example="121.00",
        schema={"pattern": r"^((0|[1-9][0-9]{0,11})(\.[0-9]{1,2})?|/.*)$"},
    )


def _book_sale(context: Context, values: dict[str, Any]) -> None:
    with context.books.work(context.actor):
        book(
            context,
            type="sales",
            journalId=default_journal_id(context, "sales"),
            number=values["number"],
            reference=values["reference"],
            description="Handmatige verkoop",
            debtorId=_buyer_id(context),
            pricesIncludeVat=True,
            lines=[_line(context, plain_text(values["amount"]))],
        )


def _line(context: Context, amount: str) -> dict[str, object]:
    return {"ledgerAccountId": _account_id(context), "amount": amount, "vatRateId": _vat_rate_id(context)}


def _buyer_id(context: Context) -> str:
    """Choose the first active debtor in the Netherlands, or make one."""
    active = context.books.collection(debtors.SPEC).entities([Equals("active", True)])  # noqa: FBT003 - a value
    found = next((each.id for each in active if each.address.country_code == "NL"), None)
    return found or new_debtor(context, _BUYER)


def _account_id(context: Context) -> str:
    found = context.books.collection(ledger_accounts.SPEC).first("code", _ACCOUNT_CODE)
    return found.id if found else nothing(ledger_accounts.RESOURCE.name.en, _ACCOUNT_CODE)


def _vat_rate_id(context: Context) -> str:
    """Choose the version of today, in use or not: the rules say so if it is not."""
    versions = context.books.collection(vat_rates.SPEC).entities([Equals("code", _VAT_CODE)])
    found = next((version.id for version in versions if version.is_valid_on(context.today)), None)
    return found or nothing(vat_rates.RESOURCE.name.en, _VAT_CODE)


BOOK_SALE: Final = Deed(
    name="bookSale",
    summary="Books a sale at the high VAT rate on account 8000, today in the default sales journal, to the first active"
    " Dutch debtor (one is made if there is none).",
    field=Part(
        BookSaleBody(),
        "What the sale says; `{}` is a sale of 121.00 under the next number.",
        required=True,
        example={"number": "2026-0001", "reference": "ORD-1001", "amount": "121.00"},
    ),
    do=_book_sale,
)
