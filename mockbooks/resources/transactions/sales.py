"""Sales and credit notes: their VAT, totals and double entry."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from mockbooks.domain.double_entry import Posting, leg
from mockbooks.domain.money import ZERO, plain_text
from mockbooks.domain.vat import VatLine, VatSummary, summarize
from mockbooks.frozen import value
from mockbooks.resources.journals import Journal
from mockbooks.resources.transactions import numbers, settlement
from mockbooks.resources.transactions.entity import CreditNote, Sale, VatTotalLine
from mockbooks.resources.transactions.heading import Booking, certain, check_heading, heading_values, trail_values
from mockbooks.resources.transactions.sale_lines import PricedLine, price_lines
from mockbooks.resources.transactions.sale_terms import SaleTerms, find_terms
from mockbooks.service.schema import camel

TOTALS: Final = ("total_excl_vat", "total_vat", "total_incl_vat")


def book_sale(booking: Booking, entity_id: str) -> Sale:
    """Book a sale; raises RefusedError with everything that is wrong."""
    draft = _draft(booking)
    booking.complaints.refuse_any()
    facts = _facts(booking, draft, certain(draft.terms.debtor).ledger_account_id)
    state = settlement.settled(facts["total_incl_vat"], ZERO)
    return Sale(id=entity_id, **facts, **state, credited_amount=ZERO)


def book_credit_note(booking: Booking, entity_id: str) -> CreditNote:
    """Book a credit note and take it off the sale it credits; raises RefusedError with everything that is wrong."""
    draft = _draft(booking)
    credited = settlement.find_credited(booking, draft.terms.debtor, draft.summary)
    booking.complaints.refuse_any()
    # On the account of the sale, so that the two meet there even when the debtor has moved to another one since.
    account_id = credited.control_account_id if credited else certain(draft.terms.debtor).ledger_account_id
    facts = _facts(booking, draft, account_id)
    set_off = settlement.set_off(booking.context, credited, facts["total_incl_vat"])
    state = settlement.settled(facts["total_incl_vat"], set_off)
    credits_id = booking.values["credits_transaction_id"]
    return CreditNote(id=entity_id, **facts, **state, credits_transaction_id=credits_id, set_off_amount=set_off)


@value(frozen=True, slots=True, kw_only=True)
class _Draft:
    """What a sale will be; what is None could not be found or computed, and that was complained about."""

    terms: SaleTerms
    journal: Journal | None
    priced: list[PricedLine] | None
    summary: VatSummary | None


def _draft(booking: Booking) -> _Draft:
    terms = find_terms(booking)
    asked = booking.values["invoice_profile_id"]
    journal = check_heading(booking, terms.profile.journal_id if terms.profile and asked else None)
    priced = price_lines(booking, terms)
    summary = _summary(booking, priced) if priced else None
    return _Draft(terms=terms, journal=journal, priced=priced, summary=summary)


def _summary(booking: Booking, priced: Sequence[PricedLine]) -> VatSummary:
    """Compute the totals and hold them against what was sent."""
    summary = summarize(
        [VatLine(rate_id=line.rate.id, percentage=line.rate.percentage, amount=line.line.amount) for line in priced],
        prices_include_vat=booking.values["prices_include_vat"],
        rounding=booking.values["vat_rounding"],
    )
    if summary.total_incl_vat < 0:
        booking.complaints.add("negative_total", "/lines", total=plain_text(summary.total_incl_vat))
    for name in TOTALS:
        _check_total(booking, name, getattr(summary, name))
    return summary


def _check_total(booking: Booking, name: str, computed: Decimal) -> None:
    sent: Decimal | None = booking.values[name]
    if sent is not None and sent != computed:
        key = camel(name)
        values = {"field": key, "sent": plain_text(sent), "computed": plain_text(computed)}
        booking.complaints.add("total_mismatch", f"/{key}", **values)


def _facts(booking: Booking, draft: _Draft, control_account_id: str) -> dict[str, Any]:
    """Give what a sale and a credit note have in common; takes their numbers."""
    values, terms, summary = booking.values, draft.terms, certain(draft.summary)
    priced, journal = certain(draft.priced), certain(draft.journal)
    taken = numbers.take(booking.context, journal, values["date"], values["number"])
    return {
        **heading_values(values, journal, taken),
        "debtor_id": certain(terms.debtor).id,
        "supply_date": terms.supply_date,
        "due_date": terms.due_date,
        "payment_term_id": certain(terms.payment_term).id,
        "invoice_profile_id": certain(terms.profile).id,
        "prices_include_vat": terms.prices_include_vat,
        "vat_rounding": values["vat_rounding"],
        **{name: getattr(summary, name) for name in TOTALS},
        "control_account_id": control_account_id,
        **trail_values(booking.context),
        "lines": tuple(line.line for line in priced),
        "vat_totals": _vat_totals(priced, summary),
        "postings": _postings(values, control_account_id, priced, summary),
    }


def _vat_totals(priced: Sequence[PricedLine], summary: VatSummary) -> tuple[VatTotalLine, ...]:
    codes = {line.rate.id: line.rate.code for line in priced}
    return tuple(
        VatTotalLine(
            vat_rate_id=total.rate_id,
            code=codes[total.rate_id],
            percentage=total.percentage,
            base=total.base,
            vat=total.vat,
        )
        for total in summary.totals
    )


def _postings(
    values: dict[str, Any], control_account_id: str, priced: Sequence[PricedLine], summary: VatSummary
) -> tuple[Posting, ...]:
    """Debit the debtor for the whole, credit revenue and VAT; a credit note the other way round."""
    amounts = {control_account_id: summary.total_incl_vat}
    for line, base in zip(priced, summary.line_bases, strict=True):
        account_id = line.line.ledger_account_id
        amounts[account_id] = amounts.get(account_id, ZERO) - base
    accounts = {line.rate.id: line.rate.ledger_account_id for line in priced}
    for total in summary.totals:
        if total.vat:
            vat_account_id = certain(accounts[total.rate_id])
            amounts[vat_account_id] = amounts.get(vat_account_id, ZERO) - total.vat
    sign = 1 if values["type"] == "sales" else -1
    return tuple(
        leg(account_id, sign * amount, values["description"]) for account_id, amount in amounts.items() if amount
    )
