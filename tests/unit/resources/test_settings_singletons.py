"""The administration, the limits and the support: one of each, always true for today."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import orjson
import pytest

from mockbooks.domain import ibans, vat_numbers
from mockbooks.domain.periods import Quarter
from mockbooks.resources import administration, limits, support
from mockbooks.service.context import Context
from mockbooks.service.singleton import Singleton
from mockbooks.store import Books
from mockbooks.traffic.clock import RealClock
from mockbooks.traffic.rate_limiter import LimitSetting, RateLimiter

MOMENT = "2026-11-23T09:00:00Z"
SINGLETONS = (administration.SINGLETON, limits.SINGLETON, support.SINGLETON)
EACH = pytest.mark.parametrize("singleton", SINGLETONS, ids=[singleton.path for singleton in SINGLETONS])
ContextOn = Callable[[date], Context]


@pytest.fixture
def context_on() -> ContextOn:
    books = Books([administration.SPEC])
    seeded = administration.seed(
        MOMENT,
        date(2026, 11, 23),
        lock_date=date(2025, 12, 31),
        filed_quarters=("2026-Q2", "2026-Q1"),
    )
    books.collection(administration.SPEC).add(seeded)
    return lambda today: Context(
        books=books,
        now=MOMENT,
        today=today,
        administration_id="demo",
        administration_name="Webwinkel De Fietsenmaker B.V.",
        limiter=RateLimiter(LimitSetting(windows=((6000, "minute"),), concurrent=5), RealClock()),
    )


@pytest.fixture
def context(context_on: ContextOn) -> Context:
    return context_on(date(2026, 11, 23))


@EACH
def test_an_answer_holds_exactly_the_keys_of_its_schema(singleton: Singleton, context: Context) -> None:
    body = orjson.loads(singleton.read(context))
    assert list(body) == [field.data_key for field in singleton.answer().fields.values()]
    assert singleton.answer().load(body).keys() == singleton.answer().fields.keys()


@EACH
def test_the_example_of_every_field_is_one_that_the_field_takes(singleton: Singleton) -> None:
    example = {str(field.data_key): field.metadata["examples"][0] for field in singleton.answer().fields.values()}
    assert singleton.answer().load(example).keys() == singleton.answer().fields.keys()


@EACH
def test_every_field_is_described_and_always_there(singleton: Singleton) -> None:
    fields = singleton.answer().fields.items()
    assert [name for name, field in fields if not (field.required and field.metadata["description"])] == []


@pytest.mark.parametrize(
    ("singleton", "operation_id", "path", "scope", "needs_token"),
    [
        (administration.SINGLETON, "getAdministration", "/administration", "settings:read", True),
        (limits.SINGLETON, "getLimits", "/limits", None, True),
        (support.SINGLETON, "getSupport", "/support", None, False),
    ],
)
def test_operations_are_those_of_the_contract(
    singleton: Singleton,
    operation_id: str,
    path: str,
    scope: str | None,
    needs_token: bool,  # noqa: FBT001 - a figure of the table
) -> None:
    operation = singleton.operation
    assert (operation.operation_id, singleton.path, operation.scope) == (operation_id, path, scope)
    assert (operation.method, operation.needs_token) == ("GET", needs_token)


# ---- The administration


def answer_of(context: Context) -> dict[str, Any]:
    answer: dict[str, Any] = orjson.loads(administration.read(context))
    return answer


def test_the_administration_tells_whose_books_these_are(context: Context) -> None:
    answer = answer_of(context)
    assert (answer["id"], answer["name"]) == ("demo", "Webwinkel De Fietsenmaker B.V.")
    assert (answer["currency"], answer["timeZone"]) == ("EUR", "Europe/Amsterdam")


def test_its_numbers_are_well_formed(context: Context) -> None:
    answer = answer_of(context)
    assert vat_numbers.fault_in(answer["vatNumber"]) is None
    assert ibans.fault_in(answer["iban"]) is None


def test_it_tells_what_is_closed(context: Context) -> None:
    answer = answer_of(context)
    assert (answer["lockDate"], answer["filedVatQuarters"]) == ("2025-12-31", ["2026-Q1", "2026-Q2"])


def test_open_fiscal_years_follow_the_clock(context_on: ContextOn) -> None:
    assert answer_of(context_on(date(2026, 12, 31)))["openFiscalYears"] == [2025, 2026]
    assert answer_of(context_on(date(2027, 1, 1)))["openFiscalYears"] == [2026, 2027]


def test_the_years_it_tells_are_those_that_the_calendar_opens(context: Context) -> None:
    calendar = administration.calendar(context)
    opened = [year for year in range(2020, 2035) if calendar.is_fiscal_year_open(date(year, 7, 1))]
    assert answer_of(context)["openFiscalYears"] == opened


def test_the_calendar_knows_what_is_closed(context: Context) -> None:
    calendar = administration.calendar(context)
    assert calendar.lock_on(date(2025, 12, 31)) == "lock_date"
    assert calendar.lock_on(date(2026, 6, 30)) == Quarter(2026, 2)
    assert calendar.lock_on(date(2026, 7, 1)) is None


def test_a_quarter_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="2026-Q5"):
        administration.seed(MOMENT, date(2026, 11, 23), filed_quarters=("2026-Q5",))


def test_books_without_an_administration_are_told_apart() -> None:
    empty = Context(books=Books([administration.SPEC]), now=MOMENT, today=date(2026, 11, 23), administration_id="demo")
    with pytest.raises(LookupError, match="not seeded with an administration"):
        administration.read(empty)


def test_books_that_belong_to_no_administration_yet_tell_of_none(context: Context) -> None:
    with pytest.raises(LookupError, match="belong to no administration yet"):
        administration.read(replace(context, administration_id=""))


# ---- Support


def test_support_is_dutch_and_answers_within_one_working_day(context: Context) -> None:
    answer = orjson.loads(support.read(context))
    assert (answer["languages"], answer["responseWorkingDays"]) == (["nl", "en"], 1)
    assert answer["responseTime"] == {"nl": "Binnen één werkdag.", "en": "Within one working day."}


def test_support_asks_for_the_request_id_and_names_the_search_by_reference(context: Context) -> None:
    answer = orjson.loads(support.read(context))
    assert "requestId" in answer["howToReport"]["nl"]
    assert "GET /transactions?reference=" in answer["reference"]["nl"]


def test_support_lives_at_a_reserved_domain(context: Context) -> None:
    answer = orjson.loads(support.read(context))
    assert (answer["email"], answer["url"]) == ("support@mockbooks.example", "https://mockbooks.example/support")
