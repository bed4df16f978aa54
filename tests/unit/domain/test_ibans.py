"""IBANs are judged by form and check digits; the bank need not exist, and in these samples does not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockbooks.domain.ibans import fault_in


@pytest.mark.parametrize(
    "iban",
    [
        "NL82MOCK0123456789",
        "NL13TEST0123456789",
        "BE68539007547034",
        "DE89370400440532013000",
        "FR1420041010050500013M02606",
        "GB29NWBK60161331926819",
    ],
)
def test_a_right_iban_has_no_fault(iban: str) -> None:
    assert fault_in(iban) is None


@pytest.mark.parametrize(
    "iban",
    ["nl82mock0123456789", "NL82 MOCK 0123 4567 89", "NL82MOCK012345678", "NL820123456789MOCK", "NL82", ""],
)
def test_an_iban_that_is_written_otherwise_has_a_fault_of_form(iban: str) -> None:
    assert fault_in(iban) == "form"


@pytest.mark.parametrize("iban", ["NL83MOCK0123456789", "NL82MOCK0123456798"])
def test_a_mistyped_digit_is_found_by_the_check_digits(iban: str) -> None:
    assert fault_in(iban) == "check_digits"


def test_a_country_without_ibans_is_named_as_the_fault() -> None:
    assert fault_in("US82MOCK0123456789") == "country"


@settings(deadline=None)
@given(st.from_regex(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}", fullmatch=True) | st.text(max_size=40))
def test_any_text_gets_a_verdict(text: str) -> None:
    assert fault_in(text) in {None, "form", "check_digits", "country"}
