"""The scopes: what a client may be allowed to do, in the words of the consent page."""

from typing import Final

from mockbooks.texts import Text

SCOPES: Final[dict[str, Text]] = {
    "debtors:read": Text("See debtors", "Debiteuren inzien"),
    "debtors:write": Text("Create, change and delete debtors", "Debiteuren maken, wijzigen en verwijderen"),
    "transactions:read": Text("See transactions", "Boekingen inzien"),
    "transactions:write": Text("Book and reverse transactions", "Boeken en storneren"),
    "products:read": Text("See products", "Artikelen inzien"),
    "products:write": Text("Create, change and delete products", "Artikelen maken, wijzigen en verwijderen"),
    "settings:read": Text(
        "See the administration with its VAT rates, ledger accounts, journals, payment terms and invoice profiles",
        "De administratie inzien met haar btw-tarieven, grootboekrekeningen, dagboeken, betaalcondities en "
        "factuurprofielen",
    ),
}


def in_order(scopes: frozenset[str]) -> tuple[str, ...]:
    """Put scopes in the one order in which they are written."""
    return tuple(scope for scope in SCOPES if scope in scopes)
