"""Runs of pytest inside a test, with an integration that books one order: carefully, or as everybody does it first."""

from collections.abc import Callable
from importlib import import_module
from pkgutil import walk_packages

import pytest

import mockbooks

# What a run imports is forgotten after it, and half a library that is imported anew no longer knows its other half.
KEPT = ("httpcore", "httpx", "requests", "anyio._backends._asyncio")

SHOP = '''
import datetime

import httpx


def sale(api):
    def found(path):
        return api.get(path).raise_for_status().json()["data"][0]["id"]

    return {
        "type": "sales",
        "date": datetime.date.today().isoformat(),
        "debtorId": found("/debtors"),
        "reference": "WEB-1",
        "lines": [
            {
                "ledgerAccountId": found("/ledger-accounts?code=8000"),
                "unitPrice": "100.00",
                "vatRateId": found("/vat-rates?code=NL_HOOG"),
            }
        ],
    }


def book(server, key=None, transport=None):
    """Book one order, and once more when no answer came: with its key that is careful, without one naive."""
    headers = {**server.headers, **({"Idempotency-Key": key} if key else {})}
    with httpx.Client(base_url=server.api_url, headers=headers, transport=transport) as api:
        body = sale(api)
        try:
            return api.post("/transactions", json=body).raise_for_status()
        except httpx.TransportError:
            return api.post("/transactions", json=body).raise_for_status()
'''

Run = Callable[..., pytest.RunResult]


@pytest.fixture(scope="session")
def everything_is_imported() -> None:
    """Have the runs, which share the process of the test, find everything imported."""
    ours = [module.name for module in walk_packages(mockbooks.__path__, "mockbooks.")]
    for name in (*KEPT, *ours):
        if not name.endswith("__main__") and "walkthrough.samples." not in name:
            import_module(name)


@pytest.fixture
def run(pytester: pytest.Pytester, everything_is_imported: None) -> Run:  # noqa: ARG001 - it is to be so
    """Run a test file in a folder of its own, with the shop beside it."""
    pytester.makepyfile(shop=SHOP)
    pytester.syspathinsert()

    def run_one(tests: str, *arguments: str) -> pytest.RunResult:
        pytester.makepyfile(test_shop=f"import pytest\nfrom shop import book, sale\n\n{tests}")
        return pytester.runpytest_inprocess("-p", "no:cacheprovider", "-p", "no:cov", *arguments)

    return run_one
