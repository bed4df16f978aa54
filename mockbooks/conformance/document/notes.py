"""What could not be read of a document: skipped, counted, and told with the report."""

from dataclasses import dataclass, field
from typing import Final

from mockbooks.texts import Text, cut

_MOST_NOTES: Final = 20


@dataclass(slots=True)
class Notes:
    """The notes of one document, each kind once with where it was seen first and how often."""

    _seen: dict[Text, tuple[str, int]] = field(default_factory=dict)

    def add(self, what: Text, where: str) -> None:
        """Note that something was skipped."""
        first, times = self._seen.get(what, (where, 0))
        self._seen[what] = (first, times + 1)

    def expected(self, wanted: Text, came: object, where: str) -> None:
        """Note that something else stands where a thing should."""
        shown = _KINDS.get(type(came), _OTHER)
        self.add(Text(f"{shown.en} where {wanted.en} belongs", f"{shown.nl} waar {wanted.nl} hoort"), where)

    def told(self) -> tuple[Text, ...]:
        """Tell them as sentences."""
        return tuple(_sentence(what, *found) for what, found in list(self._seen.items())[:_MOST_NOTES])


MAPPING: Final = Text("an object", "een object")
LIST: Final = Text("a list", "een lijst")
TEXT: Final = Text("a text", "een tekst")
_OTHER: Final = Text("something else", "iets anders")
_KINDS: Final[dict[type, Text]] = {
    dict: MAPPING,
    list: LIST,
    str: TEXT,
    bool: Text("true or false", "true of false"),
    int: Text("a number", "een getal"),
    float: Text("a number", "een getal"),
    type(None): Text("null", "null"),
}


def _sentence(what: Text, where: str, times: int) -> Text:
    often = Text(f", {times} times", f", {times} keer") if times > 1 else Text("", "")
    place = cut(where)
    return Text(
        f"Skipped in the document: {what.en} (at {place}{often.en}).",
        f"Overgeslagen in het document: {what.nl} (bij {place}{often.nl}).",
    )
