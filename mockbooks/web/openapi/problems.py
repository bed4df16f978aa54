"""The schema of problem details (RFC 9457), with every code that the API answers with."""

from collections.abc import Sequence
from typing import Any, Final

from mockbooks.catalogue import (
    SUBJECTS,
    access,
    control,
    expectations,
    injections,
    limits,
    scenario_files,
    scenario_values,
    whole_books,
)
from mockbooks.catalogue.entry import Entry

Json = dict[str, Any]

_OF_CONTROL: Final = tuple(
    chapter.SUBJECT for chapter in (control, whole_books, scenario_files, injections, expectations, scenario_values)
)
_NEVER_OF_CONTROL: Final = (access.SUBJECT, limits.SUBJECT)
ENTRIES: Final[tuple[Entry, ...]] = tuple(
    entry for subject in SUBJECTS if subject not in _OF_CONTROL for entry in subject.entries
)
"""The codes of the API; the control API has more of its own, that no operation of the API answers with."""
CONTROL_ENTRIES: Final[tuple[Entry, ...]] = tuple(
    entry for subject in SUBJECTS if subject not in _NEVER_OF_CONTROL for entry in subject.entries
)
"""The codes of the control API, where neither access tokens nor limits are judged."""


def _text(description: str, example: str, **keywords: Any) -> Json:  # noqa: ANN401 - JSON
    return {"type": "string", "description": description, "examples": [example], **keywords}


_PROPERTIES: Final[Json] = {
    "success": {
        "type": "boolean",
        "enum": [False],
        "description": "Always false: nothing was done.",
        "examples": [False],
    },
    "type": _text("Where the code is explained.", "/docs/errors#number-in-use", format="uri-reference"),
    "title": _text("What kind of problem it is, in the language asked for.", "Number already in use"),
    "status": {"type": "integer", "description": "The HTTP status.", "minimum": 400, "maximum": 599, "examples": [400]},
    "code": _text(
        "Stable code of the problem.",
        "number_in_use",
        enum=[],
    ),
    "detail": _text(
        "What is wrong with this request.", "Number 2026-0001 is already used by transaction trx_000001 in journal 70."
    ),
    "errors": {
        "type": "array",
        "description": "Everything that is wrong, at once.",
        "items": {"$ref": "#/components/schemas/FieldProblem"},
        "examples": [
            [
                {
                    "pointer": "/number",
                    "code": "number_in_use",
                    "detail": "Number 2026-0001 is already used by transaction trx_000001 in journal 70.",
                }
            ]
        ],
    },
    "requestId": _text(
        "Id of this request, to quote to support; the same as in the header X-Request-Id.", "req_3f2a9c41"
    ),
}
_FIELD_PROPERTIES: Final[Json] = {
    "pointer": _text("Where in the body, as a JSON Pointer (RFC 6901).", "/lines/0/vatRateId", format="json-pointer"),
    "parameter": _text("Which query, path or header parameter.", "pageSize"),
    "code": _text("Stable code of what is wrong.", "required", enum=[]),
    "detail": _text("What came and what is allowed.", "This field is required."),
}


def schemas(entries: Sequence[Entry], **more_of_field: Json) -> Json:
    """Describe problems with these codes; a single mistake may tell more than usual."""
    whole = [entry.code for entry in entries if not entry.field_only]
    properties = {**_PROPERTIES, "code": {**_PROPERTIES["code"], "enum": whole}}
    code = {**_FIELD_PROPERTIES["code"], "enum": [entry.code for entry in entries]}
    return {
        "Problem": {
            "type": "object",
            "description": "Problem details (RFC 9457).",
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        },
        "FieldProblem": {
            "type": "object",
            "description": "One thing that is wrong; without pointer and parameter it is about the request as a whole.",
            "properties": {**_FIELD_PROPERTIES, "code": code, **more_of_field},
            "required": ["code", "detail"],
            "additionalProperties": False,
        },
    }


SCHEMAS: Final[Json] = schemas(ENTRIES)
