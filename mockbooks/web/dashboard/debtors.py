"""The debtors, found by id, e-mail address, number or name."""

from collections.abc import Mapping

from mockbooks.resources.debtors import RESOURCE
from mockbooks.web.dashboard.listing import found, with_id
from mockbooks.web.dashboard.visit import Shown, Visit


def page(visit: Visit) -> Shown:
    """Show a page of debtors."""
    sought = visit.query.get("sought", "").strip()
    by_id = with_id(visit, RESOURCE, sought)
    listing = by_id if by_id.total else found(visit, RESOURCE, _asked(sought))
    return Shown(template="debtors.html", values={"listing": listing, "sought": sought})


def _asked(sought: str) -> Mapping[str, str]:
    """Tell an e-mail address and a debtor number from a name."""
    if "@" in sought:
        return {"email": sought}
    return {"code": sought} if sought.isdecimal() else {"name": sought}
