"""Whatever stands in a document, it is judged or refused; it never breaks the tool, and its draft can be read again."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mockbooks.conformance.audit import audit
from mockbooks.conformance.document.kinds import DocumentError
from mockbooks.conformance.document.reading import read_document
from mockbooks.conformance.vendor.draft import draft
from mockbooks.conformance.vendor.guessing import guess
from mockbooks.conformance.vendor.loading import load_vendor

_WORDS = [
    "$ref",
    "get",
    "post",
    "put",
    "delete",
    "parameters",
    "responses",
    "requestBody",
    "content",
    "application/json",
    "schema",
    "properties",
    "items",
    "type",
    "required",
    "allOf",
    "oneOf",
    "anyOf",
    "200",
    "201",
    "400",
    "404",
    "default",
    "description",
    "name",
    "in",
    "query",
    "path",
    "email",
    "id",
    "number",
    "date",
    "lines",
    "headers",
    "X-RateLimit-Remaining",
    "example",
    "examples",
    "enum",
    "format",
    "object",
    "array",
    "string",
    "tags",
    "operationId",
    "summary",
    "security",
    "#/components/schemas/Debtor",
    "#/paths",
    "#/nowhere",
    "${x}",
    "value",
    "readOnly",
    "data",
    "debtorId",
    "journalId",
]
_SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8)
    | st.sampled_from(_WORDS)
)
_KEYS = st.sampled_from(_WORDS) | st.text(max_size=6)
_TREES = st.recursive(
    _SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=5),
    max_leaves=20,
)
_PATHS = st.sampled_from(
    [
        "/debtors",
        "/debtors/{id}",
        "/v1/{administration}/invoices",
        "/contacts.list",
        "/Accounts(guid'{id}')",
        "/$${x}",
        "//",
    ]
)
_PLACES = st.sampled_from(["get", "post", "delete", "parameters", "x-other"])


def _document(paths: object, debtor: object, info: object, security: object) -> bytes:
    root = {
        "openapi": "3.1.0",
        "info": info,
        "servers": info,
        "tags": debtor,
        "paths": paths,
        "components": {"schemas": {"Debtor": debtor}, "securitySchemes": security},
    }
    return json.dumps(root).encode()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    paths=st.dictionaries(_PATHS, st.dictionaries(_PLACES, _TREES, max_size=4) | _TREES, max_size=4),
    debtor=_TREES,
    info=_TREES,
    security=_TREES,
)
def test_random_trees_in_a_document_are_judged_and_drafted(
    paths: object, debtor: object, info: object, security: object
) -> None:
    document = read_document(_document(paths, debtor, info, security), source="vreemd.json")
    judgement = audit(document, judged_at=datetime(2026, 11, 29, tzinfo=UTC), seconds=lambda: 0.0)
    guessed = guess(document)
    assert len(judgement.conditions) == 9
    assert load_vendor(draft(guessed.vendor, guessed.notes).encode(), source="vendor.yaml") == guessed.vendor


@settings(max_examples=100, deadline=None)
@given(old=st.dictionaries(_PATHS, _TREES, max_size=3), definitions=_TREES, security=_TREES)
def test_random_trees_in_swagger_2_are_judged(old: object, definitions: object, security: object) -> None:
    root = {
        "swagger": "2.0",
        "paths": old,
        "definitions": definitions,
        "securityDefinitions": security,
        "host": security,
    }
    document = read_document(json.dumps(root).encode(), source="oud.json")
    assert len(audit(document, judged_at=datetime(2026, 11, 29, tzinfo=UTC), seconds=lambda: 0.0).conditions) == 9


@settings(max_examples=100, deadline=None)
@given(
    content=st.binary(max_size=80)
    | st.text(max_size=80).map(str.encode)
    | _TREES.map(lambda tree: json.dumps(tree).encode())
)
def test_anything_else_is_refused_with_a_line(content: bytes) -> None:
    with pytest.raises(DocumentError, match=r"^iets\.yaml:"):
        read_document(content, source="iets.yaml")
