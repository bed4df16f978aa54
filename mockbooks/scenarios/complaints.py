"""What is wrong with a scenario, as complaints that know their line and column, and as lines for a terminal."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from mockbooks.catalogue import CATALOGUE
from mockbooks.catalogue.telling import tell
from mockbooks.errors import Complaint, RefusedError, RequestError
from mockbooks.yaml_text.positions import Position, Spot, last_name

MOST_TOLD: Final = 100
# With these the key is wrong, where it is what they name, and not what stands behind it.
_ABOUT_KEYS: Final = frozenset({"unknown_field", "unknown_kind", "bounds_misplaced", "bounds_not_taken"})


class ScenarioError(RefusedError):
    """A scenario that cannot be used, with everything that is wrong with it; nothing has changed.

    The complaints have `line` and `column` among their values where these are known; `source` is where it came from.
    """

    def __init__(self, *complaints: Complaint, source: str) -> None:
        """Keep both."""
        super().__init__(*complaints)
        self.source = source


def located(complaints: Iterable[Complaint], spot: Spot | None) -> tuple[Complaint, ...]:
    """Give complaints about data the `line` and `column` of what they are about, among their values, in that order."""
    if spot is None:
        return tuple(complaints)
    with_positions = [(_position(complaint, spot), complaint) for complaint in complaints]
    with_positions.sort(key=lambda pair: pair[0])
    return tuple(_with_position(complaint, position) for position, complaint in with_positions)


def told(error: RequestError, source: str) -> list[str]:
    """Write a line in English for each complaint: `scenarios/slow.yaml:7:12: There is no fault "dealy". ...`.

    Where the sentence is about "this" field, its pointer goes before it: the place may be that of what lies around it.
    A line is one line of a terminal whatever the scenario holds: what does not print is written as an escape.
    """
    told_ones = error.complaints[:MOST_TOLD]
    lines = [_printable(f"{_place(complaint, source)}: {_sentence(complaint)}") for complaint in told_ones]
    more = len(error.complaints) - MOST_TOLD
    return [*lines, f"{source}: {more} more like these"] if more > 0 else lines


def _sentence(complaint: Complaint) -> str:
    sentence = tell(complaint, "en")
    is_nameless = complaint.pointer and "line" in complaint.values and sentence.startswith("This ")
    return f"{complaint.pointer}: {sentence}" if is_nameless else sentence


def _position(complaint: Complaint, spot: Spot) -> Position:
    pointer = complaint.pointer or ""
    if complaint.code in _ABOUT_KEYS and last_name(pointer) in {complaint.values["name"], complaint.values.get("came")}:
        return spot.key_at(pointer)
    return spot.value_at(pointer)


def _with_position(complaint: Complaint, position: Position) -> Complaint:
    return replace(complaint, values={**complaint.values, "line": position.line, "column": position.column})


def _place(complaint: Complaint, source: str) -> str:
    """Name the place: line and column where they are known, else the pointer of what is wrong with one value."""
    if "line" in complaint.values:
        return f"{source}:{complaint.values['line']}:{complaint.values['column']}"
    is_about_a_value = complaint.pointer and CATALOGUE[complaint.code].field_only
    return f"{source}: {complaint.pointer}" if is_about_a_value else source


def _printable(line: str) -> str:
    return "".join(each if each.isprintable() else each.encode("unicode_escape").decode() for each in line)
