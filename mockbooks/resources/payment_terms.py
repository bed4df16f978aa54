"""Payment terms (betaalcondities): how and until when an invoice is paid; the due date of a sale follows from them."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Final, NamedTuple

from mockbooks.frozen import value
from mockbooks.service.answers import answer_schema, own_id
from mockbooks.service.fields import Choice, Flag, Percentage, PlainText, Whole
from mockbooks.service.filters import active_filter, equal_to
from mockbooks.service.rendering import render
from mockbooks.service.resource import READ_ONLY, Resource
from mockbooks.service.schema import StrictSchema
from mockbooks.service.seeding import SeedIds
from mockbooks.store import CollectionSpec, Exact
from mockbooks.texts import Text

METHODS: Final = ("transfer", "direct_debit", "card", "prepaid", "cash")


@value(frozen=True, kw_only=True, slots=True)
class PaymentTerm:
    """How long a debtor may take to pay, and in what way."""

    id: str
    code: str
    description: str
    days: int
    end_of_month: bool
    months: int
    method: str
    discount_days: int | None
    discount_percentage: Decimal | None
    is_default: bool
    active: bool
    created_at: str
    updated_at: str


class PaymentTermBody(StrictSchema):
    """What a payment term says."""

    code = PlainText(
        "Short code that people know the payment term by (code).",
        maximum=10,
        required=True,
        example="14",
    )
    description = PlainText(
        "What the term is called, in Dutch (omschrijving).",
        maximum=100,
        required=True,
        example="Binnen 14 dagen",
    )
    days = Whole(
        "Days that are added to the invoice date, after `months` (dagen); 0 means due at once.",
        lowest=0,
        highest=365,
        required=True,
        example=14,
    )
    end_of_month = Flag(
        "Whether the due date then moves to the last day of its month (einde maand).",
        required=True,
        example=False,
    )
    months = Whole(
        "Calendar months that are added to the invoice date first (maanden).",
        lowest=0,
        highest=12,
        required=True,
        example=0,
    )
    method = Choice(
        "How is paid (betaalwijze): by bank `transfer` (overboeking), by `direct_debit` (incasso), by `card` (PIN),"
        " `prepaid` through the shop's payment provider (vooruitbetaald), or in `cash` (contant).",
        allowed=METHODS,
        required=True,
        example="transfer",
    )
    discount_days = Whole(
        "Who pays within so many days of the invoice date may take the discount (dagen betalingskorting);"
        " null when there is none.",
        lowest=0,
        highest=365,
        example=8,
    )
    discount_percentage = Percentage(
        "The discount for paying early, as a percentage of the invoice (betalingskorting); null when there is none.",
        example="2.00",
    )
    is_default = Flag(
        "Whether it applies when the transaction, the debtor and the invoice profile name no other (standaard).",
        required=True,
        example=True,
    )
    active = Flag(
        "Whether new transactions may use it; an archived term still stands on old ones (actief).",
        required=True,
        example=True,
    )


@cache
def answer() -> StrictSchema:
    """Make the schema of the answer."""
    return answer_schema("PaymentTerm", PaymentTermBody, id=own_id("trm_000003"))()


FILTERS: Final = (
    equal_to("code", PlainText("Only the payment term with exactly this code.", maximum=10, filled=True, example="14")),
    active_filter("payment terms"),
)

SPEC: Final[CollectionSpec[PaymentTerm]] = CollectionSpec(
    name="payment-terms",
    id_prefix="trm",
    render=render,
    indexes=(Exact("code", lambda term: term.code), Exact("active", lambda term: term.active)),
)

RESOURCE: Final[Resource[PaymentTerm]] = Resource(
    singular="PaymentTerm",
    plural_id="PaymentTerms",
    path="/payment-terms",
    name=Text("payment term", "betaalconditie"),
    tag="Payment terms",
    description="How and until when invoices are paid (betaalcondities). The due date of a sale follows from its term:"
    " the months are added to the invoice date first, then the days, then it moves to the end of that month.",
    scope="settings",
    spec=SPEC,
    answer=answer,
    actions=READ_ONLY,
    filters=FILTERS,
)


class _Row(NamedTuple):
    code: str
    description: str
    days: int
    method: str = "transfer"
    end_of_month: bool = False
    discount_days: int | None = None
    discount_percentage: str | None = None
    is_default: bool = False
    active: bool = True


# Between businesses 30 days hold when nothing was agreed, and 60 at most between equals (art. 6:119a BW).
_SEED: Final = (
    _Row("00", "Vooruitbetaald", 0, "prepaid"),
    _Row("07", "Binnen 7 dagen", 7),
    _Row("14", "Binnen 14 dagen", 14, is_default=True),
    _Row("30", "Binnen 30 dagen", 30),
    _Row("60", "Binnen 60 dagen", 60),
    _Row("30EM", "30 dagen einde maand", 30, end_of_month=True),
    _Row("INC", "Automatische incasso, 14 dagen", 14, "direct_debit"),
    _Row("PIN", "Betaald met PIN", 0, "card"),
    _Row("CON", "Contant", 0, "cash"),
    _Row("30K2", "30 dagen, 2% korting binnen 8 dagen", 30, discount_days=8, discount_percentage="2.00"),
    _Row("90", "Binnen 90 dagen (vervallen)", 90, active=False),
)

SEED_CODES: Final = tuple(row.code for row in _SEED)


def seed(moment: str, ids: SeedIds) -> Iterator[PaymentTerm]:
    """Give the payment terms that an administration begins with, made at `moment`."""
    for row in _SEED:
        yield PaymentTerm(
            id=ids(SPEC.name, row.code),
            code=row.code,
            description=row.description,
            days=row.days,
            end_of_month=row.end_of_month,
            months=0,
            method=row.method,
            discount_days=row.discount_days,
            discount_percentage=None if row.discount_percentage is None else Decimal(row.discount_percentage),
            is_default=row.is_default,
            active=row.active,
            created_at=moment,
            updated_at=moment,
        )
