"""What whole books must satisfy beyond the forms of their records, so that every call can work with them."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping
from operator import attrgetter
from typing import Any, Final

from mockbooks.domain.double_entry import totals
from mockbooks.domain.money import plain_text
from mockbooks.errors import Complaint
from mockbooks.frozen import dataclass
from mockbooks.ledger.envelope import HIGHEST_COUNT
from mockbooks.resources import (
    administration,
    debtors,
    invoice_profiles,
    journals,
    ledger_accounts,
    payment_terms,
    products,
    vat_rates,
)
from mockbooks.resources.transactions.entity import CreditNote, Receipt, Transaction
from mockbooks.resources.transactions.heading import JOURNAL_TYPES
from mockbooks.resources.transactions.spec import SPEC as TRANSACTIONS
from mockbooks.service.schema import camel
from mockbooks.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What a dump holds: the entities of each collection, in order, and the counters."""

    records: Mapping[str, list[Any]]
    counters: Mapping[str, int]


def broken_rules(loaded: Loaded) -> Iterator[Complaint]:
    """Complain about everything that the books would not have let happen; most pressing first, as it is asked for."""
    yield from _lacking(loaded)
    yield from _unbalanced(loaded)
    yield from _wrongly_settled(loaded)
    for unique in _UNIQUE:
        yield from _twice(loaded, unique)
    yield from _accounts_missing(loaded)
    yield from _counters_behind(loaded)


def _pointer(collection: str, position: int, place: str = "") -> str:
    return f"/collections/{collection}/records/{position}{place}"


# ---- What the server falls back on


def _lacking(loaded: Loaded) -> Iterator[Complaint]:
    for collection, is_it, what in _NEEDED:
        if not any(map(is_it, loaded.records[collection])):
            yield Complaint("books_incomplete", f"/collections/{collection}/records", values={"what": what})


def _is_default(*types: str) -> Callable[[Any], bool]:
    return lambda journal: journal.is_default and journal.type in types


_OWN_ID: Final = administration.SPEC.id_of(1)
_CONTROL_CODE: Final = debtors.CONTROL_ACCOUNT_CODE
_NEEDED: Final[tuple[tuple[str, Callable[[Any], bool], Text], ...]] = (
    (
        administration.SPEC.name,
        lambda each: each.id == _OWN_ID,
        Text(f"the administration {_OWN_ID}", f"de administratie {_OWN_ID}"),
    ),
    (
        ledger_accounts.SPEC.name,
        lambda account: account.code == _CONTROL_CODE,
        Text(f"ledger account {_CONTROL_CODE} of the debtors", f"grootboekrekening {_CONTROL_CODE} van de debiteuren"),
    ),
    (
        invoice_profiles.SPEC.name,
        lambda profile: profile.is_default,
        Text("a default invoice profile", "een standaardfactuurprofiel"),
    ),
    *(
        (
            journals.SPEC.name,
            _is_default(*JOURNAL_TYPES[kind]),
            Text(f"a default journal for type {kind}", f"een standaarddagboek voor type {kind}"),
        )
        for kind in JOURNAL_TYPES
        if kind != "sales_credit"  # in the same journals as sales
    ),
)


# ---- Transactions


def _unbalanced(loaded: Loaded) -> Iterator[Complaint]:
    for position, transaction in enumerate(loaded.records[TRANSACTIONS.name]):
        debit, credit = totals(transaction.postings)
        if debit != credit:
            sums = {"debit": debit, "credit": credit, "difference": abs(debit - credit)}
            told = {name: plain_text(amount) for name, amount in sums.items()}
            yield Complaint("unbalanced", _pointer(TRANSACTIONS.name, position, "/postings"), values=told)


def _wrongly_settled(loaded: Loaded) -> Iterator[Complaint]:
    """Look for receipts and credit notes on something that has no open amount."""
    transactions = loaded.records[TRANSACTIONS.name]
    types = {transaction.id: transaction.type for transaction in transactions}
    for position, transaction in enumerate(transactions):
        for place, settled_id, allowed in _settled(transaction):
            if types[settled_id] not in allowed:
                values = {"transaction": settled_id, "type": types[settled_id], "allowed": allowed}
                pointer = _pointer(TRANSACTIONS.name, position, place)
                yield Complaint("transaction_type_mismatch", pointer, values=values)


