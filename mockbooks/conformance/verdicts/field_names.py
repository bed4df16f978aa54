"""The fields of an answer in sentences, and where they were seen."""

from collections.abc import Sequence

from mockbooks.conformance import words
from mockbooks.conformance.document.model import Operation
from mockbooks.frozen import dataclass
from mockbooks.texts import Text

FIELDS = {
    "id": Text("the id", "de id"),
    "key": Text("an id or a code", "een id of code"),
    "name": Text("the name", "de naam"),
    "address": Text("the address", "het adres"),
    "description": Text("the description", "de omschrijving"),
    "price": Text("the price", "de prijs"),
    "percentage": Text("the percentage", "het percentage"),
    "code": Text("the code", "de code"),
    "told": Text("a description or a number of days", "een omschrijving of aantal dagen"),
    "days": Text("the number of days", "het aantal dagen"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What one answer holds of the fields that are asked, and what it lacks."""

    operation: Operation
    there: dict[str, str]
    lacking: list[str]
    stand_in: str = ""


def listed_fields(names: Sequence[str]) -> Text:
    """Tell fields in a row."""
    return words.row([FIELDS[name] for name in names])


def row(seen: Seen) -> Text:
    """Tell in a row what was found where, and what is missing."""
    en, nl = (
        _there(seen, [FIELDS[name].en for name in seen.there]),
        _there(seen, [FIELDS[name].nl for name in seen.there]),
    )
    if not seen.lacking:
        return Text(en, nl)
    lacking = listed_fields(seen.lacking)
    return Text(f"{en}; missing: {lacking.en}", f"{nl}; ontbreekt: {lacking.nl}")


def _there(seen: Seen, told: Sequence[str]) -> str:
    """Tell what was found where; an answer that is one bare value has no pointer."""
    return ", ".join(f"{name} = {pointer}" for name, pointer in zip(told, seen.there.values(), strict=True)) or "-"
