"""Strict fields: each takes exactly one written form of its value, and says what came and what is allowed instead.

marshmallow's own fields bend what they get ("5" becomes 5, 1.005 becomes 1.00, "yes" becomes true); a contract test
wants the opposite. Every field carries the description and example that the OpenAPI document shows.
"""

import re
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from difflib import get_close_matches
from typing import Any, Final, NoReturn, cast

from marshmallow import ValidationError, fields, missing

from mockbooks.domain.money import plain_text
from mockbooks.errors import Complaint
from mockbooks.texts import Text, cut
from mockbooks.traffic.clock import moment_text

Check = Callable[[Any], Complaint | None]

_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,11})(?:\.([0-9]+))?", re.ASCII)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?(?:[Zz]|[+-][0-9]{2}:[0-9]{2})", re.ASCII
)
_CONTROL_CHARACTER = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def refuse(code: str, **values: object) -> NoReturn:
    """Refuse the value of the field at hand with a code of the catalogue."""
    raise ValidationError(cast("list[str]", [Complaint(code, values=values)]))


def shown(value: object) -> str | Text:
    """Give a JSON value as a caller would recognise it: texts in quotes, cut to a readable length."""
    if isinstance(value, str):
        return f'"{cut(value)}"'
    if isinstance(value, dict):
        return _AN_OBJECT
    if isinstance(value, list):
        return _A_LIST
    return _CONSTANTS[value] if value is None or isinstance(value, bool) else cut(str(value))


_AN_OBJECT: Final = Text("an object {…}", "een object {…}")
_A_LIST: Final = Text("a list […]", "een lijst […]")
_CONSTANTS: Final = {None: "null", True: "true", False: "false"}


class Strict(fields.Field[Any]):
    """What all strict fields share: documentation, optional meaning null, and checks that answer with a complaint.

    A field is `required`, or has a `default` (then null is refused), or is optional (then null is the same as absent).
    """

    def __init__(  # noqa: PLR0913 - keyword only; each is one property of the documentation
        self,
        description: str,
        *,
        example: object,
        required: bool = False,
        default: object = None,
        check: Check | None = None,
        schema: dict[str, object] | None = None,
    ) -> None:
        """Declare the field; `schema` holds further JSON Schema keywords for the document."""
        self.check = check
        super().__init__(
            required=required,
            load_default=missing if required else default,
            metadata={"description": description, "examples": [example], **(schema or {})},
        )

    def deserialize(self, value: object, *_: object, **__: object) -> Any:  # noqa: ANN401
        """Read what stands under the key of this field: absent gives the default, null the same where it is allowed."""
        if value is missing:
            return refuse("required") if self.required else self.load_default
        return self.take(value)

    def take(self, value: object) -> Any:  # noqa: ANN401
        """Read what is there and check it; null is nothing where the field is optional."""
        if value is None:
            return None if self.allow_none else refuse("null_not_allowed")
        loaded = self.read(value)
        if self.check is not None:
            complaint = self.check(loaded)
            if complaint:
                raise ValidationError(cast("list[str]", [complaint]))
        return loaded

    def read(self, value: object) -> Any:  # noqa: ANN401 - each kind of field gives its own type
        """Turn the JSON value into the value that the program works with, or refuse it."""
        raise NotImplementedError


class PlainText(Strict, fields.String):
    """A text; its length counts characters, too long is refused and never cut."""

    def __init__(self, description: str, *, maximum: int, filled: bool = False, **options: Any) -> None:  # noqa: ANN401
        """Declare the longest length and whether white space alone is refused."""
        self.maximum = maximum
        self.filled = filled or bool(options.get("required"))
        lengths: dict[str, object] = {"minLength": 1, "maxLength": maximum} if self.filled else {"maxLength": maximum}
        options["schema"] = {**lengths, **options.get("schema", {})}
        super().__init__(description, **options)

    def read(self, value: object) -> str:
        """Take a string of an allowed length without control characters."""
        if not isinstance(value, str):
            refuse("not_text", came=shown(value))
        if len(value) > self.maximum:
            refuse("too_long", length=len(value), maximum=self.maximum)
        if self.filled and not value.strip():
            refuse("blank")
        if not value.isprintable() and _CONTROL_CHARACTER.search(value):  # nearly all texts are printable
            refuse("control_character", came=ascii(_CONTROL_CHARACTER.findall(value)[0]))
        return value


class Identifier(PlainText):
    """The id of another object: opaque, at most 40 characters."""

    def __init__(self, description: str, **options: Any) -> None:  # noqa: ANN401
        """Declare the field with the length that all ids have."""
        super().__init__(description, maximum=40, filled=True, **options)


class Choice(Strict, fields.String):
    """One word of a closed list, in exactly that spelling."""

    def __init__(self, description: str, *, allowed: Sequence[str], **options: Any) -> None:  # noqa: ANN401
        """Declare the words."""
        self.allowed = tuple(allowed)
        nullable = not options.get("required") and options.get("default") is None
        options["schema"] = {"enum": [*allowed, None] if nullable else list(allowed)}
        super().__init__(description, **options)

    def read(self, value: object) -> str:
        """Take one of the words; a near miss gets a suggestion."""
        if isinstance(value, str) and value in self.allowed:
            return value
        near = get_close_matches(cut(value).lower(), self.allowed, n=1) if isinstance(value, str) else []
        refuse("not_one_of", came=shown(value), allowed=self.allowed, suggestion=near[0] if near else None)


