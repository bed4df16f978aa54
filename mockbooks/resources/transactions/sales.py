"""Sales and credit notes: their terms, VAT, totals and double entry."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

from mockbooks.domain.double_entry import Posting, leg
from mockbooks.domain.due_dates import due_date
from mockbooks.domain.money import ZERO, plain_text
from mockbooks.domain.vat import VatLine, VatSummary, summarize
from mockbooks.resources import debtors, invoice_profiles, payment_terms
from mockbooks.resources.debtors import Debtor
from mockbooks.resources.invoice_profiles import InvoiceProfile
from mockbooks.resources.payment_terms import PaymentTerm
from mockbooks.resources.transactions import heading, settlement
from mockbooks.resources.transactions.entity import CreditNote, Sale, VatTotalLine
from mockbooks.resources.transactions.sale_lines import PricedLine, SaleTerms, price_lines
from mockbooks.service.complaints import Complaints
from mockbooks.service.context import Context
from mockbooks.service.schema import camel

TOTALS: Final = ("total_excl_vat", "total_vat", "total_incl_vat")


def book_sale(context: Context, entity_id: str, values: dict[str, Any]) -> Sale:
    """Book a sale or credit note; raises RefusedError with everything that is wrong."""
    complaints = Complaints()
    heading.check_date(context, complaints, values["date"])
    debtor = complaints.refer_active(context, debtors.RESOURCE, values["debtor_id"], "/debtorId", debtor_inactive="code")
    profile = _profile(context, complaints, values, debtor)
    term = _payment_term(context, complaints, values, debtor, profile)
    journal_id = values["journal_id"] or (profile.journal_id if profile and values["invoice_profile_id"] else None)
    journal = heading.find_journal(context, complaints, values["type"], journal_id)
    heading.check_number(context, complaints, journal, values["number"])
    supply_date = values["supply_date"] or values["date"]
    terms = SaleTerms(debtor=debtor, supply_date=supply_date, prices_include_vat=values["prices_include_vat"])
    priced = price_lines(context, complaints, terms, values["lines"])
    due = _due_date(complaints, values, term)
    summary = None if complaints else _summary(complaints, values, priced)
    credited = settlement.find_original(context, complaints, values, debtor, summary)
    complaints.refuse_any()
    if not (debtor and profile and term and journal and summary):  # pragma: no cover - each absence was complained about
        raise AssertionError
    facts = {
        **heading.heading_values(context, values, journal, heading.take_numbers(context, journal, values["date"], values["number"])),
        "id": entity_id,
        "debtor_id": debtor.id,
        "supply_date": supply_date,
        "due_date": due,
        "payment_term_id": term.id,
        "invoice_profile_id": profile.id,
        "prices_include_vat": values["prices_include_vat"],
        "vat_rounding": values["vat_rounding"],
        "lines": tuple(line.line for line in priced),
        "vat_totals": _vat_totals(priced, summary),
        "total_excl_vat": summary.total_excl_vat,
        "total_vat": summary.total_vat,
        "total_incl_vat": summary.total_incl_vat,
        "control_account_id": debtor.ledger_account_id,
        "credited_amount": ZERO,
        "postings": _postings(values, debtor.ledger_account_id, priced, summary),
    }
    if values["type"] == "sales":
        return Sale(**facts, **settlement.unsettled(summary.total_incl_vat))
    set_off = settlement.set_off(context, credited, summary.total_incl_vat)
    return CreditNote(
        **facts,
        **settlement.settled(summary.total_incl_vat, set_off),
        credits_transaction_id=values["credits_transaction_id"],
        set_off_amount=set_off,
    )


def _profile(context: Context, complaints: Complaints, values: dict[str, Any], debtor: Debtor | None) -> InvoiceProfile | None:
    if values["invoice_profile_id"]:
        return complaints.refer_active(
            context, invoice_profiles.RESOURCE, values["invoice_profile_id"], "/invoiceProfileId", invoice_profile_inactive="code"
        )
    profiles = context.books.collection(invoice_profiles.SPEC)
    if debtor and debtor.invoice_profile_id:
        return profiles.get(debtor.invoice_profile_id)
    return next(profile for profile in profiles.entities() if profile.is_default)


def _payment_term(
    context: Context, complaints: Complaints, values: dict[str, Any], debtor: Debtor | None, profile: InvoiceProfile | None
) -> PaymentTerm | None:
    if values["payment_term_id"]:
        return complaints.refer_active(
            context, payment_terms.RESOURCE, values["payment_term_id"], "/paymentTermId", payment_term_inactive="code"
        )
    terms = context.books.collection(payment_terms.SPEC)
    usual_id = (debtor.payment_term_id if debtor else None) or (profile.payment_term_id if profile else None)
    return terms.get(usual_id) if usual_id else next(term for term in terms.entities() if term.is_default)


def _due_date(complaints: Complaints, values: dict[str, Any], term: PaymentTerm | None) -> date | None:
    day, due = values["date"], values["due_date"]
    if due and due < day:
        complaints.add("due_date_before_date", "/dueDate", dueDate=due.isoformat(), date=day.isoformat())
    if due or term is None:
        return due  # type: ignore[no-any-return] # the field gives a date
    return due_date(day, days=term.days, months=term.months, end_of_month=term.end_of_month)


def _summary(complaints: Complaints, values: dict[str, Any], priced: Sequence[PricedLine]) -> VatSummary:
    summary = summarize(
        [VatLine(rate_id=line.rate.id, percentage=line.rate.percentage, amount=line.line.amount) for line in priced],
        prices_include_vat=values["prices_include_vat"],
        rounding=values["vat_rounding"],
    )
    if summary.total_incl_vat < 0:
        complaints.add("negative_total", "/lines", total=plain_text(summary.total_incl_vat))
    for name in TOTALS:
        check_total(complaints, name, values[name], getattr(summary, name))
    return summary


def check_total(complaints: Complaints, name: str, sent: Decimal | None, computed: Decimal) -> None:
    """Note when a total that the caller sent is not what the server computes."""
    if sent is not None and sent != computed:
        key = camel(name)
        complaints.add("total_mismatch", f"/{key}", field=key, sent=plain_text(sent), computed=plain_text(computed))


def _vat_totals(priced: Sequence[PricedLine], summary: VatSummary) -> tuple[VatTotalLine, ...]:
    codes = {line.rate.id: line.rate.code for line in priced}
    return tuple(
        VatTotalLine(
            vat_rate_id=total.rate_id, code=codes[total.rate_id], percentage=total.percentage, base=total.base, vat=total.vat
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
        account_id = accounts[total.rate_id]
        if total.vat and account_id:
            amounts[account_id] = amounts.get(account_id, ZERO) - total.vat
    sign = 1 if values["type"] == "sales" else -1
    return tuple(leg(account_id, sign * amount, values["description"]) for account_id, amount in amounts.items() if amount)
