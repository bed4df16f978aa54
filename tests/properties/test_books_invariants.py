"""Whatever is called, in whatever order: the books balance, numbers have no holes, and refusals change nothing."""

from collections import Counter, defaultdict
from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from mockbooks.app import create_app
from mockbooks.domain.double_entry import Posting, is_balanced, trial_balance
from mockbooks.domain.numbering import parse_pattern
from mockbooks.settings import Settings
from mockbooks.traffic.clock import FrozenClock
from tests.api.conftest import ADDRESS, NO_RECORDS, NOW, ApiClient, Json

CENTS = st.integers(1, 20_000).map(lambda cents: f"{cents / 100:.2f}")
GOOD_PRICES = st.one_of(CENTS, st.sampled_from(["9.99", "8.26", "37.50", "0.0825"]))
PRICES = st.sampled_from(["0.00", "-5.00", "12,50", "1.00005"])
GOOD_RATES = st.sampled_from([("8000", "NL_HOOG"), ("8010", "NL_LAAG"), ("8020", "GEEN"), ("8060", None)])
RATES = st.sampled_from([("8100", None), ("8030", "EU_ICP"), ("1300", "NL_HOOG")])
DAYS = st.sampled_from(["2026-11-23", "2025-12-31", "2026-01-01"])
NUMBERS = st.sampled_from([None, None, None, "F-1", "2026-0002", "2026-0004", "BNK-2026-0001"])
GOOD_LINES = st.tuples(GOOD_PRICES, st.sampled_from(["1", "3", "0.5"]), GOOD_RATES)
LINES = st.tuples(st.one_of(GOOD_PRICES, PRICES), st.sampled_from(["1", "-1", "0"]), st.one_of(GOOD_RATES, RATES))
MANY_GOOD_LINES = st.lists(GOOD_LINES, min_size=1, max_size=3)
HOW = st.tuples(st.booleans(), st.sampled_from(["line", "total"]))
WHICH = st.integers(0, 1_000)
SHARES = st.sampled_from(["1", "0.5", "0.1"])


