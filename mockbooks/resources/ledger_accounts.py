"""Ledger accounts (grootboekrekeningen): the chart of accounts that every posting is made to."""

from collections.abc import Iterator
from functools import cache
from typing import Final

from mockbooks.frozen import value
from mockbooks.service.answers import answer_schema, own_id
from mockbooks.service.fields import Choice, Flag, Identifier, PlainText
from mockbooks.service.filters import active_filter, equal_to
from mockbooks.service.list_fields import ListOf
from mockbooks.service.rendering import render
from mockbooks.service.resource import READ_ONLY, Resource
from mockbooks.service.schema import StrictSchema
from mockbooks.service.seeding import SeedIds
from mockbooks.store import CollectionSpec, Exact
from mockbooks.texts import Text

# For each type: the statement that it appears in, and the side on which it grows.
NATURE_OF_TYPES: Final = {
    "cash": ("balance", "debit"),
    "bank": ("balance", "debit"),
    "receivable": ("balance", "debit"),
    "payable": ("balance", "credit"),
    "vat": ("balance", "credit"),
    "stock": ("balance", "debit"),
    "fixed_asset": ("balance", "debit"),
    "equity": ("balance", "credit"),
    "liability": ("balance", "credit"),
    "clearing": ("balance", "debit"),
    "revenue": ("profit_loss", "credit"),
    "cost_of_sales": ("profit_loss", "debit"),
    "expense": ("profit_loss", "debit"),
}


@value(frozen=True, kw_only=True, slots=True)
class LedgerAccount:
    """One account of the chart; `allowed_vat_codes` None means that any VAT code may be used with it."""

    id: str
    code: str
    description: str
    type: str
    statement: str
    normal_side: str
    rgs_code: str | None
    default_vat_rate_id: str | None
    allowed_vat_codes: tuple[str, ...] | None
    is_control: bool
    active: bool
    created_at: str
    updated_at: str


class LedgerAccountBody(StrictSchema):
    """What a ledger account says."""

    code = PlainText(
        "Number of the account in the chart, leading zeros included (rekeningnummer).",
        maximum=20,
        required=True,
        example="8000",
    )
    description = PlainText(
        "What the account is called, in Dutch (omschrijving).",
        maximum=100,
        required=True,
        example="Omzet hoog",
    )
    type = Choice(
        "What kind of account it is (soort): `cash` (kas), `bank`, `receivable` (vordering), `payable` (crediteuren),"
        " `vat` (btw), `stock` (voorraad), `fixed_asset` (vaste activa), `equity` (eigen vermogen), `liability`"
        " (schuld), `clearing` (tussenrekening), `revenue` (omzet), `cost_of_sales` (kostprijs), `expense` (kosten)."
        " Lines of sales go to revenue accounts.",
        allowed=tuple(NATURE_OF_TYPES),
        required=True,
        example="revenue",
    )
    statement = Choice(
        "Where it appears in the annual accounts: on the `balance` sheet (balans) or in the `profit_loss` account"
        " (winst- en verliesrekening).",
        allowed=("balance", "profit_loss"),
        required=True,
        example="profit_loss",
    )
    normal_side = Choice(
        "The side on which the account usually stands (debet of credit). Contra accounts, such as accumulated"
        " depreciation, stand on the other side than their type does.",
        allowed=("debit", "credit"),
        required=True,
        example="credit",
    )
    rgs_code = PlainText(
        "Code in the Dutch national reference chart (Referentie GrootboekSchema, RGS); null when none fits.",
        maximum=20,
        filled=True,
        example="WOmzNohOlh",
    )
    default_vat_rate_id = Identifier(
        "VAT rate of a line that names this account and no rate of its own (standaard btw-tarief); null when none.",
        example="vat_000001",
    )
    allowed_vat_codes = ListOf(
        PlainText("Code of a VAT rate.", maximum=20, required=True, example="NL_HOOG"),
        "Codes of the only VAT rates that a line on this account may carry (toegestane btw-codes);"
        " null when any may be used.",
        example=["NL_HOOG"],
    )
    is_control = Flag(
        "Whether it is a control account (tussenrekening van een subgrootboek), kept by the debtors or creditors behind"
        " it: it cannot be booked to directly.",
        required=True,
        example=False,
    )
    active = Flag(
        "Whether new transactions may be booked to it (actief).",
        required=True,
        example=True,
    )


