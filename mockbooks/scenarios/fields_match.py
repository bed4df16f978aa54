"""The field `match` of an injection: what requests it is about, with conditions on query, headers and body."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

from marshmallow import fields

from mockbooks.scenarios import conditions
from mockbooks.scenarios.conditions import Condition
from mockbooks.scenarios.fields_plain import (
    DayOrMoment,
    Expression,
    Literal,
    Number,
    PathPattern,
    demand_object,
)
from mockbooks.scenarios.match import Match, Named
from mockbooks.scenarios.patterns import LONGEST_TEXT
from mockbooks.service.fields import Choice, Flag, PlainText, Strict, refuse
from mockbooks.service.schema import StrictSchema
from mockbooks.stage.json_schema import JsonSchema, field_schema, object_schema
from mockbooks.stage.many import Listed, all_read
from mockbooks.stage.operation_name import OperationName
from mockbooks.stage.pointer_field import Pointer

_MOST_NAMES: Final = 50
_METHODS: Final = ("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS")
_COMPARED: Final = "What is compared: a number or true also equals a text that is written the same."
_MADE: Final[Mapping[str, Callable[[Any], Condition]]] = {
    "matches": conditions.matching,
    "in_": conditions.one_of,
    "before": conditions.before,
    "after": conditions.after,
    "over": conditions.over,
    "under": conditions.under,
    "absent": conditions.absent,
}


class ConditionBody(StrictSchema):
    """A condition on one value; of several, all must hold."""

    matches = Expression(
        f"A regular expression (RE2) that is found somewhere in its first {LONGEST_TEXT} characters.", example="^ORD-"
    )
    in_ = Listed(Literal(_COMPARED, example="70"), "It equals one of these.", fewest=1, most=100, example=["70", "71"])
    before = DayOrMoment("It is a day or moment before this one.", example="2026-10-01")
    after = DayOrMoment("It is a day or moment after this one.", example="2026-09-30")
    over = Number("It is a number larger than this one, also as a text.", example=1000)
    under = Number("It is a number smaller than this one, also as a text.", example=0.01)
    absent = Flag("true: it is not there, or null; false: it is there.", example=True)

    def load(self, data: Any, **options: Any) -> Condition:  # noqa: ANN401 - JSON
        """Read the conditions as one."""
        given = {name: value for name, value in super().load(data, **options).items() if value is not None}
        if not given:
            refuse("too_few_items", count=0, minimum=1)
        if given.get("absent") and len(given) > 1:
            refuse("not_together", fields=tuple(name.rstrip("_") for name in given))
        return conditions.all_of(tuple(_MADE[name](value) for name, value in given.items()))


CONDITION: Final = ConditionBody()
LITERAL: Final = Literal(_COMPARED, example="ORD-1001")


class Conditions(Strict, fields.Field[Any]):
    """Values by name, each a literal to equal or a condition to meet."""

    def __init__(self, name: Strict, description: str, *, example: object) -> None:
        """Declare the field that reads a name."""
        self.key = name
        schema = {
            "type": "object",
            "propertyNames": field_schema(name),
            "additionalProperties": {"anyOf": [field_schema(LITERAL), object_schema(CONDITION)]},
            "maxProperties": _MOST_NAMES,
        }
        super().__init__(description, example=example, default=(), schema=schema)

    def read(self, value: Any) -> Named:  # noqa: ANN401 - JSON
        """Take a mapping; everything that is wrong in it is told at once."""
        demand_object(self.name or "", self, value)
        if len(value) > _MOST_NAMES:
            refuse("too_many_items", count=len(value), maximum=_MOST_NAMES)
        return all_read({name: partial(self._pair, name, wanted) for name, wanted in value.items()})

    def _pair(self, name: str, wanted: object) -> tuple[str, Condition]:
        return str(self.key.deserialize(name)), _condition(wanted)


def _condition(wanted: object) -> Condition:
    if isinstance(wanted, Mapping):
        condition: Condition = CONDITION.load(wanted)
        return condition
    return conditions.equal(LITERAL.deserialize(wanted))


class _HeaderName(PlainText):
    """The name of a header, in any case."""

    def read(self, value: object) -> str:
        """Give it in lower case, as exchanges have them."""
        return super().read(value).lower()


class Operations(Strict, fields.Field[Any]):
    """One operation or several."""

    def __init__(self, description: str, *, example: object) -> None:
        """Declare both forms."""
        self.one = OperationName("An operationId of the API or of OAuth.", example="createTransaction")
        self.several = Listed(self.one, "Any of these.", fewest=1, most=_MOST_NAMES, example=["createTransaction"])
        schema: JsonSchema = {"anyOf": [field_schema(self.one), field_schema(self.several)]}
        super().__init__(description, example=example, default=frozenset(), schema=schema)

    def read(self, value: object) -> frozenset[str]:
        """Take a name or a list of names."""
        return frozenset(self.several.read(value)) if isinstance(value, list) else frozenset([self.one.read(value)])


class MatchBody(StrictSchema):
    """Which requests are meant: everything that is named must hold; `{}` means every request."""

    operation = Operations("The operation that is called, or a list of which one will do.", example="createTransaction")
    method = Choice("The method.", allowed=_METHODS, example="POST")
    path = PathPattern(
        "The whole path, without host and query: `*` stands for anything but a slash, `**` for anything.",
        example="/api/v1/debtors/*",
    )
    client = PlainText(
        "The id of the client that calls. At the gate it is not known yet.", maximum=100, filled=True, example="shop"
    )
    query = Conditions(
        PlainText("Name of a parameter.", maximum=100, required=True, example="email"),
        "Parameters of the query, by name.",
        example={"email": {"absent": True}},
    )
    headers = Conditions(
        _HeaderName("Name of a header.", maximum=100, required=True, example="Idempotency-Key"),
        "Headers, by name in any case.",
        example={"Idempotency-Key": {"absent": True}},
    )
    body = Conditions(
        Pointer("A place in the body.", required=True, example="/reference"),
        "What stands in the body, JSON or a form, by JSON Pointer.",
        example={"/reference": {"matches": "^ORD-"}},
    )

    def load(self, data: Any, **options: Any) -> Match:  # noqa: ANN401 - JSON
        """Read a match."""
        values = super().load(data, **options)
        return Match(operations=values.pop("operation"), **values)
