"""Lists that were searched before something was created, pages that were walked, and fields that do not exist."""

import pytest

from mockbooks.observations import created_debtor_without_search, ignored_unknown_field, walked_pages_in_parallel
from mockbooks.traffic.delivery import Drop
from mockbooks.traffic.exchange import Answer
from mockbooks.traffic.request_log import Entry
from tests.unit.observations.watching import OK, Small, answer, call, details, tell_of_books, watched

UNSEARCHED = created_debtor_without_search.OBSERVATION
PARALLEL = walked_pages_in_parallel.OBSERVATION
UNKNOWN = ignored_unknown_field.OBSERVATION
CREATED = call("createDebtor", content={"email": "Inkoop@Korenaar.example", "name": "De Korenaar"}, request_id="req_c")


def test_a_debtor_without_a_search_before_is_told() -> None:
    watcher = watched(UNSEARCHED, CREATED)

    assert details(watcher) == ["a debtor was created without a search for its e-mail address before"]
    assert watcher.seen.findings[0].request_ids == ("req_c",)


@pytest.mark.parametrize(
    "query", ["email=inkoop%40korenaar.example", "active=true&email=INKOOP@korenaar.example ", "page=1&pageSize=200"]
)
def test_who_searched_for_the_address_or_read_all_debtors_is_well(query: str) -> None:
    seen = watched(UNSEARCHED, call("listDebtors", query=query), CREATED).seen

    assert (seen.situations, seen.bad) == (1, 0)


@pytest.mark.parametrize(
    "search",
    [
        call("listDebtors", query="email=verkoop@korenaar.example"),
        call("listDebtors", query="name=korenaar"),
        call("listDebtors", answer(429), query="email=inkoop@korenaar.example"),
        call("listDebtors", Answer(status=200, delivery=Drop("close")), query="email=inkoop@korenaar.example"),
        call("listDebtors", answer(200, {}, Link='<http://x/debtors?page=2>; rel="next"')),
        call("listDebtors", query="&".join(f"a{number}=1" for number in range(30))),
        call("listProducts"),
    ],
)
def test_another_search_or_one_that_failed_is_none(search: Entry) -> None:
    assert watched(UNSEARCHED, search, CREATED).seen.bad == 1


def test_a_search_in_books_that_were_replaced_tells_nothing_of_those_of_now() -> None:
    watcher = UNSEARCHED.watch(Small().world)
    watcher.see(call("listDebtors", query="email=inkoop%40korenaar.example"))
    watcher.see(call("listDebtors", query="page=1"))
    tell_of_books(watcher, Small())
    watcher.see(CREATED)

    assert watcher.seen.bad == 1


def test_a_debtor_without_address_or_that_was_refused_is_not_judged() -> None:
    nameless = call("createDebtor", content={"name": "De Korenaar"})
    refused = call("createDebtor", answer(400), content={"email": "inkoop@korenaar.example"})

    assert watched(UNSEARCHED, nameless, refused).seen.situations == 0


def _page(number: int, *, at: float, took: float, query: str = "pageSize=50", client: str = "demo") -> Entry:
    return call("listTransactions", query=f"{query}&page={number}", at=at, took=took, client=client)


def test_pages_that_were_asked_for_at_the_same_time_are_told() -> None:
    watcher = watched(PARALLEL, _page(1, at=0, took=2), _page(2, at=1, took=3))

    assert details(watcher) == ["client demo asked for pages 1 and 2 of /api/v1/transactions at the same time"]


def test_the_page_that_began_last_may_end_first() -> None:
    assert watched(PARALLEL, _page(2, at=1, took=1), _page(1, at=0, took=5)).seen.bad == 1


def test_pages_one_after_the_other_are_well() -> None:
    seen = watched(PARALLEL, call("listTransactions", took=1), _page(2, at=1, took=1), _page(3, at=2, took=1)).seen

    assert (seen.situations, seen.bad) == (2, 0)


def test_where_the_clock_stands_still_nobody_is_blamed() -> None:
    assert watched(PARALLEL, _page(1, at=0, took=0), _page(2, at=0, took=0)).seen.bad == 0


def test_pages_of_different_lists_or_clients_may_overlap() -> None:
    first = _page(1, at=0, took=5)

    assert watched(PARALLEL, first, _page(2, at=1, took=1, query="type=sales")).seen.bad == 0
    assert watched(PARALLEL, first, _page(2, at=1, took=1, client="shop")).seen.bad == 0


def test_what_is_no_list_has_no_pages() -> None:
    entries = [
        call("getDebtor", took=5),
        call("listDebtors", took=5, query="&".join("a=1" for _ in range(30))),
        call("listDebtors", took=5, client=None, token=""),
        call("createDebtor", took=5),
    ]

    assert watched(PARALLEL, *entries, *entries).seen.situations == 0


REFUSED = answer(400, {"code": "unknown_field", "errors": [{"code": "unknown_field", "pointer": "/lines/0/btwCode"}]})


def _sale(true: Answer, *, field: str = "btwCode", lines: int = 1, at: float = 0) -> Entry:
    body = {"reference": f"ORD-{at}", "lines": [{"amount": "1.00"}] * (lines - 1) + [{field: "hoog"}]}
    return call("createTransaction", true, content=body, at=at)


def test_a_field_that_comes_again_though_it_does_not_exist_is_told_wherever_it_stands_in_a_list() -> None:
    watcher = watched(UNKNOWN, _sale(REFUSED), _sale(REFUSED, lines=3, at=1))

    assert details(watcher) == ["client demo sent /lines/*/btwCode to createTransaction again, which does not exist"]


def test_a_body_without_that_field_is_well() -> None:
    seen = watched(UNKNOWN, _sale(REFUSED), _sale(OK, field="vatRateId", at=1)).seen

    assert (seen.situations, seen.bad) == (1, 0)


def test_what_was_on_its_way_is_not_blamed() -> None:
    assert watched(UNKNOWN, _sale(REFUSED), _sale(REFUSED, at=0.01)).seen.bad == 0


def test_other_mistakes_are_not_about_fields_that_do_not_exist() -> None:
    required = answer(400, {"code": "required", "errors": [{"code": "required", "pointer": "/lines/0/btwCode"}]})

    assert watched(UNKNOWN, _sale(required), _sale(required, at=1)).seen.situations == 0
    assert watched(UNKNOWN, _sale(answer(400, {"errors": "none"}))).seen.situations == 0


def test_a_body_that_is_far_too_deep_is_read_as_far_as_anybody_reads() -> None:
    deep = call("createTransaction", REFUSED, body=b'{"a":' * 500 + b"1" + b"}" * 500, at=1)

    assert watched(UNKNOWN, _sale(REFUSED), deep).seen.bad == 0
