"""Debtors that somebody else changes or archives between a client's read and its write."""

from typing import Any

import pytest

from mockbooks.errors import RefusedError
from mockbooks.resources import debtors
from mockbooks.service import operations
from tests.unit.bookkeeper.conftest import ADDRESS, NOW, Bakery


@pytest.fixture
def korenaar(bakery: Bakery) -> str:
    return bakery.debtor(name="Bakkerij De Korenaar", code="WEB-1", email="Inkoop@korenaar.example", phone="0301234567")


def _put(bakery: Bakery, body: dict[str, Any]) -> None:
    assert debtors.RESOURCE.update_body
    values = debtors.RESOURCE.update_body.load(body)
    operations.update(debtors.RESOURCE, bakery.context, body["id"], values)


@pytest.mark.parametrize("who", ["deb_000001", "WEB-1", "inkoop@KORENAAR.example"])
def test_a_debtor_is_named_by_id_code_or_email(bakery: Bakery, korenaar: str, who: str) -> None:
    bakery.do("editDebtor", {"debtor": who, "set": {"phone": "0307654321"}})

    assert bakery.read(debtors, korenaar)["phone"] == "0307654321"


def test_an_edit_changes_what_it_names_and_raises_the_version(bakery: Bakery, korenaar: str) -> None:
    before = bakery.read(debtors, korenaar)
    bakery.do("editDebtor", {"debtor": korenaar, "set": {"name": "Brasserie De Vergulde Haan", "email": None}})

    changed = {"name": "Brasserie De Vergulde Haan", "email": None, "version": 2, "updatedAt": NOW}
    assert bakery.read(debtors, korenaar) == before | changed


def test_a_client_that_read_before_an_edit_has_a_stale_version(bakery: Bakery, korenaar: str) -> None:
    read = bakery.read(debtors, korenaar)
    bakery.do("editDebtor", {"debtor": korenaar, "set": {}})

    with pytest.raises(RefusedError, match="stale_version"):
        _put(bakery, read)
    _put(bakery, bakery.read(debtors, korenaar))


def test_an_edit_keeps_to_the_rules_and_then_changes_nothing(bakery: Bakery, korenaar: str) -> None:
    other = bakery.debtor(code="WEB-2")
    before = bakery.all(debtors)

    with pytest.raises(RefusedError, match="code_in_use"):
        bakery.do("editDebtor", {"debtor": other, "set": {"code": "WEB-1"}})
    assert bakery.all(debtors) == before
    assert korenaar == before[0]["id"]


def test_an_address_is_replaced_as_a_whole(bakery: Bakery, korenaar: str) -> None:
    bakery.do("editDebtor", {"debtor": korenaar, "set": {"address": {**ADDRESS, "city": "Amersfoort"}}})

    assert bakery.read(debtors, korenaar)["address"]["city"] == "Amersfoort"


def test_an_archived_debtor_is_not_sold_to_and_keeps_its_code(bakery: Bakery, korenaar: str) -> None:
    bakery.do("archiveDebtor", "WEB-1")

    told = bakery.read(debtors, korenaar)
    assert (told["active"], told["version"], told["phone"]) == (False, 2, "0301234567")
    with pytest.raises(RefusedError, match="debtor_inactive"):
        bakery.sale(debtorId=korenaar)
    with pytest.raises(RefusedError, match="code_in_use"):
        bakery.debtor(code="WEB-1")


def test_archiving_twice_is_archiving_once(bakery: Bakery, korenaar: str) -> None:
    bakery.do("archiveDebtor", korenaar)
    bakery.do("archiveDebtor", korenaar)

    assert bakery.read(debtors, korenaar)["version"] == 2


@pytest.mark.parametrize(
    ("deed", "raw_value"), [("archiveDebtor", "WEB-9"), ("editDebtor", {"debtor": "WEB-9", "set": {"phone": "030"}})]
)
def test_a_debtor_that_is_not_there_is_told(bakery: Bakery, deed: str, raw_value: object) -> None:
    with pytest.raises(LookupError, match='there is no debtor "WEB-9"'):
        bakery.do(deed, raw_value)


def test_of_two_debtors_with_one_address_the_first_is_meant(bakery: Bakery, korenaar: str) -> None:
    second = bakery.debtor(email="inkoop@korenaar.example")
    bakery.do("archiveDebtor", "inkoop@korenaar.example")

    assert (bakery.read(debtors, korenaar)["active"], bakery.read(debtors, second)["active"]) == (False, True)
