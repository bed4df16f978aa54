"""What a deed takes from a call: pointers in its plain value, resolved before the value is read."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from marshmallow import ValidationError

from mockbooks.bookkeeper import DEEDS
from mockbooks.bookkeeper.call import check, from_call, needs_call
from mockbooks.bookkeeper.deed import Deed
from mockbooks.errors import RefusedError
from mockbooks.service.fields import Amount
from mockbooks.service.list_fields import ListOf
from mockbooks.service.schema import complaints_in

_ORDER = {"number": "2026-0007", "date": "2026-11-23", "debtorId": "deb_000001", "totalInclVat": "242.00", "lines": []}


def _deed(name: str) -> Deed[Any]:
    (deed,) = (each for each in DEEDS if each.name == name)
    return deed


def _wrong(name: str, raw_value: object) -> list[tuple[str | None, str]]:
    with pytest.raises(ValidationError) as refused:
        check(_deed(name), raw_value)
    return [(complaint.pointer, complaint.code) for complaint in complaints_in(refused.value)]


@pytest.mark.parametrize(
    "raw_value", ["/debtorId", {"number": "/number"}, {"set": {"address": {"line1": "/line1"}}}, ["x", "/y"], "/"]
)
def test_a_value_with_a_pointer_anywhere_needs_a_call(raw_value: object) -> None:
    assert needs_call(raw_value)


@pytest.mark.parametrize(
    "raw_value", ["deb_000001", "", "INK/2026/1", {}, {"number": "F/1", "/number": "F-1"}, [], None, True, 12]
)
def test_a_value_without_pointers_needs_none(raw_value: object) -> None:
    assert not needs_call(raw_value)


@pytest.mark.parametrize(
    ("name", "raw_value", "value"),
    [
        ("archiveDebtor", "/debtorId", "deb_000001"),
        ("lockPeriod", "/date", date(2026, 11, 23)),
        ("lockPeriod", "2026-10", date(2026, 10, 31)),
        (
            "bookSale",
            {"number": "/number", "amount": "/totalInclVat"},
            {"number": "2026-0007", "reference": None, "amount": Decimal("242.00")},
        ),
        ("editDebtor", {"debtor": "/debtorId", "set": {"phone": "/number", "email": None}},
         {"debtor": "deb_000001", "set": {"phone": "2026-0007", "email": None}}),
    ],
)  # fmt: skip
def test_pointers_are_replaced_by_what_the_call_holds(name: str, raw_value: object, value: object) -> None:
    assert from_call(_deed(name), raw_value, _ORDER) == value


def test_what_the_call_does_not_hold_is_told_by_its_pointer() -> None:
    with pytest.raises(LookupError, match='the body of the call holds no "/reference"'):
        from_call(_deed("bookSale"), {"reference": "/reference"}, _ORDER)


def test_a_call_without_a_body_holds_nothing() -> None:
    with pytest.raises(LookupError, match='the body of the call holds no "/debtorId"'):
        from_call(_deed("archiveDebtor"), "/debtorId", None)


def test_what_the_call_holds_must_serve_as_the_value() -> None:
    with pytest.raises(RefusedError) as refused:
        from_call(_deed("bookSale"), {"number": "/lines"}, _ORDER)
    (complaint,) = refused.value.complaints
    assert (complaint.code, complaint.pointer) == ("not_text", "/number")


@pytest.mark.parametrize(
    ("name", "raw_value"),
    [
        ("lockPeriod", "/date"),
        ("fileVatReturn", "/quarter"),
        ("payInvoice", {"invoice": "/reference", "amount": "/lines/0/amount"}),
        ("editDebtor", {"debtor": "/id", "set": {"isBusiness": "/isBusiness", "address": {
         "line1": "/line1", "postalCode": "1234 AB", "city": "Utrecht", "countryCode": "/country/a/long/way/down"}}}),
    ],
)  # fmt: skip
def test_a_pointer_is_let_pass_until_there_is_a_call(name: str, raw_value: object) -> None:
    check(_deed(name), raw_value)


def test_what_stands_beside_a_pointer_is_judged_all_the_same() -> None:
    assert _wrong("payInvoice", {"invoice": "/reference", "amount": 50, "journal": "/journalId"}) == [
        ("/journal", "unknown_field"),
        ("/amount", "not_decimal"),
    ]


def test_in_an_object_every_mistake_beside_the_pointers_is_told_with_its_place() -> None:
    changes = {"name": None, "email": "no address", "phone": "/phone", "language": "/language", "version": 2}
    assert _wrong("editDebtor", {"debtor": "/debtorId", "set": changes}) == [
        ("/set/version", "set_by_server"),
        ("/set/name", "null_not_allowed"),
        ("/set/email", "invalid_email"),
    ]


def test_lists_hold_pointers_too() -> None:
    item = Amount("An amount.", required=True, example="1.00")
    field = ListOf(item, "Amounts.", required=True, example=["1.00"])
    deed: Deed[Any] = Deed(name="addUp", summary="Adds up.", field=field, do=lambda _, __: None)

    assert from_call(deed, ["/totalInclVat", "1.00"], _ORDER) == (Decimal("242.00"), Decimal("1.00"))
    check(deed, ["/totalInclVat", "1.00"])
    with pytest.raises(ValidationError) as refused:
        check(deed, ["/totalInclVat", 1])
    assert [complaint.pointer for complaint in complaints_in(refused.value)] == ["/1"]


def test_a_value_without_pointers_is_judged_as_a_whole() -> None:
    assert _wrong("lockPeriod", "oktober") == [("", "not_one_of")]
