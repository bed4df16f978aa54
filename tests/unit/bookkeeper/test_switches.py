"""Settings out of use and into use: what a client relied on a moment ago is refused, until it is put right."""

from typing import Any

import pytest

from mockbooks import seed
from mockbooks.errors import RefusedError
from mockbooks.resources import journals, ledger_accounts, transactions, vat_rates
from tests.unit.bookkeeper.conftest import NOW, Bakery


@pytest.mark.parametrize(
    ("deed", "noun", "code", "refusal"),
    [
        ("deactivateVatRate", vat_rates, "NL_HOOG", "vat_rate_inactive"),
        ("deactivateLedgerAccount", ledger_accounts, "8000", "ledger_account_inactive"),
        ("deactivateJournal", journals, "70", "journal_inactive"),
    ],
)
def test_what_was_taken_out_of_use_is_refused(
    bakery: Bakery,
    deed: str,
    noun: Any,  # noqa: ANN401 - a module of a setting
    code: str,
    refusal: str,
) -> None:
    bakery.do(deed, code)

    told = bakery.read(noun, bakery.id(noun, code))
    assert (told["active"], told["updatedAt"]) == (False, NOW)
    with pytest.raises(RefusedError, match=refusal):
        bakery.sale(journalId=bakery.id(journals, "70"))


@pytest.mark.parametrize(
    ("noun", "what", "code"),
    [(vat_rates, "VatRate", "NL_HOOG"), (ledger_accounts, "LedgerAccount", "8000"), (journals, "Journal", "70")],
)
def test_what_was_taken_into_use_again_serves_as_before(
    bakery: Bakery,
    noun: Any,  # noqa: ANN401 - a module of a setting
    what: str,
    code: str,
) -> None:
    bakery.do(f"deactivate{what}", code)
    bakery.do(f"activate{what}", code)

    assert bakery.read(noun, bakery.id(noun, code))["active"]
    assert bakery.read(transactions, bakery.sale())["totalInclVat"] == "121.00"


def test_every_version_of_a_vat_rate_goes_with_it(bakery: Bakery) -> None:
    bakery.do("deactivateVatRate", "NL_HOOG")

    versions = [each for each in bakery.all(vat_rates) if each["code"] == "NL_HOOG"]
    assert [(each["percentage"], each["active"]) for each in versions] == [("21.00", False), ("19.00", False)]


def test_an_id_as_a_call_holds_it_serves_as_well_as_a_code(bakery: Bakery) -> None:
    bakery.do("deactivateVatRate", bakery.id(vat_rates, "NL_LAAG"))

    assert {each["active"] for each in bakery.all(vat_rates) if each["code"] == "NL_LAAG"} == {False}


def test_what_is_already_so_is_not_written_again(bakery: Bakery) -> None:
    before = bakery.all(ledger_accounts)
    bakery.do("activateLedgerAccount", "8000")
    bakery.do("deactivateLedgerAccount", "8990")

    assert bakery.all(ledger_accounts) == before


def test_a_settings_page_shows_what_was_taken_into_use(bakery: Bakery) -> None:
    bakery.do("activateLedgerAccount", "8990")

    told = bakery.read(ledger_accounts, bakery.id(ledger_accounts, "8990"))
    assert (told["active"], told["updatedAt"]) == (True, NOW)


@pytest.mark.parametrize(
    ("deed", "code", "told"),
    [
        ("deactivateVatRate", "NL_HOOGST", 'there is no VAT rate "NL_HOOGST"'),
        ("activateLedgerAccount", "8001", 'there is no ledger account "8001"'),
        ("deactivateJournal", "jrn_000099", 'there is no journal "jrn_000099"'),
    ],
)
def test_a_code_of_nothing_is_told(bakery: Bakery, deed: str, code: str, told: str) -> None:
    with pytest.raises(LookupError, match=told):
        bakery.do(deed, code)


def test_the_seed_is_left_alone_by_a_code_of_nothing() -> None:
    bakery = Bakery(seed.Seed(debtors=0, products=0, transactions=0))
    before = bakery.all(vat_rates)
    with pytest.raises(LookupError):
        bakery.do("deactivateVatRate", "nl_hoog")

    assert bakery.all(vat_rates) == before
