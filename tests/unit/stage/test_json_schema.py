"""How fields are published as JSON Schema."""

from datetime import timedelta

import pytest
from marshmallow import fields

from mockbooks.service.fields import Choice, Day, Flag, Moment, PlainText, Strict, Whole
from mockbooks.service.schema import Part, Parts, StrictSchema
from mockbooks.service.variants import VariantSchema
from mockbooks.stage.durations import Duration
from mockbooks.stage.json_schema import field_schema, object_schema


class Line(StrictSchema):
    """One line of an order."""

    amount = Whole("Amount in cents.", lowest=0, highest=100, required=True, example=21)
    unit_price = Whole("Price in cents.", lowest=0, highest=100, example=21)


class Receipt(StrictSchema):
    """What came in."""

    type = Choice("Kind.", allowed=("receipt",), required=True, example="receipt")


class Booking(VariantSchema):
    """Anything that is booked."""

    variants = {"receipt": Receipt()}  # noqa: RUF012 - as schemas declare it


@pytest.mark.parametrize(
    ("field", "schema"),
    [
        (
            PlainText("Name.", maximum=9, example="Visser"),
            {"type": "string", "description": "Name.", "maxLength": 9, "examples": ["Visser"]},
        ),
        (
            Whole("Number.", lowest=1, highest=9, default=3, example=2),
            {"type": "integer", "description": "Number.", "minimum": 1, "maximum": 9, "examples": [2], "default": 3},
        ),
        (
            Flag("Whether.", default=False, example=True),
            {"type": "boolean", "description": "Whether.", "examples": [True], "default": False},
        ),
        (
            Choice("Which.", allowed=("a", "b"), example="a"),
            {"type": "string", "description": "Which.", "enum": ["a", "b"], "examples": ["a"]},
        ),
        (
            Day("Day.", example="2026-10-01"),
            {"type": "string", "format": "date", "description": "Day.", "examples": ["2026-10-01"]},
        ),
        (
            Moment("Moment.", example="2026-10-01T00:00:00Z"),
            {"type": "string", "format": "date-time", "description": "Moment.", "examples": ["2026-10-01T00:00:00Z"]},
        ),
        (
            Duration("How long.", default=timedelta(seconds=3), example="3s"),
            {
                "description": "How long.",
                "type": "string",
                "pattern": r"^([0-9]{1,9}(?:\.[0-9]{1,3})?)(ms|s|m|h|d)$",
                "examples": ["3s"],
            },
        ),
    ],
    ids=["text", "number", "flag", "choice", "day", "moment", "duration"],
)
def test_a_field_says_its_type_its_bounds_its_default_and_an_example(field: Strict, schema: object) -> None:
    assert field_schema(field) == schema


LINE = {
    "type": "object",
    "description": "One line of an order.",
    "properties": {
        "amount": {
            "type": "integer",
            "description": "Amount in cents.",
            "minimum": 0,
            "maximum": 100,
            "examples": [21],
        },
        "unitPrice": {
            "type": "integer",
            "description": "Price in cents.",
            "minimum": 0,
            "maximum": 100,
            "examples": [21],
        },
    },
    "required": ["amount"],
    "additionalProperties": False,
}


def test_an_object_refuses_what_is_not_among_its_properties() -> None:
    assert object_schema(Line()) == LINE


def test_an_object_inside_a_field_is_described_in_place() -> None:
    assert field_schema(Part(Line(), "The line.", example=None)) == {**LINE, "description": "The line."}


def test_a_list_of_objects_describes_its_items() -> None:
    assert field_schema(Parts(Line(), "The lines.", fewest=1, most=9, example=[])) == {
        "type": "array",
        "items": LINE,
        "description": "The lines.",
        "examples": [[]],
        "minItems": 1,
        "maxItems": 9,
    }


def test_an_object_of_several_kinds_is_one_of_them() -> None:
    assert object_schema(Booking()) == {"oneOf": [object_schema(Receipt())]}


def test_a_field_that_says_nothing_takes_anything() -> None:
    assert field_schema(fields.Raw(metadata={"description": "Anything."})) == {"description": "Anything."}
