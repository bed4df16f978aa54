"""The fields of a vendor file: each reads its value, describes it to editors and writes it, so that the three agree."""

import re
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, Final, Protocol

from mockbooks.frozen import dataclass
from mockbooks.texts import cut

JsonSchema = dict[str, Any]
Complain = Callable[[str, str], None]
"""Says what is wrong: the pointer of what it is about, and the sentence."""

LONGEST_TEXT: Final = 2000
_KINDS: Final[tuple[tuple[type | tuple[type, ...], str], ...]] = (
    (bool, "true or false"),
    ((int, float), "a number"),
    (str, "a text"),
    (list, "a list"),
    (Mapping, "a mapping"),
)


class Field(Protocol):
    """What may stand in one place."""

    def read(self, value: object, at: str, complain: Complain) -> Any:  # noqa: ANN401 - each makes its own
        """Make what is meant of plain data; complain of what is wrong, and then give whatever comes nearest."""
        ...

    def schema(self) -> JsonSchema:
        """Describe what `read` takes."""
        ...

    def write(self, value: Any) -> object:  # noqa: ANN401 - what `read` makes
        """Give the plain data of which `read` makes the value."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class TextField:
    """A text; `allowed` are the only ones, `pattern` is what it must look like, `what` says so in words."""

    what: str = "a text"
    pattern: str | None = None
    allowed: tuple[str, ...] = ()
    shortest: int = 1

    def read(self, value: object, at: str, complain: Complain) -> str:
        """Take the text as it stands."""
        if not isinstance(value, str):
            complain(at, f"this must be {self.what}, and {kind_of(value)} came")
        elif self.allowed and value not in self.allowed:
            complain(at, f'"{cut(value)}" is not known here{near(value, self.allowed)}')
        elif len(value) > LONGEST_TEXT:
            complain(at, f"this must be a text of at most {LONGEST_TEXT} characters, and one of {len(value)} came")
        elif not self._fits(value):
            complain(at, f'this must be {self.what}, and "{cut(value)}" came')
        return value if isinstance(value, str) else ""

    def schema(self) -> JsonSchema:
        """Describe it."""
        if self.allowed:
            return {"enum": list(self.allowed)}
        pattern = {"pattern": whole(self.pattern)} if self.pattern else {}
        return {"type": "string", "minLength": self.shortest, "maxLength": LONGEST_TEXT, **pattern}

    def write(self, value: Any) -> object:  # noqa: ANN401 - a text
        """Write it as it is."""
        return value

    def _fits(self, value: str) -> bool:
        return len(value) >= self.shortest and (self.pattern is None or re.fullmatch(self.pattern, value) is not None)


@dataclass(frozen=True, slots=True)
class AnyJson:
    """Whatever JSON can say, such as the body of a call."""

    def read(self, value: object, _at: str, _complain: Complain) -> object:
        """Take it as it stands."""
        return value

    def schema(self) -> JsonSchema:
        """Describe it."""
        return {}

    def write(self, value: Any) -> object:  # noqa: ANN401 - any JSON
        """Write it as it is."""
        return value


@dataclass(frozen=True, slots=True)
class Flag:
    """True or false."""

    def read(self, value: object, at: str, complain: Complain) -> bool:
        """Take either."""
        if not isinstance(value, bool):
            complain(at, f"this must be true or false, and {kind_of(value)} came")
        return value is True

    def schema(self) -> JsonSchema:
        """Describe it."""
        return {"type": "boolean"}

    def write(self, value: Any) -> object:  # noqa: ANN401 - true or false
        """Write it as it is."""
        return value


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list, read as a tuple."""

    item: Field

    def read(self, value: object, at: str, complain: Complain) -> tuple[Any, ...]:
        """Read every item."""
        if not isinstance(value, list):
            complain(at, f"this must be a list, and {kind_of(value)} came")
            return ()
        return tuple(self.item.read(each, f"{at}/{number}", complain) for number, each in enumerate(value))

    def schema(self) -> JsonSchema:
        """Describe it."""
        return {"type": "array", "items": self.item.schema()}

    def write(self, value: Any) -> object:  # noqa: ANN401 - a tuple
        """Write every item."""
        return [self.item.write(each) for each in value]


