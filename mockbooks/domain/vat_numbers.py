"""VAT identification numbers (btw-id's): form and check digits per country, never looked up at VIES or a tax office."""

import re
from functools import cache
from importlib import import_module
from typing import Final, Literal, Protocol, cast

VatNumberFault = Literal["form", "check_digits", "prefix"]

# Prefix to what follows it: the structures that the European Commission publishes for VIES, and for the countries
# outside the Union what their own tax offices print on invoices.
_FORMS: Final = {
    "AT": r"U\d{8}",
    "BE": r"[01]\d{9}",
    "BG": r"\d{9,10}",
    "CH": r"E\d{9}(MWST|TVA|IVA|TPV)",
    "CY": r"\d{8}[A-Z]",
    "CZ": r"\d{8,10}",
    "DE": r"\d{9}",
    "DK": r"\d{8}",
    "EE": r"\d{9}",
    "EL": r"\d{9}",
    "ES": r"[A-Z]\d{7}[A-Z0-9]|\d{8}[A-Z]",
    "FI": r"\d{8}",
    "FR": r"[A-HJ-NP-Z0-9]{2}\d{9}",
    "GB": r"\d{9}|\d{12}|(GD|HA)\d{3}",
    "HR": r"\d{11}",
    "HU": r"\d{8}",
    "IE": r"\d[A-Z0-9+*]\d{5}[A-Z]{1,2}",
    "IT": r"\d{11}",
    "LT": r"\d{9}|\d{12}",
    "LU": r"\d{8}",
    "LV": r"\d{11}",
    "MT": r"\d{8}",
    "NL": r"\d{9}B\d{2}",
    "NO": r"\d{9}MVA",
    "PL": r"\d{10}",
    "PT": r"\d{9}",
    "RO": r"\d{2,10}",
    "SE": r"\d{10}01",
    "SI": r"\d{8}",
    "SK": r"\d{10}",
    "XI": r"\d{9}|\d{12}|(GD|HA)\d{3}",
}

# Greece and Northern Ireland do not use their ISO 3166 code.
_COUNTRIES: Final = {"EL": "GR", "XI": "GB"}


def fault_in(number: str) -> VatNumberFault | None:
    """Tell what is wrong with a number written compactly in upper case, prefix included, or None when it is right.

    `prefix`: no country that is known here begins so; `form`: spaces, dots, lower case, or not the structure of its
    country; `check_digits`: a digit was mistyped.
    """
    prefix, rest = number[:2], number[2:]
    if prefix.upper() not in _FORMS:
        return "prefix"
    if prefix not in _FORMS or not re.fullmatch(_FORMS[prefix], rest, re.ASCII):
        return "form"
    try:
        _library(_country(prefix)).validate(number)
    except ValueError as error:
        return "check_digits" if type(error).__name__ == "InvalidChecksum" else "form"
    return None


def country_of(number: str) -> str | None:
    """Give the ISO 3166 code of the country that the prefix stands for (EL is GR, XI is GB), or None if unknown."""
    prefix = number[:2]
    return _country(prefix) if prefix in _FORMS else None


def _country(prefix: str) -> str:
    return _COUNTRIES.get(prefix, prefix)


class _Library(Protocol):
    """What is used of a module of python-stdnum."""

    def validate(self, number: str) -> str: ...


@cache
def _library(country: str) -> _Library:
    """Import one country on first use: python-stdnum brings ssl and pydoc along, 20 to 80 ms that a start can spare."""
    return cast("_Library", import_module("stdnum").get_cc_module(country, "vat"))
