"""Whatever the bookkeeper does, in whatever order: the books balance, and a deed that is refused changes nothing."""

from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from mockbooks import seed
from mockbooks.bookkeeper import DEEDS
from mockbooks.bookkeeper.call import from_call
from mockbooks.domain.double_entry import trial_balance
from mockbooks.errors import RefusedError
from mockbooks.resources import SPECS, transactions
from mockbooks.resources.transactions.entity import Transaction
from mockbooks.service.context import Context
from mockbooks.store import Books

TODAY = date(2026, 11, 23)
CALL = {"reference": "ORD-1003", "number": "F-1", "debtorId": "deb_000004", "date": "2025-03-31", "total": "0.05"}

BOOKINGS = ("payInvoice", "creditInvoice", "reverseTransaction", "bookSale")
AMOUNTS = st.sampled_from(["0.01", "1.00", "121.00", "999999999.99", "/total"])
DEBTORS = st.sampled_from(["deb_000001", "deb_000002", "10003", "jansen@thuis.example", "/debtorId", "nobody"])
INVOICES = st.one_of(
    st.integers(1, 20).map(lambda ordinal: f"trx_{ordinal:06d}"),
    st.integers(1, 14).map(lambda number: f"2026-{number:04d}"),
    st.sampled_from(["F-1", "F-2", "ORD-1001", "/reference", "nothing"]),
)
CHANGES = st.sampled_from(
    [{}, {"phone": None}, {"name": "Slagerij Jansen"}, {"active": True}, {"active": False}, {"code": "10003"}]
)
SALES = st.fixed_dictionaries({}, optional={"number": st.sampled_from(["F-1", "F-2", "/number"]), "amount": AMOUNTS})
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "lockPeriod": st.sampled_from(["2025-01", "2026-10", "2026-11-22", "2026-11", "/date"]),
    "unlockPeriods": st.just(value=True),
    "fileVatReturn": st.sampled_from(["2025-Q4", "2026-Q3", "2026-Q4"]),
    "deactivateVatRate": st.sampled_from(["NL_HOOG", "NL_LAAG", "HOOG"]),
    "activateVatRate": st.sampled_from(["NL_HOOG", "NL_LAAG"]),
    "deactivateLedgerAccount": st.sampled_from(["8000", "1300", "8010"]),
    "activateLedgerAccount": st.sampled_from(["8000", "1300", "8010", "8990"]),
    "deactivateJournal": st.sampled_from(["70", "20"]),
    "activateJournal": st.sampled_from(["70", "20"]),
    "editDebtor": st.fixed_dictionaries({"debtor": DEBTORS, "set": CHANGES}),
    "archiveDebtor": DEBTORS,
    "payInvoice": st.fixed_dictionaries({"invoice": INVOICES}, optional={"amount": AMOUNTS}),
    "creditInvoice": INVOICES,
    "reverseTransaction": INVOICES,
    "bookSale": SALES,
}


class Bookkeeper(RuleBasedStateMachine):
    """A bookkeeper who does whatever comes up, on one day after another."""

    def __init__(self) -> None:
        super().__init__()
        self.books = Books(SPECS)
        self.day = TODAY
        seed.plant(self._context(), seed.Seed(debtors=4, products=3, transactions=12))

    @rule(deed=st.sampled_from([each for each in DEEDS if each.name in BOOKINGS]), data=st.data())
    def book(self, deed: Any, data: st.DataObject) -> None:  # noqa: ANN401 - of any value
        self._do(deed, data.draw(VALUES[deed.name]))

    @rule(deed=st.sampled_from(DEEDS), data=st.data())
    def do(self, deed: Any, data: st.DataObject) -> None:  # noqa: ANN401 - of any value
        self._do(deed, data.draw(VALUES[deed.name]))

    @rule(days=st.sampled_from([1, 40]))
    def let_time_pass(self, days: int) -> None:
        self.day += timedelta(days=days)

    @invariant()
    def the_trial_balance_is_zero(self) -> None:
        rows = trial_balance(leg for each in self._transactions() for leg in each.postings)
        assert sum(row.balance for row in rows.values()) == 0

    @invariant()
    def nothing_is_settled_below_zero(self) -> None:
        assert all(each.open_amount >= 0 for each in self._transactions())

    def _do(self, deed: Any, raw_value: object) -> None:  # noqa: ANN401 - of any value
        before = self._everything()
        try:
            deed.do(self._context(), from_call(deed, raw_value, CALL))
        except (RefusedError, LookupError):
            assert self._everything() == before

    def _context(self) -> Context:
        return Context(books=self.books, now=f"{self.day}T09:00:00Z", today=self.day)

    def _transactions(self) -> list[Transaction]:
        return list(self.books.collection(transactions.RESOURCE.spec).entities())

    def _everything(self) -> dict[str, list[bytes]]:
        return {spec.name: self.books.collection(spec).find([], offset=0, limit=10_000).bodies for spec in SPECS}


Bookkeeper.TestCase.settings = settings(
    max_examples=60,
    stateful_step_count=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
TestBookkeeper = Bookkeeper.TestCase
