"""`reshape`: other fields and other statuses than the API has."""

from dataclasses import replace
from typing import Any, NoReturn

import orjson
import pytest

from mockbooks.faults import reshape
from mockbooks.faults.reshape import takes
from mockbooks.traffic.exchange import Answer
from tests.unit.faults.scenes import acted, call, changed, json_of, kind, read, refresh_call, refused

DEBTOR = {"id": "deb_000001", "name": "Garage Visser", "email": "visser@example.nl", "phone": "030 123 45 67"}
ONE = Answer(status=200, body=orjson.dumps({"success": True, "data": DEBTOR}))
TWO = Answer(status=200, body=orjson.dumps({"success": True, "data": [DEBTOR, {"id": "deb_000002", "email": None}]}))
PROBLEM = {"success": False, "title": "Not found", "status": 400, "code": "not_found", "detail": "No debtor."}
REFUSED = Answer(status=400, body=orjson.dumps(PROBLEM), media_type="application/problem+json")
DELETED = call("deleteDebtor")


def data_of(settings: dict[str, object], answer: Answer = ONE) -> Any:  # noqa: ANN401 - JSON
    return json_of(changed("reshape", settings, answer, exchange=call("getDebtor")))["data"]


def test_members_are_added_and_given_other_values() -> None:
    data = data_of({"add": {"/data/vat": {"rate": "21.00"}, "/data/name": "Visser B.V.", "/data/note": None}})

    assert data == {**DEBTOR, "vat": {"rate": "21.00"}, "name": "Visser B.V.", "note": None}


def test_what_should_hold_a_member_must_be_there() -> None:
    assert acted("reshape", {"add": {"/data/vat/rate": "21.00", "/page/next": 2}}, call("getDebtor"), ONE) is None


def test_members_are_dropped_where_they_are() -> None:
    assert data_of({"drop": ["/data/email", "/data/phone", "/data/fax"]}) == {
        "id": "deb_000001",
        "name": "Garage Visser",
    }


def test_members_become_null_where_they_are() -> None:
    assert data_of({"null": ["/data/phone", "/data/fax"]}) == {**DEBTOR, "phone": None}


def test_a_member_that_is_renamed_keeps_its_place() -> None:
    assert list(data_of({"rename": {"/data/name": "displayName", "/data/fax": "telefax"}})) == [
        *("id", "displayName", "email", "phone")
    ]


def test_a_name_that_is_taken_goes_to_the_renamed_member() -> None:
    assert data_of({"rename": {"/data/phone": "email"}}) == {
        "id": "deb_000001",
        "name": "Garage Visser",
        "email": "030 123 45 67",
    }


def test_a_member_is_dropped_nulled_and_renamed_before_others_are_added() -> None:
    settings: dict[str, object] = {
        "add": {"/data/email": "new@example.nl"},
        "drop": ["/data/email"],
        "null": ["/data/phone"],
        "rename": {"/data/phone": "tel"},
    }
    assert data_of(settings) == {
        "id": "deb_000001",
        "name": "Garage Visser",
        "tel": None,
        "email": "new@example.nl",
    }


@pytest.mark.parametrize(
    ("settings", "data"),
    [
        ({"drop": ["/data/*/email"]}, [["id", "name", "phone"], ["id"]]),
        ({"drop": ["/data/1/email"]}, [["id", "name", "email", "phone"], ["id"]]),
        ({"drop": ["/data/0"]}, [["id", "email"]]),
        ({"drop": ["/data/*"]}, []),
        ({"add": {"/data/*/active": True}}, [["id", "name", "email", "phone", "active"], ["id", "email", "active"]]),
        ({"rename": {"/data/*/email": "mail"}}, [["id", "name", "mail", "phone"], ["id", "mail"]]),
    ],
)
def test_a_star_stands_for_every_item_of_a_list(settings: dict[str, object], data: list[list[str]]) -> None:
    assert [list(item) for item in data_of(settings, TWO)] == data


@pytest.mark.parametrize(
    ("pointer", "data"), [("/data/*", [None, None]), ("/data/1", [DEBTOR, None]), ("/data/*/phone", None)]
)
def test_items_of_a_list_become_null_too(pointer: str, data: object) -> None:
    nulled = data_of({"null": [pointer]}, TWO)
    assert nulled == (data or [{**DEBTOR, "phone": None}, {"id": "deb_000002", "email": None}])


@pytest.mark.parametrize("pointer", ["/data/2/email", "/data/01x", "/data/-/email", "/data/id/first", "/nothing/*"])
def test_a_place_that_is_not_there_is_passed_over(pointer: str) -> None:
    assert acted("reshape", {"drop": [pointer], "null": [pointer]}, call("listDebtors"), TWO) is None


