"""Whatever object is sent: a schema reads it as its fields do one after the other, or tells what they told."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marshmallow import ValidationError, missing

from mockbooks.resources.debtors import DebtorCreate, DebtorUpdate
from mockbooks.resources.transactions.schemas import SalesBody
from mockbooks.service.schema import MOST_UNKNOWN_NAMES_TOLD, StrictSchema, complaints_in

ADDRESS = {"line1": "Kade 1", "postalCode": "1234 AB", "city": "Delft", "countryCode": "NL"}
LINE = {"ledgerAccountId": "led_000044", "unitPrice": "12.50", "vatRateId": "vat_000001"}
USUAL: dict[str, Any] = {
    "name": "Bakkerij De Korenaar",
    "email": "inkoop@korenaar.example",
    "address": ADDRESS,
    "isBusiness": True,
    "version": 1,
    "type": "sales",
    "date": "2026-11-23",
    "debtorId": "deb_000001",
    "lines": [LINE, LINE],
}
KEYS = sorted({str(field.data_key) for schema in (DebtorUpdate(), SalesBody()) for field in schema.fields.values()})
VALUES = st.sampled_from(
    [None, True, 1, "", " ", "x" * 300, "12.50", "1.505", "0", "a\x00b", [], {}, [None], {"city": 5}]
)
ODD_ADDRESS = st.dictionaries(st.sampled_from([*ADDRESS, "region", "vat"]), VALUES | st.just("NL"))
ODD_LINES = st.lists(st.just(LINE) | st.dictionaries(st.sampled_from([*LINE, "amount", "quantity", "vat"]), VALUES))
ODD = st.dictionaries(st.sampled_from([*KEYS, "id", "vat"]), VALUES | ODD_ADDRESS | ODD_LINES, max_size=6)
BODIES = st.builds(
    lambda left_out, odd: {key: value for key, value in USUAL.items() if key not in left_out} | odd,
    st.sets(st.sampled_from(sorted(USUAL))),
    ODD,
)


def by_the_fields(schema: StrictSchema, data: dict[str, Any]) -> object:
    """Read the values one field after the other, or give what is wrong by its key, unknown ones first."""
    fields = {str(field.data_key): (name, field) for name, field in schema.fields.items()}
    unknown = [(f"/{key}",) for key in data if key not in fields][:MOST_UNKNOWN_NAMES_TOLD]
    values, wrong = {}, list[tuple[Any, ...]](unknown)
    for key, (name, field) in fields.items():
        try:
            values[name] = field.deserialize(data.get(key, missing))
        except ValidationError as error:
            told = complaints_in(ValidationError({key: error.messages}))
            wrong += [(complaint.pointer, complaint.code, complaint.values) for complaint in told]
    return wrong or list(values.items())


def as_read(schema: StrictSchema, data: dict[str, Any]) -> object:
    try:
        return list(schema.load(data).items())
    except ValidationError as error:
        unknown = ("unknown_field", "set_by_server")
        return [
            (complaint.pointer,)
            if complaint.code in unknown and complaint.pointer and complaint.pointer.count("/") == 1
            else (complaint.pointer, complaint.code, complaint.values)
            for complaint in complaints_in(error)
        ]


@pytest.mark.parametrize(
    "schema", [DebtorCreate(), DebtorUpdate(), SalesBody()], ids=lambda schema: type(schema).__name__
)
@given(data=BODIES)
def test_an_object_is_read_as_its_fields_one_after_the_other_do(schema: StrictSchema, data: dict[str, Any]) -> None:
    assert as_read(schema, data) == by_the_fields(schema, data)
