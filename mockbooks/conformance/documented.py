"""Reading the document of an API where its vendor file says, or where such documents usually stand."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from mockbooks.conformance.json_places import at, parse
from mockbooks.conformance.target import Target
from mockbooks.conformance.wire.exchange import Exchange
from mockbooks.conformance.wire.following import AstrayError, follow
from mockbooks.texts import Text
from mockbooks.yaml_text.bounds import Bounds

MOST_BYTES: Final = 32 * 1024 * 1024
_USUAL_PLACES: Final = (
    "/openapi.json", "/openapi.yaml", "/swagger.json", "/swagger/v1/swagger.json", "/v3/api-docs", "/api-docs",
    "/docs/openapi.json",
)  # fmt: skip
_BOUNDS: Final = Bounds(values=2_000_000, aliases=10_000, levels=200, has_any_keys=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A document that was fetched, or why it could not be had; `root` is its JSON, where it is an OpenAPI document."""

    place: str
    exchange: Exchange | None = None
    root: Mapping[str, object] | None = None
    why_not: Text | None = None


def document_of(target: Target) -> Found:
    """Fetch the document, once."""
    found: Found = target.once(("document",), lambda: _fetched(target))
    return found


def contact_in(target: Target) -> str | None:
    """Find whom the document says to turn to."""
    root = document_of(target).root
    told = [at(root, pointer) for pointer in ("/info/contact/email", "/info/contact/url")]
    return next((each for each in told if isinstance(each, str) and each.strip()), None)


def page(target: Target, place: str, *, most_bytes: int = MOST_BYTES) -> Exchange | Text:
    """Read a page or document that anybody may read, following redirects; a text says why that fails."""
    client = target.session.client
    try:
        return follow(
            lambda request: client.send(request, most_bytes=most_bytes), target.session.url(place), {"Accept": "*/*"}
        )
    except AstrayError as error:
        return error.what


def _fetched(target: Target) -> Found:
    if target.vendor.openapi is not None:
        return _read(target, target.vendor.openapi)
    found = (_read(target, place) for place in _places(target))
    nowhere = Text("it stands in none of the usual places", "het staat op geen van de gebruikelijke plaatsen")
    return next((each for each in found if each.root is not None), Found(place="", why_not=nowhere))


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
    root = _root(answer.body)
    is_openapi = isinstance(root, Mapping) and ("openapi" in root or "swagger" in root)
    none = Text("what stands there is no OpenAPI document", "wat daar staat, is geen OpenAPI-document")
    return Found(
        place=place,
        exchange=exchange,
        root=root if is_openapi and isinstance(root, Mapping) else None,
        why_not=None if is_openapi else none,
    )


def _root(body: bytes) -> object:
    from mockbooks.yaml_text.reading import read_yaml  # noqa: PLC0415 - most documents are JSON
    from mockbooks.yaml_text.refusals import NotAllowedError  # noqa: PLC0415

    if body.lstrip()[:1] in {b"{", b"["}:
        return parse(body)
    try:
        return read_yaml(body, _BOUNDS).data
    except NotAllowedError:
        return None
