"""Fields that hold several values: everything that is wrong is told, each at its own place."""

import pytest
from marshmallow import ValidationError

from mockbooks.service.fields import PlainText, Strict, Whole
from mockbooks.service.schema import complaints_in
from mockbooks.stage.many import Listed, Named

AMOUNT = Whole("Amount.", lowest=1, highest=9, required=True, example=1)
NAME = PlainText("Name.", maximum=3, required=True, example="abc")
LISTED = Listed(AMOUNT, "Amounts.", fewest=1, most=3, example=[1])
NAMED = Named("Amounts by name.", name=NAME, value=AMOUNT, most=3, example={"a": 1})


def wrong_with(field: Strict, value: object) -> list[tuple[str | None, str]]:
    with pytest.raises(ValidationError) as caught:
        field.deserialize(value)
    return [(each.pointer, each.code) for each in complaints_in(caught.value)]


def test_a_list_is_given_as_a_tuple_in_its_order() -> None:
    assert LISTED.deserialize([3, 1, 3]) == (3, 1, 3)


def test_names_keep_their_order() -> None:
    assert list(NAMED.deserialize({"b": 2, "a": 1}).items()) == [("b", 2), ("a", 1)]


def test_all_items_that_are_wrong_are_told() -> None:
    assert wrong_with(LISTED, [0, 5, "x"]) == [("/0", "number_out_of_range"), ("/2", "not_integer")]


def test_a_name_is_judged_at_its_own_place_as_its_value_is() -> None:
    assert wrong_with(NAMED, {"long": 1, "a/b": 0}) == [("/long", "too_long"), ("/a~1b", "number_out_of_range")]


def test_there_is_at_least_one_and_no_more_than_the_most() -> None:
    assert wrong_with(LISTED, []) == wrong_with(NAMED, {}) == [("", "too_few_items")]
    assert wrong_with(LISTED, [1] * 4) == [("", "too_many_items")]
    assert wrong_with(NAMED, {"a": 1, "b": 1, "c": 1, "d": 1}) == [("", "too_many_items")]


def test_one_value_is_no_list_and_a_list_has_no_names() -> None:
    assert (wrong_with(LISTED, 1), wrong_with(NAMED, [1])) == ([("", "not_list")], [("", "not_object")])
