"""A guard against calls that become slow unnoticed: what they cost beside a bare Flask view in the same process.

It compares CPU times of one process within one round, where all had the same noise, and fails at about twice of what is
usual: it asks whether something has gone wrong, and `make bench ARGS=calls` how fast calls are. It runs in a process of
its own, since coverage would slow down our code and not Flask's.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MEASURE = """
import json
from bench import _timing, calls

measured = calls.calls()
get = measured["GET debtor by id"]
measured["GET debtor by id, done four times"] = lambda: [get(), get(), get(), get()][0]
print(json.dumps(_timing.ratios(measured, rounds=15, times=40)))
"""
# In bare Flask views, some 90 µs each: about twice of what they are.
MOST = {
    "GET debtor by id": 0.85,
    "GET debtor by id, on a connection": 2.0,
    "GET debtors by e-mail": 1.5,
    "GET debtors, 50 a page": 1.9,
    "GET VAT rates": 1.3,
    "POST debtor": 3.0,
    "POST sale of three lines": 7.5,
    "POST /oauth/token": 2.5,
}


@pytest.fixture(scope="module")
def bare_views() -> dict[str, float]:
    """How many bare Flask views each kind of call costs."""
    command = [sys.executable, "-c", MEASURE]
    run = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True, timeout=120)
    measured: dict[str, float] = json.loads(run.stdout)
    return measured


@pytest.mark.parametrize("kind", MOST)
def test_a_call_costs_about_as_many_bare_flask_views_as_it_should(kind: str, bare_views: dict[str, float]) -> None:
    assert bare_views[kind] <= MOST[kind]


def test_a_call_that_does_its_work_four_times_would_not_pass(bare_views: dict[str, float]) -> None:
    assert bare_views["GET debtor by id, done four times"] > MOST["GET debtor by id"]
