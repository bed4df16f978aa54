"""How much speaks for a collection being one of our resources: its path, tags, operation names and fields together.

No word decides alone: `/users?email=` has an e-mail address and is not debtors, a `journal` with lines is an entry.
"""

from typing import Final

from mockbooks.conformance.guessing.collections import Collection
from mockbooks.conformance.guessing.naming import named_as, pairs, summaries, sureness
from mockbooks.conformance.guessing.routes import Deed
from mockbooks.conformance.vendor.model import FIELDS, Noun
from mockbooks.conformance.vocabulary.fields import FIELD_SAID
from mockbooks.conformance.vocabulary.nouns import NOUNS
from mockbooks.conformance.vocabulary.others import explained
from mockbooks.conformance.vocabulary.signs import LIKELY, Signs
from mockbooks.conformance.vocabulary.words import joined, singular, words
from mockbooks.frozen import dataclass
from mockbooks.texts import Text

TAKEN: Final = 0.7

POSSIBLE: Final = 0.35

CERTAIN: Final = 0.95

_AGAINST: Final = 0.6

_NESTED: Final = 0.35

_NO_MARK: Final = 0.4

_MOST_FOR: Final = 0.5

_MOST_AGAINST: Final = 0.9

_FEW_FIELDS: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What speaks for and against one collection being one resource."""

    noun: Noun
    collection: Collection
    total: float
    reasons: tuple[Text, ...]
    doubts: tuple[Text, ...]


def score(collection: Collection, noun: Noun) -> Score | None:
    """Weigh a collection; None where nothing names it as the resource."""
    signs = NOUNS[noun]
    named, reasons = named_as(collection, noun)
    if not named:
        return None
    doubts: list[Text] = []
    total = named + _fields(collection, noun, reasons, doubts) + _deeds(collection)
    strange = _strange_words(collection, signs)
    if strange:
        shown = ", ".join(sorted(strange))
        doubts.append(Text(f"its path also says {shown}", f"in het pad staat ook {shown}"))
        total -= _AGAINST
    unlike = _unlike(collection, signs)
    if unlike:
        doubts.append(Text(f'its summary says "{unlike}"', f'de samenvatting zegt "{unlike}"'))
        total -= _AGAINST
    total -= _ambiguity(collection, noun, doubts)
    if collection.is_nested:
        doubts.append(Text("it stands within something else", "het staat binnen iets anders"))
        total -= _NESTED
    return Score(noun=noun, collection=collection, total=total, reasons=tuple(reasons), doubts=tuple(doubts))


def _ambiguity(collection: Collection, noun: Noun, doubts: list[Text]) -> float:
    """Weigh that its name is of other things as well: of something known, or of several things without a proof."""
    signs, last = NOUNS[noun], collection.names[-1]
    path = sureness(collection, signs)
    is_of_another = explained(last) or (
        not path and any(each.names.get(joined(last), 0.0) >= LIKELY for each in NOUNS.values())
    )
    if path < LIKELY and is_of_another and joined(last) not in signs.names:
        doubts.append(Text(f"its path says {last}", f"in het pad staat {last}"))
        return _AGAINST
    is_plain = joined(last) in signs.ambiguous and not any(pair in signs.names for pair in pairs(collection))
    if not is_plain or collection.fields & signs.proof or any(summaries(collection, noun)):
        return 0.0
    doubts.append(Text(f"{last} may be of something else", f"{last} kan van iets anders zijn"))
    return signs.unproven if len(collection.fields) >= _FEW_FIELDS else _UNSEEN


_UNSEEN: Final = 0.2


def _unlike(collection: Collection, signs: Signs) -> str:
    """Give what the summary of reading it says that speaks against it."""
    reading = collection.first(Deed.LIST) or collection.first(Deed.READ)
    match = signs.unlike.search(reading.summary) if reading and signs.unlike else None
    return match[0] if match else ""


def _strange_words(collection: Collection, signs: Signs) -> frozenset[str]:
    """Give the words that speak against it, those left out that are part of a name that is known."""
    last = collection.names[-1]
    known = joined(last) in signs.names
    before = frozenset(singular(word) for name in collection.names[:-1] for word in words(name))
    own = frozenset() if known else frozenset(map(singular, words(last)))
    pair = any(each in signs.names for each in pairs(collection))
    return (own if pair else own | before) & signs.against


def _fields(collection: Collection, noun: Noun, reasons: list[Text], doubts: list[Text]) -> float:
    signs, fields = NOUNS[noun], collection.fields
    if len(fields) < _FEW_FIELDS:
        doubts.append(Text("its fields are not described", "de velden zijn niet beschreven"))
        return 0.0
    speaking = {name: weight for name, weight in signs.fields.items() if name in fields}
    strange = {name: weight for name, weight in signs.strange.items() if name in fields}
    total = min(_MOST_FOR, sum(speaking.values())) - min(_MOST_AGAINST, sum(strange.values()))
    if speaking:
        shown = ", ".join(list(speaking)[:4])
        reasons.append(Text(f"fields {shown}", f"velden {shown}"))
    if strange:
        shown = ", ".join(list(strange)[:4])
        doubts.append(Text(f"fields {shown} do not fit", f"velden {shown} passen er niet bij"))
    if signs.marks and not any(_has_mark(field, signs) for field in fields) and not _says_mark(collection, noun):
        doubts.append(Text("none of the usual fields is there", "geen van de gebruikelijke velden is er"))
        total -= _NO_MARK
    return total


def _says_mark(collection: Collection, noun: Noun) -> bool:
    """Tell whether the description of a field says that it is what such an item has."""
    properties = collection.item.schema.properties.values() if collection.item else ()
    wanted = [FIELD_SAID[name] for name in FIELDS[noun] if name in FIELD_SAID and name != "id"]
    return any(pattern.search(each.description) for each in properties for pattern in wanted)


def _has_mark(field: str, signs: Signs) -> bool:
    return field in signs.marks or any(field.endswith(mark) for mark in signs.marks if len(mark) > 3)  # noqa: PLR2004


def _deeds(collection: Collection) -> float:
    return 0.05 * sum(1 for deed in (Deed.LIST, Deed.READ, Deed.CREATE) if collection.first(deed))
