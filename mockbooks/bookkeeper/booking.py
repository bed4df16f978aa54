"""How deeds book and save: through the operations that a caller of the API has, so by the same rules."""

from typing import Any, Final

import orjson
from marshmallow import ValidationError

from mockbooks.errors import RefusedError
from mockbooks.resources import debtors, journals, transactions
from mockbooks.resources.debtors import Debtor, DebtorCreate, DebtorUpdate
from mockbooks.resources.transactions.schemas import TransactionCreate
from mockbooks.service import operations
from mockbooks.service.context import Context
from mockbooks.service.schema import StrictSchema, complaints_in

_TRANSACTION: Final = TransactionCreate()
_NEW_DEBTOR: Final = DebtorCreate()
_DEBTOR: Final = DebtorUpdate()


def book(context: Context, **body: object) -> None:
    """Book a transaction today; raises RefusedError when the books refuse it."""
    values = _read(_TRANSACTION, {"date": context.today.isoformat(), **body})
    operations.create(transactions.RESOURCE, context, values)


def new_debtor(context: Context, body: dict[str, object]) -> str:
    """Make a debtor and give its id; raises RefusedError when the books refuse it."""
    debtor_id = context.books.next_id(debtors.SPEC)
    operations.create(debtors.RESOURCE, context, _read(_NEW_DEBTOR, body))
    return debtor_id


def save_debtor(context: Context, debtor: Debtor, changes: dict[str, Any]) -> None:
    """Read a debtor, change some of its fields and write it as a whole; RefusedError when the books refuse it."""
    present = orjson.loads(operations.get(debtors.RESOURCE, context, debtor.id))
    operations.update(debtors.RESOURCE, context, debtor.id, _read(_DEBTOR, {**present, **changes}))


def default_journal_id(context: Context, kind: str) -> str:
    """Find the default journal of a kind, in use or not: the rules say so if it is not; LookupError without one."""
    candidates = context.books.collection(journals.SPEC).entities()
    found = next((each for each in candidates if each.is_default and each.type == kind), None)
    if found is None:
        raise LookupError(f"there is no default journal for {kind}")
    return found.id


def _read(schema: StrictSchema, body: dict[str, object]) -> dict[str, Any]:
    try:
        values: dict[str, Any] = schema.load(body)
    except ValidationError as error:
        raise RefusedError(*complaints_in(error)) from error
    return values
