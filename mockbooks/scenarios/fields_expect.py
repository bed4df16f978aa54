"""The entries of `expect`: one kind of expectation each, with how many there must be where it counts."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final, NoReturn, cast

from marshmallow import ValidationError, fields

from mockbooks.errors import Complaint
from mockbooks.scenarios.fields_plain import demand_object, takes_objects
from mockbooks.scenarios.kinds import expectations, unknown_kind
from mockbooks.scenarios.model import Expected
from mockbooks.scenarios.writing import written_entry
from mockbooks.service.fields import Flag, Strict, Whole, refuse, shown
from mockbooks.service.schema import StrictSchema
from mockbooks.stage.expectation import Bounds, Expectation
from mockbooks.stage.fault import NEEDS_SETTINGS
from mockbooks.texts import Text

_MOST_COUNTED: Final = 1_000_000
_EXPECTATION: Final = Text("expectation", "verwachting")
_NONE: Final = Text("none", "geen")


def _count(description: str) -> Whole:
    return Whole(description, lowest=0, highest=_MOST_COUNTED, example=1)


class BoundsBody(StrictSchema):
    """How many there must be, and whether the expectation may go without having been exercised."""

    exactly = _count("So many, no more and no less.")
    at_least = _count("So many or more.")
    at_most = _count("So many or fewer.")
    optional = Flag(
        "true: where the situation that it judges never arose, the verdict may pass all the same.",
        example=True,
        default=False,
    )


BOUNDS: Final = BoundsBody()
_COUNTS: Final = ("exactly", "atLeast", "atMost")
_BESIDE: Final = (*_COUNTS, "optional")
_NOTHING: Final[tuple[object, ...]] = (None, {})


class ExpectationEntry(Strict, fields.Field[Any]):
    """One entry: a bare name, or a mapping of one name with its settings and bounds."""

    def __init__(self, description: str, *, example: object) -> None:
        """Declare it; what it takes is one of the definitions of the JSON Schema of the whole file."""
        super().__init__(description, required=True, example=example, schema={"$ref": "#/$defs/expectation"})

    def read(self, value: object) -> Expected:
        """Take an entry."""
        if isinstance(value, str):
            return _entry({value: None}, value) if value in expectations() else _refuse_unknown(value)
        if not isinstance(value, Mapping):
            refuse("not_object", came=shown(value))
        return _entry(value, written_entry(value))


def _entry(entry: Mapping[str, Any], text: str) -> Expected:
    known = expectations()
    names = [key for key in entry if key in known]
    unknown = [key for key in entry if key not in known and key not in _BESIDE]
    if unknown:
        raise ValidationError({key: [_unknown(key)] for key in unknown})
    if len(names) != 1:
        refuse("one_kind_each", kind=_EXPECTATION, names=names or _NONE)
    return _expected(known[names[0]], entry, text)


def _expected(kind: Expectation[Any], entry: Mapping[str, Any], text: str) -> Expected:
    beside = {key: value for key, value in entry.items() if key in _BESIDE}
    settings, bounds = _both_read(partial(_settings, kind, entry[kind.name]), partial(BOUNDS.load, beside), kind.name)
    optional = bounds.pop("optional")
    given = [key for key in _COUNTS if entry.get(key) is not None]
    if not kind.counts or not kind.needs_count(settings):
        _refuse_beside(kind.name, given)
    elif not given:
        refuse("bounds_needed", name=kind.name)
    else:
        _refuse_impossible(given, bounds)
    return Expected(kind=kind, settings=settings, bounds=Bounds(**bounds), optional=optional, text=text)


def _refuse_impossible(given: list[str], bounds: Mapping[str, int | None]) -> None:
    """Refuse bounds of which one says nothing beside another, and those that no number keeps to."""
    if "exactly" in given and len(given) > 1:
        raise _wrong("exactly", Complaint("not_together", values={"fields": given}))
    fewest, most = bounds["at_least"], bounds["at_most"]
    if fewest is not None and most is not None and fewest > most:
        raise _wrong("atMost", Complaint("bounds_contradict", values={"fewest": fewest, "most": most}))


def _wrong(key: str, complaint: Complaint) -> ValidationError:
    return ValidationError(cast("dict[str, Any]", {key: [complaint]}))


def _both_read(
    settings: Callable[[], Any], bounds: Callable[[], dict[str, Any]], name: str
) -> tuple[Any, dict[str, Any]]:
    """Read both, so that what is wrong with either is told at once; the keys of the bounds stand beside the name."""
    try:
        read = settings()
    except ValidationError as error:
        wrong: dict[str, Any] = {name: _misplaced_told(name, error.messages)}
        try:
            bounds()
        except ValidationError as other:
            wrong |= cast("dict[str, Any]", other.messages)
        raise ValidationError(wrong) from None
    return read, bounds()


def _misplaced_told(name: str, messages: Any) -> Any:  # noqa: ANN401 - as marshmallow nests them
    """Tell of a bound among the settings where it belongs, rather than that there is no such setting."""
    if not isinstance(messages, dict):
        return messages
    told = {key: [Complaint("bounds_misplaced", values={"name": name, "came": key})] for key in _BESIDE}
    return {key: told.get(key, complaints) for key, complaints in messages.items()}


def _settings(kind: Expectation[Any], value: object) -> Any:  # noqa: ANN401 - of any kind
    """Read what stands behind the name; with nothing there it is as if the name stood alone."""
    if kind.settings is None:
        return None if value in _NOTHING else refuse("takes_no_settings", came=shown(value))
    if value not in _NOTHING:
        if takes_objects(kind.settings, value):
            demand_object(kind.name, kind.settings, value)
        return kind.settings.deserialize(value)
    return kind.settings.deserialize({}) if kind.bare is NEEDS_SETTINGS else kind.bare


def _refuse_unknown(name: str) -> NoReturn:
    raise ValidationError(cast("list[str]", [_unknown(name)]))


def _unknown(name: str) -> Complaint:
    return unknown_kind(_EXPECTATION, name, tuple(expectations()), beside=_BESIDE)


def _refuse_beside(name: str, given: list[str]) -> None:
    if given:
        complaints = {key: [Complaint("bounds_not_taken", values={"name": name, "came": key})] for key in given}
        raise ValidationError(cast("dict[str, Any]", complaints))
