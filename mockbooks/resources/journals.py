"""Journals (dagboeken): the books of first entry, each with its own series of numbers."""

from collections.abc import Iterator
from dataclasses import field
from functools import cache
from typing import Final, NamedTuple

from mockbooks.frozen import value
from mockbooks.service.answers import answer_schema, own_id
from mockbooks.service.fields import Choice, Flag, Identifier, PlainText, Whole
from mockbooks.service.filters import active_filter, equal_to
from mockbooks.service.rendering import render
from mockbooks.service.resource import READ_ONLY, Resource
from mockbooks.service.schema import StrictSchema
from mockbooks.service.seeding import SeedIds
from mockbooks.store import CollectionSpec, Exact
from mockbooks.texts import Text

TYPES: Final = ("sales", "purchase", "bank", "cash", "memorial", "opening")
HIGHEST_NUMBER: Final = 2_000_000_000


@value(frozen=True, kw_only=True, slots=True)
class Journal:
    """One journal; `next_number` counts within `latest_fiscal_year`, which is None until something is booked."""

    id: str
    code: str
    description: str
    type: str
    ledger_account_id: str | None
    next_number: int
    number_pattern: str
    currency: str
    is_default: bool
    active: bool
    created_at: str
    updated_at: str
    latest_fiscal_year: int | None = field(default=None, metadata={"internal": True})


class JournalBody(StrictSchema):
    """What a journal says."""

    code = PlainText(
        "Number of the journal, as it is customary in Dutch packages (dagboekcode).",
        maximum=10,
        required=True,
        example="70",
    )
    description = PlainText(
        "What the journal is called, in Dutch (omschrijving).",
        maximum=100,
        required=True,
        example="Verkoop",
    )
    type = Choice(
        "What is booked in it (soort): `sales` (verkoop, credit notes included), `purchase` (inkoop), `bank`, `cash`"
        " (kas), `memorial` (memoriaal), `opening` (beginbalans). Receipts go to bank and cash journals.",
        allowed=TYPES,
        required=True,
        example="sales",
    )
    ledger_account_id = Identifier(
        "Ledger account of the money that a bank or cash journal is about (tegenrekening); null for other journals.",
        example="led_000007",
    )
    next_number = Whole(
        "Sequence number that the next transaction in the latest fiscal year with bookings gets (volgnummer);"
        " each fiscal year counts from 1.",
        lowest=1,
        highest=HIGHEST_NUMBER,
        required=True,
        example=1,
    )
    number_pattern = PlainText(
        "How numbers are written (nummerpatroon): `{year}` is the fiscal year, `{number}` the sequence number,"
        " `{number:4}` the same with leading zeros to four digits.",
        maximum=50,
        required=True,
        example="{year}-{number:4}",
    )
    currency = Choice(
        "Currency of the journal, ISO 4217 (valuta).",
        allowed=("EUR",),
        required=True,
        example="EUR",
    )
    is_default = Flag(
        "Whether it is used when a transaction names no journal (standaard): there is one such journal for sales, one"
        " for receipts among the bank and cash journals, and one for memorial entries.",
        required=True,
        example=True,
    )
    active = Flag(
        "Whether new transactions may be booked in it (actief).",
        required=True,
        example=True,
    )


@cache
def answer() -> StrictSchema:
    """Make the schema of the answer."""
    return answer_schema("Journal", JournalBody, id=own_id("jrn_000005"))()


FILTERS: Final = (
    equal_to("code", PlainText("Only the journal with exactly this code.", maximum=10, filled=True, example="70")),
    active_filter("journals"),
)

SPEC: Final[CollectionSpec[Journal]] = CollectionSpec(
    name="journals",
    id_prefix="jrn",
    render=render,
    indexes=(
        Exact("code", lambda journal: journal.code),
        Exact("active", lambda journal: journal.active),
        Exact("type", lambda journal: journal.type),
        Exact("is_default", lambda journal: journal.is_default),
    ),
)

RESOURCE: Final[Resource[Journal]] = Resource(
    singular="Journal",
    plural_id="Journals",
    path="/journals",
    name=Text("journal", "dagboek"),
    tag="Journals",
    description="The journals that transactions are booked in (dagboeken). The type of a transaction must fit the type"
    " of its journal; its number comes from the journal's series unless the caller gives one.",
    scope="settings",
    spec=SPEC,
    answer=answer,
    actions=READ_ONLY,
    filters=FILTERS,
)


class _Row(NamedTuple):
    code: str
    description: str
    type: str
    account: str | None
    number_pattern: str
    is_default: bool = False
    active: bool = True


_SEED: Final = (
    _Row("10", "Kas", "cash", "1000", "KAS-{year}-{number:4}"),
    _Row("20", "Bank", "bank", "1100", "BNK-{year}-{number:4}", is_default=True),
    _Row("25", "Betaalprovider", "bank", "1220", "PSP-{year}-{number:4}"),
    _Row("60", "Inkoop", "purchase", None, "INK-{year}-{number:4}"),
    _Row("70", "Verkoop", "sales", None, "{year}-{number:4}", is_default=True),
    _Row("75", "Verkoop webshop", "sales", None, "WEB-{year}-{number:5}"),
    _Row("79", "Verkoop oud (vervallen)", "sales", None, "OUD-{year}-{number:4}", active=False),
    _Row("90", "Memoriaal", "memorial", None, "MEM-{year}-{number:4}", is_default=True),
    _Row("99", "Beginbalans", "opening", None, "BEG-{year}-{number:2}"),
)

SEED_CODES: Final = tuple(row.code for row in _SEED)


def seed(moment: str, ids: SeedIds) -> Iterator[Journal]:
    """Give the journals that an administration begins with, made at `moment`, with nothing booked in them yet."""
    for row in _SEED:
        yield Journal(
            id=ids(SPEC.name, row.code),
            code=row.code,
            description=row.description,
            type=row.type,
            ledger_account_id=ids.optional("ledger-accounts", row.account),
            next_number=1,
            number_pattern=row.number_pattern,
            currency="EUR",
            is_default=row.is_default,
            active=row.active,
            created_at=moment,
            updated_at=moment,
        )
