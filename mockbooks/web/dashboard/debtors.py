"""The debtors, found by e-mail address, number or name."""

from collections.abc import Mapping

from mockbooks.resources.debtors import RESOURCE
from mockbooks.web.dashboard.listing import found
from mockbooks.web.dashboard.visit import Shown, Visit


def page(visit: Visit) -> Shown:
    """Show a page of debtors."""
    sought = visit.query.get("sought", "").strip()
    return Shown(template="debtors.html", values={"listing": found(visit, RESOURCE, _asked(sought)), "sought": sought})


def _asked(sought: str) -> Mapping[str, str]:
    """Tell an e-mail address and a debtor number from a name."""
    if "@" in sought:
        return {"email": sought}
    return {"code": sought} if sought.isdecimal() else {"name": sought}
