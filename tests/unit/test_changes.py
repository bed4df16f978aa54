"""What changed is told in plain lines: who did what to which record, without what bookkeeping moves by itself."""

from dataclasses import FrozenInstanceError, replace
from datetime import date
from typing import Any

import orjson
import pytest

from mockbooks import seed
from mockbooks.changes import ToldChange, told_changes
from mockbooks.resources import SPECS, administration, debtors, journals, products, transactions, vat_rates
from mockbooks.resources.addresses import Address
from mockbooks.resources.transactions.schemas import ReversalBody, TransactionCreate
from mockbooks.service import operations
from mockbooks.service.actor import SEED, Actor
from mockbooks.service.context import Context
from mockbooks.store import Books, CollectionSpec

SHOP = Actor(kind="client", name="mockbooks-demo", request_id="req_1a2b3c4d")
BOOKKEEPER = Actor(kind="bookkeeper")
ADDRESS = {"line1": "Stationsweg 1", "postalCode": "3811 MH", "city": "Amersfoort", "countryCode": "NL"}
KADE = Address(line1="Kade 1", line2="2", postal_code="2000", city="Antwerpen", region=None, country_code="BE")
GARAGE = {"name": "Garage Visser", "address": ADDRESS}


@pytest.fixture
def context() -> Context:
    """Give seeded books at their beginning: debtors 10001 and 10002, nothing booked."""
    context = Context(books=Books(SPECS), now="2026-11-23T09:00:00Z", today=date(2026, 11, 23))
    seed.plant(context, seed.Seed(debtors=2, products=1, transactions=0))
    context.books.begin_changes()
    return replace(context, actor=SHOP)


def lines(context: Context, since: int = 0) -> list[str]:
    return [change.line for change in told_changes(context.books, since).changes]


def only(context: Context) -> ToldChange:
    (change,) = told_changes(context.books, 0).changes
    return change


def sell(context: Context) -> None:
    """Sell for 121.00 on the order ORD-1001."""
    line = {"ledgerAccountId": "led_000044", "vatRateId": "vat_000001", "amount": "100.00"}
    body: dict[str, Any] = {"type": "sales", "date": "2026-11-23", "debtorId": "deb_000001", "reference": "ORD-1001"}
    body |= {"pricesIncludeVat": False, "lines": [line]}
    operations.create(transactions.RESOURCE, context, TransactionCreate().load(body))


def receive(context: Context, sale: str, amount: str) -> None:
    line = {"settlesTransactionId": sale, "amount": amount}
    body = {"type": "receipt", "date": "2026-11-23", "lines": [line]}
    operations.create(transactions.RESOURCE, context, TransactionCreate().load(body))


def reverse(context: Context, transaction: str) -> None:
    (verb,) = transactions.RESOURCE.verbs
    operations.do(transactions.RESOURCE, verb, context, transaction, ReversalBody().load({}))


def edit(context: Context, spec: CollectionSpec[Any], record_id: str, actor: Actor | None, **different: Any) -> None:  # noqa: ANN401
    """Replace a record, as somebody does who works in the books without the API."""
    collection = context.books.collection(spec)
    present: Any = collection.get(record_id)
    with context.books.work(actor):
        collection.replace(replace(present, updated_at="2026-11-23T10:00:00Z", **different))


# ---- Created, changed, reversed, deleted


def test_nothing_is_told_of_books_in_which_nothing_was_done(context: Context) -> None:
    assert told_changes(context.books, 0) == ([], False)


def test_a_sale_is_told_once_without_the_journal_that_counted_on(context: Context) -> None:
    sell(context)
    assert lines(context) == [
        "client mockbooks-demo created transaction trx_000001 (2026-0001, ORD-1001, 121.00) in req_1a2b3c4d"
    ]


def test_what_was_created_is_told_in_parts_as_well(context: Context) -> None:
    sell(context)
    assert only(context) == ToldChange(
        number=2,
        kind="created",
        resource="Transaction",
        id="trx_000001",
        label="2026-0001, ORD-1001, 121.00",
        actor_kind="client",
        actor_name="mockbooks-demo",
        request_id="req_1a2b3c4d",
        at="2026-11-23T09:00:00Z",
        differences={},
    )


def test_a_told_change_stays_as_it_is(context: Context) -> None:
    sell(context)
    with pytest.raises(FrozenInstanceError):
        only(context).id = "trx_000002"  # type: ignore[misc]


def test_a_receipt_is_told_with_what_it_made_of_the_sale(context: Context) -> None:
    sell(context)
    start = context.books.changes.position
    receive(context, "trx_000001", "21.00")
    assert lines(context, start) == [
        (
            "client mockbooks-demo changed transaction trx_000001 (2026-0001, ORD-1001, 121.00) in req_1a2b3c4d:"
            " status open → partly_paid, openAmount 121.00 → 100.00"
        ),
        "client mockbooks-demo created transaction trx_000002 (BNK-2026-0001, 21.00) in req_1a2b3c4d",
    ]


