"""The trial balance: what the double entry comes to, and that both sides are equal."""

from mockbooks.ledger import trial_balance
from mockbooks.web.dashboard.visit import Page, Visit


def page(visit: Visit) -> Page:
    """Show the trial balance as it is at this moment."""
    return Page(template="trial_balance.html", values={"balance": trial_balance(visit.administration.books)})
