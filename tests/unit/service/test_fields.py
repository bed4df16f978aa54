"""Strict fields: one written form for each value, and the reason when it is refused."""

from decimal import Decimal

import pytest
from marshmallow import ValidationError, missing

from mockbooks.errors import Complaint
from mockbooks.service.fields import (
    Amount,
    Choice,
    Day,
    Flag,
    Moment,
    PlainText,
    Quantity,
    Strict,
    Whole,
    shown,
)
from mockbooks.texts import Text


def refusal(field: Strict, value: object) -> Complaint:
    with pytest.raises(ValidationError) as refused:
        field.deserialize(value)
    (complaint,) = refused.value.messages
    assert isinstance(complaint, Complaint)
    return complaint


def amount(*, required: bool = False) -> Amount:
    return Amount("An amount.", example="121.00", required=required)


def test_absent_gives_the_default_and_null_is_the_same_where_nothing_is_the_default() -> None:
    assert (amount().deserialize(missing), amount().deserialize(None)) == (None, None)
    assert Flag("A flag.", default=True, example=True).deserialize(missing) is True


def test_null_is_refused_where_there_is_always_a_value() -> None:
    assert refusal(Flag("A flag.", default=True, example=True), None).code == "null_not_allowed"
    assert refusal(amount(required=True), None).code == "null_not_allowed"


def test_absent_is_refused_where_a_value_is_required() -> None:
    assert refusal(amount(required=True), missing).code == "required"


@pytest.mark.parametrize(("text", "number"), [("121", "121.00"), ("121.5", "121.50"), ("-0.00", "0.00"), ("0", "0.00")])
def test_an_amount_has_two_places(text: str, number: str) -> None:
    assert str(amount().deserialize(text)) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [("2", "2"), ("2.0", "2"), ("2.50", "2.5"), ("100", "100"), ("0.0001", "0.0001")],
)
def test_a_quantity_has_no_places_that_it_does_not_need(text: str, number: str) -> None:
    assert Quantity("How many.", example="2").deserialize(text) == Decimal(number)
    assert format(Quantity("How many.", example="2").deserialize(text), "f") == number


def test_too_many_decimals_tell_how_many_are_allowed() -> None:
    assert refusal(amount(), "1.005").values == {"came": '"1.005"', "places": 2}


def test_a_near_miss_of_a_choice_gets_a_suggestion() -> None:
    field = Choice("A language.", allowed=("nl", "en"), example="nl")
    assert refusal(field, "NL").values["suggestion"] == "nl"
    assert refusal(field, "xyz").values["suggestion"] is None


@pytest.mark.parametrize("value", [True, 1.0, "1", None])
def test_a_whole_number_is_a_json_integer(value: object) -> None:
    field = Whole("A number.", lowest=1, highest=9, required=True, example=1)
    assert refusal(field, value).code in {"not_integer", "null_not_allowed"}


@pytest.mark.parametrize(
    "text",
    ["2026-02-29", "2026-13-01", "26-11-23", "2026-11-23T00:00:00Z", "20261123", "٢٠٢٦-11-23", "0000-01-01"],
)
def test_a_day_exists_and_has_one_form(text: str) -> None:
    assert refusal(Day("A day.", example="2026-11-23"), text).code == "not_date"


def test_a_moment_is_given_in_utc_in_whole_seconds() -> None:
    field = Moment("A moment.", example="2026-11-23T09:00:00Z")
    assert field.deserialize("2026-11-23T10:00:00.999+01:00") == "2026-11-23T09:00:00Z"
    assert field.deserialize("2026-11-23t09:00:00z") == "2026-11-23T09:00:00Z"


def test_a_moment_of_long_ago_has_a_year_of_four_digits() -> None:
    field = Moment("A moment.", example="2026-11-23T09:00:00Z")
    assert field.deserialize("0999-01-01T00:00:00.9Z") == "0999-01-01T00:00:00Z"


@pytest.mark.parametrize(
    "text",
    ["2026-02-30T00:00:00Z", "2026-11-23T25:00:00Z", "0001-01-01T00:00:00+14:00", "2026-11-23T09:00:00"],
)
def test_a_moment_exists(text: str) -> None:
    assert refusal(Moment("A moment.", example="2026-11-23T09:00:00Z"), text).code == "not_moment"


def test_a_text_is_measured_in_characters() -> None:
    field = PlainText("A name.", maximum=3, example="abc")
    assert field.deserialize("🌻🌻🌻") == "🌻🌻🌻"
    assert refusal(field, "abcd").values == {"length": 4, "maximum": 3}


@pytest.mark.parametrize(
    ("value", "told"),
    [("yes", '"yes"'), (5, "5"), (1.5, "1.5"), (None, "null"), (True, "true"), (False, "false"), ("", '""')],
)
def test_what_came_is_told_as_json(value: object, told: str) -> None:
    assert shown(value) == told


def test_what_came_is_told_in_both_languages_and_cut_when_long() -> None:
    assert shown({"a": 1}) == Text("an object {…}", "een object {…}")
    assert shown([1]) == Text("a list […]", "een lijst […]")
    assert len(shown("x" * 10_000)) == 62
