"""Uses of an object: what stands in the way of taking it away, told by name."""

from typing import Final

from mockbooks.errors import Complaint
from mockbooks.service.context import Context
from mockbooks.store import Equals
from mockbooks.texts import Text

_MOST_NAMED: Final = 3


def complaint_of_uses(
    context: Context, noun: Text, entity_id: str, used_by: tuple[tuple[str, str], ...]
) -> Complaint | None:
    """Complain when anything uses the object; `used_by` names collections and the index in which a use shows."""
    total, named = 0, list[str]()
    for name, index in used_by:
        collection = context.books.named(name)
        total += collection.count([Equals(index, entity_id)])
        named += collection.ids([Equals(index, entity_id)], limit=_MOST_NAMED)
    if not total:
        return None
    values = {"resource": noun, "id": entity_id, "users": _users(named[:_MOST_NAMED], total)}
    return Complaint("in_use", parameter="id", values=values)


def _users(named: list[str], total: int) -> Text:
    first, others = ", ".join(named), total - len(named)
    return Text(f"{first} and {others} more", f"{first} en nog {others}") if others else Text(first, first)
