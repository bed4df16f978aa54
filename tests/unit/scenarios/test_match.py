"""Which requests an injection is about."""

from typing import Any

import orjson
import pytest
from marshmallow import ValidationError

from mockbooks.errors import Complaint
from mockbooks.scenarios.fields_match import MatchBody
from mockbooks.scenarios.match import ANYTHING, Match
from mockbooks.service.schema import complaints_in
from mockbooks.traffic.exchange import Exchange
from mockbooks.traffic.operation import Operation

SCHEMA = MatchBody()
CREATE_TRANSACTION = Operation(operation_id="createTransaction", method="POST", path="/transactions")
SALE = {
    "type": "sales",
    "date": "2026-09-30",
    "reference": "ORD-1001",
    "debtorId": "deb_000017",
    "description": None,
    "pricesIncludeVat": True,
    "totalInclVat": "121.00",
    "lines": [{"quantity": "2", "vatRateId": "vat_000001"}],
    "discount": 12.5,
}


def match(**written: Any) -> Match:  # noqa: ANN401 - as it stands in a file
    read: Match = SCHEMA.load(written)
    return read


def booking(body: object = None, **options: Any) -> Exchange:  # noqa: ANN401 - of an exchange
    options.setdefault("headers", {"content-type": "application/json", "idempotency-key": "order-1001"})
    return Exchange(
        method="POST",
        path="/api/v1/transactions",
        body=orjson.dumps(SALE if body is None else body),
        operation=CREATE_TRANSACTION,
        client_id="shop",
        **options,
    )


def complaints(**written: Any) -> list[Complaint]:  # noqa: ANN401 - as it stands in a file
    with pytest.raises(ValidationError) as raised:
        SCHEMA.load(written)
    return list(complaints_in(raised.value))


def test_a_match_that_names_nothing_is_about_every_request() -> None:
    assert match() == ANYTHING
    assert ANYTHING.matches(Exchange(method="GET", path="/nowhere"))


def test_an_operation_is_matched_by_its_id() -> None:
    assert match(operation="createTransaction").matches(booking())
    assert not match(operation="createDebtor").matches(booking())


def test_one_of_several_operations_will_do() -> None:
    assert match(operation=["createDebtor", "createTransaction"]).matches(booking())
    assert not match(operation=["createDebtor", "issueToken"]).matches(booking())


def test_a_request_without_an_operation_matches_none() -> None:
    assert not match(operation="createTransaction").matches(Exchange(method="POST", path="/api/v1/transactions"))


def test_method_and_client_are_compared() -> None:
    assert match(method="POST", client="shop").matches(booking())
    assert not match(method="GET").matches(booking())
    assert not match(client="till").matches(booking())


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("/api/v1/debtors/*", "/api/v1/debtors/deb_000017", True),
        ("/api/v1/debtors/*", "/api/v1/debtors", False),
        ("/api/v1/debtors/*", "/api/v1/debtors/deb_000017/merge", False),
        ("/api/v1/**", "/api/v1/transactions/trx_000001/reversal", True),
        ("**/reversal", "/api/v1/transactions/trx_000001/reversal", True),
        ("/api/v?/debtors", "/api/v1/debtors", True),
        ("/api/v?/debtors", "/api/v/debtors", False),
        ("/a.b+(c)", "/a.b+(c)", True),
        ("/a.b", "/aXb", False),
        ("/caf\u00e9/*", "/caf\u00e9/latte", True),
    ],
)
def test_a_path_is_held_against_the_whole_pattern(pattern: str, path: str, expected: bool) -> None:  # noqa: FBT001
    assert match(path=pattern).matches(Exchange(method="GET", path=path)) is expected


def test_everything_that_is_named_must_hold() -> None:
    assert match(method="POST", body={"/reference": "ORD-1001"}).matches(booking())
    assert not match(method="POST", body={"/reference": "ORD-1001", "/type": "memorial"}).matches(booking())


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"email": "inkoop@korenaar.example"}, True),
        ({"page": 2}, True),
        ({"page": 3}, False),
        ({"active": True}, True),
        ({"active": False}, False),
        ({"tag": "b"}, True),
        ({"code": {"absent": True}}, True),
        ({"email": {"absent": True}}, False),
        ({"email": {"matches": "@korenaar"}}, True),
        ({"empty": ""}, True),
        ({"page": {"over": 1, "under": 3}}, True),
    ],
)
def test_parameters_of_the_query_are_compared(query: object, expected: bool) -> None:  # noqa: FBT001
    asked = b"email=inkoop%40korenaar.example&page=2&active=true&tag=a&tag=b&empty="
    assert match(query=query).matches(Exchange(method="GET", path="/api/v1/debtors", query_string=asked)) is expected


