"""What holds for a sale as a whole: to whom, under which invoice profile and payment term, and when it must be paid."""

from datetime import date

from mockbooks.domain.due_dates import due_date
from mockbooks.frozen import value
from mockbooks.resources import debtors, invoice_profiles, payment_terms
from mockbooks.resources.debtors import Debtor
from mockbooks.resources.invoice_profiles import InvoiceProfile
from mockbooks.resources.payment_terms import PaymentTerm
from mockbooks.resources.transactions.heading import Booking, certain


@value(frozen=True, slots=True, kw_only=True)
class SaleTerms:
    """The terms of a sale; what is None was not found, and that was complained about."""

    debtor: Debtor | None
    profile: InvoiceProfile | None
    payment_term: PaymentTerm | None
    supply_date: date
    due_date: date | None
    prices_include_vat: bool


def find_terms(booking: Booking) -> SaleTerms:
    """Look up the terms of a sale and note what is wrong with them."""
    values = booking.values
    debtor = booking.complaints.refer_active(
        booking.context, debtors.RESOURCE, values["debtor_id"], "/debtorId", debtor_inactive="code"
    )
    profile = _profile(booking, debtor)
    payment_term = _payment_term(booking, debtor, profile)
    return SaleTerms(
        debtor=debtor,
        profile=profile,
        payment_term=payment_term,
        supply_date=values["supply_date"] or values["date"],
        due_date=_due_date(booking, payment_term),
        prices_include_vat=values["prices_include_vat"],
    )


def _profile(booking: Booking, debtor: Debtor | None) -> InvoiceProfile | None:
    """Take the profile asked for, that of the debtor, or the default one."""
    asked_id = booking.values["invoice_profile_id"]
    if asked_id:
        return booking.complaints.refer_active(
            booking.context, invoice_profiles.RESOURCE, asked_id, "/invoiceProfileId", invoice_profile_inactive="code"
        )
    profiles = booking.context.books.collection(invoice_profiles.SPEC)
    if debtor and debtor.invoice_profile_id:
        return profiles.get(debtor.invoice_profile_id)
    return certain(profiles.first("is_default", True))  # noqa: FBT003 - a value


def _payment_term(booking: Booking, debtor: Debtor | None, profile: InvoiceProfile | None) -> PaymentTerm | None:
    """Take the term asked for, that of the debtor, or that of the profile."""
    asked_id = booking.values["payment_term_id"]
    if asked_id:
        return booking.complaints.refer_active(
            booking.context, payment_terms.RESOURCE, asked_id, "/paymentTermId", payment_term_inactive="code"
        )
    usual_id = (debtor.payment_term_id if debtor else None) or (profile.payment_term_id if profile else None)
    return booking.context.books.collection(payment_terms.SPEC).get(usual_id) if usual_id else None


def _due_date(booking: Booking, term: PaymentTerm | None) -> date | None:
    """Take the due date asked for, or let it follow from the term."""
    day: date = booking.values["date"]
    due: date | None = booking.values["due_date"]
    if due and due < day:
        booking.complaints.add("due_date_before_date", "/dueDate", dueDate=due.isoformat(), date=day.isoformat())
    if due or term is None:
        return due
    return due_date(day, days=term.days, months=term.months, end_of_month=term.end_of_month)
