"""Fields that only the control API has: moments as its texts, numbers with a fraction, and objects of any form."""

import math
from typing import Any

from marshmallow import fields, missing

from mockbooks.service.fields import Moment, Strict, refuse, shown


class Number(Strict, fields.Float):
    """A JSON number above one bound and up to another, fractions included."""

    def __init__(self, description: str, *, above: int, highest: int, **options: Any) -> None:  # noqa: ANN401
        """Declare the bounds; only the higher one is allowed."""
        self.above, self.highest = above, highest
        options["schema"] = {"exclusiveMinimum": above, "maximum": highest}
        super().__init__(description, **options)

    def read(self, value: object) -> float:
        """Take a number; true and texts are none."""
        if not isinstance(value, int | float) or isinstance(value, bool) or not math.isfinite(value):
            refuse("not_number", came=shown(value))
        if not self.above < value <= self.highest:
            refuse("number_not_above", came=shown(value), bound=self.above, highest=self.highest)
        return value


class AnyJsonValue(Strict, fields.Raw):
    """Any JSON value, null among them."""


class AnyObject(Strict, fields.Dict):
    """A JSON object that is described elsewhere."""


def or_null(field: Strict) -> Strict:
    """Declare a field of an answer that is always there, and may be null."""
    field.required, field.load_default, field.allow_none = True, missing, True
    return field


def told_moment(description: str) -> Moment:
    """Declare a moment on the clock of the administration."""
    return Moment(f"{description}, on the clock of the administration.", required=True, example="2026-11-23T09:00:00Z")
