"""Small fields of scenario files: names, patterns, numbers, and lists with a most number of items."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

from marshmallow import fields

from mockbooks.scenarios.calls import MOST_CALLS, PATTERN, Calls, read_calls
from mockbooks.scenarios.conditions import number_of
from mockbooks.scenarios.naming import LONGEST_NAME, NAME_PATTERN, is_scenario_name
from mockbooks.scenarios.patterns import LONGEST_PATTERN, Pattern, PatternError, compile_path, compile_pattern
from mockbooks.scenarios.writing import written
from mockbooks.service.fields import PlainText, Strict, refuse, shown
from mockbooks.service.schema import Part
from mockbooks.stage.bookkeeping import Deeds
from mockbooks.stage.settings import Settings
from mockbooks.texts import cut

LONGEST_LITERAL: Final = 1_000
_QUARTER: Final = re.compile(r"[0-9]{4}-Q[1-4]", re.ASCII)
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_YEARS: Final = range(1900, 3000)


class Section(Part):
    """An object of a scenario file; what is none is told how to write one."""

    def read(self, value: object) -> Any:  # noqa: ANN401
        """Take an object."""
        demand_object(self.name or "", self, value)
        return super().read(value)


def demand_object(name: str, field: fields.Field[Any], value: object) -> None:
    """Refuse what is no object, with the example of the field that reads one, behind its name if it has any."""
    if isinstance(value, Mapping):
        return
    example = written(field.metadata["examples"][0])
    refuse("not_object", came=shown(value), suggestion=f"{name}: {example}" if name else example)


def takes_objects(field: fields.Field[Any], value: object) -> bool:
    """Tell whether nothing but an object will do for a field, such as came instead."""
    if isinstance(field, Settings):
        return field.short is None
    return isinstance(field, Part) or (isinstance(field, Deeds) and not isinstance(value, list))


class ScenarioName(PlainText):
    """The name of a scenario, as its file is named."""

    def __init__(self, description: str, **options: Any) -> None:  # noqa: ANN401
        """Declare it."""
        super().__init__(description, maximum=LONGEST_NAME, schema={"pattern": f"^{NAME_PATTERN}$"}, **options)

    def read(self, value: object) -> str:
        """Take small letters, digits and dashes."""
        name = super().read(value)
        return name if is_scenario_name(name) else refuse("not_scenario_name", came=shown(name))


class QuarterName(PlainText):
    """A quarter of a year, `2026-Q3`."""

    def __init__(self, description: str, **options: Any) -> None:  # noqa: ANN401
        """Declare it."""
        super().__init__(description, maximum=7, schema={"pattern": f"^{_QUARTER.pattern}$"}, **options)

    def read(self, value: object) -> str:
        """Take one of the four quarters of a year."""
        if not isinstance(value, str) or not _QUARTER.fullmatch(value):
            refuse("not_one_of", came=shown(value), allowed="2026-Q1, 2026-Q2 …")
        return value


class Expression(PlainText):
    """A regular expression in the syntax of RE2, looked for anywhere in a text."""

    def __init__(self, description: str, **options: Any) -> None:  # noqa: ANN401
        """Declare it."""
        super().__init__(description, maximum=LONGEST_PATTERN, **options)

    def read(self, value: object) -> Pattern:  # type: ignore[override] # it is compiled
        """Compile it, once and for all."""
        text = super().read(value)
        try:
            return compile_pattern(text)
        except PatternError as error:
            refuse("pattern_refused", came=shown(text), reason=cut(str(error)))


class PathPattern(PlainText):
    """A pattern of paths with stars."""

    def __init__(self, description: str, **options: Any) -> None:  # noqa: ANN401
        """Declare it."""
        super().__init__(description, maximum=LONGEST_PATTERN, schema={"pattern": "^[/*]"}, **options)

    def read(self, value: object) -> Pattern:  # type: ignore[override] # it is compiled
        """Compile it, once and for all."""
        text = super().read(value)
        if not text.startswith(("/", "*")):
            refuse("not_path_pattern", came=shown(text))
        try:
            return compile_path(text)
        except PatternError as error:
            refuse("pattern_refused", came=shown(text), reason=cut(str(error)))


class CallsChoice(Strict, fields.String):
    """Which calls an injection acts on."""

    def __init__(self, description: str, **options: Any) -> None:  # noqa: ANN401
        """Declare the number and the texts."""
        number = {"type": "integer", "minimum": 1, "maximum": MOST_CALLS}
        super().__init__(description, schema={"anyOf": [number, {"type": "string", "pattern": PATTERN}]}, **options)

    def read(self, value: object) -> Calls:
        """Take a number, or a text that says which."""
        is_number = isinstance(value, int) and not isinstance(value, bool)
        calls = read_calls(str(value)) if is_number or isinstance(value, str) else None
        return calls or refuse("not_calls", came=shown(value))


class Literal(Strict, fields.Field[Any]):
    """A single value to compare with."""

    def __init__(self, description: str, **options: Any) -> None:  # noqa: ANN401
        """Declare the types."""
        options["schema"] = {"type": ["string", "number", "boolean"]}
        super().__init__(description, **options)

    def read(self, value: object) -> str | float | bool:
        """Take a text, a number, true or false."""
        if not isinstance(value, str | int | float):
            refuse("not_literal", came=shown(value))
        if isinstance(value, str) and len(value) > LONGEST_LITERAL:
            refuse("too_long", length=len(value), maximum=LONGEST_LITERAL)
        return value

    def deserialize(self, value: object, *arguments: object, **options: object) -> Any:  # noqa: ANN401
        """Refuse null as any other value that is not compared."""
        return self.read(value) if value is None else super().deserialize(value, *arguments, **options)


class Number(Strict, fields.Field[Any]):
    """A number, or a decimal number in a text."""

    def __init__(self, description: str, **options: Any) -> None:  # noqa: ANN401
        """Declare both forms."""
        options["schema"] = {"type": ["number", "string"], "pattern": r"^-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,18})?$"}
        super().__init__(description, **options)

    def read(self, value: object) -> Decimal:
        """Take either."""
        number = number_of(value)
        return refuse("not_number", came=shown(value)) if number is None else number


class DayOrMoment(Strict, fields.String):
    """A day, or a moment with its zone."""

    def __init__(self, description: str, **options: Any) -> None:  # noqa: ANN401
        """Declare both forms."""
        options["schema"] = {"pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}([Tt].+)?$"}
        super().__init__(description, **options)

    def read(self, value: object) -> date | datetime:
        """Take an existing day of a year that books can have."""
        point = _day_or_moment(value) if isinstance(value, str) else None
        return point or refuse("not_day_or_moment", came=shown(value))


def _day_or_moment(text: str) -> date | datetime | None:
    try:
        point = date.fromisoformat(text) if _DAY.fullmatch(text) else datetime.fromisoformat(text.upper())
    except ValueError:
        return None
    has_zone = not isinstance(point, datetime) or point.tzinfo is not None
    return point if has_zone and point.year in _YEARS else None
