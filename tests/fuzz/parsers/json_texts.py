"""JSON as callers send it, and what is looked up, changed or shown in it."""

from copy import deepcopy

import orjson
from marshmallow import ValidationError

from mockbooks.asking.call import success_in
from mockbooks.asking.no_answer import NoAnswerError
from mockbooks.conformance.live.json_places import at, is_empty, parse
from mockbooks.errors import RefusedError
from mockbooks.faults.malformed import broken
from mockbooks.stage import pointer_edits
from mockbooks.stage.pointer_field import Pointer
from mockbooks.traffic.content import content_of, query_of
from mockbooks.traffic.json_pointer import resolve
from mockbooks.web.json_body import read_json
from tests.fuzz.parser import Parser, header_of, text_of

_OBJECT = (
    b'{"name": "Bakkerij De Korenaar", "lines": [{"amount": "121.00", "n": 1.5e3}, null, true], "\\u00e9:": "a:b"}'
)
_WORDS = (b"{", b"}", b"[", b"]", b":", b",", b'"', b'"a":1', b'{"a":1,"a":2}', b'{"\\u0061":1,"a":2}', b"null", b"1e5")
_DEEP = b"[" * 300 + b"]" * 300
_POINTER = Pointer("A place.", example="/lines")


def _body(data: bytes) -> object:
    value = read_json(data, maximum_depth=16)
    assert read_json(orjson.dumps(value), maximum_depth=16) == value
    return value


def _content(data: bytes) -> object:
    """Read the first line as the type of the rest."""
    media_type, _, body = data.partition(b"\n")
    query_of(body)
    return content_of(body, header_of(media_type))


def _place(data: bytes) -> object:
    """Read the first line as the pointer of a scenario into the JSON that follows, and make every edit there."""
    line, _, body = data.partition(b"\n")
    pointer, document = _POINTER.read(text_of(line)), parse(body)
    is_empty(at(document, pointer))
    for edit in (pointer_edits.drop, pointer_edits.empty):
        edit(deepcopy(document), pointer)
    pointer_edits.add(deepcopy(document), pointer, 1)
    pointer_edits.rename(deepcopy(document), pointer, "name")
    assert len(list(pointer_edits.holders(document, pointer))) <= len(body)
    return resolve(document, pointer)


def _answered(data: bytes) -> object:
    """Read what a server, or whatever stands in its place, answered: a status, a line of headers, and a body."""
    from email.message import Message  # noqa: PLC0415 - no other parser here needs it

    status, _, body = data.partition(b"\n")
    return success_in(200 + len(status) % 400, Message(), body, has_token=b"t" in status).data()


def _malformed(data: bytes) -> object:
    """Hold that what the fault `malformed` sends is no JSON, whatever it was."""
    try:
        orjson.loads(broken(data))
    except orjson.JSONDecodeError:
        return None
    raise AssertionError(data)


PARSERS = (
    Parser(name="json-body", read=_body, seeds=(_OBJECT, b"[]", _DEEP), words=_WORDS, refuses=(RefusedError,)),
    Parser(
        name="content",
        read=_content,
        seeds=(
            b"application/json; charset=utf-8\n" + _OBJECT,
            b"application/x-www-form-urlencoded\na=b&c=%C3%A9+d&a",
            b"application/problem+json\n" + _DEEP,
        ),
        words=(*_WORDS, b"&", b"=", b"%", b"a=b&" * 120),
    ),
    Parser(
        name="json-pointer",
        read=_place,
        seeds=(b"/lines/0/amount\n" + _OBJECT, b"/lines/*/n\n" + _OBJECT, b'/a~1b/~0\n{"a/b": {"~": 1}}'),
        words=(b"/", b"/*", b"~0", b"~1", b"/0", b"/00", b"/999999999", "/²".encode(), *_WORDS),
        refuses=(ValidationError, LookupError),
    ),
    Parser(
        name="answer-of-a-server",
        read=_answered,
        seeds=(
            b'\n{"success": true, "data": {}}',
            b"x" * 200 + b'\n{"errors": [{"detail": "a", "pointer": "/b"}]}',
            b"x" * 201,
        ),
        words=(*_WORDS, b'"data":', b'"errors":', b'"code": "unknown_url"', b'"detail":'),
        refuses=(NoAnswerError,),
    ),
    Parser(name="fault-malformed", read=_malformed, seeds=(_OBJECT, "€".encode() * 5, b'""'), words=_WORDS),
)
