"""What stands behind the name of a kind: an object, one value of it in short, or nothing at all."""

from collections.abc import Callable, Mapping
from typing import Any, Final, NoReturn, cast

from marshmallow import ValidationError, fields

from mockbooks.errors import Complaint
from mockbooks.service.fields import Strict, refuse, shown
from mockbooks.service.schema import StrictSchema, camel
from mockbooks.stage.json_schema import JsonSchema, field_schema, object_schema
from mockbooks.texts import Text

_NONE: Final = Text("none", "geen")


class Settings(Strict, fields.Field[Any]):
    """An object that is read by a schema; with `short`, the value of that one field may stand in its place.

    `make` turns the values of the fields, by their names, into what the kind works with, and may refuse them.
    """

    def __init__(  # noqa: PLR0913 - keyword only; each is one property of the documentation
        self,
        description: str,
        *,
        form: StrictSchema,
        make: Callable[..., Any],
        example: object,
        short: str | None = None,
        refine: JsonSchema | None = None,
    ) -> None:
        """Declare it; `refine` holds what the published schema of the object says beyond its fields."""
        self.form, self.make, self.short = form, make, short
        whole = {**object_schema(form), **(refine or {})}
        schema = whole if short is None else {"anyOf": [field_schema(form.fields[short]), whole]}
        super().__init__(description, required=True, example=example, schema=_undescribed(schema))

    def read(self, value: object) -> Any:  # noqa: ANN401 - what `make` gives
        """Take the object, or the one value."""
        return self.make(**self._values(value))

    def _values(self, value: object) -> Mapping[str, Any]:
        if self.short is None or isinstance(value, Mapping):
            values: Mapping[str, Any] = self.form.load(value)
            return values
        others = {name: field.load_default for name, field in self.form.fields.items()}
        return {**others, self.short: self.form.fields[self.short].deserialize(value)}


class NoSettings(Strict, fields.Field[Any]):
    """Nothing: the name says it all."""

    def __init__(self) -> None:
        """Declare it."""
        schema: JsonSchema = {"type": "object", "maxProperties": 0}
        super().__init__("Takes no settings.", required=True, example={}, schema=schema)

    def read(self, value: object) -> None:
        """Take an empty object."""
        if value != {}:
            refuse("takes_no_settings", came=shown(value))


def refuse_at(pointer: str, code: str, **values: object) -> NoReturn:
    """Refuse one value of an object, at its place within that."""
    raise ValidationError(cast("list[str]", [Complaint(code, pointer, values=values)]))


def demand_one(**values: object) -> None:
    """Refuse unless exactly one of these came; `exactly_one_of`."""
    came = [camel(name) for name, value in values.items() if value is not None]
    if len(came) != 1:
        refuse("exactly_one_of", fields=[camel(name) for name in values], came=came or _NONE)


def _undescribed(schema: JsonSchema) -> JsonSchema:
    """Leave what is described to the description of the field."""
    return {name: value for name, value in schema.items() if name != "description"}
