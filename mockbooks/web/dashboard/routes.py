"""The addresses of the dashboard: its pages, and the acts that its forms ask for."""

from collections.abc import Mapping
from typing import Final

from mockbooks.traffic.operation import DASHBOARD_PREFIX
from mockbooks.web.dashboard import clock, debtors, overview, requests, scenario, transactions, trial_balance
from mockbooks.web.dashboard.visit import Act, Reading

PREFIX: Final = f"{DASHBOARD_PREFIX}/"
OVERVIEW: Final = "/"
NEAR: Final = (DASHBOARD_PREFIX, PREFIX)
"""What is typed by whoever looks for the dashboard: they lead to it."""
PAGES: Final[Mapping[str, Reading]] = {
    OVERVIEW: overview.page,
    f"{PREFIX}requests": requests.page,
    f"{PREFIX}debtors": debtors.page,
    f"{PREFIX}transactions": transactions.page,
    f"{PREFIX}trial-balance": trial_balance.page,
}
ACTS: Final[Mapping[str, Act]] = {
    f"{PREFIX}clock": clock.change,
    f"{PREFIX}scenario": scenario.activate,
    f"{PREFIX}scenario/leave": scenario.leave,
    f"{PREFIX}reset": scenario.reset,
}
LONG_ACTS: Final = frozenset({f"{PREFIX}scenario"})
"""What is worked out beside all other calls; pages are too, since large books take time to add up."""
SIGN_IN: Final = f"{PREFIX}sign-in"
SIGN_OUT: Final = f"{PREFIX}sign-out"
NEW_ADMINISTRATION: Final = f"{PREFIX}administrations"
