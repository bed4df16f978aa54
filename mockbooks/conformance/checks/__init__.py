"""The checks of a live API, in the order in which they are asked: ONE CHECK A FILE, and this is the table."""

from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.checks import (
    answers,
    debtors,
    documentation,
    limits,
    lists,
    oauth,
    products,
    references,
    refusals,
    rest,
    statuses,
    success,
    support,
    transactions,
)
from mockbooks.conformance.live.target import Target

ASKING: Final[tuple[Check[Target], ...]] = (
    documentation.CHECK,
    oauth.CHECK,
    lists.CHECK,
    debtors.CHECK,
    products.CHECK,
    transactions.CHECK,
    references.CHECK,
    answers.CHECK,
    refusals.CHECK,
    support.CHECK,
    limits.CHECK,
)
"""Those that make calls."""

LOOKING_BACK: Final[tuple[Check[Target], ...]] = (
    rest.CHECK,
    success.CHECK,
    statuses.CHECK,
)
"""Those that look at all answers, of the clean-up too."""

CHECKS: Final = (*ASKING, *LOOKING_BACK)
"""Every check."""
