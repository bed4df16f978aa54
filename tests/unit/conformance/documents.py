"""Small OpenAPI documents for tests, and what the audits say of them."""

import json
from typing import Any

from mockbooks.conformance.audits import AUDITS
from mockbooks.conformance.check import ask_all
from mockbooks.conformance.document.model import Document
from mockbooks.conformance.document.reading import read_document
from mockbooks.conformance.finding import Finding
from mockbooks.conformance.guessing.subject import Subject

TEXT = {"type": "string"}
DEBTOR = {"id": TEXT, "name": TEXT, "email": TEXT, "address": TEXT}
BOOKING = {"id": TEXT, "number": TEXT, "date": TEXT, "lines": {"type": "array", "items": {"type": "object"}}}
PRODUCT = {"id": TEXT, "description": TEXT, "price": TEXT, "sku": TEXT}


def document_of(paths: dict[str, Any], **rest: object) -> Document:
    """Read an OpenAPI 3 document that has these paths."""
    root = {"openapi": "3.0.3", "info": {"title": "Bakkerij", "version": "1"}, "paths": paths, **rest}
    return read_document(json.dumps(root).encode(), source="bakkerij.json")


def told(text: str, **rest: object) -> Document:
    """Read a document that says something in its description."""
    info = {"title": "Bakkerij", "version": "1", "description": text}
    return document_of({"/debtors": {"get": listing(DEBTOR)}}, **{"info": info, **rest})


def listing(properties: dict[str, Any], *query: str, **rest: object) -> dict[str, Any]:
    """Write an operation that lists items with these properties."""
    parameters = [{"name": name, "in": "query", "schema": TEXT} for name in query]
    return {
        "parameters": parameters,
        "responses": {"200": answer({"type": "array", "items": thing(properties)})},
        **rest,
    }


def reading(properties: dict[str, Any], **rest: object) -> dict[str, Any]:
    """Write an operation that reads one item."""
    parameters = [{"name": "id", "in": "path", "required": True, "schema": TEXT}]
    return {"parameters": parameters, "responses": {"200": answer(thing(properties))}, **rest}


def adding(sent: dict[str, Any], answered: dict[str, Any], *required: str, status: str = "200") -> dict[str, Any]:
    """Write an operation that adds an item."""
    body = {**thing(sent), "required": list(required)}
    return {
        "requestBody": {"content": {"application/json": {"schema": body}}},
        "responses": {status: answer(thing(answered))},
    }


def answer(schema: dict[str, Any]) -> dict[str, Any]:
    """Write a response with a schema."""
    return {"description": "", "content": {"application/json": {"schema": schema}}}


def thing(properties: dict[str, Any]) -> dict[str, Any]:
    """Write the schema of an object."""
    return {"type": "object", "properties": properties}


def findings(document: Document, condition: str) -> list[Finding]:
    """Give what the audits find of one condition."""
    subject = Subject(document=document)
    return [finding for finding in ask_all(AUDITS, subject) if finding.condition == condition]


def outcomes(document: Document, condition: str) -> list[str]:
    """Give how they end."""
    return [finding.outcome.value for finding in findings(document, condition)]
