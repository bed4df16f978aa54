"""Strict schemas: everything wrong is told at once, each with its JSON Pointer."""

from typing import Any

import pytest
from marshmallow import ValidationError

from mockbooks.service.fields import Amount, PlainText
from mockbooks.service.schema import Part, Parts, QuerySchema, StrictSchema, camel, complaints_in, pointer_to


class LineBody(StrictSchema):
    """A line."""

    unit_price = Amount("Price.", required=True, example="1.00")
    note = PlainText("Note.", maximum=5, example="x")


class OrderBody(StrictSchema):
    """An order."""

    server_names = frozenset({"id"})

    order_name = PlainText("Name.", maximum=5, required=True, example="x")
    shipping = Part(LineBody(), "Shipping.", example={"unitPrice": "1.00"})
    lines = Parts(LineBody(), "Lines.", fewest=1, most=2, example=[{"unitPrice": "1.00"}])


def complaints(body: object) -> list[tuple[str | None, str]]:
    with pytest.raises(ValidationError) as refused:
        OrderBody().load(body)
    return [(complaint.pointer, complaint.code) for complaint in complaints_in(refused.value)]


def test_a_good_body_is_read_under_its_python_names() -> None:
    values: dict[str, Any] = OrderBody().load({"orderName": "A", "lines": [{"unitPrice": "1"}]})
    assert (values["order_name"], values["shipping"], values["lines"][0]["note"]) == ("A", None, None)


def test_everything_wrong_is_told_at_once_with_its_place() -> None:
    body = {
        "ordername": "A",
        "id": 1,
        "shipping": {"unitPrice": 5, "vat": 1},
        "lines": [{"unitPrice": "1.00"}, {"note": "much too long"}],
    }
    assert complaints(body) == [
        ("/ordername", "unknown_field"),
        ("/id", "set_by_server"),
        ("/orderName", "required"),
        ("/shipping/vat", "unknown_field"),
        ("/shipping/unitPrice", "not_decimal"),
        ("/lines/1/unitPrice", "required"),
        ("/lines/1/note", "too_long"),
    ]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ([], [("/lines", "too_few_items")]),
        ([{"unitPrice": "1"}] * 3, [("/lines", "too_many_items")]),
        ({}, [("/lines", "not_list")]),
        ([5, None], [("/lines/0", "not_object"), ("/lines/1", "not_object")]),
        (None, [("/lines", "null_not_allowed")]),
    ],
)
def test_a_list_has_a_fewest_and_a_most_and_holds_objects(lines: object, told: list[tuple[str, str]]) -> None:
    assert complaints({"orderName": "A", "lines": lines}) == told


def test_what_is_no_object_is_refused_as_a_whole() -> None:
    assert complaints([]) == [("", "not_object")]


def test_a_key_of_a_query_is_told_as_a_parameter() -> None:
    with pytest.raises(ValidationError) as refused:
        QuerySchema().load({"name": "x"})
    (complaint,) = complaints_in(refused.value, in_query=True)
    assert (complaint.code, complaint.parameter, complaint.pointer) == ("unknown_parameter", "name", None)


def test_a_schema_knows_whether_an_empty_body_says_enough() -> None:
    assert (OrderBody().takes_nothing(), QuerySchema().takes_nothing()) == (False, True)


def test_names_and_pointers_are_written_as_json_has_them() -> None:
    assert (camel("payment_term_id"), camel("line1")) == ("paymentTermId", "line1")
    assert pointer_to(("a/b", 0, "c~d")) == "/a~1b/0/c~0d"
