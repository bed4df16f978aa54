"""The books in memory: collections with declared indexes, ids, numbers, units of work and cheap snapshots."""

from mockbooks.store.books import Books, Snapshot
from mockbooks.store.changes import Change, Changes
from mockbooks.store.collection import Collection, Found
from mockbooks.store.criteria import Between, Criterion, Equals, Has
from mockbooks.store.spec import CollectionSpec, Contains, Entity, Exact, Index, Multi, Range

__all__ = [
    "Between",
    "Books",
    "Change",
    "Changes",
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