class Books(RuleBasedStateMachine):
    """A caller without any discipline."""

    def __init__(self) -> None:
        super().__init__()
        self.api = ApiClient(create_app(Settings(**NO_RECORDS), FrozenClock(NOW)))
        self.asked: set[str] = set()
        self.present = self.api.everything()
        self.transactions: list[Json] = []
        self.kept: tuple[Any, dict[str, bytes], set[str]] | None = None

    @initialize()
    def open_the_shop(self) -> None:
        self.api.debtor()
        self.api.debtor(name="Slagerij Jansen", ledgerAccountId=self.api.account("1300"))
        self.api.product()
        self.present = self.api.everything()

    # ---- Calls

    @rule(name=st.sampled_from(["Familie Jansen", ""]), change=st.sampled_from([None, 0, 1]), which=WHICH)
    def write_debtors(self, name: str, change: int | None, which: int) -> None:
        debtor = self._pick("/debtors", which)
        if change is None:
            self._call("POST", "/debtors", {"name": name, "address": ADDRESS})
        else:
            stale = {**debtor, "name": name or "Slagerij Jansen", "version": debtor["version"] + change}
            self._call("PUT", f"/debtors/{debtor['id']}", stale)

    @rule(path=st.sampled_from(["/debtors", "/products"]), which=WHICH)
    def delete_something(self, path: str, which: int) -> None:
        self._call("DELETE", f"{path}/{self._pick(path, which)['id']}")

    @rule(which=WHICH, lines=MANY_GOOD_LINES, day=DAYS, number=NUMBERS, how=HOW)
    def sell(self, which: int, lines: list[Any], day: str, number: str | None, how: tuple[bool, str]) -> None:
        self._call("POST", "/transactions", self._sale(which, lines, how) | {"date": day, "number": number})

    @rule(which=WHICH, lines=st.lists(LINES, min_size=1, max_size=2), how=HOW, day=st.sampled_from(["2024-12-31", ""]))
    def sell_what_is_mostly_wrong(self, which: int, lines: list[Any], how: tuple[bool, str], day: str) -> None:
        self._call("POST", "/transactions", self._sale(which, lines, how) | ({"date": day} if day else {}))

    @rule(which=WHICH, lines=MANY_GOOD_LINES, how=HOW)
    def sell_a_product_and_more(self, which: int, lines: list[Any], how: tuple[bool, str]) -> None:
        body = self._sale(which, lines, how)
        body["lines"].append({"productId": self._pick("/products", which)["id"], "quantity": "2"})
        self._call("POST", "/transactions", body)

    @precondition(lambda self: any(each["type"] == "sales" for each in self.transactions))
    @rule(which=WHICH, share=SHARES, number=NUMBERS)
    def credit(self, which: int, share: str, number: str | None) -> None:
        sale = self._pick("/transactions", which, type="sales")
        amount = Decimal(sale["totalInclVat"]) * Decimal(share)
        line = {"ledgerAccountId": self.api.account("8000"), "amount": f"{amount:.2f}"}
        body = {"type": "sales_credit", "date": "2026-11-23", "debtorId": sale["debtorId"], "number": number}
        body |= {"creditsTransactionId": sale["id"], "pricesIncludeVat": True, "lines": [line]}
        self._call("POST", "/transactions", body)

    @rule(which=WHICH, lines=MANY_GOOD_LINES, how=HOW)
    def credit_nothing_in_particular(self, which: int, lines: list[Any], how: tuple[bool, str]) -> None:
        self._call("POST", "/transactions", self._sale(which, lines, how) | {"type": "sales_credit"})

    @precondition(lambda self: any(each["status"] == "open" for each in self.transactions))
    @rule(settled=st.lists(st.tuples(WHICH, SHARES), min_size=1, max_size=3), number=NUMBERS)
    def receive(self, settled: list[tuple[int, str]], number: str | None) -> None:
        lines = [self._settling(self._pick("/transactions", which, status="open"), share) for which, share in settled]
        body = {"type": "receipt", "date": "2026-11-23", "number": number, "lines": lines}
        self._call("POST", "/transactions", body)

    @precondition(lambda self: any(each["status"] == "partly_paid" for each in self.transactions))
    @rule(which=WHICH, share=SHARES)
    def receive_the_rest(self, which: int, share: str) -> None:
        line = self._settling(self._pick("/transactions", which, status="partly_paid"), share)
        self._call("POST", "/transactions", {"type": "receipt", "date": "2026-11-23", "lines": [line]})

    @precondition(lambda self: bool(self.transactions))
    @rule(which=WHICH, share=st.sampled_from(["1", "-1", "1.5"]))
    def receive_for_anything(self, which: int, share: str) -> None:
        line = self._settling(self._pick("/transactions", which), share)
        self._call("POST", "/transactions", {"type": "receipt", "date": "2026-11-23", "lines": [line]})

    @rule(debit=CENTS, credit=st.none() | CENTS, code=st.sampled_from(["4700", "1400", "1300", "8990"]))
    def write_a_memorial_entry(self, debit: str, credit: str | None, code: str) -> None:
        lines = [
            {"ledgerAccountId": self.api.account(code), "debit": debit},
            {"ledgerAccountId": self.api.account("1100"), "credit": credit or debit},
        ]
        self._call("POST", "/transactions", {"type": "memorial", "date": "2026-11-23", "lines": lines})

    @precondition(lambda self: bool(self.transactions))
    @rule(which=WHICH, day=st.none() | DAYS, number=NUMBERS)
    def reverse(self, which: int, day: str | None, number: str | None) -> None:
        path = f"/transactions/{self._pick('/transactions', which)['id']}/reversal"
        self._call("POST", path, {"date": day, "number": number})

    @rule()
    def keep_a_snapshot(self) -> None:
        self.kept = (self.api.books.snapshot(), self.present, set(self.asked))

    @precondition(lambda self: self.kept)
    @rule()
    def restore_the_snapshot(self) -> None:
        assert self.kept
        snapshot, present, asked = self.kept
        self.api.books.restore(snapshot)
        assert self.api.everything() == present
        self.present, self.asked = present, set(asked)
        self.transactions = self.api.listed("/transactions")

    def _call(self, method: str, path: str, body: Json | None = None) -> None:
        answer = self.api.request(method, path, json=body)
        after = self.api.everything()
        assert answer.status_code in {200, 400}, answer.text
        assert answer.is_success or after == self.present, answer.text
        if answer.is_success and body and body.get("number"):
            self.asked.add(answer.json()["data"]["id"])
        self.present = after
        self.transactions = self.api.listed("/transactions")

    def _pick(self, path: str, which: int, **query: str) -> Json:
        items = self.api.listed(path, **query)
        return items[which % len(items)] if items else {"id": "none_000001", "version": 1}

    def _sale(self, which: int, lines: list[Any], how: tuple[bool, str]) -> Json:
        return {
            "type": "sales",
            "date": "2026-11-23",
            "debtorId": self._pick("/debtors", which)["id"],
            "pricesIncludeVat": how[0],
            "vatRounding": how[1],
            "lines": [self._line(*line) for line in lines],
        }

    def _line(self, price: str, quantity: str, kind: tuple[str, str | None]) -> Json:
        vat = {"vatRateId": self.api.rate(kind[1])} if kind[1] else {}
        return {"ledgerAccountId": self.api.account(kind[0]), "unitPrice": price, "quantity": quantity, **vat}

    def _settling(self, transaction: Json, share: str) -> Json:
        amount = _signed_open_amount(transaction) * Decimal(share)
        return {"settlesTransactionId": transaction["id"], "amount": f"{amount:.2f}"}

    # ---- What always holds

    @invariant()
    def the_trial_balance_is_zero(self) -> None:
        transactions = self.transactions
        assert all(is_balanced(_postings(each)) for each in transactions)
        rows = trial_balance(leg for each in transactions for leg in _postings(each))
        assert sum(row.balance for row in rows.values()) == 0

    @invariant()
    def entry_numbers_have_no_holes(self) -> None:
        numbers = defaultdict(list)
        for each in self.transactions:
            numbers[each["journalId"]].append(each["entryNumber"])
        assert all(found == list(range(1, len(found) + 1)) for found in numbers.values())

    @invariant()
    def numbers_are_unique_and_generated_ones_have_no_holes(self) -> None:
        taken = Counter((each["journalId"], each["number"]) for each in self.transactions)
        assert set(taken.values()) <= {1}
        for each in self.transactions:
            if each["id"] not in self.asked:
                stem, sequence = each["number"][:-4], int(each["number"][-4:])
                before = {(each["journalId"], f"{stem}{number:04}") for number in range(1, sequence)}
                assert before <= taken.keys()

    @invariant()
    def the_next_number_that_a_journal_shows_is_free(self) -> None:
        taken = {(each["journalId"], each["number"]) for each in self.transactions}
        for journal in self.api.listed("/journals"):
            year = max(
                (each["fiscalYear"] for each in self.transactions if each["journalId"] == journal["id"]), default=2026
            )
            upcoming = parse_pattern(journal["numberPattern"]).format(year, journal["nextNumber"])
            assert (journal["id"], upcoming) not in taken

    @invariant()
    def the_open_items_of_each_debtor_are_the_balance_of_the_control_account(self) -> None:
        transactions = {each["id"]: each for each in self.transactions}
        control = self.api.account("1300")
        open_items: defaultdict[str, Decimal] = defaultdict(Decimal)
        booked: defaultdict[str, Decimal] = defaultdict(Decimal)
        for each in transactions.values():
            open_items[each.get("debtorId") or ""] += _signed_open_amount(each)
            for line in each["lines"] if each["type"] == "receipt" else ():
                booked[transactions[line["settlesTransactionId"]]["debtorId"]] -= Decimal(line["amount"])
            for leg in _postings(each) if each["type"].startswith("sales") else ():
                booked[each["debtorId"]] += leg.debit - leg.credit if leg.ledger_account_id == control else 0
        assert all(open_items[debtor] == booked[debtor] for debtor in {*open_items, *booked})


def _signed_open_amount(transaction: Json) -> Decimal:
    return Decimal(transaction["openAmount"]) * (-1 if transaction["type"] == "sales_credit" else 1)


def _postings(transaction: Json) -> list[Posting]:
    return [
        Posting(ledger_account_id=leg["ledgerAccountId"], debit=Decimal(leg["debit"]), credit=Decimal(leg["credit"]))
        for leg in transaction["postings"]
    ]


Books.TestCase.settings = settings(
    max_examples=40,
    stateful_step_count=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
TestBooks = Books.TestCase
