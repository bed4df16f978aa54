"""Whether the vocabulary knows the language of a document: in another, nothing is known to be missing."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from mockbooks.conformance.document.model import Document
from mockbooks.conformance.vocabulary.tables import table

_KNOWN: Final = table(
    "the of and to is for this which that are be by with from or an it all it's has"
    " het een van voor dat wordt zijn niet met deze worden bij naar aan ook deze geen"
)
_STRANGE: Final = table(
    "der und ist nicht mit für dem eine einer eines werden wird oder auf zum zur nur ab welche"
    " les des est une pour dans avec sont ou du aux sur cette"
    " och att är som av till inte för og til ikke det på med ett et eller"
    " el los las para con una por del que y o il lo gli della dei per di è"
    " ja tai nie jest dla oraz się"
)
_WORD: Final = re.compile(r"[^\W\d_]+")
_FEWEST: Final = 12
_MOST_WORDS: Final = 5_000
_LEAST_SHARE: Final = 0.04
_MANY: Final = 100
_LAST_LATIN: Final = "\u024f"
_FOREIGN_SHARE: Final = 0.2


def is_known(document: Document) -> bool:
    """Tell whether its texts are in English or Dutch, or too few to be told."""
    words = list(islice(_words(document), _MOST_WORDS))
    if sum(1 for word in words if word[0] > _LAST_LATIN) > _FOREIGN_SHARE * len(words):
        return False
    known = sum(1 for word in words if word in _KNOWN)
    strange = sum(1 for word in words if word in _STRANGE)
    if known + strange < _FEWEST:
        return len(words) < _MANY or known + strange == 0 or known >= strange
    return known >= strange and known >= _LEAST_SHARE * len(words)


def _words(document: Document) -> Iterator[str]:
    for text in _texts(document):
        yield from (word.lower() for word in _WORD.findall(text))


def _texts(document: Document) -> Iterator[str]:
    """Give the short texts first: that of `info` may be in another language than the rest."""
    for operation in document.operations:
        yield operation.summary
        yield operation.description[:_MOST_WORDS]
        yield from (parameter.description for parameter in operation.parameters)
        schema = operation.body.schema if operation.body else None
        yield from (each.description for each in schema.properties.values()) if schema else ()
    yield from (passage.text[:_MOST_WORDS] for passage in document.passages)
