"""The ledger as an oracle for tests: the trial balance, every posting, and whole books out and in."""

from mockbooks.ledger.dump import dump
from mockbooks.ledger.load import load
from mockbooks.ledger.postings import LedgerPosting, Wanted, list_postings
from mockbooks.ledger.trial_balance import AccountBalance, TrialBalance, trial_balance

__all__ = [
    "AccountBalance",
    "LedgerPosting",
    "TrialBalance",
    "Wanted",
    "dump",
    "list_postings",
    "load",
    "trial_balance",
]
