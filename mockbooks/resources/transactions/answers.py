"""How transactions are answered: per kind, every field always there, with the double entry itself."""

from typing import Any, ClassVar, Final

from mockbooks.resources.transactions import schemas
from mockbooks.service.answers import answer_schema, part_schema
from mockbooks.service.fields import Amount, Choice, Identifier, Percentage, PlainText, Whole
from mockbooks.service.schema import Parts, StrictSchema
from mockbooks.service.variants import VariantSchema


class PostingBody(StrictSchema):
    """One leg of the double entry: a debit or a credit, the other side being 0.00."""

    ledger_account_id = Identifier("Ledger account (grootboekrekening).", required=True, example="led_000012")
    debit = Amount("Debit in euros.", lowest="0", required=True, example="121.00")
    credit = Amount("Credit in euros.", lowest="0", required=True, example="0.00")
    description = PlainText("What it is about.", maximum=250, example="Bestelling 1001")


class VatTotalBody(StrictSchema):
    """What the lines of one VAT rate come to."""

    vat_rate_id = Identifier("VAT rate.", required=True, example="vat_000001")
    code = PlainText("Code of the VAT rate (btw-code).", maximum=20, required=True, example="NL_HOOG")
    percentage = Percentage("Percentage of the VAT rate; null where no VAT is involved at all.", example="21.00")
    base = Amount("Amount without VAT in euros (grondslag).", required=True, example="100.00")
    vat = Amount("VAT in euros.", required=True, example="21.00")


_POSTING: Final = part_schema("Posting", PostingBody)
_VAT_TOTAL: Final = part_schema("VatTotal", VatTotalBody)


def _heading_fields() -> dict[str, Any]:
    return {
        "entry_number": Whole(
            "Counts the transactions of the journal, without holes.",
            lowest=1,
            highest=2_147_483_647,
            required=True,
            example=1,
        ),
        "status": Choice(
            "Whether it is open, partly paid, paid, credited in full or reversed; what needs no payment is paid.",
            allowed=schemas.STATUSES,
            required=True,
            example="open",
        ),
        "open_amount": Amount(
            "What is still to be paid in euros (openstaand bedrag).", required=True, example="121.00"
        ),
        "fiscal_year": Whole(
            "Fiscal year (boekjaar): the calendar year of the date.",
            lowest=1,
            highest=9999,
            required=True,
            example=2026,
        ),
        "period": Whole("Period: the month of the date.", lowest=1, highest=12, required=True, example=11),
        "reverses_transaction_id": Identifier("The transaction that this one reverses (storno).", example=None),
        "reversed_by_transaction_id": Identifier("The transaction that reverses this one.", example=None),
        "postings": Parts(
            _POSTING(),
            "The double entry: debits and credits are equal.",
            fewest=0,
            most=2 * schemas.MOST_LINES + 20,
            example=[],
        ),
    }


_HEADING_FILLED: Final = ("journal_id", "number")
_SALE_FILLED: Final = (
    *_HEADING_FILLED,
    "supply_date", "due_date", "payment_term_id", "invoice_profile_id", "total_excl_vat", "total_vat", "total_incl_vat",
)  # fmt: skip
_SALES_LINE: Final = part_schema(
    "SalesLine", schemas.SalesLineBody, never_null=("ledger_account_id", "amount", "vat_rate_id")
)


def _sale_fields() -> dict[str, Any]:
    return {
        **_heading_fields(),
        "lines": Parts(
            _SALES_LINE(), "The lines, with everything filled in.", fewest=1, most=schemas.MOST_LINES, example=[]
        ),
        "vat_totals": Parts(
            _VAT_TOTAL(), "VAT per rate, in order of first use.", fewest=1, most=schemas.MOST_LINES, example=[]
        ),
    }


_SALE: Final = answer_schema("SalesTransaction", schemas.SalesBody, never_null=_SALE_FILLED, **_sale_fields())
_CREDIT_NOTE: Final = answer_schema(
    "SalesCreditTransaction", schemas.SalesCreditBody, never_null=_SALE_FILLED, **_sale_fields()
)
_RECEIPT: Final = answer_schema(
    "ReceiptTransaction",
    schemas.ReceiptBody,
    never_null=_HEADING_FILLED,
    **_heading_fields(),
    total=Amount("Total received in euros: the sum of the lines.", required=True, example="121.00"),
    lines=Parts(
        part_schema("ReceiptLine", schemas.ReceiptLineBody, never_null=("ledger_account_id",))(),
        "The lines, with the ledger account that each was posted on.",
        fewest=1,
        most=schemas.MOST_LINES,
        example=[],
    ),
)
_MEMORIAL: Final = answer_schema(
    "MemorialTransaction",
    schemas.MemorialBody,
    never_null=_HEADING_FILLED,
    **_heading_fields(),
    total=Amount("Total of the debits in euros, which is that of the credits.", required=True, example="50.00"),
    lines=Parts(
        part_schema("MemorialLine", schemas.MemorialLineBody)(),
        "The lines.",
        fewest=1,
        most=schemas.MOST_LINES,
        example=[],
    ),
)


class Transaction(VariantSchema):
    """A booked fact of one of the four kinds."""

    variants: ClassVar = {
        "sales": _SALE(),
        "sales_credit": _CREDIT_NOTE(),
        "receipt": _RECEIPT(),
        "memorial": _MEMORIAL(),
    }
