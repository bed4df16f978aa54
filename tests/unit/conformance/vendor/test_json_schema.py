"""The JSON Schema of vendor files takes what the loader takes, and stands where editors find it."""

import os
import re
from pathlib import Path
from typing import Any

import jsonschema_rs
import orjson
import pytest

from mockbooks.conformance.vendor import loading
from mockbooks.conformance.vendor.json_schema import schema
from mockbooks.conformance.vendor.loading import VendorFileError, load_vendor
from mockbooks.yaml_text.bounds import Bounds
from mockbooks.yaml_text.reading import read_yaml

SCHEMA = schema()
VALIDATOR = jsonschema_rs.Draft202012Validator(SCHEMA)
COPY = Path(__file__).parents[4] / "docs/reference/vendor.schema.json"
REFERENCE = Path(loading.__file__).with_name("reference.yaml")
BOUNDS = Bounds(values=1000, aliases=10, levels=32)


def takes(text: str) -> bool:
    return VALIDATOR.is_valid(read_yaml(text.encode(), BOUNDS).data)


def loads(text: str) -> bool:
    try:
        load_vendor(text.encode(), source="x.yaml")
    except VendorFileError:
        return False
    return True


def test_it_is_a_schema_itself() -> None:
    jsonschema_rs.meta.validate(SCHEMA)


@pytest.mark.golden
def test_the_copy_for_editors_is_the_same() -> None:
    written = orjson.dumps(SCHEMA, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    if os.environ.get("RENEW_GOLDEN"):
        COPY.write_bytes(written)

    assert COPY.read_bytes() == written


@pytest.mark.parametrize(
    "text",
    [
        REFERENCE.read_text(),
        "name: x",
        "{name: x, baseUrl: 'https://api.example/v1', openapi: /openapi.json}",
        "{name: x, oauth: {tokenUrl: /token, clientAuthentication: post}}",
        "{name: x, token: {header: X-Key, value: '${token}'}, headers: {X-Y: ''}}",
        "{name: x, answers: {item: '', items: /a~1b/0, failure: []}}",
        "{name: x, resources: {products: null, debtors: {item: ''}}}",
        "{name: x, resources: {debtors: {create: {call: POST /x, body: [1, null, '${run}']}}}}",
        "{name: x, resources: {debtors: {remove: 'DELETE /x/${id}'}}}",
        "{name: x, resources: {debtors: {remove: {call: 'PUT /x/${id}'}}}}",
        "{name: x, resources: {debtors: {remove: {call: POST /x, body: {id: '${id}'}}}}}",
        "{name: x, resources: {debtors: {list: {call: POST /x, onlyReads: true}}}}",
        "{name: x, resources: {debtors: {searches: {email: 'POST /x?e=${email}'}}}}",
        "{name: x, values: {a: 1.5, b: true, c: '', d: {from: journals}}}",
        "{name: x, limits: {}, support: {call: GET /help}}",
    ],
)
def test_both_take_it(text: str) -> None:
    assert loads(text)
    assert takes(text)


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "{}",
        "name: null",
        "name: ''",
        "{name: x, extra: 1}",
        "{name: x, baseUrl: 'https://api.example/v1?x=1'}",
        "{name: x, openapi: openapi.json}",
        "{name: x, oauth: {}}",
        "{name: x, oauth: {tokenUrl: /token, clientAuthentication: none}}",
        "{name: x, token: {header: 'X Key'}}",
        "{name: x, headers: {X-Y: 1}}",
        "{name: x, answers: {item: data}}",
        "{name: x, answers: {item: /a~2}}",
        "{name: x, resources: {customers: {}}}",
        "{name: x, resources: {debtors: {list: /debtors}}}",
        "{name: x, resources: {debtors: {list: GET debtors}}}",
        "{name: x, resources: {debtors: {list: {call: GET /x, verb: GET}}}}",
        "{name: x, resources: {debtors: {searches: {name: GET /x}}}}",
        "{name: x, resources: {debtors: {searches: {email: GET /x}}}}",
        "{name: x, resources: {debtors: {searches: {email: 'DELETE /x/${email}'}}}}",
        "{name: x, resources: {debtors: {list: {call: PUT /x, body: {}}}}}",
        "{name: x, resources: {debtors: {read: GET /x}}}",
        "{name: x, resources: {debtors: {create: {call: DELETE /x, body: '${run}'}}}}",
        "{name: x, resources: {debtors: {remove: DELETE /x}}}",
        "{name: x, resources: {debtors: {remove: {call: DELETE /x}}}}",
        '{name: x, resources: {debtors: {list: "GET /x\\n"}}}',
        '{name: x, headers: {"X-Y\\n": a}}',
        "{name: x, resources: {debtors: {fields: {days: /x}}}}",
        "{name: x, values: {1a: 1}}",
        "{name: x, values: {a: []}}",
        "{name: x, values: {a: {where: {}}}}",
        "{name: x, limits: {headers: X}}",
        "{name: x, support: {}}",
    ],
)
def test_both_refuse_it(text: str) -> None:
    assert not loads(text)
    assert not takes(text)


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (SCHEMA["$defs"]["reading"]["anyOf"][0], "GET /x"),
        (SCHEMA["properties"]["baseUrl"], "https://api.example"),
        (SCHEMA["properties"]["headers"]["propertyNames"], "X-Key"),
        (SCHEMA["properties"]["values"]["propertyNames"], "korting"),
    ],
)
def test_a_pattern_is_of_a_whole_text_also_where_a_dollar_lets_a_line_end_follow(
    place: dict[str, Any], text: str
) -> None:
    assert re.search(place["pattern"], text)
    assert not re.search(place["pattern"], f"{text}\n")
