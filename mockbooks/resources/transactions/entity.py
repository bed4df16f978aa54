"""Transactions as they stand in the books: one class per kind, composed so that their JSON reads from head to foot."""

from dataclasses import field
from datetime import date as calendar_date
from decimal import Decimal

from mockbooks.domain.double_entry import Posting
from mockbooks.frozen import value


@value(frozen=True, kw_only=True)
class Heading:
    """How every transaction begins: what it is, where it stands, and how it is found."""

    __slots__ = ()

    id: str
    type: str
    number: str
    date: calendar_date
    status: str
    open_amount: Decimal
    journal_id: str
    entry_number: int
    fiscal_year: int
    period: int
    reference: str | None
    description: str | None
    payment_reference: str | None


@value(frozen=True, kw_only=True)
class InvoiceFacts:
    """What a sale and a credit note say of themselves; `settled_amount` is what payments and credit took off it."""

    __slots__ = ()

    debtor_id: str
    supply_date: calendar_date
    due_date: calendar_date
    payment_term_id: str
    invoice_profile_id: str
    prices_include_vat: bool
    vat_rounding: str
    total_excl_vat: Decimal
    total_vat: Decimal
    total_incl_vat: Decimal
    control_account_id: str = field(metadata={"internal": True})
    settled_amount: Decimal = field(metadata={"internal": True})


@value(frozen=True, kw_only=True)
class Trail:
    """What became of a transaction, and when."""

    __slots__ = ()

    reverses_transaction_id: str | None
    reversed_by_transaction_id: str | None
    created_at: str
    updated_at: str


@value(frozen=True, slots=True, kw_only=True)
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


@value(frozen=True, slots=True, kw_only=True)
class VatTotalLine:
    """What the lines of one VAT rate come to."""

    vat_rate_id: str
    code: str
    percentage: Decimal | None
    base: Decimal
    vat: Decimal


@value(frozen=True, slots=True, kw_only=True)
class Sale(Trail, InvoiceFacts, Heading):
    """A sales invoice; `credited_amount` is the total of the credit notes on it."""

    credited_amount: Decimal = field(metadata={"internal": True})
    lines: tuple[SalesLine, ...]
    vat_totals: tuple[VatTotalLine, ...]
    postings: tuple[Posting, ...]


@value(frozen=True, kw_only=True)
class CreditFacts:
    """What a credit note adds; `set_off_amount` is what it took off the sale that it credits."""

    __slots__ = ()

    credits_transaction_id: str | None
    set_off_amount: Decimal = field(metadata={"internal": True})


@value(frozen=True, slots=True, kw_only=True)
class CreditNote(Trail, CreditFacts, InvoiceFacts, Heading):
    """A sales credit note, with positive amounts."""

    lines: tuple[SalesLine, ...]
    vat_totals: tuple[VatTotalLine, ...]
    postings: tuple[Posting, ...]


@value(frozen=True, slots=True, kw_only=True)
class ReceiptLine:
    """One line of a receipt: on a ledger account, or settling a sale or credit note."""

    ledger_account_id: str
    settles_transaction_id: str | None
    amount: Decimal
    description: str | None


@value(frozen=True, kw_only=True)
class ReceiptFacts:
    """What a receipt says of itself."""

    __slots__ = ()

    debtor_id: str | None
    total: Decimal


@value(frozen=True, slots=True, kw_only=True)
class Receipt(Trail, ReceiptFacts, Heading):
    """Money received in a bank or cash journal; a negative amount is money paid back."""

    lines: tuple[ReceiptLine, ...]
    postings: tuple[Posting, ...]


@value(frozen=True, slots=True, kw_only=True)
class MemorialLine:
    """One line of a memorial entry: a debit or a credit."""

    ledger_account_id: str
    description: str | None
    debit: Decimal | None
    credit: Decimal | None


@value(frozen=True, kw_only=True)
class MemorialFacts:
    """What a memorial entry says of itself: the sum of its debits."""

    __slots__ = ()

    total: Decimal


@value(frozen=True, slots=True, kw_only=True)
class Memorial(Trail, MemorialFacts, Heading):
    """A memorial entry."""

    lines: tuple[MemorialLine, ...]
    postings: tuple[Posting, ...]


Invoice = Sale | CreditNote
Transaction = Sale | CreditNote | Receipt | Memorial
