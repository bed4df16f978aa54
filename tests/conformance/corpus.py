"""The documents with known answers: what a reader found who laid each beside the nine conditions.

Each folder of `documents` holds one vendor's document and `answers.yaml`; `bad` holds files that cannot be judged. No
auditor had a part in the answers: they are what its precision and recall are measured by.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal, TypeAlias, get_args

import yaml

DOCUMENTS: Final = Path(__file__).parent / "documents"

Verdict: TypeAlias = Literal["met", "partly", "not_met", "cannot_tell"]
Role: TypeAlias = Literal["list", "read", "create"]
Set: TypeAlias = Literal["shown", "held_out", "hard", "fair"]

CONDITIONS: Final = (
    *("C1", "C2", "C3"),
    *("C4a", "C4b", "C4c", "C4d", "C4e", "C4f", "C4g", "C4h"),
    "C5",
    *("C6", "C6a", "C6b", "C6c", "C6d", "C6e", "C6f"),
    *("C7", "C8"),
    *("C9i", "C9ii", "C9iii", "C9iv"),
)
RESOURCES: Final = (
    "debtor",
    "transaction",
    "product",
    "vat_rate",
    "ledger_account",
    "journal",
    "payment_term",
    "invoice_profile",
)


@dataclass(frozen=True, kw_only=True)
class Answer:
    """The verdicts that a reader can defend, mostly one, and the words that decided."""

    verdicts: tuple[Verdict, ...]
    because: str


@dataclass(frozen=True, kw_only=True)
class Mapped:
    """Where a resource stands in a document.

    `operations` names for each role every operation that does it ("GET /customers"); where the vendor has several
    resources of the kind, the first is the one to prefer. `searches` names the parameter for a characteristic (email,
    number, date, reference, sku), and under "filter" the ones that search by anything.
    """

    operations: Mapping[Role, tuple[str, ...]]
    searches: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, kw_only=True)
class Known:
    """What is known of a document: whose habits it has, its verdicts, and its resources (None: it has none).

    `set` tells when an auditor's maker saw it: `README.md` beside the documents says what each measures.
    """

    habits: str
    valid: bool
    set: Set
    answers: Mapping[str, Answer]
    resources: Mapping[str, Mapped | None]


@dataclass(frozen=True, kw_only=True)
class Document:
    name: str
    path: Path
    known: Known


@dataclass(frozen=True, kw_only=True)
class BadDocument:
    """A file that cannot be judged, or only in part.

    A good complaint contains one word of each group of `names`, whatever the case of its letters. A tool may judge the
    file instead where `may_be_judged` says so.
    """

    path: Path
    what: str
    names: tuple[tuple[str, ...], ...]
    may_be_judged: bool


def documents() -> tuple[Document, ...]:
    """Every document with known answers, by name."""
    return tuple(document(file.parent.name) for file in sorted(DOCUMENTS.glob("*/answers.yaml")))


def document(name: str) -> Document:
    """One document; its answers are refused (ValueError) where they use an unknown word."""
    folder = DOCUMENTS / name
    path = next(file for file in sorted(folder.iterdir()) if file.stem in {"openapi", "swagger"})
    return Document(name=name, path=path, known=_known(yaml.safe_load((folder / "answers.yaml").read_text("utf-8"))))


def of_set(*sets: Set) -> tuple[Document, ...]:
    """Give the documents of these sets, by name."""
    return tuple(each for each in documents() if each.known.set in sets)


def bad_documents() -> tuple[BadDocument, ...]:
    """Every file that is no OpenAPI document, in the order of the index."""
    index: dict[str, dict[str, Any]] = yaml.safe_load((DOCUMENTS / "bad" / "index.yaml").read_text("utf-8"))
    return tuple(
        BadDocument(
            path=DOCUMENTS / "bad" / name,
            what=entry["what"],
            names=tuple(_several(group) for group in entry["names"]),
            may_be_judged=entry["may_be_judged"],
        )
        for name, entry in index.items()
    )


def _known(told: dict[str, Any]) -> Known:
    return Known(
        habits=told["habits"],
        valid=told.get("valid", True),
        set=told.get("set", "shown"),
        answers={number: _answer(entry) for number, entry in told["conditions"].items()},
        resources={name: entry and _mapped(entry) for name, entry in told["resources"].items()},
    )


def _answer(entry: dict[str, Any]) -> Answer:
    verdicts = _several(entry["is"])
    if unknown := set(verdicts) - set(get_args(Verdict)):
        raise ValueError(f"unknown verdict {unknown}; allowed are {get_args(Verdict)}")
    return Answer(verdicts=verdicts, because=entry["because"])  # type: ignore[arg-type] # compared on the line above


def _mapped(entry: dict[str, Any]) -> Mapped:
    if unknown := entry.keys() - {*get_args(Role), "search"}:
        raise ValueError(f"unknown role {unknown}; allowed are {get_args(Role)} and search")
    return Mapped(
        operations={role: _several(entry[role]) for role in get_args(Role) if role in entry},
        searches={what: _several(names) for what, names in entry.get("search", {}).items()},
    )


def _several(one_or_more: str | list[str]) -> tuple[str, ...]:
    return (one_or_more,) if isinstance(one_or_more, str) else tuple(one_or_more)