def test_what_was_created_gets_another_status_and_keeps_its_body() -> None:
    assert changed("reshape", {"created": 201}, ONE) == replace(ONE, status=201)


def test_only_a_post_creates() -> None:
    assert acted("reshape", {"created": 201}, call("updateDebtor"), ONE) is None


def test_tokens_are_not_created() -> None:
    assert acted("reshape", {"created": 201}, refresh_call(), ONE) is None


def test_what_was_deleted_with_204_has_no_body() -> None:
    assert changed("reshape", {"deleted": 204}, ONE, exchange=DELETED) == Answer(status=204, media_type="")


def test_only_a_delete_deletes() -> None:
    assert acted("reshape", {"deleted": 204}, call("createDebtor"), ONE) is None


def test_a_refused_action_gets_another_status_which_its_body_tells_too() -> None:
    answer = changed("reshape", {"refused": 422}, REFUSED)

    assert (answer.status, answer.media_type) == (422, "application/problem+json")
    assert json_of(answer) == {**PROBLEM, "status": 422}


def test_a_code_goes_before_all_refusals() -> None:
    settings = {"refused": 422, "codes": {"not_found": 404}}
    stale = replace(REFUSED, body=orjson.dumps({**PROBLEM, "code": "stale_version"}))

    assert (changed("reshape", settings, REFUSED).status, changed("reshape", settings, stale).status) == (404, 422)


def test_an_error_inside_a_200_is_announced_as_json() -> None:
    settings = {"refused": 200, "rename": {"/detail": "message"}, "drop": ["/title"]}
    answer = changed("reshape", settings, REFUSED)

    assert (answer.status, answer.media_type) == (200, "application/json")
    assert json_of(answer) == {"success": False, "status": 200, "code": "not_found", "message": "No debtor."}


def test_only_an_action_that_was_reached_and_refused_has_another_status() -> None:
    failed = Answer(status=500, body=orjson.dumps({**PROBLEM, "status": 500}))
    assert acted("reshape", {"refused": 422}, call(), failed) is None


def test_an_answer_that_is_no_json_keeps_its_body() -> None:
    page = Answer(status=200, body=b"<html>", media_type="text/html")

    assert acted("reshape", {"drop": ["/data/email"]}, call(), page) is None
    assert changed("reshape", {"created": 201}, page) == replace(page, status=201)


def test_other_headers_stay() -> None:
    answer = changed("reshape", {"created": 201}, ONE.with_headers(("Idempotency-Replayed", "true")))
    assert answer.header("Idempotency-Replayed") == "true"


def test_headers_are_taken_off_by_name_or_by_how_they_begin_in_any_case() -> None:
    answer = changed(
        "reshape", {"dropHeaders": ["link", "X-Rate*"]}, ONE.with_headers(("Link", "<x>"), ("X-Rated", "1"))
    )

    assert answer == replace(ONE, headers=(), withheld=("link", "X-Rate*"))


def test_headers_are_put_on_in_the_place_of_others_also_where_those_are_dropped() -> None:
    settings = {"dropHeaders": ["X-*"], "setHeaders": {"X-Room": 5, "Link": "<y>"}}
    answer = changed("reshape", settings, ONE.with_headers(("X-Room", "60"), ("Link", "<x>")))

    assert answer.headers == (("X-Room", "5"), ("Link", "<y>"))
    assert answer.body == ONE.body


@pytest.mark.parametrize(
    ("settings", "media_type"),
    [
        ({"setHeaders": {"content-type": "text/plain"}}, "text/plain"),
        ({"dropHeaders": ["Content-Type"]}, ""),
        ({"dropHeaders": ["Content-Type"], "setHeaders": {"Content-Type": "text/html"}}, "text/html"),
        ({"dropHeaders": ["X-*"], "created": 201}, "application/json"),
    ],
)
def test_the_content_type_is_a_header_as_any_other(settings: dict[str, object], media_type: str) -> None:
    answer = changed("reshape", settings, ONE)

    assert (answer.media_type, answer.headers, answer.body) == (media_type, (), ONE.body)


def test_headers_go_with_other_changes_of_an_answer() -> None:
    settings = {"refused": 422, "drop": ["/title"], "setHeaders": {"Content-Type": "application/json"}}
    answer = changed("reshape", settings, REFUSED)

    assert (answer.status, answer.media_type) == (422, "application/json")
    assert "title" not in json_of(answer)


def test_the_true_answer_is_left_as_it_was() -> None:
    body = ONE.body
    changed("reshape", {"add": {"/data/name": "x"}}, ONE)

    assert ONE.body == body


