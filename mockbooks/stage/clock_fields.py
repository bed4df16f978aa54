"""The field for a moment that a clock is put at: one that the books know, read once and the same everywhere."""

from datetime import datetime
from typing import Any, Final

from marshmallow import fields

from mockbooks.service.fields import Strict, read_moment, refuse, shown
from mockbooks.traffic.clock import FIRST_MOMENT, LAST_MOMENT, moment_text

YEARS: Final = f"{FIRST_MOMENT.year} to {LAST_MOMENT.year}"
_EXAMPLE: Final = "2026-10-15T09:00:00+02:00"


class ClockMoment(Strict, fields.DateTime):
    """A moment with its zone (RFC 3339), from the first to the last that the books know."""

    def __init__(self, description: str, **options: Any) -> None:  # noqa: ANN401
        """Declare it; with any zone it is still in a year that begins with a 2."""
        options = {"example": _EXAMPLE, "schema": {"pattern": "^2[0-9]{3}-[0-9]{2}-[0-9]{2}[Tt]"}, **options}
        super().__init__(description, **options)

    def read(self, value: object) -> datetime:
        """Give the second in UTC that it falls in."""
        moment = read_moment(value)
        if not FIRST_MOMENT <= moment <= LAST_MOMENT:
            first, last = moment_text(FIRST_MOMENT), moment_text(LAST_MOMENT)
            refuse("moment_out_of_range", came=shown(value), first=first, last=last)
        return moment