def test_a_reversal_is_told_of_both_transactions_once(context: Context) -> None:
    sell(context)
    start = context.books.changes.position
    reverse(context, "trx_000001")
    assert lines(context, start) == [
        (
            "client mockbooks-demo created transaction trx_000002 (2026-0002, -121.00, reverses trx_000001)"
            " in req_1a2b3c4d"
        ),
        (
            "client mockbooks-demo reversed transaction trx_000001 (2026-0001, ORD-1001, 121.00) with trx_000002"
            " in req_1a2b3c4d"
        ),
    ]


def test_a_reversal_holds_its_differences(context: Context) -> None:
    sell(context)
    reverse(context, "trx_000001")
    original = told_changes(context.books, 0).changes[-1]
    assert original.kind == "reversed"
    assert original.differences == {
        "status": ("open", "reversed"),
        "openAmount": ("121.00", "0.00"),
        "reversedByTransactionId": (None, "trx_000002"),
    }


def test_what_was_deleted_is_told_as_it_last_was(context: Context) -> None:
    edit(context, debtors.SPEC, "deb_000002", BOOKKEEPER, name="Slagerij Van Dam")
    start = context.books.changes.position
    operations.delete(debtors.RESOURCE, context, "deb_000002")
    (deleted,) = told_changes(context.books, start).changes
    assert deleted.line == "client mockbooks-demo deleted debtor deb_000002 (10002, Slagerij Van Dam) in req_1a2b3c4d"
    assert (deleted.kind, deleted.at, deleted.differences) == ("deleted", "2026-11-23T10:00:00Z", {})


def test_an_update_through_the_api_is_told_by_its_differences(context: Context) -> None:
    operations.create(debtors.RESOURCE, context, debtors.DebtorCreate().load(GARAGE))
    present = orjson.loads(operations.get(debtors.RESOURCE, context, "deb_000003"))
    assert debtors.RESOURCE.update_body
    changed = {**present, "name": "Garage Visser B.V.", "address": {**ADDRESS, "city": "Leusden"}}
    operations.update(debtors.RESOURCE, context, "deb_000003", debtors.RESOURCE.update_body.load(changed))
    assert lines(context) == [
        "client mockbooks-demo created debtor deb_000003 (10003, Garage Visser) in req_1a2b3c4d",
        (
            "client mockbooks-demo changed debtor deb_000003 (10003, Garage Visser B.V.) in req_1a2b3c4d:"
            " name Garage Visser → Garage Visser B.V., address.city Amersfoort → Leusden"
        ),
    ]


# ---- Through whom


def test_a_lock_by_the_bookkeeper_is_told_in_one_line(context: Context) -> None:
    edit(context, administration.SPEC, "adm_000001", BOOKKEEPER, lock_date=date(2026, 10, 31))
    assert lines(context) == ["the bookkeeper changed the administration: lockDate none → 2026-10-31"]


@pytest.mark.parametrize(
    ("actor", "told"),
    [
        (Actor(kind="client"), "a client changed"),
        (Actor(kind="client", request_id="req_1"), "a client changed"),
        (Actor(kind="bookkeeper", name="close October"), 'the bookkeeper ("close October") changed'),
        (Actor(kind="operator"), "the operator changed"),
        (Actor(kind="operator", name="PUT /books"), 'the operator ("PUT /books") changed'),
        (SEED, "the seed changed"),
        (Actor(kind="seed", name="week 48"), 'the seed ("week 48") changed'),
        (None, "the seed changed"),
    ],
)
def test_every_actor_is_told_in_words(context: Context, actor: Actor | None, told: str) -> None:
    edit(context, vat_rates.SPEC, "vat_000001", actor, active=False)
    assert only(context).line.startswith(f"{told} VAT rate vat_000001 (NL_HOOG, Btw hoog 21%)")


def test_what_was_filed_for_nobody_counts_as_the_seed(context: Context) -> None:
    edit(context, vat_rates.SPEC, "vat_000001", None, active=False)
    change = only(context)
    assert (change.actor_kind, change.actor_name, change.request_id) == ("seed", None, None)


def test_changes_of_one_record_by_different_actors_stay_apart_and_in_order(context: Context) -> None:
    edit(context, debtors.SPEC, "deb_000001", SHOP, name="Bakkerij A")
    edit(context, debtors.SPEC, "deb_000001", BOOKKEEPER, name="Bakkerij B")
    edit(context, debtors.SPEC, "deb_000001", SHOP, name="Bakkerij C")
    assert lines(context, 1) == [
        "the bookkeeper changed debtor deb_000001 (10001, Bakkerij B): name Bakkerij A → Bakkerij B",
        (
            "client mockbooks-demo changed debtor deb_000001 (10001, Bakkerij C) in req_1a2b3c4d:"
            " name Bakkerij B → Bakkerij C"
        ),
    ]


# ---- What is left out


def test_a_journal_that_only_counted_on_is_not_told(context: Context) -> None:
    edit(context, journals.SPEC, "jrn_000005", BOOKKEEPER, next_number=7)
    assert lines(context) == []


