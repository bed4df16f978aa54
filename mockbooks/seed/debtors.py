"""Seeded debtors: first the awkward ones that break integrations, then ordinary people and companies."""

import re
from random import Random
from typing import Any, Final

from mockbooks.domain.folding import fold
from mockbooks.resources import debtors, payment_terms
from mockbooks.seed.pool import Pool, pool
from mockbooks.service import operations
from mockbooks.service.context import Context

_BUSINESS: Final[dict[str, Any]] = {"is_business": True}
_BERLIN: Final = ("Lindenstraße 5", "10969", "Berlin", "DE")
_BRUSSELS: Final = ("Rue du Marché 8", "1000", "Bruxelles", "BE")
_ANTWERP: Final = ("Kerkstraat 1 bus 3", "2000", "Antwerpen", "BE")
_BRISTOL: Final = ("1 Quay Street", "BS1 4DJ", "Bristol", "GB")
_AWKWARD: Final[tuple[dict[str, Any], ...]] = (
    {
        **_BUSINESS,
        "name": "Bakkerij De Korenaar",
        "email": "inkoop@korenaar.example",
        "coc_number": "99999990",
        "vat_number": "NL000099998B57",
        "iban": "NL82MOCK0123456789",
        "contact_name": "Sanne de Vries",
        "language": "nl",
    },
    {"name": "Siobhán O'Brien", "email": "siobhan.o'brien@mail.example", "language": "en"},
    {**_BUSINESS, "name": "Jan & Zn. Groente en Fruit", "email": "jan+groente@zoon.example"},
    {"name": "Willem de Groot", "email": "W.DE.GROOT@MAIL.EXAMPLE"},
    {"name": "Familie Jansen", "email": "jansen@thuis.example", "contact_name": "Piet Jansen"},
    {**_BUSINESS, "name": "Jansen Klussenbedrijf", "email": "jansen@thuis.example"},
    {
        "name": "Opgeheven Handelsmaatschappij",
        "email": "info@opgeheven.example",
        "code": "ARCHIEF-1",
        "active": False,
    },
    {**_BUSINESS, "name": "Café Zoë 🌻", "email": "hallo@cafezoe.example", "code": "00042"},
    {
        **_BUSINESS,
        "name": "Müller & Söhne GmbH",
        "email": "einkauf@mueller.example",
        "vat_number": "DE123456788",
        "language": "de",
        "address": _BERLIN,
    },
    {
        **_BUSINESS,
        "name": "Chocolaterie Dubois",
        "email": "achats@dubois.example",
        "vat_number": "BE0123456749",
        "language": "fr",
        "address": _BRUSSELS,
    },
    {"name": "Peeters Annelies", "email": "annelies@peeters.example", "address": _ANTWERP},
    {
        **_BUSINESS,
        "name": "Harbour Trading Ltd",
        "email": "orders@harbour.example",
        "language": "en",
        "address": _BRISTOL,
    },
)
_SHARE_OF_COMPANIES: Final = 0.4
_HOUSE_NUMBERS: Final = 180


def plant(context: Context, random: Random, *, random_seed: int, count: int) -> None:
    """Add so many debtors."""
    nothing: dict[str, Any] = {**dict.fromkeys(debtors.DebtorCreate().fields), "is_business": False, "active": True}
    business = {**nothing, "payment_term_id": _business_term_id(context)}
    names = pool(random_seed) if count > len(_AWKWARD) else None
    for position in range(count):
        if position < len(_AWKWARD) or names is None:
            values = _awkward(_AWKWARD[position])
        else:
            values = _ordinary(names, random, position)
        usual = business if values.get("is_business") else nothing
        operations.create(debtors.RESOURCE, context, {**usual, **values})


def _business_term_id(context: Context) -> str | None:
    """Find the 30 days that hold between businesses when nothing was agreed (art. 6:119a BW)."""
    term = context.books.collection(payment_terms.SPEC).first("code", "30")
    return term.id if term else None


def _awkward(row: dict[str, Any]) -> dict[str, Any]:
    line1, postal_code, city, country = row.get("address", ("Dorpsstraat 12-A", "1234 AB", "Utrecht", "NL"))
    return {**row, "address": _address(line1, postal_code, city, country)}


def _ordinary(names: Pool, random: Random, position: int) -> dict[str, Any]:
    first, last = random.choice(names.first_names), random.choice(names.last_names)
    is_business = random.random() < _SHARE_OF_COMPANIES
    street = f"{random.choice(names.streets)} {random.randint(1, _HOUSE_NUMBERS)}"
    place = _address(street, random.choice(names.postcodes), random.choice(names.cities), "NL")
    person = f"{first} {last}"
    return {
        "name": random.choice(names.companies) if is_business else person,
        "contact_name": person if is_business else None,
        "email": f"{_mailbox(person)}.{position}@mail.example",
        "phone": f"+31 6 {random.randint(10_000_000, 99_999_999)}",
        "address": place,
        "language": "nl",
        "is_business": is_business,
    }


def _address(line1: str, postal_code: str, city: str, country_code: str) -> dict[str, Any]:
    return {
        "line1": line1,
        "line2": None,
        "postal_code": postal_code,
        "city": city,
        "region": None,
        "country_code": country_code,
    }


def _mailbox(person: str) -> str:
    return re.sub(r"[^a-z0-9]+", ".", fold(person)).strip(".")
