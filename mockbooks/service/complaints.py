"""Collecting everything that is wrong with a request, so that a caller is told all of it at once."""

from typing import Any, Final

from mockbooks.errors import Complaint, RefusedError
from mockbooks.service.context import Context
from mockbooks.service.resource import Resource
from mockbooks.service.schema import camel
from mockbooks.store.spec import E
from mockbooks.texts import Text

IN_THESE_BOOKS: Final = Text("in this administration", "In deze administratie")
_NONE: Final = Text("none", "geen")
_CODES: Final = ("code", "sku")


class Complaints:
    """The complaints about one request so far."""

    def __init__(self) -> None:
        """Start with none."""
        self._found: list[Complaint] = []

    def __len__(self) -> int:
        """Count them; there are any when something is wrong."""
        return len(self._found)

    def add(self, code: str, pointer: str | None = None, /, **values: object) -> None:
        """Note one more."""
        self._found.append(Complaint(code, pointer, values=values))

    def demand_one(self, pointer: str, **fields: object) -> bool:
        """Note when not exactly one of these fields was sent; tell whether it was."""
        came = [name for name, value in fields.items() if value is not None]
        if len(came) == 1:
            return True
        self.add("exactly_one_of", pointer, fields=list(map(camel, fields)), came=list(map(camel, came)) or _NONE)
        return False

    def refer(self, context: Context, resource: Resource[E], entity_id: str, pointer: str) -> E | None:
        """Look up what an id in the body refers to; note `not_found` when there is nothing."""
        found = context.books.collection(resource.spec).get(entity_id)
        if found is None:
            meant = _id_of_code(context, resource, entity_id)
            self.add("not_found", pointer, resource=resource.name, id=entity_id, place=IN_THESE_BOOKS, **meant)
        return found

    def refer_active(
        self, context: Context, resource: Resource[E], entity_id: str, pointer: str, **inactive: str
    ) -> E | None:
        """Look up something that must be in use; `inactive` names the code and the attribute that tells it.

        `refer_active(…, payment_term_inactive="code")` notes `payment_term_inactive` with the entity's `code`.
        """
        found = self.refer(context, resource, entity_id, pointer)
        if found is None or getattr(found, "active"):  # noqa: B009 - only entities that can be inactive are asked
            return found
        ((code, attribute),) = inactive.items()
        told = {name: getattr(found, name, "") for name in ("name", "description")}
        self.add(code, pointer, **told, **{_camel_noun(resource): getattr(found, attribute)})
        return found

    def refuse_any(self) -> None:
        """Refuse the request when anything was wrong."""
        if self._found:
            raise RefusedError(*self._found)


def _id_of_code(context: Context, resource: Resource[Any], text: str) -> dict[str, str]:
    """Suggest the id of the object that has this text as its code: the usual mistake is to send one for the other."""
    collection = context.books.collection(resource.spec)
    codes = [index.name for index in resource.spec.indexes if index.name in _CODES]
    owner = next((found for code in codes if (found := collection.first(code, text))), None)
    return {"suggestion": owner.id} if owner else {}


def _camel_noun(resource: Resource[Any]) -> str:
    return resource.singular[0].lower() + resource.singular[1:]
