"""The trial balance: what the double entry comes to, and that both sides are equal."""

from mockbooks.ledger import trial_balance
from mockbooks.web.dashboard.visit import Shown, Visit


def page(visit: Visit) -> Shown:
    """Show the trial balance as it is at this moment."""
    return Shown(template="trial_balance.html", values={"balance": trial_balance(visit.administration.books)})
