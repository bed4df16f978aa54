"""Where an API tells of its support, if an operation does."""

from collections.abc import Iterator, Sequence
from typing import Final

from mockbooks.conformance.document.model import Operation
from mockbooks.conformance.document.schemas import Schema
from mockbooks.conformance.drafting.targets import Values, target
from mockbooks.conformance.guessing.items import find_item
from mockbooks.conformance.vendor.model import Call, Support
from mockbooks.conformance.vocabulary.tables import table
from mockbooks.conformance.vocabulary.words import joined

_PATHS: Final = table("support helpdesk ondersteuning klantenservice servicedesk")
_CONTACTS: Final = ("email", "emailaddress", "emailadres", "mail", "contact", "url", "website")
_LANGUAGES: Final = ("language", "taal", "talen", "languagecode", "locale")
_TIMES: Final = (
    "responsetime",
    "answeredwithin",
    "answerwithin",
    "reactietijd",
    "antwoordtijd",
    "sla",
    "responsewithin",
)
_IN_WORDS: Final = ("en", "nl", "text")


def support(operations: Sequence[Operation], values: Values) -> Support | None:
    """Guess the call that tells of support, and where in its answer it does."""
    for operation in operations:
        name = operation.path.rstrip("/").rsplit("/", 1)[-1]
        item = find_item(operation.answer, name) if operation.method == "GET" and joined(name) in _PATHS else None
        contact = _first(item.schema, _CONTACTS) if item else None
        if item is not None and contact is not None:
            return Support(
                call=_call(operation, values),
                contact=contact,
                languages=_first(item.schema, _LANGUAGES),
                answered_within=_first(item.schema, _TIMES),
            )
    return None


def _call(operation: Operation, values: Values) -> Call:
    return Call(method=operation.method, target=target(operation, values))


def _first(schema: Schema, names: Sequence[str]) -> str | None:
    return next(iter(_pointers(schema, names)), None)


def _pointers(schema: Schema, names: Sequence[str]) -> Iterator[str]:
    """Find a field by its names, the best first; of a text in several languages one is taken."""
    known = {joined(key): key for key in schema.properties}
    for name in names:
        if name in known:
            own = known[name]
            inner = {joined(key): key for key in schema.properties[own].properties}
            words = next((inner[each] for each in _IN_WORDS if each in inner), None)
            yield f"/{_escaped(own)}/{_escaped(words)}" if words else f"/{_escaped(own)}"


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")
