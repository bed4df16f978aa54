"""IBANs (ISO 13616): form and check digits, never whether the bank or the account exists."""

import re
from functools import cache
from importlib import import_module
from typing import Final, Literal, Protocol, cast

IbanFault = Literal["form", "check_digits", "country"]

_FORM: Final = re.compile(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}")


def fault_in(iban: str) -> IbanFault | None:
    """Tell what is wrong with an IBAN written compactly in upper case, or None when it is right.

    `form`: other characters, or not the length and make-up of its country; `country`: has no IBANs; `check_digits`:
    the third and fourth character do not belong to the rest (modulo 97), asked only when all else is right.
    """
    if not _FORM.fullmatch(iban):
        return "form"
    right_iban = iban[:2] + _library().calc_check_digits(iban) + iban[4:]
    # python-stdnum looks at the check digits first: with the right ones it goes on to say what else is wrong. Its lists
    # of the banks of a country are left out, so that the invented banks of test data pass.
    try:
        _library().validate(right_iban, check_country=False)
    except ValueError as error:
        return "country" if type(error).__name__ == "InvalidComponent" else "form"
    return None if iban == right_iban else "check_digits"


class _Library(Protocol):
    """What is used of `stdnum.iban`."""

    def calc_check_digits(self, number: str) -> str: ...

    def validate(self, number: str, *, check_country: bool) -> str: ...


@cache
def _library() -> _Library:
    """Import on first use: python-stdnum brings ssl and pydoc along, 20 to 80 ms that a start can spare."""
    return cast("_Library", import_module("stdnum.iban"))
