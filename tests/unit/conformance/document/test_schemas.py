"""Schemas are looked into as far as they go: parts are one, alternatives are known, circles end."""

from typing import Any

from mockbooks.conformance.document.schemas import Schema
from tests.unit.conformance.documents import TEXT, answer, document_of


def _schema(schema: dict[str, Any], **schemas: object) -> Schema:
    paths = {"/debtors": {"get": {"responses": {"200": answer(schema)}}}}
    (operation,) = document_of(paths, components={"schemas": schemas}).operations
    assert operation.answer is not None
    return operation.answer


def test_the_parts_of_all_of_are_one() -> None:
    parts = [{"properties": {"id": TEXT}, "required": ["id"]}, {"properties": {"name": TEXT}, "required": ["name"]}]
    schema = _schema({"allOf": parts})
    assert list(schema.properties) == ["id", "name"]
    assert schema.required == {"id", "name"}


def test_alternatives_require_what_all_of_them_require() -> None:
    parts = [{"properties": {"id": TEXT}, "required": ["id", "a"]}, {"properties": {"id": TEXT}, "required": ["id"]}]
    assert _schema({"oneOf": parts}).required == {"id"}


def test_the_type_of_3_1_may_be_null_as_well() -> None:
    assert _schema({"type": ["null", "array"], "items": TEXT}).shape.kind == "array"


def test_a_description_beside_a_ref_is_its_own() -> None:
    schema = _schema({"$ref": "#/components/schemas/Name", "description": "of the debtor"}, Name={"description": "any"})
    assert schema.description == "of the debtor"


def test_a_schema_within_itself_ends() -> None:
    schema = _schema({"$ref": "#/components/schemas/A"}, A={"allOf": [{"$ref": "#/components/schemas/A"}]})
    assert dict(schema.properties) == {}


def test_a_tree_of_accounts_is_the_same_at_every_level() -> None:
    tree = {"properties": {"id": TEXT, "parent": {"$ref": "#/components/schemas/Account"}}}
    schema = _schema({"$ref": "#/components/schemas/Account"}, Account=tree)
    assert list(schema.properties["parent"].properties["parent"].properties) == ["id", "parent"]
