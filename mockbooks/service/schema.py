"""Strict schemas: JSON objects in which every unknown key is refused, and the road from their errors to complaints."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from functools import lru_cache
from itertools import islice
from typing import Any, ClassVar, Final, cast

from marshmallow import Schema, ValidationError, fields, missing

from mockbooks.errors import Complaint
from mockbooks.service.fields import Strict, refuse, shown
from mockbooks.texts import cut

MOST_UNKNOWN_NAMES_TOLD: Final = 20
"""A thousand unknown keys are one mistake, and telling each would cost more than reading them all."""


def camel(snake_name: str) -> str:
    """Write a Python name as it stands in JSON: `payment_term_id` is `paymentTermId`."""
    first, *others = snake_name.split("_")
    return first + "".join(word.capitalize() for word in others)


_Reading = tuple[str, Callable[[object], Any], Callable[[object], Any]]
"""Under which name the value of a key is handed on, what reads one that is not null, and what takes any."""


def _reading(name: str, field: Strict) -> _Reading:
    """Spare a field without a check the way around."""
    return name, field.take if field.check else field.read, field.take


class StrictSchema(Schema):
    """A JSON object: camelCase keys, unknown keys refused with the nearest known one, everything wrong told at once."""

    unknown_code: ClassVar = "unknown_field"
    server_names: ClassVar[frozenset[str]] = frozenset()

    def takes_nothing(self) -> bool:
        """Tell whether an empty body says enough."""
        return not any(field.required for field in self.load_fields.values())

    def on_bind_field(self, field_name: str, field_obj: fields.Field[Any]) -> None:
        """Give each field its JSON name."""
        field_obj.data_key = field_obj.data_key or camel(field_name)

    def load(self, data: Any, *, many: bool | None = None, **_: Any) -> Any:  # noqa: ANN401 - JSON
        """Read one object, or a list of them with `many`; raises ValidationError with everything that is wrong.

        It takes the place of marshmallow's own loading, which is made for more than this and takes four times as long:
        what is there is read, what is not comes from a ready copy of the defaults.
        """
        return self._items(data) if many else self._object(data)

    def _object(self, data: object) -> dict[str, Any]:
        if not isinstance(data, dict | Mapping):
            refuse("not_object", came=shown(data))
        values = self._defaults.copy()
        wrong: dict[str, Any] = {}
        are_known = True
        reading_of = self._readings.get
        for key, value in data.items():
            reading = reading_of(key)
            if reading is None:
                are_known = False
                continue
            name, read, take = reading
            try:
                values[name] = take(value) if value is None else read(value)
            except ValidationError as error:
                wrong[key] = error.messages
        if wrong or not are_known or not data.keys() >= self._required:
            raise ValidationError(cast("dict[str, Any]", dict(self._in_order(data, wrong))))
        return values

    def _items(self, data: list[object]) -> list[dict[str, Any]]:
        items: list[dict[str, Any]] = []
        wrong: dict[str | int, Any] = {}
        for position, item in enumerate(data):
            try:
                items.append(self._object(item))
            except ValidationError as error:
                wrong[position] = error.messages
        if wrong:
            raise ValidationError(cast("dict[str, Any]", wrong))
        return items

    def _init_fields(self) -> None:
        super()._init_fields()
        named = {str(field.data_key): (name, field) for name, field in self.load_fields.items()}
        self._readings = {key: _reading(name, cast("Strict", field)) for key, (name, field) in named.items()}
        self._required = {key for key, (_, field) in named.items() if field.required}
        # A required one has its place here too, so that values always come in the order of the fields.
        self._defaults = {name: None if field.required else field.load_default for name, field in named.values()}

    def _in_order(self, data: Mapping[str, object], wrong: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
        """Give what is wrong by its key: first the keys that are unknown, then those of the fields in their order."""
        unknown = (name for name in data if name not in self._readings)
        yield from ((cut(name), [self._unknown(name)]) for name in islice(unknown, MOST_UNKNOWN_NAMES_TOLD))
        for key in self._readings:
            if key in wrong:
                yield key, wrong[key]
            elif key in self._required and key not in data:
                yield key, [Complaint("required")]

    def _unknown(self, name: str) -> Complaint:
        if name in self.server_names:
            return Complaint("set_by_server", values={"name": name})
        allowed = list(self._readings)
        values = {"name": cut(name), "allowed": allowed, "suggestion": _nearest(cut(name), tuple(allowed))}
        return Complaint(self.unknown_code, values=values)


@lru_cache(maxsize=1024)
def _nearest(name: str, allowed: tuple[str, ...]) -> str | None:
    """Look for the name that was meant; kept, because a mistake in one line is made in the next ones too."""
    return next(iter(get_close_matches(name, allowed, n=1)), None)


class QuerySchema(StrictSchema):
    """The keys of a query string."""

    unknown_code: ClassVar = "unknown_parameter"


class Part(Strict, fields.Nested):
    """An object inside an object."""

    def __init__(self, schema: StrictSchema, description: str, *, example: object, required: bool = False) -> None:
        """Declare the schema of the inner object."""
        self.check = None
        self.inner_schema = schema
        fields.Nested.__init__(
            self,
            schema,
            required=required,
            load_default=missing if required else None,
            metadata={"description": description, "examples": [example]},
        )

    def read(self, value: object) -> Any:  # noqa: ANN401
        """Take an object."""
        return self.inner_schema.load(value)


class Parts(Strict, fields.List[Any]):
    """A list of objects with a fewest and a most number of items."""

    def __init__(self, schema: StrictSchema, description: str, *, fewest: int, most: int, example: object) -> None:
        """Declare the schema of an item and how many there may be; the list is required."""
        self.check = None
        self.item_schema, self.fewest, self.most = schema, fewest, most
        fields.List.__init__(
            self,
            fields.Nested(schema),
            required=True,
            metadata={"description": description, "examples": [example], "minItems": fewest, "maxItems": most},
        )

    def read(self, value: object) -> Any:  # noqa: ANN401
        """Take a list of objects."""
        if not isinstance(value, list):
            refuse("not_list", came=shown(value))
        if len(value) < self.fewest:
            refuse("too_few_items", count=len(value), minimum=self.fewest)
        if len(value) > self.most:
            refuse("too_many_items", count=len(value), maximum=self.most)
        return self.item_schema.load(value, many=True)


def complaints_in(error: ValidationError, *, in_query: bool = False) -> tuple[Complaint, ...]:
    """Flatten what marshmallow collected into complaints with a JSON Pointer (RFC 6901) or the name of a parameter."""
    return tuple(_walk(error.messages, (), in_query=in_query))


def _walk(messages: object, path: tuple[str, ...], *, in_query: bool) -> Iterator[Complaint]:
    if isinstance(messages, Mapping):
        for key, inner in messages.items():
            yield from _walk(inner, (*path, str(key)), in_query=in_query)
        return
    for complaint in cast("list[Complaint]", messages):
        if in_query:
            yield replace(complaint, parameter=complaint.parameter or path[0])
        else:
            yield replace(complaint, pointer=pointer_to(path) + (complaint.pointer or ""))


def pointer_to(path: tuple[str | int, ...]) -> str:
    """Write a path as a JSON Pointer; `~` and `/` in a key are escaped."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)
