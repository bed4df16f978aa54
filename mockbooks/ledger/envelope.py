"""The frame of a dump around its records: format, version, collections and counters, each within bounds."""

from collections.abc import Iterable
from typing import Any, Final, cast

from marshmallow import ValidationError

from mockbooks.errors import Complaint
from mockbooks.ledger.dump import FORMAT, VERSION
from mockbooks.service.fields import Choice, Strict, Whole, refuse, shown
from mockbooks.service.schema import MOST_UNKNOWN_NAMES_TOLD, Part, StrictSchema
from mockbooks.texts import cut

MOST_RECORDS: Final = 1_000_000
"""The most ids that one collection may have given, and the most counters that there may be."""
HIGHEST_COUNT: Final = 2_147_483_647
_LONGEST_NAME: Final = 100


def frame_schema(collections: Iterable[str]) -> StrictSchema:
    """Make what reads the frame of a dump with exactly these collections.

    It gives `counters`, and for each name under `collections` the values `ids_given` and `records`, which are not read.
    """
    parts = {name: Part(_Collection(), "One collection.", example=None, required=True) for name in collections}
    every = type("Collections", (_Frame,), parts)()
    members = {
        "format": Choice("What this is.", allowed=(FORMAT,), required=True, example=FORMAT),
        "version": Whole("How it is written.", lowest=VERSION, highest=VERSION, required=True, example=VERSION),
        "collections": Part(every, "All collections.", example=None, required=True),
        "counters": _Counters("The number last given by each counter.", required=True, example=None),
    }
    frame: StrictSchema = type("Books", (_Frame,), members)()
    return frame


class _Frame(StrictSchema):
    """A part of the frame."""

    class Meta:
        """Made anew for each load, so that marshmallow must not keep it."""

        register = False


class _Rows(Strict):
    """The records of a collection as they came."""

    def read(self, value: object) -> list[object]:
        """Take a list that is not too long."""
        if not isinstance(value, list):
            refuse("not_list", came=shown(value))
        if len(value) > MOST_RECORDS:
            refuse("too_many_items", count=len(value), maximum=MOST_RECORDS)
        return value


class _Collection(_Frame):
    """The records of one kind, and how many ids were given to records of that kind."""

    ids_given = Whole("Ids given so far.", lowest=0, highest=MOST_RECORDS, required=True, example=None)
    records = _Rows("The records.", required=True, example=None)


class _Counters(Strict):
    """Numbers by the names of counters, which the frame does not know."""

    _number = Whole("The number last given.", lowest=1, highest=HIGHEST_COUNT, required=True, example=1)

    def read(self, value: object) -> dict[str, int]:
        """Take an object of whole numbers."""
        if not isinstance(value, dict):
            refuse("not_object", came=shown(value))
        if len(value) > MOST_RECORDS:
            refuse("too_many_items", count=len(value), maximum=MOST_RECORDS)
        wrong: dict[str | int, Any] = {}
        for name, number in value.items():
            complaint = self._complaint(name, number)
            if complaint and len(wrong) < MOST_UNKNOWN_NAMES_TOLD:
                wrong[cut(name)] = [complaint]
        if wrong:
            raise ValidationError(cast("dict[str, Any]", wrong))
        return value

    def _complaint(self, name: str, number: object) -> Complaint | None:
        if len(name) > _LONGEST_NAME:
            return Complaint("too_long", values={"length": len(name), "maximum": _LONGEST_NAME})
        try:
            self._number.deserialize(number)
        except ValidationError as error:
            return cast("list[Complaint]", error.messages)[0]
        return None
