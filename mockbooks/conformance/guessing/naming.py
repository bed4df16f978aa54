"""How sure the names of a collection are: its path, its tags, its operations, its schema and its summary."""

from collections.abc import Iterator, Mapping
from typing import Final

from mockbooks.conformance.document.model import Operation
from mockbooks.conformance.guessing.collections import Collection
from mockbooks.conformance.guessing.routes import Deed
from mockbooks.conformance.vendor.model import Noun
from mockbooks.conformance.vocabulary import said
from mockbooks.conformance.vocabulary.nouns import NOUNS
from mockbooks.conformance.vocabulary.signs import Signs
from mockbooks.conformance.vocabulary.words import endings, joined, singular, words
from mockbooks.texts import Text

_TAIL: Final = 0.6


def named_as(collection: Collection, noun: Noun) -> tuple[float, list[Text]]:
    """Tell how sure the names are: the path counts most, others add to it or stand in for it."""
    signs = NOUNS[noun]
    path = sureness(collection, signs)
    tagged = {
        where: weight
        for where, weight in _others(collection, signs)
        if path or where[0] != "the tag" or joined(where[2]) not in signs.ambiguous
    }
    others = {**tagged, **dict(summaries(collection, noun))}
    best = max((path, *(0.75 * weight for weight in others.values())))
    agreeing = sum(1 for weight in others.values() if weight)
    reasons = [_says("path", "het pad", collection.path)] if path else []
    reasons += [_says(*where) for where in others]
    return (best + 0.05 * agreeing if best else 0.0), reasons


def _says(en: str, nl: str, what: str = "") -> Text:
    return Text(f"{en} {what}".strip(), f"{nl} {what}".strip())


def sureness(collection: Collection, signs: Signs) -> float:
    """Rate what the path says by itself."""
    return max(
        _rated(collection.names[-1], signs.names), *(signs.names.get(pair, 0.0) for pair in (*pairs(collection), ""))
    )


def pairs(collection: Collection) -> list[str]:
    """Join the last two names: `sales/invoices`, `invoices/templates`, and the other way round `invoices/sales`."""
    last = collection.names[-1]
    return [
        joined(pair)
        for before in collection.names[-2:-1]
        for pair in (f"{before}_{last}", f"{singular(before)}_{last}", f"{last}_{before}", f"{singular(last)}_{before}")
    ]


def _rated(name: str, names: Mapping[str, float]) -> float:
    """Rate a name, or with less weight what it ends in."""
    whole, *tails = endings(name)
    return max((names.get(whole, 0.0), *(_TAIL * names.get(tail, 0.0) for tail in tails)))


def _others(collection: Collection, signs: Signs) -> Iterator[tuple[tuple[str, str, str], float]]:
    """Ask the tags, the names of operations and of schemas."""
    operations = collection.all[:6]
    tags = {tag for operation in operations for tag in operation.tags}
    yield from _whole("the tag", "de tag", tags, signs)
    yield from _whole("the operation", "de operatie", {_thing(operation) for operation in operations}, signs)
    if collection.item is not None:
        ref = collection.item.schema.node.get("$ref")
        named = str(ref).rsplit("/", 1)[-1] if isinstance(ref, str) else ""
        yield from _whole("the schema", "het schema", {named.rsplit(".", 1)[-1]}, signs)


def _whole(en: str, nl: str, names: set[str], signs: Signs) -> Iterator[tuple[tuple[str, str, str], float]]:
    for name in sorted(names):
        weight = signs.names.get(joined(name), 0.0)
        if weight:
            yield (en, nl, name), weight
            return


def summaries(collection: Collection, noun: Noun) -> Iterator[tuple[tuple[str, str, str], float]]:
    """Ask what is said of reading it: a summary names it where the path uses another word."""
    for deed in (Deed.LIST, Deed.READ):
        operation = collection.first(deed)
        told = f"{operation.summary}. {operation.description[:_MOST_SAID]}" if operation else ""
        words_of_it = said.names(told, noun)
        if words_of_it:
            yield ("the summary", "de samenvatting", words_of_it), 1.0
            return


_MOST_SAID: Final = 200


def _thing(operation: Operation) -> str:
    """Take the verb off the name of an operation: `listVatRates` speaks of `VatRates`."""
    split = words(operation.name)
    return "_".join(split[1:]) if len(split) > 1 else operation.name
