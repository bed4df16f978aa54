"""What a caller sends to book a transaction, kind by kind, so that required really means required."""

from decimal import Decimal
from typing import Any, ClassVar, Final

from mockbooks.domain.money import plain_text
from mockbooks.errors import Complaint
from mockbooks.service.fields import Amount, Choice, Day, Flag, Identifier, Percentage, PlainText, Price, Quantity
from mockbooks.service.schema import Parts, StrictSchema
from mockbooks.service.variants import VariantSchema
from mockbooks.texts import Text as Words

MOST_LINES: Final = 500
ONE: Final = Decimal(1)
TYPES: Final = ("sales", "sales_credit", "receipt", "memorial")
STATUSES: Final = ("open", "partly_paid", "paid", "credited", "reversed")
SERVER_NAMES: Final = frozenset(
    {
        "id", "entryNumber", "status", "openAmount", "vatTotals", "postings", "fiscalYear", "period",
        "reversesTransactionId", "reversedByTransactionId", "createdAt", "updatedAt",
    }
)  # fmt: skip


_BUT_NOT_ZERO: Final = Words("-999999999.99, not 0,", "-999999999.99, niet 0,")


def _not_zero(value: Any) -> Complaint | None:  # noqa: ANN401
    if value:
        return None
    values = {"came": plain_text(value), "lowest": _BUT_NOT_ZERO, "highest": "999999999.99"}
    return Complaint("number_out_of_range", values=values)


class HeadingBody(StrictSchema):
    """What every kind of transaction takes."""

    server_names: ClassVar[frozenset[str]] = SERVER_NAMES

    journal_id = Identifier("Journal (dagboek); absent, the default journal of this kind.", example="jrn_000005")
    number = PlainText(
        "Voucher or invoice number (boekstuknummer, factuurnummer), unique in its journal, reversed transactions "
        "included; absent, the next number of the journal's pattern.",
        maximum=50,
        filled=True,
        example="2026-0001",
    )
    date = Day("Booking date (boekdatum), in an open period.", required=True, example="2026-11-23")
    reference = PlainText(
        "Your own characteristic of this booking (kenmerk), to find it by, such as an order number.",
        maximum=100,
        filled=True,
        example="ORD-1001",
    )
    description = PlainText("What it is about (omschrijving).", maximum=250, example="Bestelling 1001")
    payment_reference = PlainText(
        "What the payer states on payment (betalingskenmerk).",
        maximum=50,
        filled=True,
        example="1000000000001001",
    )


LINE_EXAMPLE: Final = {
    "ledgerAccountId": "led_000044",
    "description": "Broodrooster",
    "quantity": "2",
    "unitPrice": "50.00",
    "vatRateId": "vat_000001",
}


class SalesLineBody(StrictSchema):
    """One line of a sale: a product, or a ledger account with a price and a VAT rate."""

    product_id = Identifier("Product; it fills what the line leaves out.", example="prd_000001")
    ledger_account_id = Identifier(
        "Revenue account (omzetrekening); required unless the product gives it.",
        example="led_000044",
    )
    description = PlainText(
        "What stands on the invoice; absent, that of the product.", maximum=250, example="Broodrooster"
    )
    quantity = Quantity("How many units; negative takes back.", default=ONE, check=_not_zero, example="2")
    unit_price = Price(
        "Price per unit in euros, with or without VAT as `pricesIncludeVat` says. Either this or `amount`, unless "
        "the product gives it.",
        example="50.00",
    )
    amount = Amount("Amount of the whole line in euros, instead of `unitPrice`.", example="100.00")
    discount_percentage = Percentage(
        "Discount on the unit price (korting); not together with `amount`.",
        example="10.00",
    )
    vat_rate_id = Identifier(
        "VAT rate (btw-tarief); required unless the product or the ledger account gives it.",
        example="vat_000001",
    )