@dataclass(frozen=True, slots=True, kw_only=True)
class MapOf:
    """A mapping with keys of the writer's own, all values alike."""

    value: Field
    key: TextField

    def read(self, value: object, at: str, complain: Complain) -> dict[str, Any]:
        """Read every key and value."""
        if not isinstance(value, Mapping):
            complain(at, f"this must be a mapping, and {kind_of(value)} came")
            return {}
        for key in value:
            self.key.read(key, f"{at}/{escaped(key)}", complain)
        return {key: self.value.read(inner, f"{at}/{escaped(key)}", complain) for key, inner in value.items()}

    def schema(self) -> JsonSchema:
        """Describe it."""
        return {"type": "object", "propertyNames": self.key.schema(), "additionalProperties": self.value.schema()}

    def write(self, value: Any) -> object:  # noqa: ANN401 - a dict
        """Write every value."""
        return {key: self.value.write(inner) for key, inner in value.items()}


@dataclass(frozen=True, slots=True)
class OrNull:
    """A field, or null, which means None."""

    field: Field

    def read(self, value: object, at: str, complain: Complain) -> Any:  # noqa: ANN401 - what the field makes
        """Read it unless it is null."""
        return None if value is None else self.field.read(value, at, complain)

    def schema(self) -> JsonSchema:
        """Describe both."""
        return {"anyOf": [self.field.schema(), {"type": "null"}]}

    def write(self, value: Any) -> object:  # noqa: ANN401 - what the field makes
        """Write it unless it is None."""
        return None if value is None else self.field.write(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One key of a record: `attribute` is what its maker calls the value."""

    name: str
    attribute: str
    field: Field
    description: str
    is_required: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A mapping with known keys; `make` makes the value of what was there, `take` takes it apart again.

    What `take` leaves out is not written.
    """

    members: tuple[Member, ...]
    make: Callable[..., Any]
    take: Callable[[Any], Mapping[str, Any]]
    description: str = ""

    def read(self, value: object, at: str, complain: Complain) -> Any:  # noqa: ANN401 - what `make` makes
        """Read every member; None where no value can be made."""
        if not isinstance(value, Mapping):
            complain(at, f"this must be a mapping, and {kind_of(value)} came")
            return None
        self._refuse_unknown(value, at, complain)
        missing = [member.name for member in self.members if member.is_required and member.name not in value]
        for name in missing:
            complain(at, f'"{name}" is missing here')
        read = {
            member.attribute: member.field.read(value[member.name], f"{at}/{member.name}", complain)
            for member in self.members
            if member.name in value
        }
        return None if missing else self.make(**read)

    def schema(self) -> JsonSchema:
        """Describe every member."""
        required = [member.name for member in self.members if member.is_required]
        return {
            "type": "object",
            **({"description": self.description} if self.description else {}),
            "properties": {
                member.name: {**member.field.schema(), "description": member.description} for member in self.members
            },
            **({"required": required} if required else {}),
            "additionalProperties": False,
        }

    def write(self, value: Any) -> object:  # noqa: ANN401 - what `make` makes
        """Write every member that says something."""
        taken = self.take(value)
        return {
            member.name: member.field.write(taken[member.attribute])
            for member in self.members
            if member.attribute in taken
        }

    def _refuse_unknown(self, value: Mapping[Any, Any], at: str, complain: Complain) -> None:
        names = [member.name for member in self.members]
        for key in value:
            if key not in names:
                complain(f"{at}/{escaped(key)}", f'there is no "{cut(str(key))}" here{near(str(key), names)}')


def whole(pattern: str) -> str:
    """Make a pattern of a whole text; in some validators `$` lets a line end follow."""
    return f"^(?:{pattern})(?![\\s\\S])"


def near(name: str, names: Sequence[str]) -> str:
    """Suggest what may have been meant, and tell what is allowed."""
    close = get_close_matches(name, names, n=1, cutoff=0.6)
    meant = f'; did you mean "{close[0]}"?' if close else ";"
    return f"{meant} Allowed: {', '.join(names)}" if close else f"{meant} allowed: {', '.join(names)}"


def kind_of(value: object) -> str:
    """Name what came."""
    if value is None:
        return "nothing"
    if isinstance(value, str):
        return f'the text "{cut(value)}"' if value else "an empty text"
    return next((told for kind, told in _KINDS if isinstance(value, kind)), type(value).__name__)


def escaped(token: object) -> str:
    """Write one step of a JSON Pointer (RFC 6901, section 3)."""
    return str(token).replace("~", "~0").replace("/", "~1")
