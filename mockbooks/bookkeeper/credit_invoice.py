"""`creditInvoice`: somebody credits a sale as a whole, so that there is nothing left for a client to credit."""

from typing import Final

from mockbooks.bookkeeper.booking import book
from mockbooks.bookkeeper.deed import Deed
from mockbooks.bookkeeper.finding import find_sale, transaction_field
from mockbooks.domain.money import plain_text
from mockbooks.resources.transactions.entity import Sale, SalesLine
from mockbooks.service.context import Context


def _credit_invoice(context: Context, which: str) -> None:
    with context.books.work(context.actor):
        sale = find_sale(context, which)
        if sale.credited_amount != sale.total_incl_vat:
            _credit(context, sale)


def _credit(context: Context, sale: Sale) -> None:
    book(
        context,
        type="sales_credit",
        journalId=sale.journal_id,
        description=f"Credit {sale.number}",
        debtorId=sale.debtor_id,
        creditsTransactionId=sale.id,
        supplyDate=sale.supply_date.isoformat(),  # it decides on the VAT rate
        pricesIncludeVat=sale.prices_include_vat,
        vatRounding=sale.vat_rounding,
        lines=list(map(_line, sale.lines)),
    )


def _line(line: SalesLine) -> dict[str, object]:
    """Credit the amount of the line, after discount and whatever the product costs by now."""
    return {
        "productId": line.product_id,
        "ledgerAccountId": line.ledger_account_id,
        "description": line.description,
        "quantity": plain_text(line.quantity),
        "amount": plain_text(line.amount),
        "vatRateId": line.vat_rate_id,
    }


CREDIT_INVOICE: Final = Deed(
    name="creditInvoice",
    summary="Books a credit note (creditnota) for the whole of a sale, today in the journal of that sale; one that was"
    " credited in full is left alone, and one that was credited in part is refused (`credit_exceeds_original`).",
    field=transaction_field("The sale that is credited"),
    do=_credit_invoice,
)
