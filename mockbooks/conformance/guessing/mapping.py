"""Chooses for every resource the collection that it most likely is; a collection is one resource only."""

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from typing import Final

from mockbooks.conformance.document.model import Document, Operation
from mockbooks.conformance.guessing.collections import Collection, gather
from mockbooks.conformance.guessing.routes import Deed
from mockbooks.conformance.guessing.scoring import CERTAIN, POSSIBLE, TAKEN, Score, score
from mockbooks.conformance.vendor.model import Noun
from mockbooks.conformance.vocabulary.paths import UNDOING
from mockbooks.conformance.vocabulary.words import joined
from mockbooks.frozen import dataclass
from mockbooks.texts import Text

_CLOSE: Final = 0.1
_LOOSE: Final = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A resource that was found: its collection, why it was taken, and why it may be another."""

    noun: Noun
    collection: Collection
    reasons: tuple[Text, ...]
    doubt: Text | None
    others: Sequence[Collection] = ()
    is_loose: bool = False
    """Whether so little speaks for it that what it lacks says nothing of the resource."""

    undoing: Sequence[Operation] = ()
    """What reverses or cancels one of it, by its id."""

    @property
    def is_listed(self) -> bool:
        """Tell whether its collection itself can be listed or searched."""
        return bool(self.collection.first(Deed.LIST) or self.collection.first(Deed.SEARCH))


@dataclass(frozen=True, slots=True, kw_only=True)
class Guessed:
    """What was found, and for what was not found the collections that it may be after all."""

    found: Mapping[Noun, Found]
    possible: Mapping[Noun, Sequence[Collection]] = field(default_factory=dict)
    collections: Sequence[Collection] = ()


def guess_mapping(document: Document) -> Guessed:
    """Guess all resources of a document."""
    collections = gather(document.operations)
    scores = [each for collection in collections for noun in Noun if (each := score(collection, noun))]
    scores.sort(key=lambda each: (-each.total, len(each.collection.path), each.collection.path))
    chosen = _choose(scores)
    found = {
        noun: replace(_found(best, scores, chosen), undoing=_undoing(best.collection, document))
        for noun, best in chosen.items()
    }
    return Guessed(found=found, possible=_possible(scores, chosen), collections=collections)


def _undoing(collection: Collection, document: Document) -> list[Operation]:
    """Find what undoes one thing by a POST behind its id: `/transactions/{id}/reversal`."""
    read = collection.first(Deed.READ)
    start = f"{read.path}/" if read and read.in_place("path") else None
    return [
        operation
        for operation in (document.operations if start else ())
        if operation.method == "POST"
        and operation.path.startswith(start or "")
        and joined(operation.path.removeprefix(start or "")) in UNDOING
    ]


def _choose(scores: Sequence[Score]) -> dict[Noun, Score]:
    chosen: dict[Noun, Score] = {}
    taken: set[Collection] = set()
    for each in scores:
        if each.total >= TAKEN and each.noun not in chosen and each.collection not in taken:
            chosen[each.noun] = each
            taken.add(each.collection)
    return chosen


def _found(best: Score, scores: Sequence[Score], chosen: Mapping[Noun, Score]) -> Found:
    used = {each.collection for each in chosen.values()}
    others = [
        each
        for each in scores
        if each.noun is best.noun
        and each.collection not in used
        and each.total >= TAKEN
        and not each.collection.is_nested
    ]
    return Found(
        noun=best.noun,
        collection=best.collection,
        reasons=best.reasons,
        doubt=_doubt(best, others),
        others=[each.collection for each in others],
        is_loose=best.total < _LOOSE,
    )


def _doubt(best: Score, others: Sequence[Score]) -> Text | None:
    close = [each.collection.path for each in others if each.total >= best.total - _CLOSE]
    sentences = list(best.doubts) if best.total < CERTAIN else []
    if close:
        shown = ", ".join(close[:3])
        sentences.append(Text(f"it may be {shown} as well", f"het kan ook {shown} zijn"))
    if not sentences and best.total < CERTAIN:
        sentences.append(Text("its name is not a sure one", "de naam is niet zeker"))
    if not sentences:
        return None
    path = best.collection.path
    return Text(
        f"{path} was guessed: {'; '.join(each.en for each in sentences)}.",
        f"{path} is aangenomen: {'; '.join(each.nl for each in sentences)}.",
    )


def _possible(scores: Sequence[Score], chosen: Mapping[Noun, Score]) -> dict[Noun, list[Collection]]:
    used = {each.collection for each in chosen.values()}
    possible: dict[Noun, list[Collection]] = {}
    for each in scores:
        if each.noun not in chosen and each.total >= POSSIBLE and each.collection not in used:
            possible.setdefault(each.noun, []).append(each.collection)
    return possible
