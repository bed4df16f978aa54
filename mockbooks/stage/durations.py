"""Fields for lengths of time, moments ahead and shares, as scenario files write them: `700ms`, `5s`, `+3d`, `20%`."""

import re
from datetime import timedelta
from decimal import Decimal
from typing import Any, Final

from marshmallow import fields

from mockbooks.service.fields import Strict, refuse, shown

_DURATION: Final = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,3})?)(ms|s|m|h|d)")
_UNITS: Final = {
    "ms": timedelta(milliseconds=1),
    "s": timedelta(seconds=1),
    "m": timedelta(minutes=1),
    "h": timedelta(hours=1),
    "d": timedelta(days=1),
}
_SHARE: Final = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,2})?)%")
_WHOLE: Final = Decimal(100)
LONGEST_WAIT: Final = timedelta(minutes=5)
"""No caller is kept waiting longer, and no port held for longer."""
LONGEST_RUN: Final = timedelta(days=3660)


def read_duration(text: object) -> timedelta | None:
    """Read a length of time; None when it is not written like one."""
    match = _DURATION.fullmatch(text) if isinstance(text, str) else None
    return None if match is None else float(match[1]) * _UNITS[match[2]]


class Duration(Strict, fields.String):
    """A length of time, from nothing up to a maximum."""

    def __init__(self, description: str, *, longest: timedelta = LONGEST_WAIT, **options: Any) -> None:  # noqa: ANN401
        """Declare the longest that is taken."""
        self.longest = longest
        options.setdefault("schema", {"type": "string", "pattern": rf"^{_DURATION.pattern}$"})
        super().__init__(description, **options)

    def read(self, value: object) -> timedelta:
        """Take a number with its unit."""
        length = read_duration(value)
        if length is None:
            refuse("not_duration", came=shown(value))
        if length > self.longest:
            refuse("duration_too_long", came=shown(value), longest=_written(self.longest))
        return length


class FromStart(Duration):
    """A moment, told as the length of time after the scenario began: `+3d`."""

    def __init__(self, description: str, **options: Any) -> None:  # noqa: ANN401
        """Declare it; a timeline may run for ten years."""
        options["schema"] = {"type": "string", "pattern": rf"^\+{_DURATION.pattern}$"}
        super().__init__(description, longest=LONGEST_RUN, **options)

    def read(self, value: object) -> timedelta:
        """Take a plus with a length of time."""
        if not isinstance(value, str) or not value.startswith("+"):
            refuse("not_from_start", came=shown(value))
        return super().read(value[1:])


class Share(Strict, fields.String):
    """A share of something, from 0% to 100%."""

    def __init__(self, description: str, *, pattern: str = _SHARE.pattern, **options: Any) -> None:  # noqa: ANN401
        """Declare it; `pattern` is what an editor checks it by."""
        options["schema"] = {"type": "string", "pattern": f"^{pattern}$"}
        super().__init__(description, **options)

    def read(self, value: object) -> float:
        """Take a percentage; give it as a number from 0 to 1."""
        match = _SHARE.fullmatch(value) if isinstance(value, str) else None
        if match is None or Decimal(match[1]) > _WHOLE:
            refuse("not_share", came=shown(value))
        return float(Decimal(match[1]) / _WHOLE)


class Chance(Share):
    """A share of the cases, above 0% and up to 100%."""

    def __init__(self, description: str, **options: Any) -> None:  # noqa: ANN401
        """Declare it."""
        super().__init__(description, pattern=rf"(?![0.]+%){_SHARE.pattern}", **options)

    def read(self, value: object) -> float:
        """Take a percentage; give it as a number up to 1, never 0: what can never happen says nothing."""
        return super().read(value) or refuse("never_happens", came=shown(value))


def _written(length: timedelta) -> str:
    seconds = int(length.total_seconds())
    return f"{seconds // 86_400}d" if seconds % 86_400 == 0 else f"{seconds // 60}m"
