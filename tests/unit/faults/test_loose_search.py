"""`looseSearch`: parameters that match otherwise than they should."""

import pytest

from mockbooks.faults.loose_search import EXACT_FILTERS
from mockbooks.resources import RESOURCES
from mockbooks.service.fields import PlainText
from mockbooks.store import Equals
from mockbooks.traffic.loose_search import LooseSearch
from tests.unit.faults.scenes import acted, call, kind, refused


@pytest.mark.parametrize(
    ("settings", "search"),
    [
        ({"contains": ["email", "code"]}, LooseSearch(contains=frozenset({"email", "code"}))),
        ({"exactCase": ["email"]}, LooseSearch(exact_case=frozenset({"email"}))),
        ({"ignore": ["q", "*"]}, LooseSearch(ignore=frozenset({"q", "*"}))),
    ],
)
def test_the_call_is_told_how_its_parameters_match(settings: object, search: LooseSearch) -> None:
    exchange = call("listDebtors")

    assert acted("looseSearch", settings, exchange) is None
    assert exchange.search == search


def test_several_faults_loosen_several_parameters() -> None:
    exchange = call("listTransactions")
    acted("looseSearch", {"contains": ["reference"]}, exchange)
    acted("looseSearch", {"ignore": ["number"]}, exchange)

    assert exchange.search == LooseSearch(contains=frozenset({"reference"}), ignore=frozenset({"number"}))


@pytest.mark.parametrize(
    ("name", "by_name", "by_star"),
    [("email", True, True), ("fuzzy", False, True), ("page", False, False), ("pageSize", False, False)],
)
def test_a_star_ignores_everything_but_pages(name: str, *, by_name: bool, by_star: bool) -> None:
    assert LooseSearch(ignore=frozenset({"email"})).ignores(name) is by_name
    assert LooseSearch(ignore=frozenset({"*"})).ignores(name) is by_star


@pytest.mark.parametrize(
    ("settings", "complaints"),
    [
        ({"contains": ["email"], "ignore": ["code"]}, [("", "exactly_one_of")]),
        ({"contains": []}, [("/contains", "too_few_items")]),
        ({"contains": ["emial"]}, [("/contains/0", "not_one_of")]),
        ({"exactCase": ["name"]}, [("/exactCase/0", "not_one_of")]),
        ({"ignore": [""]}, [("/ignore/0", "blank")]),
        ({"ignore": ["q"] * 21}, [("/ignore", "too_many_items")]),
        ({"fuzzy": ["email"]}, [("/fuzzy", "unknown_field")]),
    ],
)
def test_what_is_no_habit_is_refused(settings: object, complaints: list[tuple[str, str]]) -> None:
    assert refused("looseSearch", settings) == complaints


@pytest.mark.parametrize(("operation", "concerned"), [("listDebtors", True), ("getDebtor", False)])
def test_only_lists_are_searched(operation: str, *, concerned: bool) -> None:
    assert kind("looseSearch").concerns(call(operation)) is concerned


def test_the_filters_that_can_match_otherwise_are_those_of_the_api_that_compare_a_whole_text() -> None:
    exact = {
        each.name
        for resource in RESOURCES
        for each in resource.filters
        if type(each.field) is PlainText and isinstance(each.criterion("1"), Equals) and "_" not in each.name
    }
    assert exact == set(EXACT_FILTERS)