def test_headers_are_compared_in_any_case_of_their_name() -> None:
    assert match(headers={"Idempotency-Key": "order-1001"}).matches(booking())
    assert not match(headers={"Idempotency-Key": {"absent": True}}).matches(booking())
    assert match(headers={"X-Trace": {"absent": True}}).matches(booking())


@pytest.mark.parametrize(
    ("pointer", "wanted", "expected"),
    [
        ("/reference", "ORD-1001", True),
        ("/reference", "ord-1001", False),
        ("/totalInclVat", "121.00", True),
        ("/totalInclVat", 121, True),
        ("/totalInclVat", 121.0, True),
        ("/totalInclVat", "121", False),
        ("/discount", 12.5, True),
        ("/pricesIncludeVat", True, True),
        ("/pricesIncludeVat", False, False),
        ("/pricesIncludeVat", 1, False),
        ("/lines/0/quantity", 2, True),
        ("/lines/1/quantity", 2, False),
        ("/lines/0/nothing/deeper", "x", False),
        ("/reference", {"matches": "^ORD-[0-9]+$"}, True),
        ("/reference", {"matches": "1001"}, True),
        ("/reference", {"matches": "^1001"}, False),
        ("/discount", {"matches": "^12"}, True),
        ("/pricesIncludeVat", {"matches": "true"}, False),
        ("/lines", {"matches": "."}, False),
        ("/reference", {"in": ["ORD-1000", "ORD-1001"]}, True),
        ("/reference", {"in": ["ORD-1000"]}, False),
        ("/totalInclVat", {"in": [100, 121]}, True),
        ("/date", {"before": "2026-10-01"}, True),
        ("/date", {"before": "2026-09-30"}, False),
        ("/date", {"after": "2026-09-29"}, True),
        ("/date", {"after": "2026-09-30"}, False),
        ("/date", {"after": "2026-09-29T23:59:00+02:00"}, True),
        ("/reference", {"before": "2026-10-01"}, False),
        ("/totalInclVat", {"over": 120.99}, True),
        ("/totalInclVat", {"over": "121.00"}, False),
        ("/totalInclVat", {"under": 121.01}, True),
        ("/reference", {"under": 5000}, False),
        ("/vatNumber", {"absent": True}, True),
        ("/description", {"absent": True}, True),
        ("/description", {"absent": False}, False),
        ("/reference", {"absent": False}, True),
        ("/totalInclVat", {"over": 100, "under": 200, "matches": "00$"}, True),
        ("/totalInclVat", {"over": 100, "under": 110}, False),
    ],
)
def test_the_body_is_compared_at_a_place(pointer: str, wanted: object, expected: bool) -> None:  # noqa: FBT001
    assert match(body={pointer: wanted}).matches(booking()) is expected


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-09-30T21:59:59Z", True),
        ("2026-09-30T22:00:00Z", False),
        ("2026-10-01T00:30:00+03:00", True),
        ("2026-09-30T21:59:59", False),
        ("2026-13-01", False),
    ],
)
def test_a_day_begins_at_midnight_in_the_netherlands(moment: str, expected: bool) -> None:  # noqa: FBT001
    assert match(body={"/date": {"before": "2026-10-01"}}).matches(booking({"date": moment})) is expected


def test_a_moment_within_a_day_does_not_lie_after_that_day() -> None:
    after = match(body={"/date": {"after": "2026-10-01"}})
    assert not after.matches(booking({"date": "2026-10-01T21:59:59Z"}))
    assert after.matches(booking({"date": "2026-10-01T22:00:00Z"}))


def test_a_form_is_an_object_of_its_fields() -> None:
    form = Exchange(
        method="POST",
        path="/oauth/token",
        body=b"grant_type=refresh_token&refresh_token=abc",
        headers={"content-type": "application/x-www-form-urlencoded"},
    )
    assert match(body={"/grant_type": "refresh_token"}).matches(form)
    assert not match(body={"/grant_type": "authorization_code"}).matches(form)


def test_a_body_that_cannot_be_read_has_nothing_anywhere() -> None:
    broken = Exchange(method="POST", path="/", body=b"{", headers={"content-type": "application/json"})
    assert not match(body={"/reference": {"absent": False}}).matches(broken)
    assert match(body={"/reference": {"absent": True}}).matches(broken)


def test_the_body_is_read_once_for_all_injections() -> None:
    exchange = booking()
    first = exchange.content
    exchange.body = b"{}"
    assert exchange.content is first


def test_an_expression_takes_linear_time_however_it_is_written() -> None:
    assert not match(body={"/reference": {"matches": "(x+x+)+y"}}).matches(booking({"reference": "x" * 100_000}))


def test_an_expression_is_looked_for_in_the_first_4000_characters() -> None:
    looks = match(body={"/reference": {"matches": "!"}})
    assert looks.matches(booking({"reference": "x" * 3_999 + "!"}))
    assert not looks.matches(booking({"reference": "x" * 4_000 + "!"}))