@pytest.mark.parametrize(
    ("settings", "answer", "taken"),
    [
        ({"drop": ["/data/email"]}, ONE, True),
        ({"drop": ["/data/fax"]}, ONE, False),
        ({"drop": ["/data/email"]}, REFUSED, False),
        ({"rename": {"/detail": "message"}}, ONE, False),
        ({"rename": {"/detail": "message"}}, REFUSED, True),
        ({"created": 201}, ONE, True),
        ({"created": 201}, REFUSED, False),
        ({"refused": 422}, REFUSED, True),
        ({"refused": 422}, ONE, False),
        ({"codes": {"not_found": 404}}, REFUSED, True),
        ({"codes": {"stale_version": 409}}, REFUSED, False),
        ({"dropHeaders": ["Link"]}, ONE, True),
        ({"setHeaders": {"Link": "<x>"}}, REFUSED, True),
    ],
)
def test_an_answer_in_which_nothing_changes_does_not_use_it_up(
    settings: dict[str, object], answer: Answer, *, taken: bool
) -> None:
    assert takes(read("reshape", settings), answer, call("createDebtor")) is taken
    assert kind("reshape").takes is takes


@pytest.mark.parametrize(
    ("operation", "taken"),
    [("createDebtor", "created"), ("deleteDebtor", "deleted"), ("getDebtor", None), ("listDebtors", None)],
)
def test_only_what_makes_or_removes_something_uses_up_a_status_of_success(operation: str, taken: str | None) -> None:
    for name in ("created", "deleted"):
        assert takes(read("reshape", {name: 204}), ONE, call(operation)) is (name == taken)


@pytest.mark.parametrize(
    ("settings", "taken"),
    [
        ({"add": {"/data/name": "Garage Visser"}}, False),
        ({"add": {"/data/name": "Visser B.V."}}, True),
        ({"add": {"/data/active": True}}, True),
        ({"add": {"/page/next": 2}}, False),
        ({"null": ["/data/phone"]}, True),
        ({"null": ["/data/fax"]}, False),
        ({"rename": {"/data/name": "name"}}, False),
        ({"rename": {"/data/name": "displayName"}}, True),
        ({"rename": {"/data/fax": "telefax"}}, False),
    ],
)
def test_what_an_answer_has_already_does_not_use_it_up(settings: dict[str, object], *, taken: bool) -> None:
    assert takes(read("reshape", settings), ONE, call("getDebtor")) is taken
    assert (acted("reshape", settings, call("getDebtor"), ONE) is not None) is taken


def test_whether_an_answer_is_taken_is_told_without_a_copy_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    class Large(dict[str, Any]):
        """An answer that nobody may copy."""

        def __deepcopy__(self, _memo: object) -> NoReturn:
            raise AssertionError("it was copied")

    monkeypatch.setattr(reshape, "content_of", lambda _body, _media_type: Large(data=Large(DEBTOR)))

    assert takes(read("reshape", {"drop": ["/data/email"], "add": {"/data/active": True}}), ONE, call())
    assert not takes(read("reshape", {"drop": ["/data/fax"]}), ONE, call())


@pytest.mark.parametrize(
    ("settings", "complaints"),
    [
        ({"drop": "/data/email"}, [("/drop", "not_list")]),
        ({"drop": []}, [("/drop", "too_few_items")]),
        ({"drop": ["/data/email", "data.phone"]}, [("/drop/1", "not_json_pointer")]),
        ({"drop": ["/a"] * 101}, [("/drop", "too_many_items")]),
        ({"null": [None]}, [("/null/0", "null_not_allowed")]),
        (
            {"add": {"data": 1, "/data/x": 2**64}},
            [("/add/data", "not_json_pointer"), ("/add/~1data~1x", "not_json_value")],
        ),
        ({"rename": {"/data/name": 7}}, [("/rename/~1data~1name", "not_text")]),
        ({"created": 99}, [("/created", "number_out_of_range")]),
        ({"codes": {"not found": 404}}, [("/codes/not found", "not_error_code")]),
        ({"codes": {"not_found": 600}}, [("/codes/not_found", "number_out_of_range")]),
        ({"dropHeaders": []}, [("/dropHeaders", "too_few_items")]),
        ({"dropHeaders": ["Rate Limit"]}, [("/dropHeaders/0", "not_header")]),
        ({"dropHeaders": ["content-length"]}, [("/dropHeaders/0", "header_of_the_wire")]),
        ({"setHeaders": {"Content-Type": "a\nb"}}, [("/setHeaders/Content-Type", "not_header")]),
        ({"setHeaders": {"Connection": "close"}}, [("/setHeaders/Connection", "header_of_the_wire")]),
        ({"remove": ["/data/email"]}, [("/remove", "unknown_field")]),
        (["drop"], [("", "not_object")]),
    ],
)
def test_what_is_no_shape_is_refused(settings: object, complaints: list[tuple[str | None, str]]) -> None:
    assert refused("reshape", settings) == complaints
