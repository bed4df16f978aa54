"""The answers of refusals, one per status: the same for all operations."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from http import HTTPStatus
from typing import Any, Final

from mockbooks.catalogue import CATALOGUE
from mockbooks.catalogue.entry import Entry
from mockbooks.errors import Complaint, Family
from mockbooks.frozen import dataclass
from mockbooks.traffic.operation import Operation
from mockbooks.traffic.problems import STATUS, problem_body
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


@dataclass(frozen=True, kw_only=True, slots=True)
class Refusals:
    """What refusals there are: the codes, of which `shown` are examples, and the headers that go with them."""

    entries: Sequence[Entry] = problems.ENTRIES
    shown: Sequence[str] = _SHOWN
    families: Sequence[Family] = tuple(STATUS)
    headers_of: Mapping[Family, tuple[str, ...]] = field(default_factory=lambda: _OWN_HEADERS)
    everywhere: Sequence[str] = headers.EVERYWHERE

    def references(self) -> Json:
        """Refer to all of them, by status."""
        return _references(self.families)

    def responses(self) -> Json:
        """Describe them."""
        return {_name(family): _response(family, self) for family in self.families}


OF_CONTROL: Final = Refusals(
    entries=problems.CONTROL_ENTRIES,
    shown=("validation_failed", "not_found", "no_administration_meant", "unknown_scenario", "books_replaced"),
    families=tuple(family for family in STATUS if family not in {Family.FORBIDDEN, Family.TOO_MANY_REQUESTS}),
    headers_of={family: names for family, names in _OWN_HEADERS.items() if family is not Family.REFUSED},
    everywhere=headers.OF_CONTROL,
)
"""Those of the control API, where nothing is replayed, no scope is lacking and there are no limits."""


def references(operation: Operation) -> Json:
    """Refer to every refusal that an operation can answer with, by status."""
    never: set[Family] = set() if operation.needs_token else {Family.UNAUTHENTICATED, Family.FORBIDDEN}
    if not (operation.needs_token and operation.costs_room):
        # Whoever calls without a token belongs to no administration, so there are no limits to exceed.
        never.add(Family.TOO_MANY_REQUESTS)
    return _references([family for family in STATUS if family not in never])


def _references(families: Sequence[Family]) -> Json:
    return {str(STATUS[family]): {"$ref": f"#/components/responses/{_name(family)}"} for family in families}


def responses() -> Json:
    """Describe the refusals."""
    return Refusals().responses()


def _name(family: Family) -> str:
    return HTTPStatus(STATUS[family]).name.title().replace("_", "")


def _response(family: Family, refusals: Refusals) -> Json:
    entries = [entry for entry in refusals.entries if entry.family is family and not entry.field_only]
    codes = ", ".join(f"[`{entry.code}`](/docs/errors#{entry.anchor})" for entry in entries)
    shown = [CATALOGUE[code] for code in refusals.shown] if family is Family.REFUSED else entries
    problem = {
        "schema": {"$ref": "#/components/schemas/Problem"},
        "examples": {entry.code: _example(family, entry) for entry in shown},
    }
    return {
        "description": f"{_meaning(family, entries)}. Codes: {codes}.",
        "headers": headers.references(("Content-Language", *refusals.headers_of.get(family, ())), refusals.everywhere),
        "content": {"application/problem+json": problem},
    }


def _meaning(family: Family, entries: list[Entry]) -> str:
    return "The action was refused, and nothing was done" if family is Family.REFUSED else entries[0].title.en


def _example(family: Family, entry: Entry) -> Json:
    complaints = _SEVERAL_WRONG if entry.code == "validation_failed" else (entry.sample,)
    return {"summary": entry.title.en, "value": problem_body(family, complaints, "en", _REQUEST_ID)}
