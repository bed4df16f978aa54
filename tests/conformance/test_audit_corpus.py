"""The auditor beside the reader: its verdicts and guesses on documents with known answers, and its figures.

The worst that it can do is to say "not met" of what is met: that is asserted for every document. `documents/README.md`
says what the figures of each set measure.
"""

import json
from collections.abc import Mapping
from functools import cache

import pytest

from mockbooks.conformance.document.kinds import DocumentError
from mockbooks.conformance.document.reading import read_document
from mockbooks.conformance.guessing.manners import Manner
from mockbooks.conformance.guessing.mapping import Found
from mockbooks.conformance.guessing.routes import Deed
from mockbooks.conformance.guessing.searching import Search
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.vendor.draft import draft
from mockbooks.conformance.vendor.guessing import guess
from mockbooks.conformance.vendor.loading import load_vendor
from mockbooks.conformance.vendor.model import SEARCHES, Noun
from tests.conformance.auditing import judged as audited
from tests.conformance.auditing import judgement, verdicts, verdicts_on
from tests.conformance.corpus import (
    CONDITIONS,
    BadDocument,
    Document,
    Mapped,
    Role,
    bad_documents,
    document,
    documents,
    of_set,
)
from tests.conformance.score import Score, misses, score_operations, score_verdicts

_NAMES = {
    Noun.DEBTORS: "debtor",
    Noun.TRANSACTIONS: "transaction",
    Noun.PRODUCTS: "product",
    Noun.VAT_RATES: "vat_rate",
    Noun.LEDGER_ACCOUNTS: "ledger_account",
    Noun.JOURNALS: "journal",
    Noun.PAYMENT_TERMS: "payment_term",
    Noun.INVOICE_PROFILES: "invoice_profile",
}
_DEEDS: Mapping[Role, Deed] = {"list": Deed.LIST, "read": Deed.READ, "create": Deed.CREATE}

_SHOWN, _HELD_OUT, _HARD, _FAIR = (of_set("shown"), of_set("held_out"), of_set("hard"), of_set("fair"))
_READ = (*_SHOWN, *_HELD_OUT)

_CONTESTED = {
    ("achtpoot", "C4b"): "three parts of a path identify a booking together; the auditor knows ids of one part",
    ("achtpoot", "C6a"): "the same: it says that the number may be what identifies it",
    ("jsonhuis", "C6f"): "a booking can be made without a payment term, so that C4g does not ask for a list of them",
    ("streepje", "C9iii"): "the description shows a search in metadata, and never says that a reference is kept there",
}
"""Where the auditor differs from the reader, and why it may."""


def test_every_verdict_is_one_that_the_reader_can_defend() -> None:
    different = {(miss.document, miss.condition) for miss in misses(_READ, verdicts(_READ))}
    assert different == set(_CONTESTED)


@pytest.mark.parametrize("name", [each.name for each in documents()])
def test_nothing_is_not_met_that_the_reader_would_not_say(name: str) -> None:
    known = document(name)
    said = {number for number, verdict in verdicts_on(name).items() if verdict == "not_met"}
    assert {number for number in said if "not_met" not in known.known.answers[number].verdicts} == set()


def test_precision_and_recall_of_verdicts_on_the_documents_that_it_was_made_with() -> None:
    assert score_verdicts(_SHOWN, verdicts(_SHOWN)) == Score(right=274, said=274, known=274)


def test_precision_and_recall_of_verdicts_on_the_documents_that_were_held_out() -> None:
    assert score_verdicts(_HELD_OUT, verdicts(_HELD_OUT)) == Score(right=128, said=130, known=132)


@pytest.mark.parametrize(
    ("outcome", "right", "said"),
    [("met", 294, 295), ("partly", 61, 62), ("not_met", 47, 47), ("cannot_tell", 94, 96)],
)
def test_precision_of_each_outcome(outcome: str, right: int, said: int) -> None:
    assert _defended(_READ, outcome) == (right, said)


def test_precision_and_recall_of_the_operations_that_were_taken_for_resources() -> None:
    assert score_operations(_SHOWN, _operations(_SHOWN)) == Score(right=135, said=135, known=137)
    assert score_operations(_HELD_OUT, _operations(_HELD_OUT)) == Score(right=63, said=63, known=70)


def test_precision_and_recall_of_the_searches() -> None:
    assert _score_searches(_READ) == Score(right=72, said=72, known=72)


def test_verdicts_on_hard_documents_are_no_worse() -> None:
    assert _is_at_least(score_verdicts(_HARD, verdicts(_HARD)), Score(right=128, said=128, known=140))


@pytest.mark.parametrize(
    ("outcome", "right", "said"),
    [("met", 94, 94), ("partly", 22, 22), ("not_met", 12, 12)],
)
def test_each_statement_on_hard_documents_is_no_less_precise(outcome: str, right: int, said: int) -> None:
    defended, stated = _defended(_HARD, outcome)
    assert defended * said >= right * stated


