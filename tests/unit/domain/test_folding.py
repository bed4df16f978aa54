"""A search finds a name however its accents and capitals were typed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockbooks.domain.folding import fold, fold_email


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Bakkerij De Korenaar", "bakkerij de korenaar"),
        ("Café Zürich", "cafe zurich"),
        ("Straße", "strasse"),
        ("Smørrebrød & Łódź", "smorrebrod & lodz"),
        ("Ærø", "aero"),
        ("IJssel", "ijssel"),
        ("ĳs", "ijs"),
        ("\uff21\uff22\uff23", "abc"),
        ("O'Brien", "o'brien"),
        ("Bloem 🌷", "bloem 🌷"),
        ("ΟΔΟΣ", "οδοσ"),
    ],
)
def test_case_accents_and_typographic_forms_fall_away(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_composed_and_decomposed_accents_fold_alike() -> None:
    assert fold("Caf\u00e9") == fold("Cafe\u0301")


def test_an_email_address_loses_its_space_and_capitals_but_not_its_accents() -> None:
    assert fold_email(" José.A+B@Example.NL ") == "josé.a+b@example.nl"


@settings(deadline=None)
@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@settings(deadline=None)
@given(st.text())
def test_folding_an_email_address_twice_changes_nothing_more(text: str) -> None:
    assert fold_email(fold_email(text)) == fold_email(text)
