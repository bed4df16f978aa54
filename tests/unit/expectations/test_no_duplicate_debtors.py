"""`noDuplicateDebtors`: one customer, one debtor."""

from dataclasses import replace

import pytest

from mockbooks.resources import debtors
from mockbooks.stage.verdict import Outcome
from mockbooks.traffic.request_log import Entry
from tests.unit.expectations.bookkeeping import add_debtor
from tests.unit.expectations.judging import begin, judged, see
from tests.unit.observations.watching import OK, Small, answer, call, planted, tell_of_books

ANNA = "anna.bos@shop.example"


@pytest.fixture
def small() -> Small:
    return planted(debtors=2, products=0, transactions=0)


def creation(email: object = ANNA, **more: object) -> Entry:
    return call("createDebtor", content={"name": "Anna Bos", "email": email}, **more)  # type: ignore[arg-type]


def archive_first(small: Small, email: str) -> None:
    collection = small.books.collection(debtors.SPEC)
    first = next(each for each in collection.entities() if each.email == email)
    with small.books.work(None):
        collection.replace(replace(first, active=False))


def test_customers_that_became_debtors_once_pass(small: Small) -> None:
    watch = begin("noDuplicateDebtors", small=small)
    add_debtor(small, ANNA)
    see(watch, creation())

    assert watch.outcome(small.world) == Outcome(
        state="passed", detail="A debtor was created once, and no other has the same e-mail address."
    )


def test_a_customer_that_became_a_debtor_twice_fails_with_the_calls_that_did_it(small: Small) -> None:
    watch = begin("noDuplicateDebtors", small=small)
    add_debtor(small, ANNA)
    add_debtor(small, "ANNA.BOS@shop.example")
    see(watch, creation(request_id="req_a"), creation("ANNA.BOS@shop.example ", request_id="req_b"))

    assert watch.outcome(small.world) == Outcome(
        state="failed",
        detail=("Debtors were created 2 times, of which others have the e-mail address: anna.bos@shop.example."),
        request_ids=("req_a", "req_b"),
    )


def test_a_debtor_beside_one_that_the_books_began_with_fails(small: Small) -> None:
    add_debtor(small, ANNA)
    watch = begin("noDuplicateDebtors", small=small)
    add_debtor(small, ANNA)
    see(watch, creation())

    assert watch.outcome(small.world).state == "failed"


def test_two_that_the_books_began_with_are_no_fault_of_the_client(small: Small) -> None:
    add_debtor(small, ANNA)
    add_debtor(small, ANNA)

    assert judged("noDuplicateDebtors", creation(), small=small).state == "passed"


def test_a_debtor_in_the_place_of_one_that_was_archived_passes(small: Small) -> None:
    add_debtor(small, ANNA)
    watch = begin("noDuplicateDebtors", small=small)
    archive_first(small, ANNA)
    add_debtor(small, ANNA)
    see(watch, creation())

    assert watch.outcome(small.world).state == "passed"


@pytest.mark.parametrize(
    "entry",
    [
        creation(None),
        creation(" "),
        creation(true=answer(400)),
        creation(true=replace(OK, headers=(("Idempotency-Replayed", "true"),))),
        call("listDebtors"),
    ],
)
def test_nothing_is_exercised_where_no_debtor_was_created_with_an_email_address(small: Small, entry: Entry) -> None:
    assert judged("noDuplicateDebtors", entry, small=small) == Outcome(
        state="not_exercised", detail="No debtor was created with an e-mail address."
    )


def test_in_other_books_only_what_clients_made_there_counts(small: Small) -> None:
    watch = begin("noDuplicateDebtors", small=small)
    see(watch, creation(), creation())
    tell_of_books(watch, small)

    assert watch.outcome(small.world).state == "not_exercised"
