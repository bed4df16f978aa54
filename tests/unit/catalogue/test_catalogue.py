"""What holds for every code of the catalogue, so that no answer is ever untold or told half."""

from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import mockbooks.catalogue
from mockbooks.catalogue import CATALOGUE, SUBJECTS, Entry, Text
from mockbooks.errors import Family

EVERY_ENTRY = pytest.mark.parametrize("entry", CATALOGUE.values(), ids=CATALOGUE.keys())
RULES_OF_THE_BOOKS = [
    "number_in_use",
    "code_in_use",
    "sku_in_use",
    "unbalanced",
    "total_mismatch",
    "period_locked",
    "fiscal_year_closed",
    "debtor_inactive",
    "ledger_account_inactive",
    "ledger_account_not_allowed",
    "journal_type_mismatch",
    "journal_inactive",
    "vat_rate_required",
    "vat_rate_inactive",
    "vat_rate_not_valid_on_date",
    "vat_rate_not_allowed",
    "vat_number_required",
    "vat_number_invalid",
    "vat_number_country_mismatch",
    "country_code_unknown",
    "credit_exceeds_original",
    "already_reversed",
    "in_use",
    "stale_version",
    "payment_exceeds_open_amount",
    "not_found",
    "validation_failed",
]


@pytest.mark.parametrize("code", RULES_OF_THE_BOOKS)
def test_the_rules_of_the_books_are_refusals_that_can_stand_as_the_code_of_a_problem(code: str) -> None:
    assert CATALOGUE[code].family is Family.REFUSED
    assert not CATALOGUE[code].field_only


@EVERY_ENTRY
def test_the_texts_use_exactly_the_documented_values_in_both_languages(entry: Entry) -> None:
    assert names_in(entry, "en") == set(entry.values)
    assert names_in(entry, "nl") == set(entry.values)


@EVERY_ENTRY
def test_every_text_is_written_in_two_languages_that_differ(entry: Entry) -> None:
    assert [text for text in texts_of(entry) if text.en == text.nl or not text.en or not text.nl] == []


@EVERY_ENTRY
def test_every_sentence_ends_like_a_sentence_and_has_no_double_spaces(entry: Entry) -> None:
    sentences = [*entry.detail, *entry.cause, *entry.remedy]
    assert [sentence for sentence in sentences if not sentence.endswith((".", "…"))] == []
    assert [sentence for sentence in sentences if "  " in sentence or sentence != sentence.strip()] == []


@EVERY_ENTRY
def test_only_an_entry_with_a_hint_takes_a_suggestion(entry: Entry) -> None:
    assert ("suggestion" in entry.values) is (entry.hint is not None)


@EVERY_ENTRY
def test_a_code_about_one_field_shows_where_in_its_example(entry: Entry) -> None:
    placed = entry.example_pointer is not None or entry.example_parameter is not None
    assert placed or not entry.field_only


def test_no_code_stands_in_two_subjects() -> None:
    assert sum(len(subject.entries) for subject in SUBJECTS) == len(CATALOGUE)


def test_every_family_has_a_code() -> None:
    assert {entry.family for entry in CATALOGUE.values()} == set(Family)


def test_the_anchor_of_a_code_is_the_code_with_dashes() -> None:
    assert CATALOGUE["number_in_use"].anchor == "number-in-use"


def test_every_file_of_the_folder_is_a_subject_of_the_table() -> None:
    files = {path.stem for path in Path(mockbooks.catalogue.__file__).parent.glob("*.py")}
    assert files - {"__init__", "entry", "telling"} == {subject.anchor for subject in SUBJECTS}


def texts_of(entry: Entry) -> list[Text]:
    perhaps = [text for text in (entry.hint, entry.closing) if text]
    return [entry.title, entry.detail, entry.cause, entry.remedy, *perhaps]


def names_in(entry: Entry, language: str) -> set[str]:
    texts = (entry.detail, entry.hint, entry.closing)
    return {name for text in texts if text for name in placeholders(getattr(text, language))}


def placeholders(template: str) -> Iterator[str]:
    return (name for _, name, _, _ in Formatter().parse(template) if name is not None)
