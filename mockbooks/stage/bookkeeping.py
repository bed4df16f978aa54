"""A field for what the bookkeeper does, between two calls: one deed or several, in the order written."""

import logging
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from functools import partial
from itertools import chain
from typing import Any, Final

from marshmallow import fields

from mockbooks.bookkeeper import DEEDS
from mockbooks.bookkeeper.call import check, from_call
from mockbooks.bookkeeper.deed import Deed
from mockbooks.catalogue.telling import tell
from mockbooks.errors import RequestError
from mockbooks.service.context import Context
from mockbooks.service.fields import Strict, refuse, shown
from mockbooks.stage.json_schema import JsonSchema, field_schema
from mockbooks.stage.many import all_read, demand_number
from mockbooks.texts import Text, cut

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
        if isinstance(value, list):
            readings = {place: partial(self._in_object, item) for place, item in enumerate(value)}
            work: Work = tuple(chain(*all_read(readings)))
        else:
            work = self._in_object(value)
        demand_number(len(work), fewest=1, most=MOST_DEEDS)
        return work

    def _in_object(self, value: object) -> Work:
        if not isinstance(value, Mapping):
            refuse("not_object", came=shown(value))
        return all_read({name: partial(self._one, str(name), raw_value) for name, raw_value in value.items()})

    def _one(self, name: str, raw_value: object) -> tuple[Deed[Any], Any]:
        """Read one deed, as far as that can be done without a call."""
        deed = _DEEDS.get(name)
        if deed is None:
            near = get_close_matches(cut(name), _DEEDS, n=1)
            suggestion = near[0] if near else None
            refuse("unknown_kind", kind=_KIND, name=cut(name), allowed=tuple(_DEEDS), suggestion=suggestion)
        check(deed, raw_value)
        return deed, raw_value


def work_in_call(context: Context, work: Work, content: object) -> list[str]:
    """Do deeds whose plain values may point into the body of a call; tell what could not be done."""
    return _done(context, ((deed, partial(from_call, deed, raw_value, content)) for deed, raw_value in work))


def work_at_time(context: Context, work: Work) -> list[str]:
    """Do deeds whose values were read; tell what could not be done."""
    return _done(context, ((deed, partial(_itself, value)) for deed, value in work))


def _done(context: Context, work: Iterable[tuple[Deed[Any], Callable[[], Any]]]) -> list[str]:
    """Do deeds one after the other, whatever becomes of each; what the books refuse is in the log of the server too."""
    undone = []
    for deed, value in work:
        try:
            deed.do(context, value())
        except RequestError as error:
            undone.append(f"{deed.name}: {' '.join(tell(complaint, 'en') for complaint in error.complaints)}")
        except LookupError as error:
            undone.append(f"{deed.name}: {error}")
    for each in undone:
        _LOGGER.warning("%s could not do %s", context.actor.name, each)
    return undone


def _itself(value: object) -> object:
    return value


def _schema() -> JsonSchema:
    return {
        "type": "object",
        "properties": {
            name: {**field_schema(deed.field), "description": deed.summary} for name, deed in _DEEDS.items()
        },
        "minProperties": 1,
        "additionalProperties": False,
    }
