"""`noMistakenDebtors`: who finds more than was asked for looks at what came."""

from collections.abc import Mapping

import pytest

from mockbooks.stage.verdict import Outcome
from mockbooks.traffic.delivery import Drop
from mockbooks.traffic.exchange import Answer
from mockbooks.traffic.request_log import Entry
from tests.unit.expectations.judging import begin, judged, see
from tests.unit.observations.watching import OK, Small, answer, call, tell_of_books

ANNA, BILAL, SHOP = "anna.bos@shop.example", "bilal@mail.example", "inkoop@korenaar.example"
ROWS = {"deb_000001": SHOP, "deb_000002": BILAL, "deb_000003": None}
NOTHING = "After no search by e-mail address that brought others along was a debtor made, or booked on."


def search(email: str = ANNA, rows: Mapping[str, str | None] = ROWS, **more: object) -> Entry:
    """Search for an e-mail address and find these."""
    found = answer(200, {"success": True, "data": [{"id": id_, "email": own} for id_, own in rows.items()]})
    return call("listDebtors", **{"true": found, "query": f"email={email}", **more})  # type: ignore[arg-type]


def sale(debtor_id: object, true: Answer = OK, **more: object) -> Entry:
    return call("createTransaction", true, content={"debtorId": debtor_id}, **more)  # type: ignore[arg-type]


def test_who_books_on_the_first_that_comes_fails_with_the_calls_that_show_it() -> None:
    entries = [search(request_id="req_a"), sale("deb_000001", request_id="req_b")]

    assert judged("noMistakenDebtors", *entries) == Outcome(
        state="failed",
        detail=(
            "A debtor that was not searched for was booked on once: a search for anna.bos@shop.example brought "
            "deb_000001 along."
        ),
        request_ids=("req_a", "req_b"),
    )


def test_who_makes_a_debtor_where_none_is_meant_passes() -> None:
    made = call("createDebtor", content={"email": ANNA})

    assert judged("noMistakenDebtors", search(), made, sale("deb_000004")) == Outcome(
        state="passed", detail="Of one search by e-mail address, none ended with a booking on another debtor."
    )


def test_who_picks_the_one_that_was_meant_passes() -> None:
    entries = [search(BILAL), sale("deb_000002"), search(f" {SHOP.upper()}"), sale("deb_000001")]

    assert judged("noMistakenDebtors", *entries) == Outcome(
        state="passed", detail="Of 2 searches by e-mail address, none ended with a booking on another debtor."
    )


def test_a_debtor_without_an_address_is_a_stranger_too() -> None:
    assert judged("noMistakenDebtors", search(rows={"deb_000003": None}), sale("deb_000003")).state == "failed"


def test_a_stranger_on_a_later_page_is_one_too() -> None:
    first, second = {"deb_000001": SHOP}, {"deb_000002": BILAL}

    assert judged("noMistakenDebtors", search(rows=first), search(rows=second), sale("deb_000001")).state == "failed"


def test_who_searched_for_several_before_booking_is_not_blamed() -> None:
    assert judged("noMistakenDebtors", search(BILAL), search(ANNA), sale("deb_000002")).state == "passed"


def test_who_books_on_somebody_it_made_is_not_blamed() -> None:
    made = call("createDebtor", content={"email": f"{BILAL} "})

    assert judged("noMistakenDebtors", made, search(ANNA), sale("deb_000002")).state == "passed"


@pytest.mark.parametrize(
    "before",
    [
        call("listDebtors", answer(200, {"data": [{"id": "deb_000001", "email": SHOP}]}), query="code=10001"),
        call("getDebtor", path="/api/v1/debtors/deb_000001"),
        sale("deb_000001"),
    ],
    ids=["found by its code", "read by its id", "booked on"],
)
def test_who_books_on_somebody_known_from_before_is_not_blamed(before: Entry) -> None:
    assert judged("noMistakenDebtors", before, search(), sale("deb_000001")).state == "passed"


def test_who_rejects_all_and_finds_the_debtor_by_its_code_is_not_blamed() -> None:
    found = call("listDebtors", answer(200, {"data": [{"id": "deb_000001", "email": SHOP}]}), query="code=10001")

    assert judged("noMistakenDebtors", search(), found, sale("deb_000001")).state == "passed"


def test_a_list_of_several_makes_nobody_known() -> None:
    rows = [{"id": "deb_000001", "email": SHOP}, {"id": "deb_000002", "email": BILAL}]
    listed = call("listDebtors", answer(200, {"data": rows}), query="code=1")

    assert judged("noMistakenDebtors", listed, search(), sale("deb_000001")).state == "failed"


@pytest.mark.parametrize(
    "entries",
    [
        [search(), sale("deb_000002")],
        [search(), call("getDebtor", path="/api/v1/debtors/deb_000001"), sale("deb_000001")],
    ],
    ids=["another than the first", "read after the search"],
)
def test_who_may_know_the_debtor_from_a_list_of_its_own_is_not_blamed(entries: list[Entry]) -> None:
    assert judged("noMistakenDebtors", *entries).state == "not_exercised"


def test_who_books_on_somebody_known_a_while_after_the_search_is_not_blamed() -> None:
    made = call("createDebtor", content={"email": ANNA})

    assert judged("noMistakenDebtors", search(), made, sale("deb_000004"), sale("deb_000001")).state == "passed"


def test_each_client_is_judged_by_its_own_searches() -> None:
    assert judged("noMistakenDebtors", search(), sale("deb_000001", client="other")).state == "not_exercised"


@pytest.mark.parametrize(
    "entries",
    [
        [],
        [search()],
        [sale("deb_000001")],
        [search(rows={"deb_000009": ANNA}), sale("deb_000001")],
        [search(query="name=anna"), sale("deb_000001")],
        [search(), sale("deb_000001", answer(400))],
        [search(), sale("deb_000001", answer(200, {}, Idempotency_Replayed="true"))],
        [search(sent=Answer(status=200, delivery=Drop("reset"))), sale("deb_000001")],
        [search(true=answer(200, [])), sale("deb_000001")],
        [search(client=None, token=""), sale("deb_000001", client=None, token="")],
        [search(), call("getDebtor")],
    ],
)
def test_nothing_is_exercised_where_no_search_brought_others_along(entries: list[Entry]) -> None:
    assert judged("noMistakenDebtors", *entries) == Outcome(state="not_exercised", detail=NOTHING)


def test_what_came_of_other_books_is_forgotten() -> None:
    small = Small()
    watch = begin("noMistakenDebtors", small=small)
    see(watch, search())
    tell_of_books(watch, small)
    see(watch, sale("deb_000001"))

    assert watch.outcome(small.world).state == "not_exercised"