def test_a_query_of_too_many_parameters_has_none() -> None:
    flood = Exchange(method="GET", path="/", query_string=b"a=1&" * 2_000)
    assert not match(query={"a": 1}).matches(flood)


def test_numbers_and_days_are_only_found_in_what_is_written_like_them() -> None:
    assert not match(body={"/lines": {"before": "2026-10-01"}}).matches(booking())
    assert not match(body={"/lines": {"over": 0}}).matches(booking())


def test_a_text_with_half_a_surrogate_pair_is_only_a_text_that_does_not_match() -> None:
    form = Exchange(method="GET", path="/caf\udce9")
    assert not match(path="/caf\u00e9").matches(form)


@pytest.mark.parametrize(
    ("written", "code", "pointer"),
    [
        ({"operation": "createTransactions"}, "unknown_operation", "/operation"),
        ({"operation": ["createTransaction", "nothing"]}, "unknown_operation", "/operation/1"),
        ({"operation": []}, "too_few_items", "/operation"),
        ({"operation": 7}, "not_text", "/operation"),
        ({"method": "post"}, "not_one_of", "/method"),
        ({"path": "debtors"}, "not_path_pattern", "/path"),
        ({"path": "/" + "a" * 1_000}, "too_long", "/path"),
        ({"bodies": {}}, "unknown_field", "/bodies"),
        ({"body": []}, "not_object", "/body"),
        ({"body": {"reference": "x"}}, "not_json_pointer", "/body/reference"),
        ({"body": {"/~2": "x"}}, "not_json_pointer", "/body/~1~02"),
        ({"body": {"/a": None}}, "not_literal", "/body/~1a"),
        ({"body": {"/a": ["x"]}}, "not_literal", "/body/~1a"),
        ({"body": {"/a": "x" * 1_001}}, "too_long", "/body/~1a"),
        ({"body": {"/a": {}}}, "too_few_items", "/body/~1a"),
        ({"body": {"/a": {"matches": "(a"}}}, "pattern_refused", "/body/~1a/matches"),
        ({"body": {"/a": {"matches": "(?=a)"}}}, "pattern_refused", "/body/~1a/matches"),
        ({"body": {"/a": {"matches": "((a{100}){100}){100}"}}}, "pattern_refused", "/body/~1a/matches"),
        ({"body": {"/a": {"matches": "(?:.?){1000}b"}}}, "pattern_refused", "/body/~1a/matches"),
        ({"path": "/" + "?" * 999}, "pattern_refused", "/path"),
        ({"body": {"/a": {"matches": "a" * 1_001}}}, "too_long", "/body/~1a/matches"),
        ({"body": {"/a": {"matches": 1}}}, "not_text", "/body/~1a/matches"),
        ({"body": {"/a": {"in": []}}}, "too_few_items", "/body/~1a/in"),
        ({"body": {"/a": {"in": [None]}}}, "not_literal", "/body/~1a/in/0"),
        ({"body": {"/a": {"before": "1 October"}}}, "not_day_or_moment", "/body/~1a/before"),
        ({"body": {"/a": {"before": "2026-02-30"}}}, "not_day_or_moment", "/body/~1a/before"),
        ({"body": {"/a": {"after": "2026-10-01T09:00:00"}}}, "not_day_or_moment", "/body/~1a/after"),
        ({"body": {"/a": {"after": "9999-12-31"}}}, "not_day_or_moment", "/body/~1a/after"),
        ({"body": {"/a": {"over": "99,95"}}}, "not_number", "/body/~1a/over"),
        ({"body": {"/a": {"over": True}}}, "not_number", "/body/~1a/over"),
        ({"body": {"/a": {"absent": True, "over": 1}}}, "not_together", "/body/~1a"),
        ({"body": {"/a": {"like": "x"}}}, "unknown_field", "/body/~1a/like"),
        ({"query": {"": "x"}}, "blank", "/query/"),
        ({"query": {"page": None}}, "not_literal", "/query/page"),
        ({"headers": {str(number): "x" for number in range(51)}}, "too_many_items", "/headers"),
    ],
)
def test_what_cannot_be_matched_is_refused_at_its_place(written: dict[str, Any], code: str, pointer: str) -> None:
    assert [(each.code, each.pointer) for each in complaints(**written)] == [(code, pointer)]


def test_a_near_miss_of_an_operation_gets_a_suggestion() -> None:
    assert complaints(operation="issueTokens")[0].values["suggestion"] == "issueToken"


def test_the_reason_of_the_engine_is_told() -> None:
    assert complaints(body={"/a": {"matches": "(?=a)"}})[0].values["reason"] == "invalid perl operator: (?="


def test_everything_that_is_wrong_is_told_at_once() -> None:
    wrong = complaints(method="post", body={"/a": {"over": "x"}, "b": 1}, query={"page": []})
    assert [each.pointer for each in wrong] == ["/method", "/query/page", "/body/~1a/over", "/body/b"]
