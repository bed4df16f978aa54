"""What a resource declares about its collection: its name, its ids, how a record is written out, and its indexes."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import field
from typing import Generic, Protocol, TypeVar

from mockbooks.frozen import dataclass
from mockbooks.store import grams, moments


class Entity(Protocol):
    """What the store asks of a record: an id; everything else stays with the resource."""

    @property
    def id(self) -> str:
        """The id that `Books.next_id` gave."""


E = TypeVar("E", bound=Entity)
E_contra = TypeVar("E_contra", bound=Entity, contravariant=True)


class Index(Protocol[E_contra]):
    """A declared way to look records up: what it reads from an entity, and the terms to file that under."""

    @property
    def name(self) -> str:
        """The name, unique within its collection."""

    @property
    def source(self) -> Callable[[E_contra], Hashable | None]:
        """What reads from an entity what is indexed; None means that this entity is not in the index."""

    def terms(self, source: Hashable, /) -> Iterable[Hashable]:
        """Give the terms that follow from what was read."""


@dataclass(frozen=True, slots=True)
class Exact(Generic[E]):
    """Look-up by a value; an entity whose key is None is left out."""

    name: str
    source: Callable[[E], Hashable | None]

    def terms(self, source: Hashable, /) -> Iterable[Hashable]:
        """File under the key itself."""
        return (source,)


@dataclass(frozen=True, slots=True)
class Multi(Generic[E]):
    """Look-up by any of several values, such as the ledger accounts of a transaction."""

    name: str
    keys: Callable[[E], Iterable[Hashable]]

    def source(self, entity: E, /) -> frozenset[Hashable]:
        """Read the keys."""
        return frozenset(self.keys(entity))

    def terms(self, source: Hashable, /) -> Iterable[Hashable]:
        """File under each of the keys."""
        return source if isinstance(source, frozenset) else ()


@dataclass(frozen=True, slots=True)
class Contains(Generic[E]):
    """Look-up by any piece of a text; the text comes folded (case and accents off), as the queries do."""

    name: str
    source: Callable[[E], str]

    def terms(self, source: Hashable, /) -> Iterable[Hashable]:
        """File under the pieces and words of the text."""
        return grams.terms_of(str(source))


@dataclass(frozen=True, slots=True)
class Range(Generic[E]):
    """Look-up between two dates ("2026-11-23") or two moments of whole seconds in UTC ("2026-11-23T10:15:30Z")."""

    name: str
    source: Callable[[E], str | None]

    def terms(self, source: Hashable, /) -> Iterable[Hashable]:
        """File under the year, month, day and so on."""
        return moments.prefixes_of(str(source))


@dataclass(frozen=True, slots=True)
class CollectionSpec(Generic[E]):
    """One collection of the books; its name is what identifies it.

    Ids are the prefix and the creation sequence: ("transactions", "trx") begins with trx_000001.
    """

    name: str
    id_prefix: str = field(compare=False)
    render: Callable[[E], bytes] = field(compare=False)
    indexes: tuple[Index[E], ...] = field(default=(), compare=False)

    def __post_init__(self) -> None:
        """Refuse two indexes of one name."""
        names = [index.name for index in self.indexes]
        if len(set(names)) < len(names):
            raise ValueError(f"collection {self.name!r}: two indexes have the same name, in {names}")

    def id_of(self, ordinal: int) -> str:
        """Write an ordinal as an id."""
        return f"{self.id_prefix}_{ordinal:06d}"

    def ordinal_of(self, record_id: str) -> int:
        """Read the ordinal from an id; 0, which is never used, when it cannot be one.

        It does not tell whether the id is written canonically: compare it with that of the record found.
        """
        try:
            return max(0, int(record_id[len(self.id_prefix) + 1 :]))
        except ValueError:
            return 0
