"""What stands behind the name of a kind: an object, in short one of its values, or nothing."""

import pytest
from marshmallow import ValidationError

from mockbooks.catalogue.telling import tell
from mockbooks.service.fields import Flag, PlainText, Strict, Whole
from mockbooks.service.schema import StrictSchema, complaints_in
from mockbooks.stage.json_schema import field_schema
from mockbooks.stage.settings import NoSettings, Settings, demand_one, refuse_at


class OrderBody(StrictSchema):
    """An order."""

    reference = PlainText("Its reference.", maximum=8, example="ORD-1")
    pieces = Whole("How many.", lowest=1, highest=9, default=1, example=2)
    as_gift = Flag("Whether it is a gift.", default=False, example=True)


def order(*, reference: str | None, pieces: int, as_gift: bool) -> tuple[str | None, int, bool]:
    if reference == "none":
        refuse_at("/reference", "blank")
    return reference, pieces, as_gift


SHORT = Settings("An order.", form=OrderBody(), make=order, short="reference", example="ORD-1")
LONG = Settings("An order.", form=OrderBody(), make=order, example={"pieces": 2}, refine={"minProperties": 1})


def told(field: Strict, value: object) -> list[tuple[str | None, str]]:
    with pytest.raises(ValidationError) as caught:
        field.deserialize(value)
    return [(each.pointer, each.code) for each in complaints_in(caught.value)]


def test_an_object_is_read_by_its_form() -> None:
    assert SHORT.deserialize({"reference": "ORD-1", "asGift": True}) == ("ORD-1", 1, True)


def test_one_value_stands_for_an_object_with_defaults_for_the_rest() -> None:
    assert SHORT.deserialize("ORD-1") == SHORT.deserialize({"reference": "ORD-1"}) == ("ORD-1", 1, False)


def test_what_is_wrong_with_the_short_form_is_told_where_it_stands() -> None:
    assert told(SHORT, "ORD-100001") == [("", "too_long")]
    assert told(SHORT, {"reference": "ORD-100001", "pieces": 0}) == [
        ("/reference", "too_long"),
        ("/pieces", "number_out_of_range"),
    ]


def test_without_a_short_form_there_must_be_an_object() -> None:
    assert told(LONG, "ORD-1") == [("", "not_object")]


def test_what_is_made_of_it_may_refuse_one_place() -> None:
    assert told(SHORT, {"reference": "none"}) == [("/reference", "blank")]


def test_null_is_nothing_to_go_by() -> None:
    assert told(SHORT, None) == [("", "null_not_allowed")]


def test_both_forms_are_published() -> None:
    schema = field_schema(SHORT)

    assert [each.get("type") for each in schema["anyOf"]] == ["string", "object"]
    assert (schema["description"], schema["examples"]) == ("An order.", ["ORD-1"])
    assert list(schema["anyOf"][1]["properties"]) == ["reference", "pieces", "asGift"]


def test_one_form_is_published_as_it_is_with_what_refines_it() -> None:
    schema = field_schema(LONG)

    assert (schema["type"], schema["minProperties"], schema["description"]) == ("object", 1, "An order.")


def test_nothing_is_an_empty_object_and_no_more() -> None:
    field = NoSettings()

    assert field.deserialize({}) is None
    assert told(field, {"now": True}) == told(field, "now") == [("", "takes_no_settings")]
    assert field_schema(field)["maxProperties"] == 0


@pytest.mark.parametrize(("repeat", "miss", "came"), [(None, None, "none"), (1, 2, "repeat, noRows")])
def test_exactly_one_of_several_is_demanded_by_the_names_of_the_file(
    repeat: int | None, miss: int | None, came: str
) -> None:
    with pytest.raises(ValidationError) as caught:
        demand_one(repeat=repeat, no_rows=miss)
    (complaint,) = complaints_in(caught.value)

    assert tell(complaint, "en") == f"Send exactly one of: repeat, noRows; {came} came."
