"""A body that may be accepted: what is required and what we know, made of the schema and its examples."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from mockbooks.conformance.document.schemas import Schema
from mockbooks.conformance.vendor.model import Noun, Pick
from mockbooks.conformance.vocabulary.fields import FIELD_NAMES
from mockbooks.conformance.vocabulary.nouns import NOUNS
from mockbooks.conformance.vocabulary.words import joined

_DEEPEST: Final = 6
_MOST_FIELDS: Final = 60
_KNOWN: Final[Mapping[Noun, tuple[str, ...]]] = {
    Noun.DEBTORS: ("name", "email", "address"),
    Noun.TRANSACTIONS: ("number", "date", "reference"),
    Noun.PRODUCTS: ("sku", "description", "price"),
}
"""What is sent though it need not be, since it is searched for or must be answered."""
_OURS: Final = frozenset({"name", "email", "number", "date", "reference", "sku", "description"})
_IDS: Final = ("id", "guid", "uuid", "code", "number", "key", "ref")
_NO_REFERENCES: Final = frozenset({"vatnumber", "taxnumber", "btwnummer", "vatid", "taxid"})
"""What identifies somebody to the tax office, and no rate."""
_GIVEN: Final = {Noun.DEBTORS: "debtorId", Noun.PRODUCTS: "productId"}
_PICKED: Final = {
    Noun.VAT_RATES: "vatRateId",
    Noun.LEDGER_ACCOUNTS: "ledgerAccountId",
    Noun.JOURNALS: "journalId",
    Noun.PAYMENT_TERMS: "paymentTermId",
    Noun.INVOICE_PROFILES: "invoiceProfileId",
}


@dataclass(kw_only=True)
class Bodies:
    """Makes bodies; `listed` are the resources from whose lists a value can be picked, with what must hold in the item.

    `picked` are those that were.
    """

    listed: Mapping[Noun, Mapping[str, object]]
    picked: dict[str, Pick] = field(default_factory=dict)

    def make(self, schema: Schema, noun: Noun, within: str) -> object:
        """Make a body; `within` is the pointer to the item in it."""
        return self._value(schema, noun, within.split("/")[1:], _DEEPEST)

    def adapt(self, example: object, item: Schema, noun: Noun, within: str) -> object:
        """Make a body of an example, with what is ours in the place of what we know; `within` points at the item.

        What need not be sent is left out, since an example shows more than fits another administration; but where a
        body is one of several alternatives, or nothing of a booking is marked as required, the example alone tells.
        """
        tokens = [token.replace("~1", "/").replace("~0", "~") for token in within.split("/")[1:]]
        return self._adapted(example, item, noun, tokens)

    def _adapted(self, value: object, item: Schema, noun: Noun, within: list[str]) -> object:
        if isinstance(value, list) and within[:1] == ["0"]:
            return [self._adapted(each, item, noun, within[1:]) for each in value[:1]]
        if not isinstance(value, dict):
            return self._copied("", value, _DEEPEST)
        if within:
            return {
                str(name): self._adapted(each, item, noun, within[1:])
                for name, each in value.items()
                if name == within[0]
            }
        known = _known(item, noun)
        is_whole = item.shape.is_choice or (noun is Noun.TRANSACTIONS and not item.required)
        sent = [name for name in value if name in known or name in item.required or is_whole]
        kept = [name for name in sent if not _is_set_by_server(str(name), item) and not _is_total(str(name))]
        made = {str(name): self._copied(str(name), value[name], _DEEPEST) for name in kept[:_MOST_FIELDS]}
        ours = {name: given for name, given in known.items() if given in _OURS}
        return {**made, **{name: _given(item.properties[name], given) for name, given in ours.items()}}

    def _copied(self, name: str, value: object, levels: int) -> object:
        if isinstance(value, dict) and levels:
            inner = list(value.items())[:_MOST_FIELDS]
            return {str(key): self._copied(str(key), each, levels - 1) for key, each in inner}
        if isinstance(value, list) and levels:
            return _one_plain([self._copied("", each, levels - 1) for each in value[:3]])
        is_fine = isinstance(value, str | int | float | bool) and "${" not in str(value) and str(value).isprintable()
        reference = self._reference(name) if value is not None else ""
        return reference or (value if is_fine or value is None else "${description}")

    def _value(self, schema: Schema, noun: Noun, within: list[str], levels: int) -> object:
        shape = schema.shape
        if shape.properties:
            return self._object(schema, noun, within, levels)
        if shape.items is not None:
            inner = within[1:] if within[:1] == ["0"] else within
            return [self._value(shape.items, noun, inner, levels - 1)] if levels else []
        return _sample(schema)

    def _object(self, schema: Schema, noun: Noun, within: list[str], levels: int) -> dict[str, object]:
        """Fill in what is required, what is known, and on the way to the item what holds it."""
        if levels <= 0:
            return {}
        on_the_way = within[0].replace("~1", "/").replace("~0", "~") if within else ""
        known = {} if within else _known(schema, noun)
        made: dict[str, object] = {}
        for name, each in schema.properties.items():
            if len(made) >= _MOST_FIELDS or _is_set_by_server(name, schema):
                continue
            if name == on_the_way:
                made[name] = self._value(each, noun, within[1:], levels - 1)
            elif name in known and known[name] in _OURS:
                made[name] = _given(each, known[name])
            elif name in schema.required or name in known:
                made[name] = self._named(name, each) or self._value(each, noun, [], levels - 1)
        return made

    def _named(self, name: str, schema: Schema) -> str:
        """Name the id of another resource, where this is one."""
        return "" if schema.properties or schema.items else self._reference(name)

    def _reference(self, name: str) -> str:
        noun = _noun(name)
        if noun is None:
            return ""
        if noun in _GIVEN:
            return f"${{{_GIVEN[noun]}}}"
        value = _PICKED.get(noun)
        if value is None or noun not in self.listed:
            return ""
        self.picked[value] = Pick(noun=noun, where=self.listed[noun])
        return f"${{{value}}}"


def _one_plain(lines: list[object]) -> list[object]:
    """Keep one of several lines that names no product, if there is one: a product of ours may lack what it needs."""
    plain = [line for line in lines if "${productId}" not in str(line)]
    return plain[:1] if len(lines) > 1 and plain else lines


def _is_set_by_server(name: str, schema: Schema) -> bool:
    """Tell whether a field is not for a caller to send: read only, or the id of the thing itself."""
    own = schema.properties.get(name)
    return own is not None and (own.node.get("readOnly") is True or joined(name) in _OWN_IDS)


def _is_total(name: str) -> bool:
    """Tell whether an amount is the sum of what is sent with it, and then wrong as soon as anything is left out."""
    return joined(name).startswith("total")


_OWN_IDS: Final = frozenset({"id", "uuid", "guid"})


def _given(schema: Schema, ours: str) -> object:
    """Write a value of ours in the form that the field has: a text, or a list of texts or of objects."""
    value = f"${{{ours}}}"
    items = schema.items
    if items is None:
        return value
    inner = next((name for name in items.properties if joined(name) in FIELD_NAMES[ours]), None)
    return [{inner: value}] if inner else [] if items.properties else [value]


def _known(schema: Schema, noun: Noun) -> dict[str, str]:
    """Give the fields of an item that we know, each by our name for it."""
    names = {joined(name): name for name in reversed(list(schema.properties))}
    found: dict[str, str] = {}
    for field_name in _KNOWN.get(noun, ()):
        own = next((names[each] for each in FIELD_NAMES[field_name] if each in names), None)
        if own is not None and schema.properties[own].node.get("readOnly") is not True:
            found.setdefault(own, field_name)
    return found


def _noun(name: str) -> Noun | None:
    key = joined(name)
    if key in _NO_REFERENCES:
        return None
    stem = next((key.removesuffix(end) for end in _IDS if key.endswith(end) and len(key) > len(end)), None)
    if stem is None:
        return None
    rated = [(NOUNS[noun].names.get(stem, 0.0), noun) for noun in (*_GIVEN, *_PICKED)]
    weight, best = max(rated, key=lambda pair: pair[0])
    return best if weight else None


_SAMPLES: Final[Mapping[str, object]] = {
    "integer": 1,
    "number": 1,
    "boolean": False,
    "string": "${description}",
    "array": [],
    "object": {},
}


def _sample(schema: Schema) -> object:
    shape = schema.shape
    for value in (shape.example, *shape.choices[:1]):
        if isinstance(value, str | int | float | bool) and "${" not in str(value) and str(value).isprintable():
            return value
    if shape.format in {"date", "date-time"}:
        return "${date}"
    return "${email}" if shape.format == "email" else _SAMPLES.get(shape.kind, "${description}")
