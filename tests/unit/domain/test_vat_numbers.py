"""VAT numbers are judged by form and check digits; all samples are documented ones or made up."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mockbooks.domain import vat_numbers
from mockbooks.domain.vat_numbers import country_of, fault_in

NUMBERS = st.sampled_from(sorted(vat_numbers._FORMS)).flatmap(  # noqa: SLF001 - every form must be tried
    lambda prefix: st.from_regex(f"(?a:{prefix}({vat_numbers._FORMS[prefix]}))", fullmatch=True),  # noqa: SLF001
)


@pytest.mark.parametrize(
    ("number", "country"),
    [
        ("NL000099998B57", "NL"),
        ("BE0123456749", "BE"),
        ("DE123456788", "DE"),
        ("ATU13585627", "AT"),
        ("BG175074752", "BG"),
        ("CHE100155212MWST", "CH"),
        ("CY10259033P", "CY"),
        ("CZ25123891", "CZ"),
        ("DK13585628", "DK"),
        ("EE100931558", "EE"),
        ("EL094259216", "GR"),
        ("ESB58378431", "ES"),
        ("FI20774740", "FI"),
        ("FR40303265045", "FR"),
        ("GB980780684", "GB"),
        ("HR33392005961", "HR"),
        ("HU12892312", "HU"),
        ("IE6433435F", "IE"),
        ("IT00743110157", "IT"),
        ("LT119511515", "LT"),
        ("LU15027442", "LU"),
        ("LV40003521600", "LV"),
        ("MT11679112", "MT"),
        ("NO923609016MVA", "NO"),
        ("PL8567346215", "PL"),
        ("PT501964843", "PT"),
        ("RO18547290", "RO"),
        ("SE123456789701", "SE"),
        ("SI50223054", "SI"),
        ("SK2022749619", "SK"),
        ("XI980780684", "GB"),
    ],
)
def test_a_right_number_has_no_fault_and_tells_its_country(number: str, country: str) -> None:
    assert fault_in(number) is None
    assert country_of(number) == country


def test_a_legal_person_may_have_a_number_that_passes_the_eleven_test() -> None:
    assert fault_in("NL000000012B01") is None


@pytest.mark.parametrize(
    "number",
    [
        "nl000099998b57",
        "NL 000099998B57",
        "NL0000.99.998.B57",
        "NL99998B57",
        "NL000099998B57\n",
        "NL00009999\u0668B57",
        "BE123456749",
        "DE12345678",
        "CHE100155212",
        "NL82MOCK0123456789",
        "GBGD500",
    ],
)
def test_a_number_that_is_written_otherwise_has_a_fault_of_form(number: str) -> None:
    assert fault_in(number) == "form"


@pytest.mark.parametrize("number", ["NL000099998B58", "BE0123456748", "DE123456789", "XI980780685"])
def test_a_mistyped_digit_is_found_by_the_check_digits(number: str) -> None:
    assert fault_in(number) == "check_digits"


@pytest.mark.parametrize("number", ["", "N", "000099998B57", "US123456789", "GR094259216", "ZZ1"])
def test_a_prefix_that_no_country_uses_for_vat_is_named_as_the_fault(number: str) -> None:
    assert fault_in(number) == "prefix"
    assert country_of(number) is None


@settings(deadline=None)
@given(NUMBERS)
def test_any_well_formed_number_gets_a_verdict(number: str) -> None:
    assert fault_in(number) in {None, "form", "check_digits"}


@settings(deadline=None)
@given(st.text(max_size=20))
def test_any_text_gets_a_verdict(text: str) -> None:
    assert fault_in(text) in {None, "form", "check_digits", "prefix"}


def test_a_start_without_vat_numbers_does_not_pay_for_the_library() -> None:
    program = "import sys, mockbooks.domain.vat_numbers, mockbooks.domain.ibans; print('stdnum' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "False"
