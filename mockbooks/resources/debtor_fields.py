"""Fields of a debtor whose written form is checked by the rules of whoever issues them: e-mail, btw-id, IBAN, KvK."""

import re
from typing import Any, Final

from marshmallow import ValidationError, validate

from mockbooks.domain import ibans, vat_numbers
from mockbooks.errors import Complaint
from mockbooks.service.fields import PlainText, shown
from mockbooks.texts import Text

_EMAIL = validate.Email()
# Most addresses: letters and digits in small parts. All of it is what the validator takes, in a third of its time.
USUAL_EMAIL: Final = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)*@(?:[a-z0-9]{1,63}\.)+[a-z]{2,6}", re.ASCII)
_COC_NUMBER = re.compile(r"[0-9]{8}", re.ASCII)
_BECAUSE: Final = {
    "prefix": Text(
        "the first two letters are no country whose VAT numbers are known: EU members (EL for Greece),"
        " XI, GB, CHE or NO",
        "de eerste twee letters zijn geen land waarvan btw-nummers bekend zijn: EU-landen (EL voor Griekenland),"
        " XI, GB, CHE of NO",
    ),
    "form": Text(
        "it has not the form of that country; write it in capitals without spaces or dots, such as NL000099998B57",
        "het heeft niet de vorm van dat land; schrijf het in hoofdletters zonder spaties of punten,"
        " zoals NL000099998B57",
    ),
    "check_digits": Text("its check digits are wrong", "de controlecijfers kloppen niet"),
}


class Email(PlainText):
    """An e-mail address, kept as it is written."""

    def __init__(self, description: str, **options: Any) -> None:  # noqa: ANN401
        """Declare the longest length that mail allows (RFC 5321)."""
        super().__init__(
            description, maximum=254, filled=True, check=_email_complaint, schema={"format": "email"}, **options
        )


class VatNumber(PlainText):
    """A VAT identification number (btw-id) as it stands on an invoice; it is never looked up outside."""

    def __init__(self, description: str, **options: Any) -> None:  # noqa: ANN401
        """Declare the check of form and check digits."""
        super().__init__(description, maximum=20, filled=True, check=_vat_number_complaint, **options)


class CocNumber(PlainText):
    """A number in the Dutch trade register (KvK)."""

    def __init__(self, description: str, **options: Any) -> None:  # noqa: ANN401
        """Declare its eight digits."""
        pattern: dict[str, object] = {"pattern": "^[0-9]{8}$"}
        super().__init__(description, maximum=20, filled=True, check=_coc_number_complaint, schema=pattern, **options)


class Iban(PlainText):
    """A bank account (ISO 13616)."""

    def __init__(self, description: str, **options: Any) -> None:  # noqa: ANN401
        """Declare the longest length and the check of country, form and check digits."""
        super().__init__(description, maximum=34, filled=True, check=_iban_complaint, **options)


def _email_complaint(value: str) -> Complaint | None:
    if USUAL_EMAIL.fullmatch(value):
        return None
    try:
        _EMAIL(value)
    except ValidationError:
        return Complaint("invalid_email", values={"came": shown(value)})
    return None


def _vat_number_complaint(value: str) -> Complaint | None:
    """Check the form and the check digits of a btw-id; it is never looked up outside."""
    fault = vat_numbers.fault_in(value)
    return Complaint("vat_number_invalid", values={"came": shown(value), "because": _BECAUSE[fault]}) if fault else None


def _iban_complaint(value: str) -> Complaint | None:
    """Check the country, form and check digits of an IBAN (ISO 13616)."""
    return Complaint("invalid_iban", values={"came": shown(value)}) if ibans.fault_in(value) else None


def _coc_number_complaint(value: str) -> Complaint | None:
    """Take the eight digits of a KvK number, leading zeros kept."""
    return None if _COC_NUMBER.fullmatch(value) else Complaint("invalid_coc_number", values={"came": shown(value)})