def test_a_journal_that_somebody_changed_is_told(context: Context) -> None:
    edit(context, journals.SPEC, "jrn_000005", BOOKKEEPER, next_number=7, active=False)
    assert lines(context) == [
        "the bookkeeper changed journal jrn_000005 (70, Verkoop): nextNumber 1 → 7, active true → false"
    ]


def test_moments_and_versions_alone_are_no_change(context: Context) -> None:
    edit(context, debtors.SPEC, "deb_000001", BOOKKEEPER, version=9)
    assert lines(context) == []


def test_what_callers_never_see_is_no_change(context: Context) -> None:
    sell(context)
    edit(context, transactions.RESOURCE.spec, "trx_000001", BOOKKEEPER, control_account_id="led_000001")
    assert len(lines(context)) == 1


def test_what_was_before_the_position_is_not_told(context: Context) -> None:
    edit(context, products.SPEC, "prd_000001", BOOKKEEPER, sku="BROOD-1")
    position = context.books.changes.position
    edit(context, products.SPEC, "prd_000001", BOOKKEEPER, active=False)
    (told,) = lines(context, position)
    assert told.endswith(": active true → false")


def test_what_a_restored_snapshot_undid_is_not_told(context: Context) -> None:
    frozen = context.books.snapshot()
    sell(context)
    context.books.restore(frozen)
    assert lines(context) == []


# ---- Bounds


@pytest.fixture
def long_story(context: Context) -> Context:
    """Let ten thousand and one changes happen, of which the first is forgotten."""
    for number in range(10_001):
        edit(context, debtors.SPEC, "deb_000001", BOOKKEEPER, phone=str(number))
    return context


def test_it_is_told_that_older_changes_are_forgotten(long_story: Context) -> None:
    told = told_changes(long_story.books, 0)
    assert (len(told.changes), told.changes[0].number, told.forgotten) == (10_000, 2, True)


def test_nothing_is_forgotten_of_what_came_later(long_story: Context) -> None:
    told = told_changes(long_story.books, 1)
    assert (len(told.changes), told.forgotten) == (10_000, False)
    assert told_changes(long_story.books, 10_001) == ([], False)


def test_a_position_before_the_beginning_is_the_beginning(context: Context) -> None:
    sell(context)
    assert told_changes(context.books, -3) == told_changes(context.books, 0)


def test_long_values_are_cut_in_the_line_and_bounded_in_the_differences(context: Context) -> None:
    edit(context, products.SPEC, "prd_000001", BOOKKEEPER, long_description="brood " * 1_000)
    change = only(context)
    assert change.line.endswith(f"longDescription none → {('brood ' * 20)[:59]}…")
    assert change.differences == {"longDescription": (None, ("brood " * 60)[:299] + "…")}


def test_a_value_that_became_an_object_is_shown_as_json(context: Context) -> None:
    edit(context, debtors.SPEC, "deb_000001", BOOKKEEPER, delivery_address=KADE)
    was, now = only(context).differences["deliveryAddress"]
    assert (was, now["city"]) == (None, "Antwerpen")
    assert 'deliveryAddress none → {"line1":"Kade 1"' in only(context).line


def test_a_long_object_is_a_cut_text_in_the_differences(context: Context) -> None:
    edit(context, debtors.SPEC, "deb_000001", BOOKKEEPER, delivery_address=replace(KADE, line1="K" * 400))
    _, now = only(context).differences["deliveryAddress"]
    assert now == '{"line1":"' + "K" * 289 + "…"


def test_at_most_ten_differences_stand_in_the_line(context: Context) -> None:
    others = {"name": "Kade BV", "contact_name": "Kaj", "email": "a@b.example", "invoice_email": "c@d.example"}
    others |= {"phone": "020", "vat_number": "NL1", "coc_number": "12345678", "iban": "NL0"}
    edit(context, debtors.SPEC, "deb_000001", BOOKKEEPER, address=KADE, **others)
    change = only(context)
    assert len(change.differences) == 13
    assert change.line.count("→") == 10
    assert change.line.endswith(" and 3 more")


def test_a_line_is_one_line_whatever_a_caller_wrote(context: Context) -> None:
    forged = "Jansen\nthe bookkeeper deleted debtor\u2028deb_000009\u202e\x9b1m"
    edit(context, debtors.SPEC, "deb_000001", SHOP, name="", contact_name=forged)
    assert only(context).line.endswith(
        "contactName Sanne de Vries → Jansen the bookkeeper deleted debtor deb_000009\ufffd\ufffd1m"
    )
    assert 'name Bakkerij De Korenaar → ""' in only(context).line


def test_the_administration_is_told_by_the_id_that_callers_know(context: Context) -> None:
    start = context.books.changes.position
    administration.lock(replace(context, actor=BOOKKEEPER), date(2026, 10, 31))

    assert [change.id for change in told_changes(context.books, start, "adm_000094").changes] == ["adm_000094"]
