"""Schemas of answers, made from those of requests: the same fields, all of them there, and what the server adds."""

from copy import deepcopy
from functools import cache
from typing import Any, cast

from marshmallow import fields, missing

from mockbooks.service.fields import Identifier, Moment
from mockbooks.service.schema import Part, StrictSchema


def answer_schema(
    name: str,
    body: type[StrictSchema],
    *,
    never_null: tuple[str, ...] = (),
    without: tuple[str, ...] = (),
    **server_fields: fields.Field[Any],
) -> type[StrictSchema]:
    """Make the schema of an answer called `name`.

    `never_null` are optional fields of the request that the server always fills; `without` are fields of the request
    that the answer does not hold.
    """
    declared = {
        key: _promised(key, field, never_null) for key, field in declared_fields(body).items() if key not in without
    }
    added = {key: _promised(key, field, never_null) for key, field in server_fields.items()}
    return _named(name, body, {"id": own_id("trx_000001"), **declared, **added, **_moments()})


def own_id(example: str) -> Identifier:
    """Declare the field `id` of an answer."""
    return Identifier("Opaque id; it never changes.", required=True, example=example)


def part_schema(
    name: str, body: type[StrictSchema], *, never_null: tuple[str, ...] = (), **server_fields: fields.Field[Any]
) -> type[StrictSchema]:
    """Make the schema of an object inside an answer: no id or moments of its own."""
    declared = {
        key: _promised(key, field, never_null) for key, field in {**declared_fields(body), **server_fields}.items()
    }
    return _named(name, body, declared)


def declared_fields(schema: type[StrictSchema]) -> dict[str, fields.Field[Any]]:
    """Give the fields of a schema as they were declared."""
    return schema._declared_fields  # noqa: SLF001 - marshmallow has no public door to them  # type: ignore[attr-defined]


def _named(name: str, body: type[StrictSchema], members: dict[str, fields.Field[Any]]) -> type[StrictSchema]:
    return type(name, (StrictSchema,), {"__module__": __name__, "__doc__": body.__doc__, **members})


def _moments() -> dict[str, fields.Field[Any]]:
    return {
        "created_at": Moment("When the object was created, in UTC.", required=True, example="2026-11-23T09:00:00Z"),
        "updated_at": Moment("When the object last changed, in UTC.", required=True, example="2026-11-23T09:00:00Z"),
    }


def _promised(name: str, field: fields.Field[Any], never_null: tuple[str, ...]) -> fields.Field[Any]:
    promised = deepcopy(field)
    if isinstance(promised, Part):
        promised = _part_answer(promised)
    promised.required = True
    promised.load_default = missing
    promised.allow_none = promised.allow_none and name not in never_null
    if not promised.allow_none and None in promised.metadata.get("enum", ()):
        promised.metadata = {
            **promised.metadata,
            "enum": [word for word in promised.metadata["enum"] if word is not None],
        }
    return promised


def _part_answer(field: Part) -> Part:
    allow_none = field.allow_none
    answer = Part(
        _answer_of_part(cast("type[StrictSchema]", type(field.schema)))(),
        field.metadata["description"],
        example=field.metadata["examples"][0],
        required=True,
    )
    answer.allow_none = allow_none
    return answer


@cache
def _answer_of_part(body: type[StrictSchema]) -> type[StrictSchema]:
    """Make it once: every use of the same object is the same component of the document."""
    return part_schema(body.__name__.removesuffix("Body"), body)
