"""Reading the document of an API where its vendor file says, or where such documents usually stand."""

from typing import TYPE_CHECKING, Final

from mockbooks.conformance.live.target import Target
from mockbooks.conformance.wire.exchange import Exchange
from mockbooks.conformance.wire.following import AstrayError, follow
from mockbooks.frozen import dataclass
from mockbooks.texts import Text

if TYPE_CHECKING:
    from mockbooks.conformance.document.model import Document

MOST_BYTES: Final = 32 * 1024 * 1024
_ANYTHING: Final = {"Accept": "*/*"}
_USUAL_PLACES: Final = (
    "/openapi.json", "/openapi.yaml", "/swagger.json", "/swagger/v1/swagger.json", "/v3/api-docs", "/api-docs",
    "/docs/openapi.json",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A document that was fetched, or why it could not be had; `document` is what it says, where it is understood."""

    place: str
    exchange: Exchange | None = None
    document: "Document | None" = None
    why_not: Text | None = None


def document_of(target: Target) -> Found:
    """Fetch the document, once."""
    found: Found = target.once(("document",), lambda: _fetched(target))
    return found


def contact_in(target: Target) -> str | None:
    """Find whom the document says to turn to."""
    document = document_of(target).document
    contact = document.contact if document is not None else None
    return (contact.email or contact.url or None) if contact is not None else None


def page(target: Target, place: str, *, most_bytes: int = MOST_BYTES) -> Exchange | Text:
    """Read a page or document that anybody may read, following redirects; a text says why that fails."""
    session = target.session
    try:
        return follow(lambda request: session.send(request, most_bytes=most_bytes), session.url(place), _ANYTHING)
    except AstrayError as error:
        return error.what


def _fetched(target: Target) -> Found:
    if target.vendor.openapi is not None:
        return _read(target, target.vendor.openapi)
    for place in _places(target):
        found = _read(target, place)
        is_silent = found.exchange is not None and found.exchange.trouble is not None
        if found.document is not None or is_silent:
            return found
    nowhere = Text("it stands in none of the usual places", "het staat op geen van de gebruikelijke plaatsen")
    return Found(place="", why_not=nowhere)


def _places(target: Target) -> list[str]:
    """List the usual places, on the host and below the base URL."""
    base = target.session.base_url.rstrip("/")
    return [*_USUAL_PLACES, *(f"{base}{place}" for place in _USUAL_PLACES[:3])]


def _read(target: Target, place: str) -> Found:
    exchange = page(target, place)
    if isinstance(exchange, Text):
        return Found(place=place, why_not=exchange)
    if exchange.trouble is not None:
        return Found(place=place, exchange=exchange, why_not=exchange.trouble.what)
    answer = exchange.answer
    if answer is None or answer.status != 200:  # noqa: PLR2004 - the status of a document that is there
        status = answer.status if answer else 0
        return Found(place=place, exchange=exchange, why_not=Text(f"status {status}", f"status {status}"))
    if answer.is_cut:
        return Found(
            place=place, exchange=exchange, why_not=Text("it is larger than 32 MiB", "het is groter dan 32 MiB")
        )
    return _understood(place, exchange, answer.body)


def _understood(place: str, exchange: Exchange, content: bytes) -> Found:
    from mockbooks.conformance.document.kinds import DocumentError  # noqa: PLC0415 - only when there is a document
    from mockbooks.conformance.document.reading import read_document  # noqa: PLC0415

    try:
        return Found(place=place, exchange=exchange, document=read_document(content, source=place))
    except DocumentError as error:
        why = error.complaints[0]
        return Found(place=place, exchange=exchange, why_not=Text(why, why))
