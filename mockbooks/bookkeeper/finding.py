"""How a scenario names who and what is in the books: by id, or by what people know it by."""

from collections.abc import Iterable, Iterator
from typing import Final, NoReturn, TypeVar

from mockbooks.domain.folding import fold_email
from mockbooks.resources import debtors, transactions
from mockbooks.resources.debtors import Debtor
from mockbooks.resources.transactions.entity import Sale, Transaction
from mockbooks.service.context import Context
from mockbooks.service.fields import PlainText
from mockbooks.store import Equals
from mockbooks.texts import cut

T = TypeVar("T", bound=Transaction)

_LONGEST_EMAIL: Final = 254
_LONGEST_REFERENCE: Final = 100


def debtor_field(what: str) -> PlainText:
    """Declare the field that names a debtor; `what` says what is done with it."""
    return PlainText(
        f"{what}: its id, code or e-mail address; or a JSON Pointer to one of these in the body of the call, such as"
        " `/debtorId`. Of several with that address the one that was created first is meant.",
        maximum=_LONGEST_EMAIL,
        required=True,
        example="inkoop@korenaar.example",
    )


def transaction_field(what: str) -> PlainText:
    """Declare the field that names a transaction; `what` says which, and what is done with it."""
    return PlainText(
        f"{what}: its id, number or reference; or a JSON Pointer to one of these in the body of the call, such as"
        " `/reference`. Of several the first is meant, before all one that was not reversed.",
        maximum=_LONGEST_REFERENCE,
        required=True,
        example="ORD-1001",
    )


def find_debtor(context: Context, who: str) -> Debtor:
    """Look a debtor up; LookupError when there is none."""
    collection = context.books.collection(debtors.SPEC)
    found = collection.get(who) or collection.first("code", who) or collection.first("email", fold_email(who))
    return found or nothing("debtor", who)


def find_transaction(context: Context, which: str) -> Transaction:
    """Look a transaction up; LookupError when there is none."""
    return _standing(_called(context, which)) or nothing("transaction", which)


def find_sale(context: Context, which: str) -> Sale:
    """Look a sale up; LookupError when there is none, as when the name is that of another kind of transaction."""
    sales = (
        found for found in _called(context, which) if isinstance(found, Sale) and not found.reverses_transaction_id
    )
    return _standing(sales) or nothing("sale", which)


def nothing(noun: str, name: str) -> NoReturn:
    """Say that nothing is called so, in words for whoever wrote the scenario; always raises LookupError."""
    raise LookupError(f'there is no {noun} "{cut(name)}"')


def _called(context: Context, which: str) -> Iterator[Transaction]:
    """Give every transaction of this id, number or reference, in that order."""
    collection = context.books.collection(transactions.RESOURCE.spec)
    by_id = collection.get(which)
    if by_id:
        yield by_id
    for index in ("number", "reference"):
        yield from collection.entities([Equals(index, which)])


def _standing(candidates: Iterable[T]) -> T | None:
    """Choose the first that was not reversed, else the first."""
    found = list(candidates)
    return next((each for each in found if each.status != "reversed"), found[0] if found else None)
