"""Guesses a vendor file from a document: the calls, where things stand in their answers, and how a token is got."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final
from urllib.parse import urljoin

from mockbooks.conformance.document.model import Document, Operation
from mockbooks.conformance.drafting.access import limits, oauth, token_place
from mockbooks.conformance.drafting.answers import settled
from mockbooks.conformance.drafting.bodies import Bodies
from mockbooks.conformance.drafting.headers import required_headers
from mockbooks.conformance.drafting.picks import where
from mockbooks.conformance.drafting.searches import search_call
from mockbooks.conformance.drafting.support import support
from mockbooks.conformance.drafting.targets import FILL_IN, Values, printable, target
from mockbooks.conformance.guessing.fields import find_field
from mockbooks.conformance.guessing.guesses import guesses
from mockbooks.conformance.guessing.items import Item, find_item
from mockbooks.conformance.guessing.mapping import Found
from mockbooks.conformance.guessing.routes import Deed
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.judgement import Guess
from mockbooks.conformance.vendor.calls import MAKING, READING, READING_ONE, REMOVING, CallField
from mockbooks.conformance.vendor.model import (
    FIELDS,
    SEARCHES,
    Call,
    Noun,
    Resource,
    Vendor,
)
from mockbooks.conformance.vendor.sense import senseless
from mockbooks.conformance.verdicts.conditional import applies
from mockbooks.frozen import dataclass

_URL: Final = re.compile(r"https?://[^\s/]\S*")
_CONDITIONAL: Final = {
    Noun.PRODUCTS: False,
    Noun.JOURNALS: True,
    Noun.PAYMENT_TERMS: True,
    Noun.INVOICE_PROFILES: False,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class GuessedVendor:
    """A vendor as it was guessed, what was taken for what, and comments by the pointer of what they stand above."""

    vendor: Vendor
    guesses: Sequence[Guess]
    notes: Mapping[str, str]


def guess(document: Document) -> GuessedVendor:
    """Guess a vendor; whatever could not be told is left out, or stands there to be filled in."""
    subject = Subject(document=document)
    values, notes = Values(), dict(_notes(subject))
    listed = {noun: held for noun, found in subject.guessed.found.items() if (held := where(found)) is not None}
    bodies = Bodies(listed=listed)
    resources = {noun: _resource(subject, found, values, bodies) for noun, found in subject.guessed.found.items()}
    answers, settled_ones = settled(subject, resources)
    drafted = {noun: resource for noun, resource in settled_ones.items() if resource != Resource()}
    unused = {noun: None for noun, must in _CONDITIONAL.items() if applies(subject, noun, when_required=must) is False}
    header, value = token_place(document.security_schemes)
    vendor = Vendor(
        name=printable(document.title) or "vendor",
        base_url=_base_url(document),
        openapi=document.source if _URL.fullmatch(document.source) else None,
        oauth=oauth(document.security_schemes, document.passages),
        token_header=header,
        token_value=value,
        headers=required_headers(subject.used, values, beside=header),
        answers=answers,
        resources={noun: drafted.get(noun) for noun in Noun if noun in drafted or noun in unused},
        limits=limits(document.operations),
        support=support(document.operations, values),
        values={**values.found, **bodies.picked},
    )
    notes |= {f"/values/{name}": "Fill this in." for name, value in values.found.items() if value == FILL_IN}
    return GuessedVendor(vendor=_harmless(vendor), guesses=tuple(guesses(subject)), notes=notes)


def _harmless(vendor: Vendor) -> Vendor:
    """Leave out creations that a vendor file may not say, such as one that could overwrite what is there."""
    harmful = {pointer for pointer, _ in senseless(vendor)}
    resources = {
        noun: replace(resource, create=None, mistake=None, remove=None)
        if resource is not None and f"/resources/{noun}/create" in harmful
        else resource
        for noun, resource in vendor.resources.items()
    }
    return replace(vendor, resources=resources)


def _base_url(document: Document) -> str | None:
    """Give the address of the first server; a relative one is so to where the document came from."""
    whole = (urljoin(document.source, url) if _URL.fullmatch(document.source) else url for url in document.servers)
    return next((url.rstrip("/") for url in whole if _URL.fullmatch(url)), None)


def _resource(subject: Subject, found: Found, values: Values, bodies: Bodies) -> Resource:
    collection = found.collection
    item = collection.item
    places = {name: find_field(item, name, collection) for name in FIELDS[found.noun]} if item else {}
    fields = {name: place.pointer for name, place in places.items() if place}
    searches = {
        name: search_call(search, found.noun, name, values, fields.get(name))
        for name in SEARCHES.get(found.noun, ())
        if (search := subject.search(found.noun, name)) is not None
    }
    create = _creating(found)
    body = _body(found, create, bodies) if create else None
    making = _admitted(MAKING, _call(create, values))
    remove = _removing(found) if create else None
    return Resource(
        list=_admitted(READING, _call(collection.first(Deed.LIST), values)),
        read=_admitted(READING_ONE, _call(collection.first(Deed.READ), values, last="id")),
        create=replace(call, body=body) if body is not None and (call := making) else None,
        mistake=replace(call, body={}) if body is not None and (call := making) else None,
        remove=_admitted(REMOVING, _call(remove, values, last="id")),
        searches={name: call for name, call in searches.items() if replace(READING, needs=name).admits(call)},
        fields=fields,
        item=_pointer(found, Deed.READ, Deed.CREATE),
        items=_list_pointer(found),
    )


def _creating(found: Found) -> Operation | None:
    """Give what adds one: by POST alone, and nothing that the conditions only read."""
    if found.noun not in _ADDED:
        return None
    return next((each for each in found.collection.operations.get(Deed.CREATE, ()) if each.method == "POST"), None)


def _removing(found: Found) -> Operation | None:
    """Give what removes or reverses one thing by the id in its path; what removes more is never drafted."""
    removing = (*found.collection.operations.get(Deed.REMOVE, ()), *found.undoing)
    return next((each for each in removing if len(each.in_place("path")) and "}" in each.path), None)


_ADDED: Final = frozenset({Noun.DEBTORS, Noun.TRANSACTIONS, Noun.PRODUCTS})


def _admitted(place: CallField, call: Call | None) -> Call | None:
    """Leave out what no vendor file may say there."""
    return call if call is not None and place.admits(call) else None


def _call(operation: Operation | None, values: Values, *, last: str | None = None) -> Call | None:
    if operation is None:
        return None
    needs_id = last if last and operation.in_place("path") else None
    is_by_body = last and not operation.in_place("path") and operation.body
    body: object = {"id": f"${{{last}}}"} if is_by_body else None
    if needs_id and operation.method == "POST":
        body = {}
    return Call(method=operation.method, target=target(operation, values, last=needs_id), body=body)


def _body(found: Found, operation: Operation, bodies: Bodies) -> object:
    schema = operation.body.schema if operation.body else None
    item = find_item(schema, found.collection.names[-1], is_body=True) if schema else None
    if schema is None or item is None:
        return None
    contents = operation.body.contents if operation.body else ()
    examples = (_parsed(each) for content in contents for each in content.examples)
    example = next((each for each in examples if isinstance(each, dict | list)), None)
    if example is not None:
        return bodies.adapt(example, item.schema, found.noun, item.pointer)
    return bodies.make(schema, found.noun, item.pointer)


def _parsed(example: object) -> object:
    """Give an example that stands there as the text of JSON as the value that it is."""
    if not isinstance(example, str) or len(example) > _LONGEST_EXAMPLE or not example.lstrip().startswith(("{", "[")):
        return example
    try:
        return json.loads(example)
    except (ValueError, RecursionError):
        return None


_LONGEST_EXAMPLE: Final = 100_000


def _answered(found: Found, operation: Operation | None) -> Item | None:
    item = find_item(operation.answer, found.collection.names[-1]) if operation else None
    return item if item and item.schema.properties else None


def _pointer(found: Found, *deeds: Deed) -> str | None:
    items = [item for deed in deeds if (item := _answered(found, found.collection.first(deed)))]
    return items[0].pointer if items else None


def _list_pointer(found: Found) -> str | None:
    item = _answered(found, found.collection.first(Deed.LIST))
    return item.items if item else None


def _notes(subject: Subject) -> Iterator[tuple[str, str]]:
    source = printable(subject.document.source)
    yield (
        "",
        (
            f"Guessed by `mockbooks audit` from {source}: correct it before `mockbooks check` goes by it.\n"
            "What is sent to add things is made of the schemas and may need values of your own."
        ),
    )
    for noun, found in subject.guessed.found.items():
        lines = ["; ".join(reason.en for reason in found.reasons)]
        lines += [found.doubt.en] if found.doubt else []
        yield f"/resources/{noun.value}", "\n".join(map(printable, lines))
