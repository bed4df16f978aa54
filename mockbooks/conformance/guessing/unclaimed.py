"""The collections that nothing has claimed and that no known word explains: any of them may be what was not found."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from mockbooks.conformance.document.model import Document
from mockbooks.conformance.document.schemas import Schema
from mockbooks.conformance.guessing.collections import Collection
from mockbooks.conformance.guessing.mapping import Found
from mockbooks.conformance.guessing.meaning import answers_list
from mockbooks.conformance.guessing.routes import Deed
from mockbooks.conformance.vendor.model import Noun
from mockbooks.conformance.vocabulary import said
from mockbooks.conformance.vocabulary.nouns import NOUNS
from mockbooks.conformance.vocabulary.others import explained
from mockbooks.conformance.vocabulary.signs import LIKELY
from mockbooks.conformance.vocabulary.tables import table
from mockbooks.conformance.vocabulary.words import endings, joined, words

_STRANGE: Final = 0.5
_MOST_SAID: Final = 200
_BOOKKEEPING: Final = re.compile(
    r"invoic|factu|booking|boeking|boekhoud|bookkeep|accounting|ledger|grootboek|\bvat\b|\bbtw\b|debtor|debiteur|buchhalt|rechnung",
    re.IGNORECASE,
)
_NUMERIC: Final = frozenset({"number", "integer"})
_OF_RATES: Final = re.compile(r"percent|prozent|pourcent|\brate|tarief|\bsatz|taux|%|\bpct|btw|vat|tax", re.IGNORECASE)


def unclaimed(
    collections: Sequence[Collection], found: Mapping[Noun, Found], noun: Noun, *, known: bool
) -> list[Collection]:
    """Give what can be read and may be a resource; `known` tells whether the language of the document is."""
    claimed = {each for one in found.values() for each in (one.collection, *one.others)}
    return [
        collection
        for collection in collections
        if collection not in claimed
        and (_holds_codes(collection, noun) or (_is_read(collection) and _may_be(collection, noun, known=known)))
    ]


def is_bookkeeping(document: Document, found: Mapping[Noun, Found]) -> bool:
    """Tell whether a document may be of bookkeeping at all; one of another domain surely lacks what was not found."""
    return len(found) > 1 or any(_BOOKKEEPING.search(text) for text in _texts(document))


def _texts(document: Document) -> Iterator[str]:
    yield from (passage.text for passage in document.passages)
    yield from (f"{operation.path} {operation.summary}" for operation in document.operations)


def _is_read(collection: Collection) -> bool:
    return not collection.is_nested and any(map(collection.first, (Deed.LIST, Deed.SEARCH, Deed.READ)))


def _holds_codes(collection: Collection, noun: Noun) -> bool:
    """Tell whether it lists codes of a kind that the path names, such as `/codes/{kind}`, and that kind may be ours."""
    read = collection.first(Deed.READ)
    kinds = read.in_place("path")[-1:] if read and answers_list(read, collection.names[-1]) else []
    schema = kinds[0].schema if kinds else None
    choices = schema.shape.choices if schema else ()
    may = any(isinstance(each, str) and joined(each) in NOUNS[noun].names for each in choices)
    return may or (bool(kinds) and not choices and joined(collection.names[-1]) in _CODE_LISTS)


_CODE_LISTS: Final = table("code codelist codelijst list lijst keuzelijst lookup masterdata stamgegevens table tabel")


def _may_be(collection: Collection, noun: Noun, *, known: bool) -> bool:
    if _is_other(collection.names[-1], noun) or _is_named_as_another(collection, noun):
        return False
    return not known or _can_be(collection, noun)


def _is_other(name: str, noun: Noun) -> bool:
    """Tell whether a known word says that it is something else, and none that it may be this."""
    if any(ending in NOUNS[noun].names for ending in endings(name)):
        return False
    return explained(name)


def _is_named_as_another(collection: Collection, noun: Noun) -> bool:
    """Tell whether its name or summary says for sure that it is another of our resources."""
    listing = collection.first(Deed.LIST) or collection.first(Deed.SEARCH)
    told = f"{listing.summary}. {listing.description[:_MOST_SAID]}" if listing else ""
    return any(
        NOUNS[other].names.get(joined(collection.names[-1]), 0.0) >= LIKELY or said.names(told, other)
        for other in Noun
        if other is not noun
    )


def _can_be(collection: Collection, noun: Noun) -> bool:
    """Tell whether its fields, as far as they are described, leave room for it."""
    signs = NOUNS[noun]
    fields = collection.fields
    properties = collection.item.schema.properties if collection.item else {}
    listing = collection.first(Deed.LIST)
    strange, speaking = (sum(each.get(field, 0.0) for field in fields) for each in (signs.strange, signs.fields))
    if strange - speaking >= _STRANGE:
        return False
    if signs.unlike and listing and signs.unlike.search(listing.summary):
        return False
    return noun is not Noun.VAT_RATES or not properties or any(map(_is_of_rates, properties, properties.values()))


def _is_of_rates(name: str, schema: Schema) -> bool:
    is_figure = schema.shape.kind in _NUMERIC and not joined(name).endswith("id")
    return is_figure or bool(_OF_RATES.search(f"{' '.join(words(name))} {schema.description}"))
