"""What one may do with any resource: list, get, create, update, delete, and its own verbs.

Each gives the data of an answer as bytes; writes are one unit of work, so a refusal leaves the books as they were,
and what succeeds is filed under the actor of the context.
"""

from datetime import datetime, timedelta
from typing import Any

from mockbooks.errors import Complaint, RefusedError
from mockbooks.service.complaints import IN_THESE_BOOKS
from mockbooks.service.context import Context
from mockbooks.service.filters import criteria_of
from mockbooks.service.likeness import loosened, unlike
from mockbooks.service.paging import Page
from mockbooks.service.resource import Resource, Rules, Verb
from mockbooks.service.schema import camel
from mockbooks.service.uses import complaint_of_uses
from mockbooks.store import Collection
from mockbooks.store.spec import E
from mockbooks.texts import cut
from mockbooks.traffic.clock import moment_text


def list_page(resource: Resource[Any], context: Context, query: dict[str, Any]) -> tuple[bytes, Page]:
    """Give one page of what matches every filter, in order of creation."""
    number, size = query["page"], query["page_size"]
    collection = context.books.collection(resource.spec)
    likenesses = loosened(resource.filters, query, context.search)
    too_new = _too_new(context, resource) if context.hidden_seconds else ()
    found = collection.find(
        criteria_of(resource.filters, query, but=likenesses),
        offset=_offset(context, number, size),
        limit=size,
        hidden=(*too_new, *unlike(collection, likenesses)) if too_new or likenesses else (),
    )
    return b"[%b]" % b",".join(found.bodies), Page(number=number, size=size, total_items=found.total)


def get(resource: Resource[Any], context: Context, entity_id: str) -> bytes:
    """Give one object; `not_found` when there is none with this id."""
    body = context.books.collection(resource.spec).body(entity_id)
    if body is None:
        raise not_found(resource, entity_id)
    return body


def create(resource: Resource[E], context: Context, values: dict[str, Any]) -> bytes:
    """Make an object by the rules of its resource and add it."""
    books = context.books
    with books.work(context.actor):
        entity = _rules(resource).create(context, books.next_id(resource.spec), values)
        return books.collection(resource.spec).add(entity)


def update(resource: Resource[E], context: Context, entity_id: str, values: dict[str, Any]) -> bytes:
    """Replace an object as a whole; the caller must have read its present version (optimistic locking)."""
    with context.books.work(context.actor):
        collection, present = _present(resource, context, entity_id)
        _refuse_any(_differences(present, values))
        entity = _rules(resource).change(context, present, values)
        return collection.replace(entity)


def delete(resource: Resource[Any], context: Context, entity_id: str) -> bytes:
    """Remove an object that nothing else needs; give it as it was."""
    with context.books.work(context.actor):
        collection, present = _present(resource, context, entity_id)
        use = complaint_of_uses(context, resource.name, entity_id, resource.used_by)
        _refuse_any((use,) if use else ())
        body = _body_of(collection, present)
        collection.remove(entity_id)
        return body


def do(resource: Resource[E], verb: Verb[E], context: Context, entity_id: str, values: dict[str, Any]) -> bytes:
    """Do what a verb does with one object; give the object that came of it."""
    with context.books.work(context.actor):
        collection, present = _present(resource, context, entity_id)
        return _body_of(collection, verb.run(context, present, values))


def not_found(resource: Resource[Any], entity_id: str) -> RefusedError:
    """Say that no object of this resource has the id in the path."""
    values = {"resource": resource.name, "id": cut(entity_id), "place": IN_THESE_BOOKS}
    return RefusedError(Complaint("not_found", parameter="id", values=values))


def _offset(context: Context, number: int, size: int) -> int:
    """Tell how many rows come before a page; the first one never drifts."""
    return 0 if number == 1 else max(0, (number - 1) * size + context.drifted_rows)


def _too_new(context: Context, resource: Resource[Any]) -> list[str]:
    """Give the ids of what was created too short ago for lists to show it, as where a search index lags behind.

    What the books began with is in no log of changes, and is always shown.
    """
    last_shown = moment_text(datetime.fromisoformat(context.now) - timedelta(seconds=context.hidden_seconds))
    return [
        change.id
        for change in context.books.changes.since(0)
        if change.collection == resource.spec.name and change.before is None and change.after.created_at > last_shown
    ]


def _present(resource: Resource[E], context: Context, entity_id: str) -> tuple[Collection[E], E]:
    collection = context.books.collection(resource.spec)
    present = collection.get(entity_id)
    if present is None:
        raise not_found(resource, entity_id)
    return collection, present


def _differences(present: object, values: dict[str, Any]) -> tuple[Complaint, ...]:
    """Compare what only the server sets with what the caller sends back; take it out of the values."""
    version = values.pop("version")
    current = getattr(present, "version")  # noqa: B009 - only entities with a version are updated
    if version != current:
        return (Complaint("stale_version", "/version", values={"sent": version, "current": current}),)
    sent = {name: values.pop(name, None) for name in ("id", "created_at", "updated_at")}
    return tuple(
        Complaint("set_by_server", "/" + camel(name), values={"name": camel(name)})
        for name, value in sent.items()
        if value is not None and value != getattr(present, name)
    )


def _rules(resource: Resource[E]) -> Rules[E]:
    if resource.rules is None:
        message = f"{resource.path} cannot be written"
        raise LookupError(message)
    return resource.rules


def _body_of(collection: Collection[E], entity: E) -> bytes:
    body = collection.body(entity.id)
    if body is None:
        message = f"{entity!r} is not in the books"
        raise LookupError(message)
    return body


def _refuse_any(complaints: tuple[Complaint, ...]) -> None:
    if complaints:
        raise RefusedError(*complaints)
