"""Fields that hold several values of one kind: in a list, or each under a name."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from marshmallow import ValidationError, fields

from mockbooks.service.fields import Strict, refuse, shown
from mockbooks.stage.json_schema import field_schema


class Listed(Strict, fields.Field[Any]):
    """A list of values that one field reads, from a fewest to a most number; given as a tuple."""

    def __init__(self, item: Strict, description: str, *, most: int, fewest: int = 0, **options: Any) -> None:  # noqa: ANN401
        """Declare the field of an item, and how many there may be."""
        self.item, self.fewest, self.most = item, fewest, most
        options["schema"] = {"type": "array", "items": field_schema(item), "minItems": fewest, "maxItems": most}
        super().__init__(description, **options)

    def read(self, value: object) -> tuple[Any, ...]:
        """Take a list."""
        if not isinstance(value, list):
            refuse("not_list", came=shown(value))
        demand_number(len(value), fewest=self.fewest, most=self.most)
        return all_read({place: partial(self.item.deserialize, item) for place, item in enumerate(value)})


class Named(Strict, fields.Field[Any]):
    """Values under names of their own: one field reads the names, another the values; given as a dict in that order."""

    def __init__(self, description: str, *, name: Strict, value: Strict, most: int, example: object) -> None:
        """Declare both fields, and how many there may be."""
        self.key, self.value, self.most = name, value, most
        schema = {
            "type": "object",
            "propertyNames": field_schema(name),
            "additionalProperties": field_schema(value),
            "minProperties": 1,
            "maxProperties": most,
        }
        super().__init__(description, example=example, schema=schema)

    def read(self, value: object) -> dict[Any, Any]:
        """Take an object."""
        if not isinstance(value, Mapping):
            refuse("not_object", came=shown(value))
        demand_number(len(value), fewest=1, most=self.most)
        return dict(all_read({name: partial(self._pair, name, inner) for name, inner in value.items()}))

    def _pair(self, name: object, value: object) -> tuple[Any, Any]:
        return self.key.deserialize(name), self.value.deserialize(value)


def demand_number(count: int, *, fewest: int, most: int) -> None:
    """Refuse too few or too many of something."""
    if count < fewest:
        refuse("too_few_items", count=count, minimum=fewest)
    if count > most:
        refuse("too_many_items", count=count, maximum=most)


def all_read(readings: Mapping[Any, Callable[[], Any]]) -> tuple[Any, ...]:
    """Do every reading, by its place, so that all that is wrong is told at once."""
    read: list[Any] = []
    wrong: dict[Any, Any] = {}
    for place, reading in readings.items():
        try:
            read.append(reading())
        except ValidationError as error:
            wrong[place] = error.messages
    if wrong:
        raise ValidationError(wrong)
    return tuple(read)
