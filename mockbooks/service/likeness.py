"""Which records a filter finds where a scenario has it match otherwise than the contract says.

The indexes of the books know no such searches: the records are looked at one by one.
"""

from collections.abc import Callable, Mapping
from typing import Any

from mockbooks.domain.folding import fold
from mockbooks.service.filters import Filter
from mockbooks.store import Collection
from mockbooks.traffic.loose_search import AS_PROMISED, LooseSearch

Likeness = Callable[[str], bool]
"""Tells whether the text of a record is found by what was asked for."""


def loosened(filters: tuple[Filter, ...], query: Mapping[str, Any], search: LooseSearch) -> dict[str, Likeness]:
    """Give the filters in use that match otherwise: by their names how."""
    if search is AS_PROMISED:
        return {}
    habits = ((search.contains, _holding), (search.exact_case, _same_as))
    asked = {each.name: query[each.name] for each in filters if isinstance(query.get(each.name), str)}
    return {name: like(asked[name]) for names, like in habits for name in asked if name in names}


def unlike(collection: Collection[Any], likenesses: Mapping[str, Likeness]) -> list[str]:
    """Give the ids of the records that those filters do not find."""
    return [
        entity.id
        for entity in (collection.entities() if likenesses else ())
        if not all(like(getattr(entity, name) or "") for name, like in likenesses.items())
    ]


def _holding(wanted: str) -> Likeness:
    folded = fold(wanted.strip())
    return lambda text: folded in fold(text)


def _same_as(wanted: str) -> Likeness:
    return lambda text: text == wanted