def test_operations_and_searches_of_hard_documents_are_found_no_worse() -> None:
    assert _is_at_least(score_operations(_HARD, _operations(_HARD)), Score(right=69, said=69, known=71))
    assert _is_at_least(_score_searches(_HARD), Score(right=25, said=25, known=25))


def test_precision_and_recall_on_documents_that_its_maker_has_not_read() -> None:
    assert _is_at_least(score_verdicts(_FAIR, verdicts(_FAIR)), Score(right=96, said=97, known=116))
    assert _is_at_least(score_operations(_FAIR, _operations(_FAIR)), Score(right=51, said=52, known=59))
    assert _is_at_least(_score_searches(_FAIR), Score(right=20, said=20, known=23))


@pytest.mark.parametrize("name", [each.name for each in documents()])
def test_the_draft_of_every_document_is_a_vendor_file(name: str) -> None:
    guessed = guess(read_document(document(name).path.read_bytes(), source=name))
    assert load_vendor(draft(guessed.vendor, guessed.notes).encode(), source="vendor.yaml") == guessed.vendor


@pytest.mark.parametrize("bad", bad_documents(), ids=lambda bad: bad.path.name)
def test_what_cannot_be_judged_is_refused_by_name_or_judged_in_part(bad: BadDocument) -> None:
    told = _told(bad)
    assert all(any(word in told for word in group) for group in bad.names) or (told == "judged" and bad.may_be_judged)


def test_mockbooks_meets_all_nine_conditions_by_its_own_document() -> None:
    told = judgement("tests/golden/openapi.json", _golden())
    assert [judged.outcome.value for judged in told.conditions] == ["met"] * 9


def test_a_judgement_can_be_told_in_both_languages() -> None:
    told = audited("zerra")
    findings = [finding for judged in told.conditions for part in (judged, *judged.parts) for finding in part.findings]
    texts = [text for each in findings for text in (each.summary, each.advice) if text]
    assert [text for text in texts if not text.en or not text.nl or text.en == text.nl] == []
    assert json.dumps([guess.taken for guess in told.guesses])


def _golden() -> bytes:
    from pathlib import Path  # noqa: PLC0415 - for this alone

    return (Path(__file__).parents[1] / "golden" / "openapi.json").read_bytes()


@cache
def _subject(name: str) -> Subject:
    return Subject(document=read_document(document(name).path.read_bytes(), source=name))


def _defended(known: tuple[Document, ...], outcome: str) -> tuple[int, int]:
    """Count how often an outcome was said, and before that how often a reader can defend it."""
    said = verdicts(known)
    stated = [(each, number) for each in known for number in CONDITIONS if said[each.name][number] == outcome]
    return sum(outcome in each.known.answers[number].verdicts for each, number in stated), len(stated)


def _is_at_least(score: Score, floor: Score) -> bool:
    return score.precision >= floor.precision and score.recall >= floor.recall


def _operations(known: tuple[Document, ...]) -> dict[str, dict[str, dict[Role, str]]]:
    return {
        each.name: {_NAMES[noun]: _of(found) for noun, found in _subject(each.name).guessed.found.items()}
        for each in known
    }


def _of(found: Found) -> dict[Role, str]:
    taken = {role: found.collection.first(deed) for role, deed in _DEEDS.items()}
    taken["list"] = taken["list"] or found.collection.first(Deed.SEARCH)
    return {role: operation.label for role, operation in taken.items() if operation}


def _score_searches(known: tuple[Document, ...]) -> Score:
    rows = [row for each in known for row in _searches(each)]
    return Score(
        right=sum(_is_known(search, mapped, name) for search, mapped, name in rows if search),
        said=sum(search is not None for search, _, _ in rows),
        known=sum(bool(mapped.searches.get(name) or mapped.searches.get("filter")) for _, mapped, name in rows),
    )


def _searches(known: Document) -> list[tuple[Search | None, Mapped, str]]:
    """Give what was found for every search of every resource that is there."""
    return [
        (_subject(known.name).search(noun, name), mapped, name)
        for noun, names in SEARCHES.items()
        for name in names
        if (mapped := known.known.resources.get(_NAMES[noun])) is not None
    ]


def _is_known(search: Search, mapped: Mapped, name: str) -> bool:
    own, anything = mapped.searches.get(name, ()), mapped.searches.get("filter", ())
    return search.parameter in (own if search.manner is Manner.EXACT else own + anything)


def _told(bad: BadDocument) -> str:
    try:
        judgement(bad.path.name, bad.path.read_bytes())
    except DocumentError as refused:
        return str(refused).lower()
    return "judged"
