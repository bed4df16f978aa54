"""Bodies and queries of every operation of the API and of the control API, read by the schemas of the tables."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

import orjson
from marshmallow import ValidationError

from mockbooks.errors import RefusedError
from mockbooks.resources import RESOURCES
from mockbooks.service.resource import Action
from mockbooks.service.schema import StrictSchema
from mockbooks.traffic.exchange import Exchange
from mockbooks.web.control import CALLS
from mockbooks.web.json_body import read_json
from mockbooks.web.parser import pairs_of
from tests.fuzz.parser import Parser

_REFUSES = (RefusedError, ValidationError)
_VALUES = (b"null", b"true", b"1", b'"1"', b"[]", b"{}", b'"0.00"', b'"2026-11-23"', b'"2026-11-23T09:00:00Z"', b'""')


def _body(schema: StrictSchema, data: bytes) -> object:
    return schema.load(read_json(data, maximum_depth=16))


def _query(schema: StrictSchema, data: bytes) -> object:
    return schema.load(dict(pairs_of(Exchange(method="GET", path="/", query_string=data))))


def _body_of(name: str, schema: StrictSchema, examples: Iterator[Mapping[str, object]]) -> Parser:
    bodies = [orjson.dumps(example) for example in examples]
    keys = [b'"%s":' % key.encode() for key in _names(schema)]
    return Parser(
        name=f"body-of-{name}",
        read=partial(_body, schema),
        seeds=(orjson.dumps(_shown(schema)), *bodies),
        words=(*keys, *_VALUES),
        refuses=_REFUSES,
    )


def _query_of(name: str, schema: StrictSchema) -> Parser:
    shown = {key: str(value).replace("True", "true") for key, value in _shown(schema).items()}
    pairs = [f"{key}={value}".encode() for key, value in shown.items()]
    return Parser(
        name=f"query-of-{name}",
        read=partial(_query, schema),
        seeds=(b"&".join(pairs), *pairs[:3]),
        words=(
            *(b"%s=" % key.encode() for key in shown),
            b"&",
            b"=",
            b"%C3%A9",
            b"+",
            *(v.strip(b'"') for v in _VALUES),
        ),
        refuses=_REFUSES,
    )


def _names(schema: StrictSchema) -> list[str]:
    fields = getattr(schema, "load_fields", {})
    return [str(field.data_key) for field in fields.values()]


def _shown(schema: StrictSchema) -> dict[str, Any]:
    """Give the body that the examples of the fields make together."""
    return {str(field.data_key): field.metadata["examples"][0] for field in schema.load_fields.values()}


def _of_resources() -> Iterator[Parser]:
    for resource in RESOURCES:
        yield _query_of(f"list{resource.plural_id}", resource.query)
        examples = [example.body for example in resource.examples]
        for action, schema in ((Action.CREATE, resource.create_body), (Action.UPDATE, resource.update_body)):
            if schema is not None:
                yield _body_of(resource.operation(action).operation_id, schema, iter(examples))
        for verb in resource.verbs:
            yield _body_of(verb.operation_id, verb.body, (example.body for example in verb.examples))


def _of_control() -> Iterator[Parser]:
    for call in CALLS:
        if call.body is not None:
            yield _body_of(call.operation.operation_id, call.body, iter(()))
        if call.query is not None:
            yield _query_of(call.operation.operation_id, call.query())


PARSERS = (*_of_resources(), *_of_control())
