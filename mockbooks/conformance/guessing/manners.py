"""How a parameter searches: by its name, by what its description says, or in anything without saying so."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Final

from mockbooks.conformance.guessing.asked import Asked
from mockbooks.conformance.guessing.collections import Collection
from mockbooks.conformance.vocabulary.searches import (
    EXPRESSIONS,
    GENERIC,
    GENERIC_NAMES,
    PART,
    SEARCH_VERBS,
    SEARCHES_TEXT,
    SEVERAL,
    SUCH_AS,
    SearchWords,
)
from mockbooks.conformance.vocabulary.tables import table
from mockbooks.conformance.vocabulary.words import joined, singular, words

_BEFORE: Final = table("filter search by where query find with q f fields")

_BEHIND: Final = table("eq equal equals is in exact contains like gt gte ge lt lte le min max")


class Manner(StrEnum):
    """How a search is declared, the surest first."""

    EXACT = "exact"
    EXPRESSION = "expression"
    PART = "part"
    TEXT = "text"
    SILENT_EXPRESSION = "silent expression"
    SILENT = "silent"


def _is_said_of_path(asked: Asked, known: SearchWords) -> bool:
    """Tell whether a path by one value, such as `/find_by_invoice_id/{invoice_id}`, says that it takes this."""
    if asked.place != "path":
        return False
    *_, before, last = ("", *asked.operation.path.rstrip("/").split("/"))
    is_search = last.startswith("{") and words(before)[:1] in {(word,) for word in SEARCH_VERBS}
    said = f"{asked.description} {asked.operation.summary}"
    return _says(said, known) if is_search else bool(known.codes.search(asked.description)) if known.codes else False


def manner_of(asked: Asked, known: SearchWords, collection: Collection) -> Manner | None:
    """Tell how something that takes a value searches; None where it is for something else."""
    if is_exact(asked, known, collection):
        return Manner.PART if _finds_part(asked, known) else Manner.EXACT
    if _is_said_of_path(asked, known):
        return Manner.EXPRESSION
    if asked.place == "path":
        return None
    name = joined(asked.name)
    if name in GENERIC or SEARCHES_TEXT.search(asked.description):
        is_said = _says(asked.description, known) or _is_told(asked, known, collection)
        if name in EXPRESSIONS:
            return Manner.EXPRESSION if is_said else Manner.SILENT_EXPRESSION
        return Manner.TEXT if is_said else Manner.SILENT
    return _by_description(asked, known, collection)


def _finds_part(asked: Asked, known: SearchWords) -> bool:
    """Tell whether a part of what is sought is enough; of a date any part is a range."""
    return not known.ranges and bool(PART.search(f"{' '.join(words(asked.name))} {asked.description}"))


def _is_told(asked: Asked, known: SearchWords, collection: Collection) -> bool:
    """Tell whether the description says that it takes this; the number of an order is no reference of that order."""
    thing = singular((words(collection.names[-1]) or ("",))[-1])
    found = known.told.finditer(asked.description)
    return any("reference" not in known.exact or not thing or not match[0].lower().startswith(thing) for match in found)


def _by_description(asked: Asked, known: SearchWords, collection: Collection) -> Manner | None:
    """Take a parameter of an unknown name for what its description or form says."""
    if _is_of_another(asked, known):
        return None
    if _is_of_form(asked, known):
        return Manner.EXACT
    if any(word in _WORDS_OF_PAGES for word in words(asked.name)) or not _is_told(asked, known, collection):
        return None
    said = SUCH_AS.split(asked.description)[0]
    if known.ranges or not (PART.search(said) or SEVERAL.search(said)):
        return Manner.EXACT
    return Manner.TEXT


def _is_of_another(asked: Asked, known: SearchWords) -> bool:
    """Tell whether it speaks of something else of that name; a name that is plain is not doubted for a description."""
    if known.of_another is None:
        return False
    is_plain = joined(asked.name) in known.exact - GENERIC_NAMES
    said = " ".join(words(asked.name))
    return bool(known.of_another.search(said if is_plain else f"{said}. {asked.description}"))


def _is_of_form(asked: Asked, known: SearchWords) -> bool:
    """Tell whether the schema says what it takes: a date, an e-mail address."""
    form = asked.schema.shape.format if asked.schema else ""
    return (form in {"date", "date-time"} and bool(known.ranges)) or (form == "email" and "email" in known.exact)


_WORDS_OF_PAGES: Final = table("id ids sort sortby order orderby page limit offset fields include expand select cursor")


def is_exact(asked: Asked, known: SearchWords, collection: Collection) -> bool:
    """Tell whether its name says that it finds what equals the value."""
    split = words(asked.name)
    if _is_of_another(asked, known):
        return False
    if asked.place == "path" and _is_own_id(split, collection):
        return False
    names = {joined(asked.name), "".join(split), *_stripped(split, collection)}
    if split[-1:] in _NUMBERS:
        names.add(f"{''.join(split[:-1])}number")
    return bool(names & (known.exact | known.ranges)) or bool(known.ranges and _ranges_by_words(split, known))


_NUMBERS: Final = (("no",), ("nr",), ("num",))


def _is_own_id(split: tuple[str, ...], collection: Collection) -> bool:
    """Tell whether a path asks for the id of the thing itself: the `orderID` of an order is no reference."""
    thing = {singular(word) for word in words(collection.names[-1])} | {joined(collection.names[-1])}
    return len(split) > 1 and split[-1] in {"id", "key", "guid", "uuid"} and "".join(split[:-1]) in thing


def _ranges_by_words(split: tuple[str, ...], known: SearchWords) -> bool:
    """Take `invoice_date_from` and `filter[date][gte]` for the date."""
    ends = {"from", "to", "after", "before", "start", "end", "since", "until", "van", "tot", "vanaf", *_BEHIND}
    middle = [word for word in split if word not in ends and word not in _BEFORE]
    return len(middle) < len(split) and bool(middle) and joined("_".join(middle)) in known.exact


def _stripped(split: tuple[str, ...], collection: Collection) -> Iterator[str]:
    """Leave out `filter`, `eq` and what the thing is called: `filter[contact.email][eq]` is `email`."""
    thing = {singular(word) for word in words(collection.names[-1])}
    start, end = 0, len(split)
    while start < end - 1 and (split[start] in _BEFORE or singular(split[start]) in thing):
        start += 1
        yield joined("_".join(split[start:end]))
    while end - 1 > start and split[end - 1] in _BEHIND:
        end -= 1
        yield joined("_".join(split[start:end]))


def _says(description: str, known: SearchWords) -> bool:
    said = {singular(word) for word in words(description)}
    lowered = description.lower()
    if any(each in said or (not each.isalpha() and each in lowered) for each in known.said):
        return True
    endings = tuple(each for each in known.said if len(each) >= _SHORTEST_ENDING)
    return any(word.endswith(endings) for word in said)


_SHORTEST_ENDING: Final = 5
