"""`trialBalance`: debits and credits are equal, and accounts come to what they should."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from mockbooks.domain.money import ZERO
from mockbooks.ledger.trial_balance import TrialBalance, trial_balance
from mockbooks.resources import ledger_accounts
from mockbooks.resources.transactions.spec import SPEC
from mockbooks.service.fields import Amount, PlainText
from mockbooks.stage.books_memory import SinceStart
from mockbooks.stage.expectation import Bounds, Expectation
from mockbooks.stage.many import Named
from mockbooks.stage.scene import World
from mockbooks.stage.verdict import Outcome
from mockbooks.store import Books, Equals
from mockbooks.traffic.request_log import Entry

Balances = Mapping[str, Decimal]
_MOST_ACCOUNTS: Final = 100
_NONE: Final[Balances] = {}


class _Watch:
    """Judges the books as they stand; where nothing was booked since the start, they prove nothing."""

    def __init__(self, wanted: Balances, _bounds: Bounds, world: World) -> None:
        self._wanted = wanted
        self._since_start = SinceStart(SPEC, world)

    def see(self, entry: Entry) -> None:
        """Take no note: it is the books that tell."""

    def books_replaced(self, world: World) -> None:
        self._since_start.books_replaced(world)

    def outcome(self, world: World) -> Outcome:
        balance = trial_balance(world.books)
        wrong = list(_differences(world.books, balance, self._wanted))
        if wrong:
            return Outcome(state="failed", detail=f"{'; '.join(wrong)}.")
        if self._since_start.is_untouched(world.books):
            return Outcome(state="not_exercised", detail="Nothing was booked since the start.")
        told = [f"account {code} comes to {amount}" for code, amount in self._wanted.items()]
        equal = f"debits and credits are both {balance.total_debit}"
        return Outcome(state="passed", detail=f"As expected, {', '.join([equal, *told])}.")


def _differences(books: Books, balance: TrialBalance, wanted: Balances) -> Iterator[str]:
    if balance.difference != ZERO:
        sides = f"{balance.total_debit} debit, {balance.total_credit} credit"
        yield f"Expected debits and credits to be equal; found {sides}, a difference of {balance.difference}"
    posted = {account.code: account.balance for account in balance.accounts}
    accounts = books.collection(ledger_accounts.SPEC)
    for code, amount in wanted.items():
        found = posted.get(code, ZERO)
        if not any(accounts.entities([Equals("code", code)])):
            yield f"Expected account {code} to come to {amount}; there is no such account"
        elif found != amount:
            yield f"Expected account {code} to come to {amount}; found {found}"


EXPECTATION: Final[Expectation[Balances]] = Expectation(
    name="trialBalance",
    summary=(
        "Debits and credits are equal, and the accounts that are named come to these balances, debit less credit, of "
        "all that stands in the books."
    ),
    settings=Named(
        "Balances by the code of the ledger account, in quotes: 0400 as a number is 256 in YAML.",
        name=PlainText("Code of the ledger account.", maximum=20, filled=True, example="1300"),
        value=Amount("Balance in euros.", required=True, example="121.00"),
        most=_MOST_ACCOUNTS,
        example={"1300": "121.00"},
    ),
    watch=_Watch,
    bare=_NONE,
)