class Flag(Strict, fields.Boolean):
    """true or false; in a query the words `true` and `false`."""

    def read(self, value: object) -> bool:
        """Take a JSON boolean."""
        if not isinstance(value, bool):
            refuse("not_boolean", came=shown(value))
        return value


class Whole(Strict, fields.Integer):
    """A whole JSON number within bounds."""

    def __init__(self, description: str, *, lowest: int, highest: int, **options: Any) -> None:  # noqa: ANN401
        """Declare the bounds, both allowed."""
        self.lowest, self.highest = lowest, highest
        options["schema"] = {"minimum": lowest, "maximum": highest}
        super().__init__(description, **options)

    def read(self, value: object) -> int:
        """Take an integer; true and 1.0 are none."""
        if not isinstance(value, int) or isinstance(value, bool):
            refuse("not_integer", came=shown(value))
        if not self.lowest <= value <= self.highest:
            refuse("number_out_of_range", came=shown(value), lowest=self.lowest, highest=self.highest)
        return value


class DecimalText(Strict, fields.String):
    """A decimal number as a string with a dot, so that no binary float ever touches money.

    `places` is the most decimals that are taken in; `shown_places` the fewest that are given out.
    """

    def __init__(
        self,
        description: str,
        *,
        places: int,
        shown_places: int,
        lowest: str = "-999999999.99",
        highest: str = "999999999.99",
        **options: Any,  # noqa: ANN401
    ) -> None:
        """Declare decimals and bounds."""
        self.places, self.shown_places, self.unit = places, shown_places, Decimal(1).scaleb(-shown_places)
        self.lowest, self.highest = Decimal(lowest), Decimal(highest)
        sign = "-?" if self.lowest < 0 else ""
        options["schema"] = {
            "type": "string",
            "format": "decimal",
            "pattern": rf"^{sign}(0|[1-9][0-9]{{0,11}})(\.[0-9]{{1,{places}}})?$",
            **options.get("schema", {}),
        }
        self.example = str(options["example"])
        super().__init__(description, **options)

    def read(self, value: object) -> Decimal:
        """Take the string form; a JSON number, a comma, an exponent or too many decimals is refused."""
        match = _DECIMAL.fullmatch(value) if isinstance(value, str) else None
        if not isinstance(value, str) or match is None:
            refuse("not_decimal", came=shown(value), example=self.example)
        decimals = len(match[1] or "")
        if decimals > self.places:
            refuse("too_many_decimals", came=shown(value), places=self.places)
        number = Decimal(value)
        if not self.lowest <= number <= self.highest:
            refuse(
                "number_out_of_range",
                came=shown(value),
                lowest=plain_text(self.lowest),
                highest=plain_text(self.highest),
            )
        return number if number and decimals == self.shown_places else canonical(number, self.unit)


def canonical(number: Decimal, unit: Decimal) -> Decimal:
    """Write a number with at least the decimals of `unit` and no further trailing zeros: "1.50" and "1.5" are one."""
    number = number.normalize() if number else Decimal(0)
    exponent = cast("int", number.as_tuple().exponent)
    least = cast("int", unit.as_tuple().exponent)
    return number.quantize(unit) if exponent > least else number


class Amount(DecimalText):
    """An amount of money in euros, in cents."""

    def __init__(self, description: str, **options: Any) -> None:  # noqa: ANN401
        """Declare an amount: two decimals in and out."""
        super().__init__(description, places=2, shown_places=2, **options)


class Price(DecimalText):
    """A price per unit in euros: up to four decimals."""

    def __init__(self, description: str, **options: Any) -> None:  # noqa: ANN401
        """Declare a price: at most four decimals in, at least two out."""
        super().__init__(description, places=4, shown_places=2, **options)


class Quantity(DecimalText):
    """A number of units: up to four decimals."""

    def __init__(self, description: str, **options: Any) -> None:  # noqa: ANN401
        """Declare a quantity: at most four decimals in, none when whole out."""
        super().__init__(description, places=4, shown_places=0, **options)


class Percentage(DecimalText):
    """A percentage, 21.00 meaning 21 %."""

    def __init__(self, description: str, **options: Any) -> None:  # noqa: ANN401
        """Declare a percentage from 0 to 100 with two decimals."""
        super().__init__(description, places=2, shown_places=2, lowest="0", highest="100", **options)


class Day(Strict, fields.Date):
    """A calendar date as `YYYY-MM-DD` (ISO 8601), without time or zone."""

    def read(self, value: object) -> date:
        """Take an existing date in that one form."""
        if not isinstance(value, str) or not _DAY.fullmatch(value):
            refuse("not_date", came=shown(value))
        try:
            return date.fromisoformat(value)
        except ValueError:
            refuse("not_date", came=shown(value))


class Moment(Strict, fields.DateTime):
    """A moment as RFC 3339 with `Z` or an offset; given back as the second in UTC that it falls in."""

    def read(self, value: object) -> str:
        """Take a moment with a zone and give it as text in UTC, whole seconds."""
        return moment_text(read_moment(value))


def read_moment(value: object) -> datetime:
    """Read a moment as RFC 3339 with a zone, and give the second in UTC that it falls in; anything else is refused."""
    if not isinstance(value, str) or not _MOMENT.fullmatch(value):
        refuse("not_moment", came=shown(value))
    try:
        return datetime.fromisoformat(value.upper()).astimezone(UTC).replace(microsecond=0)
    except (ValueError, OverflowError):
        refuse("not_moment", came=shown(value))
