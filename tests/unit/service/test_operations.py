"""Operations: whatever they write is filed under the actor of the context."""

from dataclasses import replace
from datetime import date

import orjson
import pytest

from mockbooks import seed
from mockbooks.errors import RefusedError
from mockbooks.resources import SPECS, debtors, transactions
from mockbooks.resources.transactions.schemas import ReversalBody
from mockbooks.service import operations
from mockbooks.service.actor import SEED, Actor
from mockbooks.service.context import Context
from mockbooks.store import Books

SHOP = Actor(kind="client", name="webshop", request_id="req_1a2b3c4d")
ADDRESS = {"line1": "Stationsweg 1", "postalCode": "3811 MH", "city": "Amersfoort", "countryCode": "NL"}
GARAGE = {"name": "Garage Visser", "address": ADDRESS}


@pytest.fixture
def context() -> Context:
    context = Context(books=Books(SPECS), now="2026-11-23T09:00:00Z", today=date(2026, 11, 23))
    seed.plant(context, seed.Seed(debtors=2, products=1, transactions=1))
    context.books.begin_changes()
    return replace(context, actor=SHOP)


def filed(context: Context) -> list[tuple[str, str, object]]:
    return [(change.collection, change.id, change.by) for change in context.books.changes.since(0)]


def test_a_context_that_names_nobody_works_for_the_seed() -> None:
    assert Context(books=Books([]), now="2026-11-23T09:00:00Z", today=date(2026, 11, 23)).actor is SEED


def test_what_is_created_is_filed_under_the_actor(context: Context) -> None:
    operations.create(debtors.RESOURCE, context, debtors.DebtorCreate().load(GARAGE))
    assert filed(context) == [("debtors", "deb_000003", SHOP)]


def test_what_is_changed_is_filed_under_the_actor(context: Context) -> None:
    present = orjson.loads(operations.get(debtors.RESOURCE, context, "deb_000001"))
    body = debtors.RESOURCE.update_body
    assert body
    operations.update(debtors.RESOURCE, context, "deb_000001", body.load({**present, "name": "Garage Visser"}))
    assert filed(context) == [("debtors", "deb_000001", SHOP)]


def test_what_is_deleted_is_filed_under_the_actor(context: Context) -> None:
    operations.delete(debtors.RESOURCE, context, "deb_000002")
    assert filed(context) == [("debtors", "deb_000002", SHOP)]


def test_all_that_a_reversal_writes_is_filed_under_the_actor(context: Context) -> None:
    (verb,) = transactions.RESOURCE.verbs
    operations.do(transactions.RESOURCE, verb, context, "trx_000001", ReversalBody().load({}))
    assert filed(context) == [
        ("journals", "jrn_000005", SHOP),
        ("transactions", "trx_000002", SHOP),
        ("transactions", "trx_000001", SHOP),
    ]


def test_what_is_refused_is_not_filed(context: Context) -> None:
    values = debtors.DebtorCreate().load({**GARAGE, "code": "10001"})
    with pytest.raises(RefusedError):
        operations.create(debtors.RESOURCE, context, values)
    assert filed(context) == []
