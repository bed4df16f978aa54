"""A field for what the bookkeeper does, between two calls: one deed or several, in the order written."""

import logging
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any, Final, cast

from marshmallow import ValidationError, fields

from mockbooks.bookkeeper import DEEDS
from mockbooks.bookkeeper.call import check, from_call
from mockbooks.bookkeeper.deed import Deed
from mockbooks.catalogue.entry import Text
from mockbooks.catalogue.telling import tell
from mockbooks.errors import RequestError
from mockbooks.service.context import Context
from mockbooks.service.fields import Strict, cut, refuse, shown
from mockbooks.stage.json_schema import JsonSchema, field_schema

MOST_DEEDS: Final = 20
Work = tuple[tuple[Deed[Any], Any], ...]
"""Deeds with their values."""

_DEEDS: Final[Mapping[str, Deed[Any]]] = {deed.name: deed for deed in DEEDS}
_KIND: Final = Text("deed of the bookkeeper", "handeling van de boekhouder")
_EXAMPLE: Final = {"lockPeriod": "2026-10"}
_LOGGER: Final = logging.getLogger("mockbooks")


class Deeds(Strict, fields.Field[Any]):
    """An object with one key for each deed, or a list of such objects where one deed is done more than once.

    The values are given plain, since they may hold pointers into the body of a call: `work_in_call` reads them.
    """

    def __init__(self, description: str) -> None:
        """Declare it."""
        one = _schema()
        schema: JsonSchema = {"anyOf": [one, {"type": "array", "items": one, "minItems": 1, "maxItems": MOST_DEEDS}]}
        super().__init__(description, required=True, example=_EXAMPLE, schema=schema)

    def read(self, value: object) -> Work:
        """Take one object or a list of them."""
        work = tuple(_in_list(value) if isinstance(value, list) else _in_object(value))
        if not work:
            refuse("too_few_items", count=0, minimum=1)
        if len(work) > MOST_DEEDS:
            refuse("too_many_items", count=len(work), maximum=MOST_DEEDS)
        return work


def work_in_call(context: Context, work: Work, content: object) -> None:
    """Do deeds whose plain values may point into the body of a call.

    The call goes on whatever becomes of them: what the books refuse is told in the log of the server.
    """
    for deed, raw_value in work:
        try:
            deed.do(context, from_call(deed, raw_value, content))
        except RequestError as error:
            told = " ".join(tell(complaint, "en") for complaint in error.complaints)
            _LOGGER.warning("%s could not do %s: %s", context.actor.name, deed.name, told)
        except LookupError as error:
            _LOGGER.warning("%s could not do %s: %s", context.actor.name, deed.name, error)


def _in_list(items: list[object]) -> Iterator[tuple[Deed[Any], Any]]:
    for place, item in enumerate(items):
        try:
            yield from _in_object(item)
        except ValidationError as error:
            raise _at(place, error) from error


def _in_object(value: object) -> Iterator[tuple[Deed[Any], Any]]:
    if not isinstance(value, Mapping):
        refuse("not_object", came=shown(value))
    for name, raw_value in value.items():
        try:
            yield _deed(str(name), raw_value)
        except ValidationError as error:
            raise _at(str(name), error) from error


def _deed(name: str, raw_value: object) -> tuple[Deed[Any], Any]:
    deed = _DEEDS.get(name)
    if deed is None:
        near = get_close_matches(cut(name), _DEEDS, n=1)
        refuse("unknown_kind", kind=_KIND, name=cut(name), allowed=tuple(_DEEDS), suggestion=near[0] if near else None)
    check(deed, raw_value)
    return deed, raw_value


def _at(place: str | int, error: ValidationError) -> ValidationError:
    return ValidationError(cast("dict[str, Any]", {place: error.messages}))


def _schema() -> JsonSchema:
    return {
        "type": "object",
        "properties": {
            name: {**field_schema(deed.field), "description": deed.summary} for name, deed in _DEEDS.items()
        },
        "minProperties": 1,
        "additionalProperties": False,
    }
