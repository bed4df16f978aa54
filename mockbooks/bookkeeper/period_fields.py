"""Fields for parts of the year, as people write them: a month or day up to which books are locked, and a quarter."""

import re
from calendar import monthrange
from datetime import date
from typing import Any, Final

from marshmallow import fields

from mockbooks.domain.periods import Quarter
from mockbooks.service.fields import Strict, refuse, shown
from mockbooks.texts import Text

_MONTH: Final = re.compile(r"[0-9]{4}-[0-9]{2}", re.ASCII)
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_MONTH_OR_DAY: Final = (
    Text("a month such as 2026-10", "een maand zoals 2026-10"),
    Text("an existing date such as 2026-10-31", "een bestaande datum zoals 2026-10-31"),
)
_A_QUARTER: Final = Text("a quarter such as 2026-Q3", "een kwartaal zoals 2026-Q3")


class LastDay(Strict, fields.String):
    """A month as `YYYY-MM`, read as its last day, or a day as `YYYY-MM-DD`."""

    def __init__(self, description: str, **options: Any) -> None:  # noqa: ANN401
        """Declare both forms, and the pointer that may stand in their place."""
        options["schema"] = {"pattern": "^([0-9]{4}-[0-9]{2}(-[0-9]{2})?|/.*)$"}
        super().__init__(description, **options)

    def read(self, value: object) -> date:
        """Take an existing month or day."""
        day = _last_day(value) if isinstance(value, str) else None
        return day or refuse("not_one_of", came=shown(value), allowed=_MONTH_OR_DAY)


class QuarterText(Strict, fields.String):
    """A quarter of a calendar year as `YYYY-Qn`."""

    def __init__(self, description: str, **options: Any) -> None:  # noqa: ANN401
        """Declare the form, and the pointer that may stand in its place."""
        options["schema"] = {"pattern": "^([0-9]{4}-Q[1-4]|/.*)$"}
        super().__init__(description, **options)

    def read(self, value: object) -> Quarter:
        """Take one of the four quarters of a year."""
        try:
            return Quarter.parse(value if isinstance(value, str) else "")
        except ValueError:
            refuse("not_one_of", came=shown(value), allowed=_A_QUARTER)


def _last_day(text: str) -> date | None:
    try:
        if _MONTH.fullmatch(text):
            first = date.fromisoformat(f"{text}-01")
            return first.replace(day=monthrange(first.year, first.month)[1])
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None
