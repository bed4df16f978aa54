"""From bytes to a document: JSON or YAML, within bounds, and OpenAPI of a version that is known."""

import re
from typing import Any, Final

import orjson

from mockbooks.conformance.document.kinds import EXPECTED, DocumentError, refuse_bytes, refuse_paths, refuse_tree
from mockbooks.conformance.document.model import Document
from mockbooks.conformance.document.notes import Notes
from mockbooks.conformance.document.openapi3 import OpenApi3
from mockbooks.conformance.document.openapi3 import read_security as read_security_3
from mockbooks.conformance.document.openapi3 import read_servers as read_servers_3
from mockbooks.conformance.document.parts import Source, read_contact, read_operations, read_passages, within_bounds
from mockbooks.conformance.document.plain import mapping, text
from mockbooks.conformance.document.references import References
from mockbooks.conformance.document.schemas import Schemas
from mockbooks.conformance.document.swagger2 import Swagger2
from mockbooks.conformance.document.swagger2 import read_security as read_security_2
from mockbooks.conformance.document.swagger2 import read_servers as read_servers_2
from mockbooks.yaml_text.bounds import Bounds
from mockbooks.yaml_text.reading import read_yaml
from mockbooks.yaml_text.refusals import NotAllowedError

MOST_BYTES: Final = 32 * 1024 * 1024
BOUNDS: Final = Bounds(values=2_000_000, aliases=10_000, levels=200, has_any_keys=True, has_merging=True)
_OPENAPI_3: Final = re.compile(r"3\.[0-9]+(\.[0-9]+)?(-.*)?")


def read_document(content: bytes, *, source: str) -> Document:
    """Read a document; raises DocumentError with what came instead and what is expected.

    `source` is where it came from, as the person named it.
    """
    if len(content) > MOST_BYTES:
        raise DocumentError((f"{source}: it is larger than {MOST_BYTES // 1024 // 1024} MiB, which is the most",))
    refuse_bytes(content, source)
    root = _parsed(content, source)
    version = str(root.get("openapi") or "") if isinstance(root, dict) else ""
    if isinstance(root, dict) and ("openapi" in root or "swagger" in root) and not isinstance(root.get("paths"), dict):
        refuse_paths(root, source)
    if _OPENAPI_3.fullmatch(version):
        return _read(root, source, f"OpenAPI {version}", is_old=False)
    if isinstance(root, dict) and str(root.get("swagger")) in {"2.0", "2"}:
        return _read(root, source, "Swagger 2.0", is_old=True)
    return refuse_tree(root, source)


def _parsed(content: bytes, source: str) -> Any:  # noqa: ANN401 - JSON
    stripped = content.removeprefix(b"\xef\xbb\xbf").lstrip()
    fault: orjson.JSONDecodeError | None = None
    if stripped[:1] in (b"{", b"["):
        try:
            return _within_bounds(orjson.loads(stripped), source)
        except orjson.JSONDecodeError as error:
            fault = error
    try:
        return read_yaml(content, BOUNDS).data
    except NotAllowedError as error:
        if fault is not None:
            raise _json_error(fault, source) from None
        place = f"{source}:{error.position.line}:{error.position.column}"
        raise DocumentError(
            (f"{place}: this is neither JSON nor YAML that is taken: {error.reason.en}; {EXPECTED}",)
        ) from None


def _json_error(fault: orjson.JSONDecodeError, source: str) -> DocumentError:
    return DocumentError((f"{source}:{fault.lineno}:{fault.colno}: this is no JSON: {fault.msg}",))


def _within_bounds(data: object, source: str) -> object:
    """Count level by level, so that no depth of nesting can exhaust the stack."""
    values, level = 1, [data]
    for _ in range(BOUNDS.levels):
        level = [inner for outer in level for inner in _inside(outer)]
        values += len(level)
        level = [each for each in level if isinstance(each, dict | list)]
        if values > BOUNDS.values:
            raise DocumentError((f"{source}: it holds more than {BOUNDS.values} values, which is the most",))
    if level:
        raise DocumentError((f"{source}: its objects stand more than {BOUNDS.levels} deep in each other",))
    return data


def _inside(value: object) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def _read(root: dict[str, Any], source: str, form: str, *, is_old: bool) -> Document:
    notes = Notes()
    references = References(root, notes)
    parts = Source(root=root, references=references, schemas=Schemas(references), notes=notes)
    operations = tuple(read_operations(parts, Swagger2() if is_old else OpenApi3()))
    schemes = tuple((read_security_2 if is_old else read_security_3)(parts))
    named = {scheme.name: {"description": scheme.description} for scheme in schemes}
    return Document(
        source=source,
        form=form,
        title=text(mapping(root.get("info")).get("title")),
        passages=tuple(within_bounds(read_passages(root, named))),
        contact=read_contact(root),
        servers=tuple((read_servers_2 if is_old else read_servers_3)(root)),
        operations=operations,
        security_schemes=schemes,
        notes=notes,
    )
