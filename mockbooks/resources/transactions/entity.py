"""Transactions as they stand in the books: one class per kind, all with the same heading and their own double entry."""

from dataclasses import dataclass, field
from datetime import date as calendar_date
from decimal import Decimal

from mockbooks.domain.double_entry import Posting


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What every transaction has."""

    id: str
    type: str
    journal_id: str
    number: str
    entry_number: int
    date: calendar_date
    reference: str | None
    description: str | None
    payment_reference: str | None
    status: str
    open_amount: Decimal
    fiscal_year: int
    period: int
    reverses_transaction_id: str | None
    reversed_by_transaction_id: str | None
    postings: tuple[Posting, ...]
    created_at: str
    updated_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SalesLine:
    """One line of a sale or credit note."""

    product_id: str | None
    ledger_account_id: str
    description: str | None
    quantity: Decimal
    unit_price: Decimal | None
    amount: Decimal
    discount_percentage: Decimal | None
    vat_rate_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VatTotalLine:
    """What the lines of one VAT rate come to."""

    vat_rate_id: str
    code: str
    percentage: Decimal | None
    base: Decimal
    vat: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Sale(Heading):
    """A sales invoice; `settled_amount` is what receipts and credit notes have taken off it."""

    debtor_id: str
    supply_date: calendar_date
    due_date: calendar_date
    payment_term_id: str
    invoice_profile_id: str
    prices_include_vat: bool
    vat_rounding: str
    lines: tuple[SalesLine, ...]
    vat_totals: tuple[VatTotalLine, ...]
    total_excl_vat: Decimal
    total_vat: Decimal
    total_incl_vat: Decimal
    control_account_id: str = field(metadata={"internal": True})
    settled_amount: Decimal = field(metadata={"internal": True})
    credited_amount: Decimal = field(metadata={"internal": True})


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditNote(Sale):
    """A sales credit note, with positive amounts; `settled_amount` counts what was set off against its original too."""

    credits_transaction_id: str | None
    set_off_amount: Decimal = field(metadata={"internal": True})


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptLine:
    """One line of a receipt: on a ledger account, or settling a sale or credit note."""

    ledger_account_id: str
    settles_transaction_id: str | None
    amount: Decimal
    description: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt(Heading):
    """Money received in a bank or cash journal; a negative amount is money paid back."""

    debtor_id: str | None
    lines: tuple[ReceiptLine, ...]
    total: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class MemorialLine:
    """One line of a memorial entry: a debit or a credit."""

    ledger_account_id: str
    description: str | None
    debit: Decimal | None
    credit: Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Memorial(Heading):
    """A memorial entry; its total is the sum of its debits."""

    lines: tuple[MemorialLine, ...]
    total: Decimal


Transaction = Sale | CreditNote | Receipt | Memorial
