"""The administration (administratie) itself: whose books these are, and which parts of them are closed."""

from collections.abc import Iterable
from dataclasses import field, replace
from datetime import date
from functools import cache
from typing import Any, Final

from mockbooks.domain.periods import BooksCalendar, Quarter
from mockbooks.frozen import value
from mockbooks.service.answers import answer_schema, own_id
from mockbooks.service.context import Context
from mockbooks.service.fields import Choice, Day, PlainText, Whole
from mockbooks.service.list_fields import ListOf
from mockbooks.service.rendering import render
from mockbooks.service.schema import StrictSchema
from mockbooks.service.singleton import Singleton
from mockbooks.store import CollectionSpec
from mockbooks.texts import Text
from mockbooks.traffic.operation import Operation

_ORDINAL: Final = 1
REQUIRABLE: Final = ("journalId", "paymentTermId", "invoiceProfileId", "reference", "dueDate", "supplyDate", "number")
"""Fields of a transaction that an administration may want to be given, though the server could choose a value."""


@value(frozen=True, kw_only=True, slots=True)
class Administration:
    """Whose books these are, as they were seeded; `read` tells what is true of one administration today.

    All administrations begin with the same books, so this id is the one inside them, and not the administration's.
    """

    id: str
    name: str
    country_code: str
    currency: str
    time_zone: str
    vat_number: str
    coc_number: str
    iban: str
    open_fiscal_years: tuple[int, ...]
    lock_date: date | None
    filed_vat_quarters: tuple[str, ...]
    created_at: str
    updated_at: str
    required_fields: tuple[str, ...] = field(default=(), metadata={"internal": True})


class AdministrationBody(StrictSchema):
    """An administration (administratie): whose books these are, and which parts of them are closed."""

    name = PlainText(
        "Name of the business whose books these are (bedrijfsnaam).",
        maximum=100,
        required=True,
        example="Bakkerij De Korenaar B.V.",
    )
    country_code = PlainText(
        "Country of the business, ISO 3166-1 alpha-2 (land).",
        maximum=2,
        required=True,
        example="NL",
        schema={"pattern": "^[A-Z]{2}$"},
    )
    currency = Choice(
        "Currency of the books, ISO 4217 (valuta).",
        allowed=("EUR",),
        required=True,
        example="EUR",
    )
    time_zone = PlainText(
        "Time zone in which days begin and end, from the IANA database (tijdzone).",
        maximum=50,
        required=True,
        example="Europe/Amsterdam",
    )
    vat_number = PlainText(
        "VAT number of the business (btw-id).",
        maximum=14,
        required=True,
        example="NL000099998B57",
    )
    coc_number = PlainText(
        "Number in the Dutch trade register (KvK-nummer).",
        maximum=8,
        required=True,
        example="99999990",
    )
    iban = PlainText(
        "Bank account that debtors pay to (IBAN).",
        maximum=34,
        required=True,
        example="NL82MOCK0123456789",
    )
    open_fiscal_years = ListOf(
        Whole("A fiscal year, which is a calendar year.", lowest=1, highest=9999, required=True, example=2026),
        "Fiscal years that can be booked in today (open boekjaren): this calendar year and the one before it.",
        required=True,
        example=[2025, 2026],
    )
    lock_date = Day(
        "Last day that is locked (blokkeringsdatum): nothing can be booked on it or before it; null when none is.",
        example="2025-12-31",
    )
    filed_vat_quarters = ListOf(
        PlainText(
            "A quarter.",
            maximum=7,
            required=True,
            example="2026-Q1",
            schema={"pattern": "^[0-9]{4}-Q[1-4]$"},
        ),
        "Quarters whose VAT return was filed (ingediende btw-aangiften): nothing can be booked in them any more.",
        required=True,
        example=["2026-Q1"],
    )


@cache
def answer() -> StrictSchema:
    """Make the schema of the answer."""
    return answer_schema("Administration", AdministrationBody, id=own_id("demo"))()


