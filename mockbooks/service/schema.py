"""Strict schemas: JSON objects in which every unknown key is refused, and the road from marshmallow's errors to complaints."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches
from typing import Any, ClassVar, cast

from marshmallow import EXCLUDE, RAISE, Schema, ValidationError, fields
from marshmallow.error_store import ErrorStore

from mockbooks.errors import Complaint
from mockbooks.service.fields import Strict, refuse, shown


def camel(snake_name: str) -> str:
    """Write a Python name as it stands in JSON: `payment_term_id` is `paymentTermId`."""
    first, *others = snake_name.split("_")
    return first + "".join(word.capitalize() for word in others)


class StrictSchema(Schema):
    """A JSON object: camelCase keys, unknown keys refused with the nearest known one, everything wrong told at once."""

    unknown_code: ClassVar = "unknown_field"
    server_names: ClassVar[frozenset[str]] = frozenset()

    class Meta:
        """marshmallow's options."""

        unknown = RAISE

    def takes_nothing(self) -> bool:
        """Tell whether an empty body says enough."""
        return not any(field.required for field in self.load_fields.values())

    def on_bind_field(self, field_name: str, field_obj: fields.Field[Any]) -> None:
        """Give each field its JSON name."""
        field_obj.data_key = field_obj.data_key or camel(field_name)

    def _deserialize(  # type: ignore[override]
        self,
        data: Any,  # noqa: ANN401
        *,
        error_store: ErrorStore,
        index: int | None = None,
        **options: Any,  # noqa: ANN401
    ) -> Any:  # noqa: ANN401
        if options.get("many"):
            return super()._deserialize(data, error_store=error_store, index=index, **options)
        if not isinstance(data, Mapping):
            error_store.store_error([Complaint("not_object", values={"came": shown(data)})], index=index)
            return {}
        for name in data:
            if name not in self._names:
                error_store.store_error([self._unknown(name)], name, index=index)
        options["unknown"] = EXCLUDE
        return super()._deserialize(data, error_store=error_store, index=index, **options)

    def _init_fields(self) -> None:
        super()._init_fields()
        self._names = {field.data_key: None for field in self.load_fields.values()}

    def _unknown(self, name: str) -> Complaint:
        if name in self.server_names:
            return Complaint("set_by_server", values={"name": name})
        allowed = [known for known in self._names if known]
        near = get_close_matches(name, allowed, n=1)
        values: dict[str, object] = {"name": shown(name), "allowed": ", ".join(allowed)}
        return Complaint(self.unknown_code, values={**values, "suggestion": near[0]} if near else values)


class QuerySchema(StrictSchema):
    """The keys of a query string."""

    unknown_code: ClassVar = "unknown_parameter"


class Part(Strict, fields.Nested):
    """An object inside an object."""

    def __init__(self, schema: Schema, description: str, *, example: object, required: bool = False) -> None:
        """Declare the schema of the inner object."""
        fields.Nested.__init__(
            self,
            schema,
            required=required,
            **({} if required else {"load_default": None}),
            metadata={"description": description, "examples": [example]},
        )

    def _deserialize(self, value: object, attr: str | None, data: object, **_: object) -> Any:  # noqa: ANN401, ARG002
        return self.schema.load(value)  # type: ignore[arg-type]


class Parts(Strict, fields.List):
    """A list of objects with a fewest and a most number of items."""

    def __init__(self, schema: Schema, description: str, *, fewest: int, most: int, example: object) -> None:
        """Declare the schema of an item and how many there may be; the list is required."""
        self.item_schema, self.fewest, self.most = schema, fewest, most
        fields.List.__init__(
            self,
            fields.Nested(schema),
            required=True,
            metadata={"description": description, "examples": [example], "minItems": fewest, "maxItems": most},
        )

    def _deserialize(self, value: object, attr: str | None, data: object, **_: object) -> Any:  # noqa: ANN401, ARG002
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
            step = () if key == "_schema" else (str(key),)
            yield from _walk(inner, path + step, in_query=in_query)
        return
    for complaint in cast("list[Complaint]", messages):
        if in_query:
            yield replace(complaint, parameter=complaint.parameter or path[0])
        else:
            yield replace(complaint, pointer=pointer_to(path) + (complaint.pointer or ""))


def pointer_to(path: tuple[str | int, ...]) -> str:
    """Write a path as a JSON Pointer; `~` and `/` in a key are escaped."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)