class SalesBody(HeadingBody):
    """A sales invoice (verkoopboeking)."""

    type = Choice("Kind of transaction.", allowed=("sales",), required=True, example="sales")
    debtor_id = Identifier("To whom is sold; an active debtor.", required=True, example="deb_000001")
    supply_date = Day(
        "When it was supplied (leverdatum): decides on the VAT rate; absent, the booking date.",
        example="2026-11-20",
    )
    due_date = Day(
        "When it must be paid (vervaldatum); absent, it follows from the payment term.",
        example="2026-12-07",
    )
    payment_term_id = Identifier(
        "Payment term (betaalconditie); absent, that of the debtor, of the invoice profile, or the default one.",
        example="trm_000003",
    )
    invoice_profile_id = Identifier(
        "Invoice profile (factuurprofiel); absent, that of the debtor or the default one. Given here, its journal "
        "is used too when no journal is given.",
        example="prf_000001",
    )
    prices_include_vat = Flag("Whether unit prices and amounts of lines include VAT.", default=False, example=False)
    vat_rounding = Choice(
        "Whether VAT is rounded per line or once on the total of each rate.",
        allowed=("line", "total"),
        default="total",
        example="total",
    )
    lines = Parts(SalesLineBody(), "The lines.", fewest=1, most=MOST_LINES, example=[LINE_EXAMPLE])
    total_excl_vat = Amount(
        "Total without VAT; sent, it is compared with what the server computes (400 total_mismatch).",
        example="100.00",
    )
    total_vat = Amount("Total of the VAT; sent, it is compared with what the server computes.", example="21.00")
    total_incl_vat = Amount("Total with VAT; sent, it is compared with what the server computes.", example="121.00")


class SalesCreditBody(SalesBody):
    """A sales credit note (creditnota), with positive amounts."""

    type = Choice("Kind of transaction.", allowed=("sales_credit",), required=True, example="sales_credit")
    credits_transaction_id = Identifier(
        "The sale that is credited, of the same debtor; all its credit notes together are never more than the sale.",
        example="trx_000001",
    )


class ReceiptLineBody(StrictSchema):
    """One line of a receipt: what is settled, or a ledger account."""

    ledger_account_id = Identifier("Ledger account; either this or `settlesTransactionId`.", example="led_000040")
    settles_transaction_id = Identifier(
        "The sale or credit note that this settles (aflettert); either this or `ledgerAccountId`.",
        example="trx_000001",
    )
    amount = Amount(
        "Amount received in euros; negative is paid out, as when a credit note is refunded.",
        required=True,
        check=_not_zero,
        example="121.00",
    )
    description = PlainText("What it is about.", maximum=250, example="Betaling 2026-0001")


class ReceiptBody(HeadingBody):
    """Money received by bank or cash (ontvangst)."""

    server_names = SERVER_NAMES | {"total"}

    type = Choice("Kind of transaction.", allowed=("receipt",), required=True, example="receipt")
    debtor_id = Identifier("Who paid; absent, the debtor of what is settled, when that is one.", example="deb_000001")
    lines = Parts(
        ReceiptLineBody(),
        "The lines.",
        fewest=1,
        most=MOST_LINES,
        example=[{"settlesTransactionId": "trx_000001", "amount": "121.00"}],
    )


class MemorialLineBody(StrictSchema):
    """One line of a memorial entry: a debit or a credit."""

    ledger_account_id = Identifier("Ledger account; never a control account.", required=True, example="led_000032")
    description = PlainText("What it is about.", maximum=250, example="Afschrijving november")
    debit = Amount("Debit in euros; exactly one of `debit` and `credit`.", lowest="0.01", example="50.00")
    credit = Amount("Credit in euros; exactly one of `debit` and `credit`.", lowest="0.01", example="50.00")


class MemorialBody(HeadingBody):
    """A memorial entry (memoriaalboeking); it must balance."""

    server_names = SERVER_NAMES | {"total"}

    type = Choice("Kind of transaction.", allowed=("memorial",), required=True, example="memorial")
    lines = Parts(
        MemorialLineBody(),
        "The lines; debits and credits are equal.",
        fewest=1,
        most=MOST_LINES,
        example=[
            {"ledgerAccountId": "led_000032", "debit": "50.00"},
            {"ledgerAccountId": "led_000002", "credit": "50.00"},
        ],
    )


class TransactionCreate(VariantSchema):
    """A transaction of one of the four kinds."""

    variants: ClassVar = {
        "sales": SalesBody(),
        "sales_credit": SalesCreditBody(),
        "receipt": ReceiptBody(),
        "memorial": MemorialBody(),
    }


class ReversalBody(StrictSchema):
    """How a transaction is reversed (storno); an empty object reverses it today."""

    date = Day("Booking date of the reversal, in an open period; absent, today.", example="2026-11-23")
    number = PlainText(
        "Number of the reversal; absent, the next of the journal's pattern.",
        maximum=50,
        filled=True,
        example="2026-0002",
    )
    reference = PlainText(
        "Your own characteristic of the reversal.", maximum=100, filled=True, example="ORD-1001-STORNO"
    )
    description = PlainText("Why; absent, it names the number that is reversed.", maximum=250, example="Dubbel geboekt")
