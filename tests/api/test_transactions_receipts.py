"""Receipts: money that settles sales and credit notes, or is booked on a ledger account."""

import pytest

from tests.api.conftest import ApiClient, Json

URL = "/transactions"


@pytest.fixture
def debtor(api: ApiClient) -> str:
    return str(api.debtor()["id"])


@pytest.fixture
def sale(api: ApiClient, debtor: str) -> str:
    return str(api.sale(debtor)["id"])


def _state(api: ApiClient, transaction_id: str) -> tuple[str, str]:
    transaction = api.read(f"{URL}/{transaction_id}")
    return transaction["status"], transaction["openAmount"]


def _settling(transaction_id: str, amount: str) -> Json:
    return {"settlesTransactionId": transaction_id, "amount": amount}


def test_a_receipt_reads_from_head_to_foot(api: ApiClient, debtor: str, sale: str) -> None:
    line = {**_settling(sale, "121.00"), "description": "Betaling 2026-0001"}
    receipt = api.create(URL, api.receipt_body(line, debtorId=debtor, description="Dagafschrift 12"))

    assert receipt == {
        "id": "trx_000002",
        "type": "receipt",
        "number": "BNK-2026-0001",
        "date": "2026-11-23",
        "status": "paid",
        "openAmount": "0.00",
        "journalId": api.journal("20"),
        "entryNumber": 1,
        "fiscalYear": 2026,
        "period": 11,
        "reference": None,
        "description": "Dagafschrift 12",
        "paymentReference": None,
        "debtorId": debtor,
        "total": "121.00",
        "reversesTransactionId": None,
        "reversedByTransactionId": None,
        "createdAt": "2026-11-23T09:00:00Z",
        "updatedAt": "2026-11-23T09:00:00Z",
        "lines": [
            {
                "ledgerAccountId": api.account("1300"),
                "settlesTransactionId": sale,
                "amount": "121.00",
                "description": "Betaling 2026-0001",
            }
        ],
        "postings": [
            {
                "ledgerAccountId": api.account("1100"),
                "debit": "121.00",
                "credit": "0.00",
                "description": "Dagafschrift 12",
            },
            {
                "ledgerAccountId": api.account("1300"),
                "debit": "0.00",
                "credit": "121.00",
                "description": "Betaling 2026-0001",
            },
        ],
    }


def test_a_sale_goes_from_open_over_partly_paid_to_paid(api: ApiClient, sale: str) -> None:
    assert _state(api, sale) == ("open", "121.00")
    api.pay(sale, "0.01")
    assert _state(api, sale) == ("partly_paid", "120.99")
    api.pay(sale, "120.99")
    assert _state(api, sale) == ("paid", "0.00")


def test_without_a_journal_a_receipt_goes_in_the_bank(api: ApiClient, sale: str) -> None:
    receipt = api.create(URL, {"type": "receipt", "date": "2026-11-23", "lines": [_settling(sale, "121.00")]})

    assert receipt["journalId"] == api.journal("20")


def test_a_receipt_in_the_cash_journal_is_posted_on_cash(api: ApiClient, sale: str) -> None:
    receipt = api.pay(sale, "121.00", journalId=api.journal("10"))

    assert (receipt["number"], receipt["postings"][0]["ledgerAccountId"]) == ("KAS-2026-0001", api.account("1000"))


def test_a_receipt_without_a_debtor_is_of_the_debtor_whose_sale_it_settles(
    api: ApiClient, debtor: str, sale: str
) -> None:
    receipt = api.create(URL, api.receipt_body(_settling(sale, "121.00")))
    assert receipt["debtorId"] == debtor


def test_one_receipt_settles_several_sales(api: ApiClient, debtor: str, sale: str) -> None:
    other = api.sale(debtor)["id"]
    receipt = api.create(URL, api.receipt_body(_settling(sale, "121.00"), _settling(other, "21.00")))

    assert receipt["total"] == "142.00"
    assert _state(api, sale) == ("paid", "0.00")
    assert _state(api, other) == ("partly_paid", "100.00")


def test_two_lines_may_settle_one_sale(api: ApiClient, sale: str) -> None:
    api.create(URL, api.receipt_body(_settling(sale, "100.00"), _settling(sale, "21.00")))

    assert _state(api, sale) == ("paid", "0.00")


def test_two_lines_never_settle_more_than_is_open(api: ApiClient, sale: str) -> None:
    body = api.receipt_body(_settling(sale, "100.00"), _settling(sale, "21.01"))

    assert api.refusals(URL, body) == [("/lines/1/amount", "payment_exceeds_open_amount")]
    assert (
        api.detail(URL, body)
        == "The amount 21.01 is not what can be settled of transaction trx_000001: from 0.01 to 21.00 is open."
    )


def test_a_payment_of_more_than_is_open_is_refused_and_the_rest_goes_elsewhere(api: ApiClient, sale: str) -> None:
    rest = {"ledgerAccountId": api.account("4710"), "amount": "0.05"}

    assert api.refusals(URL, api.receipt_body(_settling(sale, "121.05"))) == [
        ("/lines/0/amount", "payment_exceeds_open_amount")
    ]
    assert api.create(URL, api.receipt_body(_settling(sale, "121.00"), rest))["total"] == "121.05"


def test_a_paid_sale_takes_no_more(api: ApiClient, sale: str) -> None:
    api.pay(sale, "121.00")

    assert api.refusals(URL, api.receipt_body(_settling(sale, "0.01"))) == [
        ("/lines/0/amount", "payment_exceeds_open_amount")
    ]


