"""`everyRowMet`: who walks a list to its end compares what was met with how many there are."""

import pytest

from mockbooks.stage.verdict import Outcome
from mockbooks.traffic.delivery import Drop
from mockbooks.traffic.exchange import Answer
from mockbooks.traffic.request_log import Entry
from tests.unit.expectations.judging import begin, judged, see
from tests.unit.observations.watching import Small, answer, call, tell_of_books


def page(number: int, *ids: str, total: int = 4, last: bool = False, query: str = "", **more: object) -> Entry:
    """Make a page of two debtors as it was shown, with a link to the next one unless it is the last."""
    content = {"success": True, "data": [{"id": each} for each in ids], "page": {"totalItems": total}}
    link = '<x?page=1>; rel="first"' if last else '<x?page=2>; rel="next"'
    shown = answer(200, content, Link=link)
    query = f"pageSize=2&page={number}{query}"
    return call("listDebtors", **{"true": shown, "query": query, **more})  # type: ignore[arg-type]


def test_a_walk_that_met_every_row_passes() -> None:
    assert judged("everyRowMet", page(1, "a", "b"), page(2, "c", "d", last=True)) == Outcome(
        state="passed", detail="Of a list of several pages every row was met."
    )


def test_a_walk_that_missed_a_row_and_was_trusted_fails() -> None:
    entries = [page(1, "a", "b", request_id="req_a"), page(2, "d", last=True, request_id="req_b")]

    assert judged("everyRowMet", *entries) == Outcome(
        state="failed",
        detail="GET /api/v1/debtors was walked to its end, and 1 of its 4 rows never met.",
        request_ids=("req_a", "req_b"),
    )


def test_a_row_that_came_twice_does_not_stand_for_another() -> None:
    entries = [page(1, "a", "b"), page(2, "b", "c", last=True)]

    assert judged("everyRowMet", *entries).state == "failed"


def test_walking_again_until_all_were_met_passes() -> None:
    first = [page(1, "a", "b"), page(2, "d", last=True)]
    again = [page(1, "a", "b"), page(2, "c", "d", last=True)]

    assert judged("everyRowMet", *first, *again).state == "passed"


def test_what_another_client_or_another_search_met_does_not_help() -> None:
    missed = [page(1, "a", "b"), page(2, "d", last=True)]
    by_another = page(2, "c", "d", last=True, client="other")
    of_another = page(2, "c", "d", last=True, query="&active=true")

    assert judged("everyRowMet", *missed, by_another).state == "failed"
    assert judged("everyRowMet", *missed, of_another).state == "failed"


@pytest.mark.parametrize(
    "entries",
    [
        [],
        [page(1, "a", last=True)],
        [call("listDebtors", page(1, "a").answer, query="email=a")],
        [page(1, "a", "b"), page(2, "c")],
        [page(2, "c", last=True, true=answer(429))],
        [page(2, "c", last=True, sent=Answer(status=200, delivery=Drop("reset")))],
        [page(2, "c", last=True, client=None, token="")],
        [call("getDebtor", page(2, "c", last=True).answer, query="page=2")],
        [page(1, "a", "b", method="HEAD"), page(2, "c", "d", last=True, method="HEAD")],
    ],
)
def test_nothing_is_exercised_where_no_list_was_walked_to_its_end(entries: list[Entry]) -> None:
    assert judged("everyRowMet", *entries) == Outcome(
        state="not_exercised", detail="No list of several pages was walked to its end."
    )


def test_a_list_that_is_too_long_to_remember_is_not_judged() -> None:
    assert judged("everyRowMet", page(9, "a", total=10_001, last=True)) == Outcome(
        state="not_exercised", detail="Only lists of more than 10000 rows were walked, which are not watched."
    )


def test_in_other_books_nothing_was_met() -> None:
    small = Small()
    watch = begin("everyRowMet", small=small)
    see(watch, page(1, "a", "b"), page(2, "d", last=True))
    tell_of_books(watch, small)

    assert watch.outcome(small.world).state == "not_exercised"
