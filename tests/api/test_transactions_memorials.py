"""Memorial entries: what the bookkeeper writes, as long as it balances."""

import pytest

from tests.api.conftest import ApiClient, Json

URL = "/transactions"


def _entry(*lines: Json, **fields: object) -> Json:
    return {"type": "memorial", "date": "2026-11-23", "lines": list(lines), **fields}


def _depreciation(api: ApiClient, debit: str = "50.00", credit: str = "50.00", **fields: object) -> Json:
    return _entry(
        {"ledgerAccountId": api.account("4300"), "debit": debit, "description": "Afschrijving november"},
        {"ledgerAccountId": api.account("0210"), "credit": credit},
        **fields,
    )


def test_a_memorial_entry_is_posted_as_it_is_written(api: ApiClient) -> None:
    entry = api.create(URL, _depreciation(api, description="November"))

    assert (entry["number"], entry["total"], entry["status"]) == ("MEM-2026-0001", "50.00", "paid")
    assert entry["lines"] == [
        {
            "ledgerAccountId": api.account("4300"),
            "description": "Afschrijving november",
            "debit": "50.00",
            "credit": None,
        },
        {"ledgerAccountId": api.account("0210"), "description": None, "debit": None, "credit": "50.00"},
    ]
    assert entry["postings"] == [
        {
            "ledgerAccountId": api.account("4300"),
            "debit": "50.00",
            "credit": "0.00",
            "description": "Afschrijving november",
        },
        {"ledgerAccountId": api.account("0210"), "debit": "0.00", "credit": "50.00", "description": "November"},
    ]


def test_it_ends_with_its_lines_and_postings(api: ApiClient) -> None:
    assert list(api.create(URL, _depreciation(api)))[-4:] == ["createdAt", "updatedAt", "lines", "postings"]


def test_an_entry_that_does_not_balance_is_refused_with_the_difference(api: ApiClient) -> None:
    body = _depreciation(api, credit="49.99")

    assert api.refusals(URL, body) == [("/lines", "unbalanced")]
    assert api.detail(URL, body) == "Debit 50.00 and credit 49.99 differ by 0.01."
    assert api.detail(URL, body, language="nl") == "Debet 50.00 en credit 49.99 verschillen 0.01."


def test_the_difference_is_told_without_a_sign(api: ApiClient) -> None:
    assert api.detail(URL, _depreciation(api, debit="49.99")) == "Debit 49.99 and credit 50.00 differ by 0.01."


def test_a_line_is_a_debit_or_a_credit(api: ApiClient) -> None:
    account = {"ledgerAccountId": api.account("4300")}
    body = _entry({**account, "debit": "1.00", "credit": "1.00"}, account)

    assert api.refusals(URL, body) == [("/lines/0", "exactly_one_of"), ("/lines/1", "exactly_one_of")]


def test_null_is_the_same_as_absent(api: ApiClient) -> None:
    body = _entry(
        {"ledgerAccountId": api.account("4300"), "debit": "1.00", "credit": None, "description": None},
        {"ledgerAccountId": api.account("0210"), "debit": None, "credit": "1.00"},
        reference=None,
        number=None,
    )

    assert api.create(URL, body)["total"] == "1.00"


@pytest.mark.parametrize("amount", ["0.00", "-1.00"])
def test_a_debit_is_above_zero(api: ApiClient, amount: str) -> None:
    body = _depreciation(api, debit=amount, credit=amount)

    assert api.refusals(URL, body) == [
        ("/lines/0/debit", "number_out_of_range"),
        ("/lines/1/credit", "number_out_of_range"),
    ]


@pytest.mark.parametrize("code", ["1300", "1600"])
def test_a_control_account_is_refused(api: ApiClient, code: str) -> None:
    body = _entry(
        {"ledgerAccountId": api.account(code), "debit": "1.00"},
        {"ledgerAccountId": api.account("4700"), "credit": "1.00"},
    )

    assert api.refusals(URL, body) == [("/lines/0/ledgerAccountId", "ledger_account_not_allowed")]
    assert api.detail(URL, body).endswith("which sales and receipts keep equal to the open items.")


def test_accounts_must_exist_and_be_in_use(api: ApiClient) -> None:
    body = _entry(
        {"ledgerAccountId": "led_999999", "debit": "1.00"}, {"ledgerAccountId": api.account("8990"), "credit": "2.00"}
    )

    assert api.refusals(URL, body) == [
        ("/lines/0/ledgerAccountId", "not_found"),
        ("/lines/1/ledgerAccountId", "ledger_account_inactive"),
        ("/lines", "unbalanced"),
    ]


def test_an_opening_balance_goes_in_its_own_journal(api: ApiClient) -> None:
    assert api.create(URL, _depreciation(api, journalId=api.journal("99")))["number"] == "BEG-2026-01"


@pytest.mark.parametrize("code", ["10", "20", "60", "70"])
def test_a_memorial_entry_goes_in_a_memorial_or_opening_journal(api: ApiClient, code: str) -> None:
    body = _depreciation(api, journalId=api.journal(code))

    assert api.refusals(URL, body) == [("/journalId", "journal_type_mismatch")]


@pytest.mark.parametrize(("field", "code"), [("debtorId", "unknown_field"), ("total", "set_by_server")])
def test_what_a_memorial_entry_does_not_take_is_refused(api: ApiClient, field: str, code: str) -> None:
    assert api.refusals(URL, _depreciation(api, **{field: "50.00"})) == [(f"/{field}", code)]
