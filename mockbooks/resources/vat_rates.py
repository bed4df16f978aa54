"""VAT rates (btw-tarieven): every rate with its law, its box of the return, and the days between which it holds."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Final, NamedTuple

from mockbooks.frozen import value
from mockbooks.service.answers import answer_schema, own_id
from mockbooks.service.fields import Choice, Day, Flag, Identifier, Percentage, PlainText
from mockbooks.service.filters import active_filter, equal_to
from mockbooks.service.rendering import render
from mockbooks.service.resource import READ_ONLY, Resource
from mockbooks.service.schema import StrictSchema
from mockbooks.service.seeding import SeedIds
from mockbooks.store import CollectionSpec, Exact
from mockbooks.texts import Text

CATEGORIES: Final = (
    "high", "low", "other", "zero", "exempt", "reverse_charge", "eu_goods", "eu_services", "export", "distance", "oss",
    "none",
)  # fmt: skip
RETURN_BOXES: Final = ("1a", "1b", "1c", "1d", "1e", "2a", "3a", "3b", "3c", "4a", "4b", "5b")


@value(frozen=True, kw_only=True, slots=True)
class VatRate:
    """One rate in one period; a code has a record for each percentage that it stood for."""

    id: str
    code: str
    description: str
    percentage: Decimal | None
    category: str
    direction: str
    return_box: str | None
    country_code: str | None
    requires_vat_number: bool
    legal_text: str | None
    ledger_account_id: str | None
    valid_from: date | None
    valid_to: date | None
    active: bool
    created_at: str
    updated_at: str

    def is_valid_on(self, day: date) -> bool:
        """Tell whether the rate holds on the day of supply; both ends belong to the period."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


class VatRateBody(StrictSchema):
    """What a VAT rate says."""

    code = PlainText(
        "Short code that people know the rate by (btw-code). A rate that was raised or lowered keeps its code: each"
        " percentage is an object of its own, told apart by `validFrom` and `validTo`.",
        maximum=20,
        required=True,
        example="NL_HOOG",
    )
    description = PlainText(
        "What the rate is called, in Dutch (omschrijving).",
        maximum=100,
        required=True,
        example="Btw hoog 21%",
    )
    percentage = Percentage(
        "The percentage (btw-percentage); null when no VAT may be shown at all, which is not the same as 0.00.",
        example="21.00",
    )
    category = Choice(
        "What kind of rate it is in law (soort): `high` (hoog), `low` (laag), `other` (overig), `zero` (nultarief),"
        " `exempt` (vrijgesteld), `reverse_charge` (verlegd), `eu_goods` (goods within the EU, ICP), `eu_services`"
        " (services within the EU), `export` (uitvoer), `distance` (afstandsverkopen), `oss` (éénloketsysteem), `none`"
        " (geen btw). Import under an article 23 permit is a reverse charge.",
        allowed=CATEGORIES,
        required=True,
        example="high",
    )
    direction = Choice(
        "Whether it is meant for sales (verkoop) or for purchases (inkoop). Lines of sales take sales rates only.",
        allowed=("sales", "purchase"),
        required=True,
        example="sales",
    )
    return_box = Choice(
        "Box of the Dutch VAT return in which the turnover or the VAT is declared (rubriek);"
        " null when it does not belong in that return.",
        allowed=RETURN_BOXES,
        example="1a",
    )
    country_code = PlainText(
        "Country that levies the VAT, ISO 3166-1 alpha-2 (land); null when no VAT is levied here, such as on exports.",
        maximum=2,
        filled=True,
        example="NL",
        schema={"pattern": "^[A-Z]{2}$"},
    )
    requires_vat_number = Flag(
        "Whether the debtor must have a valid VAT number to be sold to at this rate (btw-id verplicht).",
        required=True,
        example=False,
    )
    legal_text = PlainText(
        "What the law wants to be printed on the invoice, in Dutch (verplichte vermelding); null when nothing.",
        maximum=250,
        filled=True,
        example="Btw verlegd",
    )
    ledger_account_id = Identifier(
        "Ledger account that the VAT is posted to (btw-rekening); null when there is no VAT to post.",
        example="led_000015",
    )
    valid_from = Day(
        "First day of supply for which the rate holds (geldig vanaf); null when it has no beginning that matters.",
        example="2012-10-01",
    )
    valid_to = Day(
        "Last day of supply for which the rate holds (geldig tot en met); null when it still does.",
        example="2012-09-30",
    )
    active = Flag(
        "Whether it may be used at all (actief). A closed version stays active: a late credit note needs the rate of"
        " its supply date.",
        required=True,
        example=True,
    )


