"""What changed in the books and through whom, told in plain lines: the text of a red verdict."""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, Final, Literal, NamedTuple

import orjson

from mockbooks.frozen import dataclass
from mockbooks.resources import RESOURCES, administration
from mockbooks.service.actor import SEED, Actor, ActorKind
from mockbooks.service.rendering import render
from mockbooks.store import Books, Change
from mockbooks.texts import cut

Kind = Literal["created", "changed", "reversed", "deleted"]
Json = dict[str, Any]

MAXIMUM_VALUE_CHARACTERS: Final = 300
MAXIMUM_DIFFERENCES_IN_LINE: Final = 10
_MOMENTS: Final = frozenset({"createdAt", "updatedAt", "version"})
# What every booking moves: where nothing else did, nobody changed the record.
_NOISE: Final = {"Journal": frozenset({"nextNumber"})}
_NO_NOISE: Final[frozenset[str]] = frozenset()

_SINGULARS: Final = {administration.SPEC.name: "Administration"} | {
    resource.spec.name: resource.singular for resource in RESOURCES
}
_NOUNS: Final = {"Administration": administration.SINGLETON.name.en} | {
    resource.singular: resource.name.en for resource in RESOURCES
}
# What a record is known by, where that is not its code and what it is called. There is one administration.
_LABELS: Final[Mapping[str, tuple[str, ...]]] = {
    "Administration": (),
    "Product": ("sku", "description"),
    "Transaction": ("number", "reference", "totalInclVat", "total"),
}
_USUAL_LABEL: Final = ("code", "name", "description")
_WHO: Final[Mapping[ActorKind, tuple[str, str]]] = {
    "client": ("a client", "client {}"),
    "bookkeeper": ("the bookkeeper", 'the bookkeeper ("{}")'),
    "operator": ("the operator", 'the operator ("{}")'),
    "seed": ("the seed", 'the seed ("{}")'),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldChange:
    """What one actor made of one record in one unit of work.

    `number` counts the changes of these books; `resource` is "Transaction", as in operation ids; `label` is what the
    record is known by; `at` is its `updatedAt`, which for a deleted one tells when it was written last. `differences`
    holds what a JSON field was and is, by its name; within an object that name is `address.city`. A value that would
    be long is a text that was cut. For what was created or deleted there are none.
    """

    number: int
    kind: Kind
    resource: str
    id: str
    label: str
    actor_kind: ActorKind
    actor_name: str | None
    request_id: str | None
    at: str
    differences: Mapping[str, tuple[Any, Any]]

    @property
    def line(self) -> str:
        """Tell it in one sentence, on one line whatever the values hold."""
        label = f" ({self.label})" if self.label else ""
        request = f" in {_shown(self.request_id)}" if self.request_id else ""
        done = f"{self._who()} {self.kind} {self._record()}"
        return f"{done}{label}{self._reversal()}{request}{self._what()}"

    def _record(self) -> str:
        """Name the record; these books have one administration, and its id within them is not the one callers use."""
        noun = _NOUNS[self.resource]
        return f"the {noun}" if self.resource == "Administration" else f"{noun} {self.id}"

    def _who(self) -> str:
        nameless, named = _WHO[self.actor_kind]
        return named.format(_shown(self.actor_name)) if self.actor_name else nameless

    def _reversal(self) -> str:
        return f" with {self.differences['reversedByTransactionId'][1]}" if self.kind == "reversed" else ""

    def _what(self) -> str:
        """Write the differences out; those of a reversal go without saying."""
        if self.kind != "changed":
            return ""
        told = [f"{name} {_shown(was)} → {_shown(now)}" for name, (was, now) in self.differences.items()]
        more = len(told) - MAXIMUM_DIFFERENCES_IN_LINE
        return ": " + ", ".join(told[:MAXIMUM_DIFFERENCES_IN_LINE]) + (f" and {more} more" if more > 0 else "")


class ToldChanges(NamedTuple):
    """Changes in the order in which they were made; `forgotten` says that older ones are no longer known."""

    changes: list[ToldChange]
    forgotten: bool


def told_changes(books: Books, since: int, administration_id: str = "") -> ToldChanges:
    """Tell what changed after a position of the log of the books, 0 being where it began.

    Nothing is told of what follows from bookkeeping by itself: the next number of a journal, moments and versions.
    A change that was filed for nobody is told of the seed. The administration itself is told by the id by which callers
    know it, where that is given, and not by the one within its books.
    """
    changes = books.changes.since(since)
    forgotten = bool(changes) and changes[0].number > max(since, 0) + 1
    return ToldChanges([told for change in changes if (told := _told(change, administration_id))], forgotten)


def _told(change: Change, administration_id: str) -> ToldChange | None:
    resource = _SINGULARS[change.collection]
    before, after = _json(change.before), _json(change.after)
    differences = dict(_differences(before, after)) if before and after else {}
    kind = _kind(before, after, differences)
    if kind == "changed" and differences.keys() <= _NOISE.get(resource, _NO_NOISE):
        return None
    record = after or before
    actor = change.by if isinstance(change.by, Actor) else SEED
    return ToldChange(
        number=change.number,
        kind=kind,
        resource=resource,
        id=(administration_id or change.id) if resource == "Administration" else change.id,
        label=", ".join(_label(resource, record)),
        actor_kind=actor.kind,
        actor_name=actor.name,
        request_id=actor.request_id,
        at=record["updatedAt"],
        differences={name: (_bounded(was), _bounded(now)) for name, (was, now) in differences.items()},
    )


def _json(entity: object | None) -> Json:
    """Give a record as callers see it; nothing where there is none."""
    return {} if entity is None else orjson.loads(render(entity))


def _kind(before: Json, after: Json, differences: Json) -> Kind:
    if not before:
        return "created"
    if not after:
        return "deleted"
    return "reversed" if "reversedByTransactionId" in differences else "changed"


def _differences(before: Json, after: Json, within: str = "") -> Iterator[tuple[str, tuple[Any, Any]]]:
    for key, now in after.items():
        was, name = before[key], within + key
        if isinstance(was, dict) and isinstance(now, dict):
            yield from _differences(was, now, f"{name}.")
        elif was != now and name not in _MOMENTS:
            yield name, (was, now)


def _label(resource: str, record: Json) -> Iterator[str]:
    names = _LABELS.get(resource, _USUAL_LABEL)
    yield from (_shown(record[name]) for name in names if record.get(name))
    if record.get("reversesTransactionId"):
        yield f"reverses {record['reversesTransactionId']}"


def _bounded(value: object) -> object:
    """Keep a JSON value, or a readable piece of it as a text when it is long."""
    text = value if isinstance(value, str) else orjson.dumps(value).decode()
    return value if len(text) <= MAXIMUM_VALUE_CHARACTERS else text[: MAXIMUM_VALUE_CHARACTERS - 1] + "…"


def _shown(value: object) -> str:
    """Write a JSON value as part of a line: cut, without line ends or anything else that cannot be seen."""
    if value is None:
        return "none"
    text = " ".join((value if isinstance(value, str) else orjson.dumps(value).decode()).split())
    seen = "".join(character if character.isprintable() else "�" for character in islice(text, 100))
    return cut(seen) or '""'
