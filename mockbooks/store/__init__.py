"""The books in memory: collections with declared indexes, ids, numbers, units of work and cheap snapshots."""

from mockbooks.store.books import Books, Snapshot
from mockbooks.store.collection import Collection, Found
from mockbooks.store.criteria import Between, Criterion, Equals, Has
from mockbooks.store.spec import CollectionSpec, Contains, Entity, Exact, Index, Multi, Range

__all__ = [
    "Between",
    "Books",
    "Collection",
    "CollectionSpec",
    "Contains",
    "Criterion",
    "Entity",
    "Equals",
    "Exact",
    "Found",
    "Has",
    "Index",
    "Multi",
    "Range",
    "Snapshot",
]
