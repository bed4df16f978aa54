"""Tells what came instead of an OpenAPI document, so that whoever gave it knows what to give."""

from collections.abc import Callable
from typing import Any, Final, NoReturn

from mockbooks.conformance.document.plain import mapping, text
from mockbooks.texts import cut

EXPECTED: Final = "an OpenAPI 3.0 or 3.1 or Swagger 2.0 document, as JSON or YAML, is expected"


class DocumentError(Exception):
    """What came cannot be read as an OpenAPI document; each complaint is a line for the terminal."""

    def __init__(self, complaints: tuple[str, ...]) -> None:
        """Keep the complaints."""
        super().__init__("\n".join(complaints))
        self.complaints = complaints


def refuse_bytes(content: bytes, source: str) -> None:
    """Refuse what can be told from its first bytes to be no text of ours."""
    head = content[:2048]
    if not head.removeprefix(b"\xef\xbb\xbf").strip():
        _refuse(source, "it is empty")
    for magic, name in _MAGIC.items():
        if head.startswith(magic):
            _refuse(source, f"this is {name}")
    if head[:4].count(0) in {2, 3} or head.startswith((b"\xff\xfe", b"\xfe\xff")):
        _refuse(source, "this is UTF-16 or UTF-32; save it as UTF-8")
    if b"\0" in head:
        _refuse(source, "this is a binary file")
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for opening, name in _OPENINGS.items():
        if start.startswith(opening):
            _refuse(source, f"this is {_markup(start) if opening == b'<' else name}")


_MAGIC: Final = {
    b"\x1f\x8b": "a gzip file; unpack it first",
    b"PK\x03\x04": "a zip file; unpack it first",
    b"%PDF": "a PDF",
    b"\x89PNG": "an image, and no text",
    b"\xff\xd8\xff": "an image, and no text",
}
_OPENINGS: Final = {
    b"<": "markup",
    b"#%raml": "RAML",
    b"format: 1a": "API Blueprint",
    b"syntax =": "a protocol buffer definition",
}


def _markup(start: bytes) -> str:
    if b"<html" in start or start.startswith((b"<!doctype html", b"<head", b"<body")):
        return "an HTML page; give the address of the document itself, which the page loads"
    if b"wsdl" in start or b"definitions" in start:
        return "a WSDL, which describes SOAP"
    if b"edmx" in start:
        return "the metadata of OData"
    return "XML"


def refuse_tree(root: object, source: str) -> NoReturn:
    """Refuse what could be read as data, and say what it is."""
    if isinstance(root, dict):
        for is_so, name in _TREES:
            if is_so(root):
                _refuse(source, f"this is {name}")
        _refuse(source, _versionless(root))
    _refuse(source, f"this is {_SCALARS.get(type(root), 'a value')}")


def refuse_paths(root: dict[str, Any], source: str) -> None:
    """Refuse a document of a version that is known in which nothing can be called."""
    if not str(root.get("openapi")).startswith("3.") and str(root.get("swagger")) not in {"2.0", "2"}:
        return
    if "paths" not in root:
        _refuse(source, "it has no paths, so there is nothing to judge")
    _refuse(source, f"its paths are {_SCALARS.get(type(root['paths']), 'a value')}, where an object belongs")


_SCALARS: Final[dict[type, str]] = {list: "a list", str: "plain text", type(None): "nothing"}
_TREES: Final[tuple[tuple[Callable[[dict[str, Any]], bool], str], ...]] = (
    (lambda root: "asyncapi" in root, "an AsyncAPI document, which describes messages"),
    (lambda root: "_postman_id" in mapping(root.get("info")), "a Postman collection; export it as OpenAPI"),
    (lambda root: "getpostman" in text(mapping(root.get("info")).get("schema")), "a Postman collection"),
    (lambda root: mapping(root.get("collection")).get("info") is not None, "a Postman collection"),
    (lambda root: root.get("_type") == "export", "an Insomnia export"),
    (lambda root: "swaggerVersion" in root or str(root.get("swagger")).startswith("1."), "Swagger 1"),
    (lambda root: "openrpc" in root, "an OpenRPC document"),
    (lambda root: "discoveryVersion" in root, "a Google API discovery document"),
    (lambda root: "__schema" in root or "__schema" in mapping(root.get("data")), "a GraphQL schema"),
    (lambda root: "entries" in mapping(root.get("log")), "an HTTP archive (HAR)"),
    (lambda root: "$schema" in root and "openapi" not in root and "swagger" not in root, "a JSON Schema"),
    (lambda root: "apiVersion" in root and "kind" in root, "a Kubernetes manifest"),
    (lambda root: "arazzo" in root, "an Arazzo document, which describes workflows"),
    (lambda root: "overlay" in root, "an OpenAPI overlay, which changes a document"),
)


def _versionless(root: dict[str, Any]) -> str:
    for key in ("openapi", "swagger"):
        if key in root:
            return f"its version, {key}: {cut(str(root[key]))}, is not known"
    shown = ", ".join(f'"{cut(str(key))}"' for key in list(root)[:5]) or "nothing"
    return f'there is no "openapi" or "swagger" at its root, which holds {shown}'


def _refuse(source: str, what: str) -> NoReturn:
    raise DocumentError((f"{source}:1:1: {what}: {EXPECTED}",))
