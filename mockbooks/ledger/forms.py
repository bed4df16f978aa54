"""How the records of a dump are read: with the types of their entities, within the limits of the API's own answers.

The answer of a resource says what each of its fields may hold; the entity says what there is besides, inside. So a
resource that changes is read as it changed, and needs no word here.
"""

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from copy import deepcopy
from dataclasses import fields
from decimal import Decimal
from types import NoneType, UnionType
from typing import Any, ClassVar, Final, Union, get_args, get_origin, get_type_hints

from marshmallow import missing

from mockbooks.domain.numbering import parse_pattern
from mockbooks.domain.periods import Quarter
from mockbooks.errors import Complaint
from mockbooks.ledger.kinds import NOUNS, Kind
from mockbooks.resources import (
    debtors,
    invoice_profiles,
    journals,
    ledger_accounts,
    payment_terms,
    products,
    vat_rates,
)
from mockbooks.resources.administration import REQUIRABLE
from mockbooks.resources.transactions.spec import SPEC as TRANSACTIONS
from mockbooks.service.answers import declared_fields
from mockbooks.service.fields import Amount, Check, DecimalText, Identifier, PlainText, Strict, Whole, refuse, shown
from mockbooks.service.list_fields import ListOf
from mockbooks.service.schema import Part, Parts, StrictSchema
from mockbooks.service.variants import VariantSchema
from mockbooks.texts import Text

KnownIds = Mapping[str, AbstractSet[str]]
"""The ids of the records of each collection, by its name."""

HIGHEST_COUNT: Final = 2_147_483_647
_IN_THESE_BOOKS: Final = Text("in the books that were sent", "In de verstuurde boeken")
# Sums outgrow what a caller may send for one amount: 500 lines of 999 999 999.99 each.
_HIGHEST_SUM: Final = Decimal("999999999999.99")
_PATTERN_HOLDS: Final = Text(
    "{number} or {number:4} exactly once, and {year} if wanted",
    "precies één keer {number} of {number:4}, en desgewenst {year}",
)
_QUARTERS: Final = Text("quarters such as 2026-Q1", "kwartalen zoals 2026-Q1")
_REFERS_TO: Final = {
    "debtor_id": debtors.SPEC.name,
    "product_id": products.SPEC.name,
    "vat_rate_id": vat_rates.SPEC.name,
    "default_vat_rate_id": vat_rates.SPEC.name,
    "ledger_account_id": ledger_accounts.SPEC.name,
    "control_account_id": ledger_accounts.SPEC.name,
    "journal_id": journals.SPEC.name,
    "payment_term_id": payment_terms.SPEC.name,
    "invoice_profile_id": invoice_profiles.SPEC.name,
    "credits_transaction_id": TRANSACTIONS.name,
    "settles_transaction_id": TRANSACTIONS.name,
    "reverses_transaction_id": TRANSACTIONS.name,
    "reversed_by_transaction_id": TRANSACTIONS.name,
}
"""The collection that each field with the id of another record refers to."""


def record_schema(kind: Kind, known: KnownIds) -> StrictSchema:
    """Make what reads the records of one collection into entities; they may refer to the ids that are known only.

    Every field must be there, internal ones too, and no other. `load` raises ValidationError with all that is wrong.
    """
    if isinstance(kind.entities, type):
        return _schema(kind.entities, kind.answer, known)
    variants = {
        name: _schema(entity, getattr(kind.answer, "variants")[name], known)  # noqa: B009 - of a VariantSchema
        for name, entity in kind.entities.items()
    }
    chosen: StrictSchema = type("Records", (_Variants,), {"variants": variants})()
    return chosen


class _Record(StrictSchema):
    """One dataclass of an entity as a JSON object."""

    entity: ClassVar[Callable[..., Any]]

    class Meta:
        """Made anew for each load, so that marshmallow must not keep it."""

        register = False

    def _object(self, data: object) -> Any:  # noqa: ANN401 - an entity
        values = super()._object(data)
        try:
            return type(self).entity(**values)
        except ValueError:  # the only entity that refuses what its fields allow is a posting on both sides
            refuse("not_together", fields="debit, credit")