def test_money_is_not_paid_back_on_a_sale(api: ApiClient, sale: str) -> None:
    body = api.receipt_body(_settling(sale, "-1.00"))

    assert api.refusals(URL, body) == [("/lines/0/amount", "payment_exceeds_open_amount")]


def test_a_credit_note_is_paid_back_with_a_negative_amount(api: ApiClient, debtor: str) -> None:
    note = api.credit(debtor)
    receipt = api.pay(note["id"], "-100.00")

    assert _state(api, note["id"]) == ("partly_paid", "21.00")
    assert [(leg["debit"], leg["credit"]) for leg in receipt["postings"]] == [("0.00", "100.00"), ("100.00", "0.00")]


@pytest.mark.parametrize("amount", ["-121.01", "121.00"])
def test_no_more_is_paid_back_than_the_credit_note_says(api: ApiClient, debtor: str, amount: str) -> None:
    note = api.credit(debtor)

    assert api.refusals(URL, api.receipt_body(_settling(note["id"], amount))) == [
        ("/lines/0/amount", "payment_exceeds_open_amount")
    ]


def test_a_sale_and_a_credit_note_are_set_off_without_money(api: ApiClient, debtor: str, sale: str) -> None:
    note = api.credit(debtor)["id"]
    receipt = api.create(URL, api.receipt_body(_settling(sale, "121.00"), _settling(note, "-121.00")))

    assert (receipt["total"], len(receipt["postings"])) == ("0.00", 2)
    assert (_state(api, sale), _state(api, note)) == (("paid", "0.00"), ("paid", "0.00"))


def test_a_receipt_settles_sales_of_its_own_debtor_only(api: ApiClient, sale: str) -> None:
    other = api.debtor(name="Slagerij Jansen")["id"]
    body = api.receipt_body(_settling(sale, "121.00"), debtorId=other)

    assert api.refusals(URL, body) == [("/lines/0/settlesTransactionId", "debtor_mismatch")]


def test_a_receipt_without_a_debtor_may_be_of_several(api: ApiClient, sale: str) -> None:
    other = api.sale(api.debtor(name="Slagerij Jansen")["id"])["id"]
    receipt = api.create(URL, api.receipt_body(_settling(sale, "121.00"), _settling(other, "121.00")))

    assert receipt["total"] == "242.00"


def test_everything_that_is_wrong_with_the_lines_is_told_at_once(api: ApiClient, sale: str) -> None:
    receipt = api.pay(sale, "21.00")
    body = api.receipt_body(
        {"amount": "1.00"},
        {**_settling(sale, "1.00"), "ledgerAccountId": api.account("4700")},
        _settling("trx_000099", "1.00"),
        _settling(receipt["id"], "1.00"),
        {"ledgerAccountId": api.account("1300"), "amount": "1.00"},
        {"ledgerAccountId": api.account("8990"), "amount": "1.00"},
        {"ledgerAccountId": "led_999999", "amount": "1.00"},
        debtorId="deb_000099",
    )

    assert api.refusals(URL, body) == [
        ("/debtorId", "not_found"),
        ("/lines/0", "exactly_one_of"),
        ("/lines/1", "exactly_one_of"),
        ("/lines/2/settlesTransactionId", "not_found"),
        ("/lines/3/settlesTransactionId", "transaction_type_mismatch"),
        ("/lines/4/ledgerAccountId", "ledger_account_not_allowed"),
        ("/lines/5/ledgerAccountId", "ledger_account_inactive"),
        ("/lines/6/ledgerAccountId", "not_found"),
    ]


def test_a_control_account_is_refused_in_both_languages(api: ApiClient) -> None:
    body = api.receipt_body({"ledgerAccountId": api.account("1300"), "amount": "1.00"})

    assert api.detail(URL, body) == (
        "Ledger account 1300 (Debiteuren) cannot be used here: "
        "it is a control account: settle the sale itself with settlesTransactionId."
    )
    assert api.detail(URL, body, language="nl") == (
        "Grootboekrekening 1300 (Debiteuren) kan hier niet worden gebruikt: "
        "het is een verzamelrekening: letter de verkoop zelf af met settlesTransactionId."
    )


def test_a_reversed_sale_takes_no_payment(api: ApiClient, sale: str) -> None:
    api.reverse(sale)

    assert api.refusals(URL, api.receipt_body(_settling(sale, "121.00"))) == [
        ("/lines/0/settlesTransactionId", "already_reversed")
    ]


@pytest.mark.parametrize("code", ["60", "70", "90", "99"])
def test_a_receipt_goes_in_a_bank_or_cash_journal(api: ApiClient, sale: str, code: str) -> None:
    body = api.receipt_body(_settling(sale, "121.00"), journalId=api.journal(code))

    assert api.refusals(URL, body) == [("/journalId", "journal_type_mismatch")]
    assert "needs: bank, cash." in api.detail(URL, body)


def test_the_total_of_a_receipt_is_set_by_the_server(api: ApiClient, sale: str) -> None:
    body = api.receipt_body(_settling(sale, "121.00"), total="121.00")

    assert api.refusals(URL, body) == [("/total", "set_by_server")]


@pytest.mark.parametrize("amount", ["0", "0.00", "-0.00"])
def test_a_line_of_nothing_is_refused(api: ApiClient, sale: str, amount: str) -> None:
    assert api.refusals(URL, api.receipt_body(_settling(sale, amount))) == [("/lines/0/amount", "number_out_of_range")]
