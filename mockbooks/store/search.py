"""Which records answer all criteria: the postings are intersected smallest first, and only what is left is verified."""

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import and_

from pyroaring import BitMap

from mockbooks.store import grams, moments
from mockbooks.store.criteria import Between, Criterion, Equals, Has
from mockbooks.store.gram_postings import GramPostings
from mockbooks.store.records import EVERY, Records
from mockbooks.store.spec import Contains, E, Exact, Multi, Range

LARGEST_BATCH = 1024


def search(records: Records[E], criteria: Sequence[Criterion]) -> BitMap:
    """Give the ordinals of the records that answer every criterion, to be read only.

    KeyError for an index that was not declared, TypeError for one of another kind than the criterion needs.
    """
    parts = [part for criterion in criteria for part in _parts(records, criterion)]
    found = _intersection(parts) if parts else records.postings[EVERY].get(EVERY)
    for criterion in criteria:
        if isinstance(criterion, Has) and not grams.is_exact(criterion.text):
            found = _verified(records, criterion, found)
    return found


def _parts(records: Records[E], criterion: Criterion) -> Iterable[BitMap]:
    postings = records.postings[criterion.index]
    match criterion, records.indexes[criterion.index]:
        case Equals(value=value), Exact() | Multi():
            return (postings.get(value),)
        case Has(text=text), Contains() if isinstance(postings, GramPostings):
            return _grams_holding(postings, text)
        case Between(low=low, high=high), Range():
            return (postings.union(moments.prefixes_between(low, high)),)
        case _, index:
            raise TypeError(f"{index} cannot answer {criterion}")


def _grams_holding(postings: GramPostings, text: str) -> Iterable[BitMap]:
    if 0 < len(text) < grams.GRAM:
        return (postings.beginning_with(text),)
    return map(postings.get, grams.grams_of(text))


def _intersection(parts: list[BitMap]) -> BitMap:
    if len(parts) == 1:
        return parts[0]
    smallest, *others = sorted(parts, key=len)
    return reduce(and_, others, smallest)


def _verified(records: Records[E], criterion: Has, candidates: BitMap) -> BitMap:
    """Keep the candidates whose text holds the query.

    A word that turns out to hold it settles every other candidate with that word, so that the work
    grows with the number of different words, not with the number of records.
    """
    found, left, size = BitMap(), candidates, 1
    read, postings = records.indexes[criterion.index].source, records.postings[criterion.index]
    while left:
        batch = left[:size]
        left = left - batch  # not in place: the candidates may be the postings themselves
        texts = {ordinal: text for ordinal in batch if criterion.text in (text := str(read(records.entity(ordinal))))}
        words = {word for text in texts.values() for word in grams.words_holding(criterion.text, text)}
        settled = left & postings.union(words)
        left -= settled
        found |= settled
        found.update(texts)
        size = min(2 * size, LARGEST_BATCH)
    return found
