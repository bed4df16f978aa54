"""What an audit asks its questions of: a document with what was guessed in it, each thing sought once."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from mockbooks.conformance.document.model import Document, Operation
from mockbooks.conformance.guessing.bookings import Naming, namings, unexplained
from mockbooks.conformance.guessing.collections import Collection
from mockbooks.conformance.guessing.fields import Place, find_field
from mockbooks.conformance.guessing.items import Item, find_item, is_described
from mockbooks.conformance.guessing.language import is_known
from mockbooks.conformance.guessing.manners import Manner
from mockbooks.conformance.guessing.mapping import Found, Guessed, guess_mapping
from mockbooks.conformance.guessing.routes import Deed
from mockbooks.conformance.guessing.searching import Search, find_by_id, find_search, searches_everywhere
from mockbooks.conformance.guessing.unclaimed import is_bookkeeping, unclaimed
from mockbooks.conformance.measuring.figures import Figures, measure
from mockbooks.conformance.vendor.model import Noun
from mockbooks.conformance.vocabulary.words import joined


@dataclass(kw_only=True, eq=False)
class Subject:
    """A document with its resources."""

    document: Document
    _searches: dict[tuple[Noun, str], Search | None] = field(default_factory=dict)

    @cached_property
    def guessed(self) -> Guessed:
        """Which collections are which resources."""
        return guess_mapping(self.document)

    def found(self, noun: Noun) -> Found | None:
        """Give a resource, None where it was not found."""
        return self.guessed.found.get(noun)

    def possible(self, noun: Noun) -> Sequence[Collection]:
        """Give the collections that may be a resource which was not found."""
        return self.guessed.possible.get(noun, ())

    def unclaimed(self, noun: Noun) -> Sequence[Collection]:
        """Give the collections that may be a resource for all that is known of them."""
        guessed = self.guessed
        if not is_bookkeeping(self.document, guessed.found):
            return ()
        return unclaimed(guessed.collections, guessed.found, noun, known=self.is_language_known)

    @cached_property
    def is_language_known(self) -> bool:
        """Whether the texts are in a language that the vocabulary knows."""
        return is_known(self.document)

    def search(self, noun: Noun, name: str) -> Search | None:
        """Find how a resource is searched."""
        if (noun, name) not in self._searches:
            self._searches[noun, name] = self._search(noun, name)
        return self._searches[noun, name]

    def _search(self, noun: Noun, name: str) -> Search | None:
        found = self.found(noun)
        if found is None:
            return None
        if name == "id":
            return find_by_id(found.collection)
        everywhere = self._everywhere
        search = find_search(found.collection, noun, name, everywhere)
        if search is None and not found.is_listed:
            listed = [each for each in found.others if each.first(Deed.LIST)]
            search = next((each for other in listed if (each := find_search(other, noun, name, everywhere))), None)
        return search

    @cached_property
    def lists(self) -> Sequence[Operation]:
        """All operations that list or search something."""
        return [
            operation
            for collection in self.guessed.collections
            for deed in (Deed.LIST, Deed.SEARCH)
            for operation in collection.operations.get(deed, ())
        ]

    @cached_property
    def _everywhere(self) -> Sequence[Operation]:
        return searches_everywhere(self.document.operations)

    def search_elsewhere(self, noun: Noun, name: str) -> Search | None:
        """Find an exact search in another collection that is the resource as well, or may be for all that is known."""
        found = self.found(noun)
        unknown = self.unclaimed(noun) if name != "id" else ()
        for collection in (*found.others, *unknown) if found else ():
            search = find_by_id(collection) if name == "id" else find_search(collection, noun, name, ())
            if search is not None and search.manner is Manner.EXACT:
                return search
        return None

    def doing(self, found: Found, deed: Deed) -> Sequence[Operation]:
        """Give the operations that do something with a resource; what it is added by may stand at another path."""
        own = found.collection.operations.get(deed, ())
        if own or deed is not Deed.CREATE:
            return own
        return [operation for other in found.others for operation in other.operations.get(deed, ())][:1]

    def item(self, found: Found, operation: Operation) -> Item | None:
        """Give what an answer holds of a resource, None where that is not described."""
        item = find_item(operation.answer, found.collection.names[-1])
        return item if item and is_described(item.schema) else None

    def place(self, found: Found, operation: Operation, name: str) -> Place | None:
        """Find a field in an answer."""
        item = self.item(found, operation)
        return find_field(item, name, found.collection) if item else None

    def namings(self, noun: Noun, *, of: Sequence[Noun]) -> Sequence[Naming] | None:
        """Find where the bodies of other resources name this one; None where what books is not described."""
        return namings(self._booked(of), noun) or namings(self._booked([Noun.TRANSACTIONS]), noun)

    def unexplained(self, noun: Noun, *, of: Sequence[Noun]) -> Sequence[Naming]:
        """Find fields in the bodies of other resources that may name this one for all that is known of them."""
        lists = [joined(collection.names[-1]) for collection in self.unclaimed(noun)]
        return unexplained(self._booked(of), lists)

    def _booked(self, of: Sequence[Noun]) -> Sequence[Collection]:
        return [each for other in of if (found := self.found(other)) for each in (found.collection, *found.others)]

    @cached_property
    def used(self) -> Sequence[Operation]:
        """The operations that an integration calls: those of the resources, or all where none was found."""
        own = [operation for found in self.guessed.found.values() for operation in found.collection.all]
        return own or self.document.operations

    @cached_property
    def figures(self) -> Figures:
        """What is described, shown and declared, in figures."""
        return measure(self.document)

    @cached_property
    def text(self) -> str:
        """All that is said of the whole."""
        return "\n".join(passage.text for passage in self.document.passages)