def _settled(transaction: Transaction) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    if isinstance(transaction, CreditNote) and transaction.credits_transaction_id:
        yield "/creditsTransactionId", transaction.credits_transaction_id, ("sales",)
    if isinstance(transaction, Receipt):
        for index, line in enumerate(transaction.lines):
            if line.settles_transaction_id:
                yield f"/lines/{index}/settlesTransactionId", line.settles_transaction_id, ("sales", "sales_credit")


# ---- What stands there once


@dataclass(frozen=True, slots=True)
class _Unique:
    """A field of a collection that no two records share, or not within one journal; `told` gives the values."""

    collection: str
    field: str
    code: str
    told: Callable[[Any, str], dict[str, object]]
    within: str | None = None


def _unique(collection: str, field: str = "code", within: str | None = None) -> _Unique:
    read = attrgetter(field)
    return _Unique(collection, field, "not_unique", lambda each, owner: {"value": read(each), "owner": owner}, within)


_UNIQUE: Final = (
    _Unique(
        TRANSACTIONS.name,
        "number",
        "number_in_use",
        lambda each, owner: {"number": each.number, "transaction": owner, "journal": each.journal_id},
        within="journal_id",
    ),
    _unique(TRANSACTIONS.name, "entry_number", within="journal_id"),
    _Unique(debtors.SPEC.name, "code", "code_in_use", lambda each, owner: {"code": each.code, "debtor": owner}),
    _Unique(products.SPEC.name, "sku", "sku_in_use", lambda each, owner: {"sku": each.sku, "product": owner}),
    _unique(ledger_accounts.SPEC.name),
    _unique(journals.SPEC.name),
    _unique(payment_terms.SPEC.name),
    _unique(invoice_profiles.SPEC.name),
)


def _twice(loaded: Loaded, unique: _Unique) -> Iterator[Complaint]:
    key_of = attrgetter(unique.field, *([unique.within] if unique.within else []))
    owners: dict[Hashable, str] = {}
    for position, record in enumerate(loaded.records[unique.collection]):
        owner = owners.setdefault(key_of(record), record.id)
        if owner != record.id:
            pointer = _pointer(unique.collection, position, f"/{camel(unique.field)}")
            yield Complaint(unique.code, pointer, values=unique.told(record, owner))


# ---- What bookings rely on


def _accounts_missing(loaded: Loaded) -> Iterator[Complaint]:
    """Look for journals of money and rates of VAT that have no ledger account to be posted on."""
    for collection, needs_account in _POSTED_ON:
        for position, record in enumerate(loaded.records[collection]):
            if needs_account(record) and record.ledger_account_id is None:
                yield Complaint("required", _pointer(collection, position, "/ledgerAccountId"))


_POSTED_ON: Final[tuple[tuple[str, Callable[[Any], bool]], ...]] = (
    (journals.SPEC.name, lambda journal: journal.type in JOURNAL_TYPES["receipt"]),
    (vat_rates.SPEC.name, lambda rate: rate.direction == "sales" and bool(rate.percentage)),
)


def _counters_behind(loaded: Loaded) -> Iterator[Complaint]:
    """Look for counters by which an entry number would be given twice."""
    highest: dict[str, int] = defaultdict(int)
    for transaction in loaded.records[TRANSACTIONS.name]:
        highest[transaction.journal_id] = max(highest[transaction.journal_id], transaction.entry_number)
    for journal_id, lowest in highest.items():
        counter = f"entry:{journal_id}"
        came = loaded.counters.get(counter)
        if came is None:
            yield Complaint("required", f"/counters/{counter}")
        elif came < lowest:
            values = {"came": came, "lowest": lowest, "highest": HIGHEST_COUNT}
            yield Complaint("number_out_of_range", f"/counters/{counter}", values=values)
