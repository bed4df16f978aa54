"""One call for each code that the page of fidelity says an operation refuses with, on the default seed."""

from typing import Final

from tests.docs.refusals import control, debtors, oauth, products, settings_lists, transactions

REFUSED: Final = (
    *debtors.CALLS,
    *transactions.CALLS,
    *products.CALLS,
    *settings_lists.CALLS,
    *oauth.CALLS,
    *control.CALLS,
)
