"""Which records a filter finds where a scenario has it match otherwise than the contract says.

The indexes of the books know no such searches: the records are looked at one by one.
"""

from collections.abc import Callable, Mapping
from typing import Any

from mockbooks.domain.folding import fold
from mockbooks.service.filters import Filter
from mockbooks.store import Collection
from mockbooks.traffic.loose_search import LooseSearch

Likeness = Callable[[str, str], bool]
"""Tells whether the text of a record is found by the text that was asked for."""


def loosened(
    filters: tuple[Filter, ...], query: Mapping[str, Any], search: LooseSearch
) -> dict[str, tuple[Likeness, str]]:
    """Give the filters in use that match otherwise: by their names how, and what was asked for."""
    habits: tuple[tuple[frozenset[str], Likeness], ...] = ((search.contains, _holds), (search.exact_case, _is_same))
    asked = {each.name: query[each.name] for each in filters if isinstance(query.get(each.name), str)}
    return {name: (like, asked[name]) for names, like in habits for name in asked if name in names}


def unlike(collection: Collection[Any], likenesses: Mapping[str, tuple[Likeness, str]]) -> list[str]:
    """Give the ids of the records that those filters do not find."""
    return [
        entity.id
        for entity in (collection.entities() if likenesses else ())
        if not all(like(getattr(entity, name) or "", text) for name, (like, text) in likenesses.items())
    ]


def _holds(text: str, wanted: str) -> bool:
    return fold(wanted.strip()) in fold(text)


def _is_same(text: str, wanted: str) -> bool:
    return text == wanted
