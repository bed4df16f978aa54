"""The request log, searched: which exchanges are found, and what a search names that is not there."""

from mockbooks.administration import Administration
from mockbooks.control.requests import (
    Newest,
    Sought,
    clear_requests,
    found_requests,
    newest_requests,
    number_of,
    request_of,
    seen_in,
)
from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.traffic.operation import Operation
from mockbooks.traffic.recording import arrive, record
from tests.unit.control.worlds import control_of, demo_of, refused

LIST = Operation(operation_id="listDebtors", method="GET", path="/debtors")


def note(administration: Administration, request_id: str, status: int = 200) -> None:
    exchange = Exchange(method="GET", path="/api/v1/debtors", request_id=request_id, operation=LIST)
    arrive(exchange, administration)
    record(exchange, Answer(status=status))


def found(administration: Administration, sought: Sought) -> list[str]:
    return [entry.request_id for entry in found_requests(administration, sought, number=1, size=10)[0]]


def test_everything_that_is_asked_must_hold() -> None:
    administration = demo_of(control_of())
    note(administration, "one")
    note(administration, "two", 400)
    note(administration, "three", 400)
    assert found(administration, Sought()) == ["one", "two", "three"]
    assert found(administration, Sought(status=400, since=2)) == ["three"]
    assert found(administration, Sought(operation="getDebtor")) == []


def test_the_newest_come_first_with_how_many_there_are() -> None:
    administration = demo_of(control_of())
    note(administration, "one")
    note(administration, "two", 400)
    note(administration, "three", 400)
    newest = newest_requests(administration, Sought(status=400), size=1)
    assert [entry.request_id for entry in newest.entries] == ["three"]
    assert (newest.total, newest.older_than) == (2, 3)
    assert newest_requests(administration, Sought(status=404), size=5) == Newest(entries=[], total=0)


def test_older_ones_are_found_before_a_number() -> None:
    administration = demo_of(control_of())
    note(administration, "one")
    note(administration, "two")
    note(administration, "three")
    older = newest_requests(administration, Sought(), size=2, before=3)
    assert [entry.request_id for entry in older.entries] == ["two", "one"]
    assert (older.total, older.older_than) == (3, None)


def test_what_is_asked_by_number_comes_below_the_newest() -> None:
    administration = demo_of(control_of())
    note(administration, "one")
    note(administration, "two")
    note(administration, "three")
    newest = newest_requests(administration, Sought(), size=1, also=(1, 3, 9))
    assert [entry.request_id for entry in newest.entries] == ["three", "one"]


def test_what_a_log_can_be_searched_for_is_what_is_in_it() -> None:
    administration = demo_of(control_of())
    note(administration, "one", 400)
    note(administration, "two")
    seen = seen_in(administration)
    assert (seen.operations, seen.statuses, seen.injections) == (("listDebtors",), (200, 400), ())
    assert not seen.unanswered


def test_digits_are_a_number_and_anything_else_a_request_id() -> None:
    administration = demo_of(control_of())
    note(administration, "one")
    note(administration, "two")
    assert (number_of(administration, "17"), number_of(administration, "two")) == (17, 2)
    assert refused(lambda: number_of(administration, "three")).parameter == "since"
    assert refused(lambda: request_of(administration, "three")).parameter == "requestId"


def test_clearing_tells_how_many_there_were() -> None:
    administration = demo_of(control_of())
    note(administration, "one")
    assert (clear_requests(administration), clear_requests(administration)) == (1, 0)
