"""The answers of refusals, one per status: the same for all operations."""

from http import HTTPStatus
from typing import Any, Final

from mockbooks.catalogue import CATALOGUE
from mockbooks.catalogue.entry import Entry
from mockbooks.errors import Complaint, Family
from mockbooks.traffic.operation import Operation
from mockbooks.web.errors import STATUS, problem_body
from mockbooks.web.openapi import headers, problems

Json = dict[str, Any]

_OWN_HEADERS: Final = {
    Family.REFUSED: ("Idempotency-Replayed",),
    Family.UNAUTHENTICATED: ("WWW-Authenticate",),
    Family.FORBIDDEN: ("WWW-Authenticate",),
    Family.WRONG_METHOD: ("Allow",),
    Family.TOO_MANY_REQUESTS: ("Retry-After",),
}
# Of the many codes of a refused action, those that every integration meets.
_SHOWN: Final = (
    "validation_failed",
    "not_found",
    "number_in_use",
    "total_mismatch",
    "stale_version",
    "idempotency_key_reused",
)
_SEVERAL_WRONG: Final = (
    Complaint("required", "/name"),
    Complaint("not_decimal", "/lines/0/unitPrice", values=CATALOGUE["not_decimal"].example),
)
_REQUEST_ID: Final = "req_3f2a9c41"


def references(operation: Operation) -> Json:
    """Refer to every refusal that an operation can answer with, by status."""
    never: set[Family] = set() if operation.needs_token else {Family.UNAUTHENTICATED, Family.FORBIDDEN}
    if not (operation.needs_token and operation.costs_room):
        # Whoever calls without a token belongs to no administration, so there are no limits to exceed.
        never.add(Family.TOO_MANY_REQUESTS)
    families = [family for family in STATUS if family not in never]
    return {str(STATUS[family]): {"$ref": f"#/components/responses/{_name(family)}"} for family in families}


def responses() -> Json:
    """Describe the refusals."""
    return {_name(family): _response(family) for family in STATUS}


def _name(family: Family) -> str:
    return HTTPStatus(STATUS[family]).name.title().replace("_", "")


def _response(family: Family) -> Json:
    entries = [entry for entry in problems.ENTRIES if entry.family is family and not entry.field_only]
    codes = ", ".join(f"[`{entry.code}`](/docs/errors#{entry.anchor})" for entry in entries)
    shown = [CATALOGUE[code] for code in _SHOWN] if family is Family.REFUSED else entries
    problem = {
        "schema": {"$ref": "#/components/schemas/Problem"},
        "examples": {entry.code: _example(family, entry) for entry in shown},
    }
    return {
        "description": f"{_meaning(family, entries)}. Codes: {codes}.",
        "headers": headers.references(("Content-Language", *_OWN_HEADERS.get(family, ()))),
        "content": {"application/problem+json": problem},
    }


def _meaning(family: Family, entries: list[Entry]) -> str:
    return "The action was refused, and nothing was done" if family is Family.REFUSED else entries[0].title.en


def _example(family: Family, entry: Entry) -> Json:
    complaints = _SEVERAL_WRONG if entry.code == "validation_failed" else (entry.sample,)
    return {"summary": entry.title.en, "value": problem_body(family, complaints, "en", _REQUEST_ID)}