class _Tuple(Parts):
    """A list of objects as entities keep it."""

    def read(self, value: object) -> tuple[Any, ...]:
        """Take a list of objects."""
        return tuple(super().read(value))


class _Variants(VariantSchema):
    """A record whose `type` says which entity it is."""

    class Meta:
        """Like the records that it chooses from."""

        register = False


def _schema(entity: type, answer: StrictSchema, known: KnownIds) -> StrictSchema:
    hints, told = get_type_hints(entity), declared_fields(type(answer))
    names = [field.name for field in fields(entity)]
    members = {name: _field(name, hints[name], told.get(name), known) for name in names}
    schema: StrictSchema = type(entity.__name__, (_Record,), {"entity": entity, **members})()
    return schema


def _field(name: str, hint: object, told: Any, known: KnownIds) -> Strict:  # noqa: ANN401 - a field of the answer
    """Make the field of one attribute: as the answer tells it, else as its type says; it must always be there."""
    kind, optional = _without_none(hint)
    field = _of_objects(kind, told, known) or (deepcopy(told) if told else _INSIDE[kind]())
    field.required, field.load_default, field.allow_none = True, missing, optional
    if isinstance(field, DecimalText):
        field.lowest, field.highest = (field.lowest if field.lowest >= 0 else -_HIGHEST_SUM), _HIGHEST_SUM
    field.check = _CHECKS.get(name, field.check)
    if name in _REFERS_TO:
        field.check = _reference(_REFERS_TO[name], known)
    return field


def _of_objects(kind: Any, told: Any, known: KnownIds) -> Any:  # noqa: ANN401 - a type; fields
    """Make the field of an object inside, or of a list of them."""
    if isinstance(told, Parts):
        schema = _schema(get_args(kind)[0], told.item_schema, known)
        return _Tuple(schema, "", fewest=told.fewest, most=told.most, example=None)
    return Part(_schema(kind, told.inner_schema, known), "", example=None) if isinstance(told, Part) else None


def _without_none(hint: object) -> tuple[Any, bool]:
    if get_origin(hint) not in {Union, UnionType}:
        return hint, False
    (kind,) = (part for part in get_args(hint) if part is not NoneType)
    return kind, True


# What stays inside: ids of accounts, sums of money, years, and names of fields.
_INSIDE: Final[dict[object, Callable[[], Strict]]] = {
    str: lambda: Identifier("", example=None),
    Decimal: lambda: Amount("", example=None),
    int: lambda: Whole("", lowest=0, highest=HIGHEST_COUNT, example=None),
    tuple[str, ...]: lambda: ListOf(PlainText("", maximum=100, required=True, example=None), "", example=None),
}


def _reference(collection: str, known: KnownIds) -> Check:
    ids = known[collection]

    def check(record_id: str) -> Complaint | None:
        if record_id in ids:
            return None
        return Complaint("not_found", values={"resource": NOUNS[collection], "id": record_id, "place": _IN_THESE_BOOKS})

    return check


def _pattern_complaint(text: str) -> Complaint | None:
    try:
        parse_pattern(text)
    except ValueError:
        return Complaint("invalid_number_pattern", values={"allowed": _PATTERN_HOLDS, "came": shown(text)})
    return None


def _quarters_complaint(texts: tuple[str, ...]) -> Complaint | None:
    try:
        for text in texts:
            Quarter.parse(text)
    except ValueError:
        return Complaint("not_one_of", values={"came": shown(", ".join(texts)), "allowed": _QUARTERS})
    return None


def _requirable_complaint(names: tuple[str, ...]) -> Complaint | None:
    unknown = [name for name in names if name not in REQUIRABLE]
    return Complaint("not_one_of", values={"came": shown(unknown[0]), "allowed": REQUIRABLE}) if unknown else None


# Where the type allows what the rules of the books could not work with.
_CHECKS: Final[dict[str, Check]] = {
    "number_pattern": _pattern_complaint,
    "filed_vat_quarters": _quarters_complaint,
    "required_fields": _requirable_complaint,
}