@cache
def answer() -> StrictSchema:
    """Make the schema of the answer."""
    return answer_schema("LedgerAccount", LedgerAccountBody, id=own_id("led_000044"))()


FILTERS: Final = (
    equal_to("code", PlainText("Only the ledger account with exactly this code.", maximum=20, example="8000")),
    active_filter("ledger accounts"),
)

SPEC: Final[CollectionSpec[LedgerAccount]] = CollectionSpec(
    name="ledger-accounts",
    id_prefix="led",
    render=render,
    indexes=(Exact("code", lambda account: account.code), Exact("active", lambda account: account.active)),
)

RESOURCE: Final[Resource[LedgerAccount]] = Resource(
    singular="LedgerAccount",
    plural_id="LedgerAccounts",
    path="/ledger-accounts",
    name=Text("ledger account", "grootboekrekening"),
    tag="Ledger accounts",
    description="The chart of accounts (rekeningschema): a small Dutch one with the usual four digits and RGS codes.",
    scope="settings",
    spec=SPEC,
    answer=answer,
    actions=READ_ONLY,
    filters=FILTERS,
)

# Number, name, type, RGS code (RGS MKB 3.7).
_SEED: Final = (
    ("0200", "Inventaris", "fixed_asset", "BMvaBeiVvp"),
    ("0210", "Cumulatieve afschrijving inventaris", "fixed_asset", "BMvaBeiCae"),
    ("0500", "Ondernemingsvermogen", "equity", "BEivKapOnd"),
    ("0510", "Privéstortingen", "equity", "BEivKapPrs"),
    ("0520", "Resultaat boekjaar", "equity", "BEivOreRvh"),
    ("1000", "Kas", "cash", "BLimKasKas"),
    ("1100", "Bank", "bank", "BLimBanRba"),
    ("1200", "Tussenrekening PIN", "clearing", "BLimKruPib"),
    ("1210", "Tussenrekening creditcard", "clearing", "BLimKruCra"),
    ("1220", "Tussenrekening betaalprovider (iDEAL, PayPal)", "clearing", "BLimKruSto"),
    ("1230", "Tussenrekening verkopen webshop", "clearing", "BVorTusTvk"),
    ("1300", "Debiteuren", "receivable", "BVorDebHad"),
    ("1310", "Voorziening oninbare debiteuren", "receivable", "BVorDebVdd"),
    ("1400", "Vooruitbetaalde facturen", "receivable", "BVorOvaVof"),
    ("1500", "Te betalen btw hoog", "vat", "BSchBepBtwOla"),
    ("1501", "Te betalen btw laag", "vat", "BSchBepBtwOlv"),
    ("1502", "Te betalen btw overige tarieven", "vat", "BSchBepBtwOlo"),
    ("1504", "Te betalen btw verlegd", "vat", "BSchBepBtwOlw"),
    ("1505", "Te betalen btw OSS", "vat", "BSchBepBtw"),
    ("1520", "Voorbelasting", "vat", "BSchBepBtwVoo"),
    ("1530", "Afdracht btw", "vat", "BSchBepBtwAfo"),
    ("1540", "Te vorderen btw", "receivable", "BVorVbkTvo"),
    ("1600", "Crediteuren", "payable", "BSchCreHac"),
    ("1700", "Te betalen loonheffing", "liability", "BSchBepLhe"),
    ("1800", "Nog te ontvangen facturen", "liability", "BSchOpaNto"),
    ("1900", "Cadeaubonnen en statiegeld", "liability", None),
    ("2000", "Kruisposten", "clearing", "BLimKruSto"),
    ("2900", "Vraagposten", "clearing", "BSchTusTov"),
    ("3000", "Voorraad handelsgoederen", "stock", "BVrdHanVoo"),
    ("4000", "Lonen", "expense", "WPerLesLon"),
    ("4100", "Huur", "expense", "WBedHuiBeh"),
    ("4300", "Afschrijving inventaris", "expense", "WAfsAmvBei"),
    ("4400", "Reclame en advertenties", "expense", "WBedVkkRea"),
    ("4410", "Betaalproviderkosten", "expense", "WBedVkkOvr"),
    ("4420", "Afboeking debiteuren", "expense", "WBedVkkAdd"),
    ("4500", "Kantoorbenodigdheden", "expense", "WBedKanKan"),
    ("4510", "Porti en verzendkosten", "expense", "WBedKanPor"),
    ("4520", "Software-abonnementen", "expense", "WBedKanSof"),
    ("4600", "Accountant en advies", "expense", "WBedAeaAea"),
    ("4700", "Bankkosten", "expense", "WBedAdlBan"),
    ("4710", "Betalings- en afrondingsverschillen", "expense", "WBedAdlBet"),
    ("4900", "Algemene kosten", "expense", "WBedAlkOal"),
    ("7000", "Inkoopwaarde omzet", "cost_of_sales", "WKprInhInh"),
    ("8000", "Omzet hoog", "revenue", "WOmzNohOlh"),
    ("8010", "Omzet laag", "revenue", "WOmzNohOlv"),
    ("8020", "Omzet 0%, vrijgesteld of verlegd", "revenue", "WOmzNohOlg"),
    ("8030", "Omzet binnen EU (ICP)", "revenue", "WOmzNohOli"),
    ("8040", "Omzet buiten EU (export)", "revenue", "WOmzNohOln"),
    ("8050", "Omzet afstandsverkopen EU (OSS)", "revenue", "WOmzNohOla"),
    ("8060", "Omzet diensten hoog", "revenue", "WOmzNodOdh"),
    ("8065", "Omzet diensten binnen EU", "revenue", "WOmzNodOdi"),
    ("8100", "Doorberekende verzendkosten", "revenue", "WOvbOvoOvo"),
    ("8200", "Verleende kortingen", "revenue", "WOmzKebVek"),
    ("8990", "Omzet oud assortiment (vervallen)", "revenue", "WOmzNohOlh"),
    ("9000", "Rentelasten", "expense", "WFbeRlsRef"),
)
# Contra accounts; the sides are those of RGS, in which the result of the year (0520) stands on the credit side.
_OTHER_SIDE: Final = {"0210": "credit", "1310": "credit", "1520": "debit", "8200": "debit"}
_CONTROL: Final = ("1300", "1600")
_INACTIVE: Final = ("8990",)
_OSS: Final = ("OSS_DE_19", "OSS_DE_7", "OSS_BE_21", "OSS_BE_6", "OSS_FR_20", "OSS_FR_5_5", "OSS_AT_20", "OSS_AT_10")
_ALLOWED_VAT_CODES: Final[dict[str, tuple[str, ...]]] = {
    "8000": ("NL_HOOG",),
    "8010": ("NL_LAAG",),
    "8020": ("NL_NUL", "NL_VRIJ", "NL_VERLEGD", "GEEN"),
    "8030": ("EU_ICP",),
    "8040": ("EXPORT",),
    "8050": (*_OSS, "EU_AFST"),
    "8060": ("NL_HOOG", "NL_VERLEGD", "NL_LAAG"),
    "8065": ("EU_DIENST",),
}
_DEFAULT_VAT_CODES: Final = {
    "8000": "NL_HOOG",
    "8010": "NL_LAAG",
    "8030": "EU_ICP",
    "8040": "EXPORT",
    "8060": "NL_HOOG",
    "8065": "EU_DIENST",
}

SEED_CODES: Final = tuple(row[0] for row in _SEED)


def seed(moment: str, ids: SeedIds) -> Iterator[LedgerAccount]:
    """Give the chart of accounts that an administration begins with, made at `moment`."""
    for code, description, account_type, rgs_code in _SEED:
        statement, usual_side = NATURE_OF_TYPES[account_type]
        yield LedgerAccount(
            id=ids(SPEC.name, code),
            code=code,
            description=description,
            type=account_type,
            statement=statement,
            normal_side=_OTHER_SIDE.get(code, usual_side),
            rgs_code=rgs_code,
            default_vat_rate_id=ids.optional("vat-rates", _DEFAULT_VAT_CODES.get(code)),
            allowed_vat_codes=_ALLOWED_VAT_CODES.get(code),
            is_control=code in _CONTROL,
            active=code not in _INACTIVE,
            created_at=moment,
            updated_at=moment,
        )
