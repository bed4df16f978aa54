"""Postal addresses, as debtors have them."""

from typing import Final

from mockbooks.domain import countries
from mockbooks.errors import Complaint
from mockbooks.frozen import value
from mockbooks.service.fields import PlainText, shown
from mockbooks.service.schema import StrictSchema


@value(frozen=True, slots=True, kw_only=True)
class Address:
    """Where somebody lives, works or receives goods."""

    line1: str
    line2: str | None = None
    postal_code: str
    city: str
    region: str | None = None
    country_code: str


def country_complaint(code: str) -> Complaint | None:
    """Refuse what is not ISO 3166-1 alpha-2 in capitals; the usual other spellings get a suggestion."""
    if code in countries.COUNTRY_CODES:
        return None
    suggestion = countries.suggestion(code)
    return Complaint(
        "country_code_unknown",
        values={"came": shown(code), **({"suggestion": suggestion} if suggestion else {})},
    )


EXAMPLE: Final = {
    "line1": "Dorpsstraat 12-A",
    "line2": None,
    "postalCode": "1234 AB",
    "city": "Utrecht",
    "region": None,
    "countryCode": "NL",
}


class AddressBody(StrictSchema):
    """A postal address."""

    line1 = PlainText(
        "Street with house number and addition, as it stands on an envelope.",
        maximum=100,
        required=True,
        example="Dorpsstraat 12-A",
    )
    line2 = PlainText("Second address line: building, department, c/o.", maximum=100, example="2e verdieping")
    postal_code = PlainText(
        "Postal code as the country writes it (postcode).", maximum=20, required=True, example="1234 AB"
    )
    city = PlainText("Town (plaats).", maximum=100, required=True, example="Utrecht")
    region = PlainText("State, province or county, where the country uses it.", maximum=100, example="Utrecht")
    country_code = PlainText(
        "Country as ISO 3166-1 alpha-2 in capitals; XK (Kosovo) is taken too."
        " Names, lower case, UK and EL are refused with a hint.",
        maximum=60,
        required=True,
        example="NL",
        check=country_complaint,
        schema={"pattern": "^[A-Z]{2}$"},
    )
