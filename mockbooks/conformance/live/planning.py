"""What a check will write, told before it does."""

from collections.abc import Sequence
from typing import Final

from mockbooks.conformance.vendor.model import Call, Noun, Resource, Vendor
from mockbooks.conformance.words import NOUNS
from mockbooks.texts import Text

_MADE: Final = {Noun.DEBTORS: 2}


def plan(vendor: Vendor) -> Sequence[Text]:
    """Tell every kind of thing that is written with `--allow-writes`, with the call that does it."""
    lines = [line for noun in Noun if (resource := vendor.resources.get(noun)) for line in _lines(noun, resource)]
    nothing = Text(
        "Nothing is written: the vendor file names no call that does.",
        "Er wordt niets geschreven: het leveranciersbestand noemt er geen aanroep voor.",
    )
    return lines or [nothing]


def _lines(noun: Noun, resource: Resource) -> list[Text]:
    one, many = NOUNS[noun].one, NOUNS[noun].many
    reading = [call for call in (resource.list, resource.read, *resource.searches.values()) if call and call.may_write]
    lines = [
        Text(
            f"{_named(call)}: to read, by a method that may write",
            f"{_named(call)}: om te lezen, met een methode die kan schrijven",
        )
        for call in reading
    ]
    if resource.create is not None:
        count = _MADE.get(noun, 1)
        en, nl = (many.en, many.nl) if count > 1 else (one.en, one.nl)
        number, getal = ("two", "twee") if count > 1 else ("one", "één")
        lines.append(Text(f"{_named(resource.create)}: {number} {en}", f"{_named(resource.create)}: {getal} {nl}"))
    if resource.create is not None and noun is Noun.TRANSACTIONS:
        lines.append(
            Text(
                f"{_named(resource.create)}: the same once more, which is to be refused",
                f"{_named(resource.create)}: nog eens dezelfde, die geweigerd moet worden",
            )
        )
    if resource.mistake is not None:
        lines.append(
            Text(
                f"{_named(resource.mistake)}: one {one.en} that is to be refused",
                f"{_named(resource.mistake)}: één poging die geweigerd moet worden ({one.nl})",
            )
        )
    if resource.create is not None and resource.remove is not None:
        lines.append(
            Text(
                f"{_named(resource.remove)}: to take it away again",
                f"{_named(resource.remove)}: om het weer weg te halen",
            )
        )
    elif resource.create is not None:
        lines.append(
            Text(
                f"No call takes {many.en} away again: they stay.",
                f"Geen aanroep haalt {many.nl} weer weg: die blijven staan.",
            )
        )
    return lines


def _named(call: Call) -> str:
    return f"{call.method} {call.target}"
