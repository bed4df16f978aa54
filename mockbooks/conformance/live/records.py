"""Records of an API: what a run has made in it, and by what each resource is tried out."""

from collections.abc import Mapping

from mockbooks.conformance.live.json_places import NOTHING, at, is_empty
from mockbooks.conformance.vendor.model import Noun
from mockbooks.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """Something that this run has made, or may have made where `id` is None: then it is found by what was sent.

    An id is what the API told, which may be a number.
    """

    noun: Noun
    id: object | None
    sent: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """The record by which a resource is tried out: one that was made for it, else one that was there."""

    noun: Noun
    item: object
    fields: Mapping[str, str]
    is_ours: bool

    def value(self, name: str) -> object:
        """Give what stands in a field, or NOTHING."""
        pointer = self.fields.get(name)
        return NOTHING if pointer is None else at(self.item, pointer)

    @property
    def id(self) -> str | None:
        """Its id as text, to compare by."""
        found = self.value("id")
        return None if is_empty(found) else str(found)

    @property
    def told_id(self) -> object:
        """Its id as the API tells it, a number for instance: so it is sent."""
        return self.value("id")