@cache
def answer() -> StrictSchema:
    """Make the schema of the answer."""
    return answer_schema("VatRate", VatRateBody, id=own_id("vat_000001"))()


FILTERS: Final = (
    equal_to(
        "code",
        PlainText("Only VAT rates with exactly this code, closed versions included.", maximum=20, example="NL_HOOG"),
    ),
    active_filter("VAT rates"),
)

SPEC: Final[CollectionSpec[VatRate]] = CollectionSpec(
    name="vat-rates",
    id_prefix="vat",
    render=render,
    indexes=(Exact("code", lambda rate: rate.code), Exact("active", lambda rate: rate.active)),
)

RESOURCE: Final[Resource[VatRate]] = Resource(
    singular="VatRate",
    plural_id="VatRates",
    path="/vat-rates",
    name=Text("VAT rate", "btw-tarief"),
    tag="VAT rates",
    description="The VAT rates of the administration (btw-tarieven), for sales and for purchases. Which rate a line may"
    " carry follows from the supply date, the ledger account, and where the debtor is.",
    scope="settings",
    spec=SPEC,
    answer=answer,
    actions=READ_ONLY,
    filters=FILTERS,
)


class _Row(NamedTuple):
    code: str
    description: str
    percentage: str | None
    category: str
    return_box: str | None = None
    account: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    country: str | None = "NL"
    direction: str = "sales"
    requires_vat_number: bool = False
    legal_text: str | None = None
    active: bool = True


_EXEMPT: Final = "Vrijgesteld van btw (artikel 11 Wet op de omzetbelasting 1968)"
_EU_GOODS: Final = "Intracommunautaire levering (artikel 138 Btw-richtlijn 2006/112/EG)"
_EU_SERVICE: Final = "Btw verlegd (artikelen 44 en 196 Btw-richtlijn 2006/112/EG)"
_EXPORT: Final = "Levering buiten de Europese Unie (artikel 146 Btw-richtlijn 2006/112/EG)"
_OSS: Final = "2021-07-01"

