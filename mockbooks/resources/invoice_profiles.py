"""Invoice profiles (factuurprofielen): how an invoice looks and travels, and where it is booked by default."""

from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from mockbooks.frozen import value
from mockbooks.service.answers import answer_schema, own_id
from mockbooks.service.fields import Choice, Flag, Identifier, PlainText
from mockbooks.service.filters import active_filter, equal_to
from mockbooks.service.rendering import render
from mockbooks.service.resource import READ_ONLY, Resource
from mockbooks.service.schema import StrictSchema
from mockbooks.service.seeding import SeedIds
from mockbooks.store import CollectionSpec, Exact
from mockbooks.texts import Text

LANGUAGES: Final = ("nl", "en", "de", "fr")
DELIVERY_METHODS: Final = ("email", "post", "peppol", "none")


@value(frozen=True, kw_only=True, slots=True)
class InvoiceProfile:
    """One way of making invoices out."""

    id: str
    code: str
    name: str
    language: str
    prices_include_vat: bool
    number_pattern: str
    journal_id: str
    payment_term_id: str
    delivery_method: str
    footer_text: str | None
    is_default: bool
    active: bool
    created_at: str
    updated_at: str


class InvoiceProfileBody(StrictSchema):
    """What an invoice profile says."""

    code = PlainText(
        "Short code that people know the profile by (code).",
        maximum=10,
        required=True,
        example="STD",
    )
    name = PlainText(
        "What the profile is called (naam).",
        maximum=100,
        required=True,
        example="Standaard",
    )
    language = Choice(
        "Language of the invoice, ISO 639-1 (taal).",
        allowed=LANGUAGES,
        required=True,
        example="nl",
    )
    prices_include_vat = Flag(
        "Whether prices on the invoice include VAT, as consumers are shown them (prijzen inclusief btw).",
        required=True,
        example=False,
    )
    number_pattern = PlainText(
        "How invoice numbers are written (nummerpatroon): that of the profile's journal, with `{year}`, `{number}`"
        " and `{number:4}`, which has leading zeros to four digits.",
        maximum=50,
        required=True,
        example="{year}-{number:4}",
    )
    journal_id = Identifier(
        "Sales journal that invoices of this profile belong in (dagboek).",
        required=True,
        example="jrn_000005",
    )
    payment_term_id = Identifier(
        "Payment term that invoices of this profile usually have (betaalconditie).",
        required=True,
        example="trm_000003",
    )
    delivery_method = Choice(
        "How the invoice reaches the debtor (verzendwijze): by `email`, by `post`, over the `peppol` network"
        " (e-factuur), or `none` when somebody else, such as a web shop, sends it.",
        allowed=DELIVERY_METHODS,
        required=True,
        example="email",
    )
    footer_text = PlainText(
        "Text at the foot of the invoice, in its language (voettekst); null when there is none.",
        maximum=500,
        filled=True,
        example="Wilt u bij uw betaling het factuurnummer vermelden?",
    )
    is_default = Flag(
        "Whether it is used when neither the transaction nor the debtor names a profile (standaard).",
        required=True,
        example=True,
    )
    active = Flag(
        "Whether new transactions may use it (actief).",
        required=True,
        example=True,
    )


@cache
def answer() -> StrictSchema:
    """Make the schema of the answer."""
    return answer_schema("InvoiceProfile", InvoiceProfileBody, id=own_id("prf_000001"))()


FILTERS: Final = (
    equal_to(
        "code", PlainText("Only the invoice profile with exactly this code.", maximum=10, filled=True, example="STD")
    ),
    active_filter("invoice profiles"),
)

SPEC: Final[CollectionSpec[InvoiceProfile]] = CollectionSpec(
    name="invoice-profiles",
    id_prefix="prf",
    render=render,
    indexes=(
        Exact("code", lambda profile: profile.code),
        Exact("active", lambda profile: profile.active),
        Exact("is_default", lambda profile: profile.is_default),
    ),
)

RESOURCE: Final[Resource[InvoiceProfile]] = Resource(
    singular="InvoiceProfile",
    plural_id="InvoiceProfiles",
    path="/invoice-profiles",
    name=Text("invoice profile", "factuurprofiel"),
    tag="Invoice profiles",
    description="How invoices look and travel (factuurprofielen): language, prices with or without VAT, and delivery.",
    scope="settings",
    spec=SPEC,
    answer=answer,
    actions=READ_ONLY,
    filters=FILTERS,
)


class _Row(NamedTuple):
    code: str
    name: str
    language: str
    number_pattern: str
    journal: str
    term: str
    delivery_method: str
    footer_text: str | None
    prices_include_vat: bool = False
    is_default: bool = False
    active: bool = True


_QUOTE_NUMBER: Final = "Wilt u bij uw betaling het factuurnummer vermelden?"
_QUOTE_NUMBER_ENGLISH: Final = "Please quote the invoice number with your payment."
_PAID: Final = "Deze factuur is al betaald. Bedankt voor uw bestelling!"

_SEED: Final = (
    _Row("STD", "Standaard", "nl", "{year}-{number:4}", "70", "14", "email", _QUOTE_NUMBER, is_default=True),
    _Row("WEB", "Webshop", "nl", "WEB-{year}-{number:5}", "75", "00", "none", _PAID, prices_include_vat=True),
    _Row("ENG", "English", "en", "{year}-{number:4}", "70", "14", "email", _QUOTE_NUMBER_ENGLISH),
    _Row("B2B", "Zakelijk (e-factuur)", "nl", "{year}-{number:4}", "70", "30", "peppol", _QUOTE_NUMBER),
    _Row("OUD", "Oude huisstijl (vervallen)", "nl", "{year}-{number:4}", "70", "14", "post", None, active=False),
)

SEED_CODES: Final = tuple(row.code for row in _SEED)


def seed(moment: str, ids: SeedIds) -> Iterator[InvoiceProfile]:
    """Give the invoice profiles that an administration begins with, made at `moment`."""
    for row in _SEED:
        yield InvoiceProfile(
            id=ids(SPEC.name, row.code),
            code=row.code,
            name=row.name,
            language=row.language,
            prices_include_vat=row.prices_include_vat,
            number_pattern=row.number_pattern,
            journal_id=ids("journals", row.journal),
            payment_term_id=ids("payment-terms", row.term),
            delivery_method=row.delivery_method,
            footer_text=row.footer_text,
            is_default=row.is_default,
            active=row.active,
            created_at=moment,
            updated_at=moment,
        )
