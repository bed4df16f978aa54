"""The envelopes of answers, `success` with `data` and for lists `page`: as bytes, and as schemas for the document."""

from collections.abc import Callable
from functools import cache, partial
from typing import Any, Final

from marshmallow import Schema

from mockbooks.service.fields import Flag, Whole
from mockbooks.service.paging import Page
from mockbooks.service.schema import Part, Parts, StrictSchema

MakeSchema = Callable[[], Schema]
"""Only the document needs the schemas of envelopes, so that a start makes none."""
_BEFORE: Final = b'{"success":true,"data":'


def object_bytes(data: bytes) -> bytes:
    """Wrap one object."""
    return b"".join((_BEFORE, data, b"}"))


def list_bytes(data: bytes, page: Page) -> bytes:
    """Wrap one page of a list; in one go, as each step would copy all of it."""
    return b"".join((_BEFORE, data, b',"page":', page.json(), b"}"))


class PageInfo(StrictSchema):
    """Where in the list this page stands."""

    number = Whole("Number of this page, from 1.", lowest=1, highest=100_000_000, required=True, example=1)
    size = Whole("Most items on a page.", lowest=1, highest=200, required=True, example=50)
    total_items = Whole("Items in all pages together.", lowest=0, highest=2_147_483_647, required=True, example=123)
    total_pages = Whole(
        "How many pages there are; none for an empty list.", lowest=0, highest=2_147_483_647, required=True, example=3
    )


def _success() -> Flag:
    return Flag("Always true: the action succeeded.", required=True, example=True, schema={"enum": [True]})


def object_schema(name: str, data: StrictSchema) -> MakeSchema:
    """Say how to describe an answer with one object."""
    return partial(_object_schema, name, data)


def list_schema(name: str, data: StrictSchema) -> MakeSchema:
    """Say how to describe an answer with one page of a list."""
    return partial(_list_schema, name, data)


@cache
def _object_schema(name: str, data: StrictSchema) -> Schema:
    return _schema(f"{name}Answer", success=_success(), data=Part(data, f"The {name}.", example=None, required=True))


@cache
def _list_schema(name: str, data: StrictSchema) -> Schema:
    items = Parts(data, "The items of this page, in order of creation.", fewest=0, most=200, example=[])
    page = Part(
        PageInfo(),
        "Which page this is.",
        example={"number": 1, "size": 50, "totalItems": 1, "totalPages": 1},
        required=True,
    )
    return _schema(f"{name}ListAnswer", success=_success(), data=items, page=page)


def _schema(name: str, **members: Any) -> Schema:  # noqa: ANN401
    schema: Schema = type(name, (StrictSchema,), members)()
    return schema