SPEC: Final[CollectionSpec[Administration]] = CollectionSpec(name="administration", id_prefix="adm", render=render)


def calendar(context: Context) -> BooksCalendar:
    """Tell which days can be booked on today."""
    administration = _administration(context)
    return BooksCalendar(
        today=context.today,
        lock_date=administration.lock_date,
        filed_quarters=frozenset(map(Quarter.parse, administration.filed_vat_quarters)),
    )


def lock(context: Context, last_day: date | None) -> None:
    """Close the books up to and including a day, or with None open what a lock date had closed."""
    _write(context, lock_date=last_day)


def file_vat_return(context: Context, quarter: Quarter) -> None:
    """Close a quarter because its VAT return was filed; one that was filed before stays filed."""
    filed = {*calendar(context).filed_quarters, quarter}
    _write(context, filed_vat_quarters=tuple(map(str, sorted(filed))))


def required_fields(context: Context) -> tuple[str, ...]:
    """Name the fields that every transaction which has them must give here, out of `REQUIRABLE`."""
    return _administration(context).required_fields


def read(context: Context) -> bytes:
    """Give the administration by its own id and name, with the fiscal years that are open today."""
    if not context.administration_id:
        raise LookupError("these books belong to no administration yet")
    told = replace(
        _administration(context),
        id=context.administration_id,
        name=context.administration_name,
        open_fiscal_years=_open_fiscal_years(context.today),
    )
    return SPEC.render(told)


SINGLETON: Final = Singleton(
    operation=Operation(
        operation_id="getAdministration",
        method="GET",
        path="/administration",
        scope="settings:read",
    ),
    tag="Administration",
    name=Text("administration", "administratie"),
    description="The administration that the access token works on (administratie): whose books these are, and which"
    " parts of them are closed.",
    answer=answer,
    read=read,
)


def seed(
    moment: str,
    today: date,
    *,
    lock_date: date | None = None,
    filed_quarters: Iterable[str] = (),
    require: Iterable[str] = (),
) -> Administration:
    """Give the one administration, made at `moment`; `require` names fields that transactions must give.

    ValueError for a quarter that is not written like `2026-Q1`, or a field that is not in `REQUIRABLE`.
    """
    return Administration(
        id=SPEC.id_of(_ORDINAL),
        name="Bakkerij De Korenaar B.V.",
        country_code="NL",
        currency="EUR",
        time_zone="Europe/Amsterdam",
        vat_number="NL000099998B57",
        coc_number="99999990",
        iban="NL82MOCK0123456789",
        open_fiscal_years=_open_fiscal_years(today),
        lock_date=lock_date,
        filed_vat_quarters=tuple(str(quarter) for quarter in sorted(map(Quarter.parse, filed_quarters))),
        created_at=moment,
        updated_at=moment,
        required_fields=_requirable(tuple(require)),
    )


def _requirable(names: tuple[str, ...]) -> tuple[str, ...]:
    """Give the names once each, in the order of the table."""
    unknown = next((name for name in names if name not in REQUIRABLE), None)
    if unknown is not None:
        message = f"a field that can be required is one of {', '.join(REQUIRABLE)}, not {unknown!r}"
        raise ValueError(message)
    return tuple(name for name in REQUIRABLE if name in names)


def _administration(context: Context) -> Administration:
    administration = context.books.collection(SPEC).get(SPEC.id_of(_ORDINAL))
    if administration is None:
        raise LookupError("these books were not seeded with an administration")
    return administration


def _write(context: Context, **changes: Any) -> None:  # noqa: ANN401 - each is of its own type
    """Change what is told of the administration; what is already so is not written again."""
    present = _administration(context)
    if any(getattr(present, name) != value for name, value in changes.items()):
        changed = replace(present, **changes, updated_at=context.now)
        context.books.collection(SPEC).replace(changed)


def _open_fiscal_years(today: date) -> tuple[int, ...]:
    return (today.year - 1, today.year)