# Wet op de omzetbelasting 1968 (in force since 1969-01-01): art. 9 and its tables I and II, art. 11, art. 12.
# The first row of a code is the one in force; closed versions come last, so that a search by code finds them second.
_SEED: Final = (
    _Row("NL_HOOG", "Btw hoog 21%", "21.00", "high", "1a", "1500", "2012-10-01"),
    _Row("NL_LAAG", "Btw laag 9%", "9.00", "low", "1b", "1501", "2019-01-01"),
    _Row("NL_OVERIG", "Btw overig tarief 13% (vervallen)", "13.00", "other", "1c", "1502", active=False),
    _Row("NL_NUL", "Btw 0%", "0.00", "zero", "1e", None, "1969-01-01"),
    _Row("NL_VRIJ", "Vrijgesteld van btw", "0.00", "exempt", None, None, "1969-01-01", legal_text=_EXEMPT),
    _Row(
        "NL_VERLEGD",
        "Btw verlegd binnen Nederland",
        "0.00",
        "reverse_charge",
        "1e",
        requires_vat_number=True,
        legal_text="Btw verlegd",
    ),
    _Row(
        "EU_ICP",
        "Intracommunautaire levering 0% (ICP)",
        "0.00",
        "eu_goods",
        "3b",
        valid_from="1993-01-01",
        country=None,
        requires_vat_number=True,
        legal_text=_EU_GOODS,
    ),
    _Row(
        "EU_DIENST",
        "Dienst binnen de EU, btw verlegd",
        "0.00",
        "eu_services",
        "3b",
        valid_from="2010-01-01",
        country=None,
        requires_vat_number=True,
        legal_text=_EU_SERVICE,
    ),
    _Row(
        "EXPORT",
        "Export buiten de EU 0%",
        "0.00",
        "export",
        "3a",
        valid_from="1969-01-01",
        country=None,
        legal_text=_EXPORT,
    ),
    _Row("EU_AFST", "Installatie en afstandsverkopen EU zonder OSS", "0.00", "distance", "3c", country=None),
    _Row("OSS_DE_19", "OSS Duitsland 19%", "19.00", "oss", None, "1505", _OSS, country="DE"),
    _Row("OSS_DE_7", "OSS Duitsland 7%", "7.00", "oss", None, "1505", _OSS, country="DE"),
    _Row("OSS_BE_21", "OSS België 21%", "21.00", "oss", None, "1505", _OSS, country="BE"),
    _Row("OSS_BE_6", "OSS België 6%", "6.00", "oss", None, "1505", _OSS, country="BE"),
    _Row("OSS_FR_20", "OSS Frankrijk 20%", "20.00", "oss", None, "1505", _OSS, country="FR"),
    _Row("OSS_FR_5_5", "OSS Frankrijk 5,5%", "5.50", "oss", None, "1505", _OSS, country="FR"),
    _Row("OSS_AT_20", "OSS Oostenrijk 20%", "20.00", "oss", None, "1505", _OSS, country="AT"),
    _Row("OSS_AT_10", "OSS Oostenrijk 10%", "10.00", "oss", None, "1505", _OSS, country="AT"),
    _Row("GEEN", "Geen btw", None, "none", country=None),
    _Row("INK_HOOG", "Voorbelasting hoog 21%", "21.00", "high", "5b", "1520", "2012-10-01", direction="purchase"),
    _Row("INK_LAAG", "Voorbelasting laag 9%", "9.00", "low", "5b", "1520", "2019-01-01", direction="purchase"),
    # Due and deductible at once: the account is that of the VAT due, the deduction goes to input VAT.
    _Row("INK_VERL", "Inkoop, btw naar ons verlegd", "21.00", "reverse_charge", "2a", "1504", direction="purchase"),
    _Row("INK_EU", "Inkoop binnen de EU (verwerving)", "21.00", "eu_goods", "4b", "1504", direction="purchase"),
    _Row("INK_IMP", "Invoer van buiten de EU (art. 23)", "21.00", "reverse_charge", "4a", "1504", direction="purchase"),
    _Row("NL_HOOG", "Btw hoog 19% (tot oktober 2012)", "19.00", "high", "1a", "1500", "2001-01-01", "2012-09-30"),
    _Row("NL_LAAG", "Btw laag 6% (tot 2019)", "6.00", "low", "1b", "1501", "1986-10-01", "2018-12-31"),
    _Row(
        "INK_VERL_9", "Inkoop laag, btw naar ons verlegd", "9.00", "reverse_charge", "2a", "1504", direction="purchase"
    ),
    _Row("INK_EU_9", "Inkoop laag binnen de EU", "9.00", "eu_goods", "4b", "1504", direction="purchase"),
    _Row("INK_IMP_9", "Invoer laag (art. 23)", "9.00", "reverse_charge", "4a", "1504", direction="purchase"),
)

SEED_CODES: Final = tuple(row.code for row in _SEED)


def seed(moment: str, ids: SeedIds) -> Iterator[VatRate]:
    """Give the VAT rates that an administration begins with, made at `moment`."""
    for position, row in enumerate(_SEED, start=1):
        yield VatRate(
            id=SPEC.id_of(position),
            code=row.code,
            description=row.description,
            percentage=None if row.percentage is None else Decimal(row.percentage),
            category=row.category,
            direction=row.direction,
            return_box=row.return_box,
            country_code=row.country,
            requires_vat_number=row.requires_vat_number,
            legal_text=row.legal_text,
            ledger_account_id=ids.optional("ledger-accounts", row.account),
            valid_from=_day(row.valid_from),
            valid_to=_day(row.valid_to),
            active=row.active,
            created_at=moment,
            updated_at=moment,
        )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
