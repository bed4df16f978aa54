"""Books out of a dump: read strictly, checked as a whole, and built aside, so that a bad dump changes nothing."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any, Final

from marshmallow import ValidationError

from mockbooks.errors import Complaint, RefusedError
from mockbooks.ledger.envelope import frame_schema
from mockbooks.ledger.forms import KnownIds, record_schema
from mockbooks.ledger.kinds import KINDS
from mockbooks.ledger.rules import Loaded, broken_rules
from mockbooks.service.schema import StrictSchema, complaints_in
from mockbooks.store import Books, CollectionSpec, Snapshot
from mockbooks.store.records import Records
from mockbooks.texts import cut

MOST_TOLD: Final = 100
"""How many mistakes are looked for before the dump is refused."""


def load(data: object, specs: Iterable[CollectionSpec[Any]]) -> Snapshot:
    """Make books of these specs from what `dump` gave, and give their snapshot, for `Books.restore`.

    The records, the next ids and the next numbers are those of the books that were dumped. Raises RefusedError with up
    to a hundred complaints, each with a JSON Pointer into the data: when the forms are right, about the rules.
    """
    specs = tuple(specs)
    frame = _frame(data, specs)
    collections: Mapping[str, dict[str, Any]] = frame["collections"]
    known = {name: frozenset(_ids(collection["records"])) for name, collection in collections.items()}
    records = _records(specs, collections, known)
    loaded = Loaded(records=records, counters=frame["counters"])
    _refuse_any(list(islice(broken_rules(loaded), MOST_TOLD)))
    return _built(specs, collections, loaded)


def _frame(data: object, specs: Iterable[CollectionSpec[Any]]) -> dict[str, Any]:
    try:
        frame: dict[str, Any] = frame_schema(spec.name for spec in specs).load(data)
    except ValidationError as error:
        raise RefusedError(*complaints_in(error)[:MOST_TOLD]) from error
    return frame


def _ids(rows: Iterable[object]) -> Iterator[str]:
    """Give the ids that records seem to have, before anything is known of their forms."""
    ids = (row.get("id") for row in rows if isinstance(row, dict))
    return (each for each in ids if isinstance(each, str))


def _records(
    specs: Iterable[CollectionSpec[Any]], collections: Mapping[str, dict[str, Any]], known: KnownIds
) -> dict[str, list[Any]]:
    records: dict[str, list[Any]] = {}
    complaints: list[Complaint] = []
    for spec in specs:
        reading = _Reading(spec, record_schema(KINDS[spec.name], known), collections[spec.name]["ids_given"])
        records[spec.name] = reading.read(collections[spec.name]["records"], complaints)
    _refuse_any(complaints)
    return records


class _Reading:
    """Reads the records of one collection, whose ids must be its own and go up."""

    def __init__(self, spec: CollectionSpec[Any], schema: StrictSchema, ids_given: int) -> None:
        self._spec, self._schema, self._ids_given = spec, schema, ids_given
        self._last = 0

    def read(self, rows: Sequence[object], complaints: list[Complaint]) -> list[Any]:
        """Give the entities; add what is wrong to the complaints, and stop when there are enough of them."""
        entities = []
        for position, row in enumerate(rows):
            if len(complaints) >= MOST_TOLD:
                break
            pointer = f"/collections/{self._spec.name}/records/{position}"
            try:
                entity = self._schema.load(row)
            except ValidationError as error:
                complaints += _placed(complaints_in(error)[:MOST_TOLD], pointer)
            else:
                complaints += _placed(self._out_of_order(entity.id), pointer)
                entities.append(entity)
        return entities

    def _out_of_order(self, record_id: str) -> Sequence[Complaint]:
        ordinal, lowest = self._spec.ordinal_of(record_id), self._last + 1
        if record_id == self._spec.id_of(ordinal) and lowest <= ordinal <= self._ids_given:
            self._last = ordinal
            return ()
        bounds = {"lowest": self._spec.id_of(lowest), "highest": self._spec.id_of(self._ids_given)}
        return (Complaint("id_out_of_order", "/id", values={**bounds, "came": cut(record_id)}),)


def _placed(complaints: Iterable[Complaint], pointer: str) -> Iterator[Complaint]:
    return (replace(complaint, pointer=pointer + (complaint.pointer or "")) for complaint in complaints)


def _refuse_any(complaints: Sequence[Complaint]) -> None:
    if complaints:
        raise RefusedError(*complaints[:MOST_TOLD])


def _built(specs: Iterable[CollectionSpec[Any]], collections: Mapping[str, dict[str, Any]], loaded: Loaded) -> Snapshot:
    books = Books(specs)
    for spec in specs:
        collection = books.collection(spec)
        for entity in loaded.records[spec.name]:
            _skip_to(collection.records, spec.ordinal_of(entity.id))
            collection.add(entity)
        _skip_to(collection.records, collections[spec.name]["ids_given"] + 1)
    books.begin_changes()
    return replace(books.snapshot(), counters=loaded.counters)


def _skip_to(records: Records[Any], ordinal: int) -> None:
    """Leave the rows of removed records empty, so that their ids are not given again."""
    while records.next_ordinal < ordinal:
        records.append()
