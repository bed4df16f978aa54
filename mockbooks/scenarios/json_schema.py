"""The JSON Schema of scenario files (draft 2020-12), for editors: made of the same fields that read them."""

from collections.abc import Mapping
from typing import Any, Final

from mockbooks.bookkeeper import DEEDS
from mockbooks.bookkeeper.deed import Deed
from mockbooks.scenarios.fields_expect import BOUNDS
from mockbooks.scenarios.fields_faults import MOST_FAULTS
from mockbooks.scenarios.kinds import expectations, faults
from mockbooks.scenarios.schemas import SCENARIO
from mockbooks.stage.bookkeeping import MOST_DEEDS, Deeds
from mockbooks.stage.expectation import Expectation
from mockbooks.stage.fault import NEEDS_SETTINGS, Fault
from mockbooks.stage.json_schema import JsonSchema, field_schema, object_schema

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_NOTHING: Final[JsonSchema] = {"type": ["object", "null"], "maxProperties": 0}
_NULL: Final[JsonSchema] = {"type": "null"}
# Where there is an exact number, a fewest or most says nothing.
_ALONE: Final[JsonSchema] = {
    "not": {"required": ["exactly"], "anyOf": [{"required": ["atLeast"]}, {"required": ["atMost"]}]}
}
_POINTER: Final[JsonSchema] = {"type": "string", "pattern": "^/", "description": "A place in the body of the call."}


def schema() -> JsonSchema:
    """Give the schema, with one definition for each fault, expectation and deed."""
    return {
        "$schema": DIALECT,
        "title": "Scenario of mockbooks",
        **object_schema(SCENARIO),
        "$defs": {
            "faults": _faults(),
            "expectation": _expectation(),
            "deeds": _deeds(),
            **{f"fault.{fault.name}": _fault(fault) for fault in faults().values()},
            **{f"expectation.{kind.name}": _asked(kind) for kind in expectations().values()},
            **{f"deed.{deed.name}": _deed(deed) for deed in DEEDS},
        },
    }


def _faults() -> JsonSchema:
    bare = {"enum": [fault.name for fault in faults().values() if fault.bare is not NEEDS_SETTINGS]}
    named = _named({name: f"fault.{name}" for name in faults()}, most=MOST_FAULTS)
    several = {"type": "array", "items": {"anyOf": [bare, named]}, "minItems": 1, "maxItems": MOST_FAULTS}
    return {"anyOf": [bare, named, several]}


def _fault(fault: Fault[Any]) -> JsonSchema:
    settings = {"$ref": "#/$defs/deeds"} if isinstance(fault.settings, Deeds) else field_schema(fault.settings)
    # The number of properties is asked of objects only.
    taken = {**settings, "minProperties": 1} if fault.bare is NEEDS_SETTINGS else {"anyOf": [settings, _NOTHING]}
    return _described(taken, fault.summary)


def _deeds() -> JsonSchema:
    named = _named({deed.name: f"deed.{deed.name}" for deed in DEEDS}, most=MOST_DEEDS)
    return {"anyOf": [named, {"type": "array", "items": named, "minItems": 1, "maxItems": MOST_DEEDS}]}


def _deed(deed: Deed[Any]) -> JsonSchema:
    return _described(_pointing(field_schema(deed.field)), deed.summary)


def _pointing(taken: JsonSchema) -> JsonSchema:
    """Let a place in the body of a call stand for every single value, and null for one that is emptied."""
    if "properties" not in taken:
        return {"anyOf": [taken, _POINTER]}
    required = taken.get("required", ())
    inner = {name: _pointing(value) for name, value in taken["properties"].items()}
    return {
        **taken,
        "properties": {name: value if name in required else _or_null(value) for name, value in inner.items()},
    }


def _or_null(taken: JsonSchema) -> JsonSchema:
    return {"anyOf": [*taken["anyOf"], _NULL]} if list(taken) == ["anyOf"] else {"anyOf": [taken, _NULL]}


def _expectation() -> JsonSchema:
    kinds = expectations().values()
    bare = {"enum": [kind.name for kind in kinds if not kind.counts and (kind.settings is None or _has_bare(kind))]}
    return {"anyOf": [bare, *(_entry(kind) for kind in kinds)]}


def _entry(kind: Expectation[Any]) -> JsonSchema:
    """Describe a mapping of one kind with what may stand beside its name."""
    beside = object_schema(BOUNDS)["properties"]
    if not kind.counts:
        beside = {"optional": beside["optional"]}
    return {
        "type": "object",
        "properties": {kind.name: {"$ref": f"#/$defs/expectation.{kind.name}"}, **beside},
        "required": [kind.name],
        "additionalProperties": False,
        **(_ALONE if kind.counts else {}),
    }


def _asked(kind: Expectation[Any]) -> JsonSchema:
    settings = _NOTHING if kind.settings is None else {"anyOf": [field_schema(kind.settings), _NOTHING]}
    return _described(settings, kind.summary)


def _has_bare(kind: Expectation[Any]) -> bool:
    return kind.bare is not NEEDS_SETTINGS


def _named(definitions: Mapping[str, str], *, most: int) -> JsonSchema:
    return {
        "type": "object",
        "properties": {name: {"$ref": f"#/$defs/{definition}"} for name, definition in definitions.items()},
        "additionalProperties": False,
        "minProperties": 1,
        "maxProperties": most,
    }


def _described(taken: JsonSchema, summary: str) -> JsonSchema:
    return {**taken, "description": summary}
