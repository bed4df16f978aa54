"""Credit notes: positive amounts, set off against the sale that they credit, never more than that sale."""

import pytest

from tests.api.conftest import ApiClient

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


def test_a_credit_note_books_the_other_way_round(api: ApiClient, debtor: str) -> None:
    note = api.credit(debtor)

    assert (note["type"], note["number"], note["totalInclVat"]) == ("sales_credit", "2026-0001", "121.00")
    assert (note["status"], note["openAmount"], note["creditsTransactionId"]) == ("open", "121.00", None)
    assert [(leg["debit"], leg["credit"]) for leg in note["postings"]] == [
        ("0.00", "121.00"),
        ("100.00", "0.00"),
        ("21.00", "0.00"),
    ]


def test_a_whole_credit_note_closes_the_sale_and_itself(api: ApiClient, debtor: str, sale: str) -> None:
    note = api.credit(debtor, creditsTransactionId=sale)

    assert (note["status"], note["openAmount"], note["creditsTransactionId"]) == ("paid", "0.00", sale)
    assert _state(api, sale) == ("credited", "0.00")


def test_a_credit_note_on_a_part_leaves_the_rest_open(api: ApiClient, debtor: str, sale: str) -> None:
    api.credit(debtor, api.line(unitPrice="50.00"), creditsTransactionId=sale)

    assert _state(api, sale) == ("partly_paid", "60.50")


def test_credit_and_payment_together_pay_the_sale(api: ApiClient, debtor: str, sale: str) -> None:
    api.credit(debtor, api.line(unitPrice="50.00"), creditsTransactionId=sale)
    api.pay(sale, "60.50")

    assert _state(api, sale) == ("paid", "0.00")


def test_two_credit_notes_that_make_the_whole_credit_the_sale(api: ApiClient, debtor: str, sale: str) -> None:
    api.credit(debtor, api.line(unitPrice="50.00"), creditsTransactionId=sale)
    api.credit(debtor, api.line(unitPrice="50.00"), creditsTransactionId=sale)

    assert _state(api, sale) == ("credited", "0.00")


def test_a_credit_note_on_a_paid_sale_stays_open_until_it_is_paid_back(api: ApiClient, debtor: str, sale: str) -> None:
    api.pay(sale, "121.00")
    note = api.credit(debtor, creditsTransactionId=sale)

    assert (note["status"], note["openAmount"]) == ("open", "121.00")
    assert _state(api, sale) == ("credited", "0.00")
    api.pay(note["id"], "-121.00")
    assert _state(api, note["id"]) == ("paid", "0.00")


def test_a_credit_note_on_a_partly_paid_sale_takes_off_what_is_open_first(
    api: ApiClient, debtor: str, sale: str
) -> None:
    api.pay(sale, "100.00")
    note = api.credit(debtor, creditsTransactionId=sale)

    assert _state(api, sale) == ("credited", "0.00")
    assert (note["status"], note["openAmount"]) == ("partly_paid", "100.00")


def test_a_credited_sale_whose_payment_bounced_is_open_again(api: ApiClient, debtor: str, sale: str) -> None:
    payment = api.pay(sale, "121.00")
    note = api.credit(debtor, creditsTransactionId=sale)
    api.reverse(payment["id"])

    assert _state(api, sale) == ("open", "121.00")
    assert _state(api, note["id"]) == ("open", "121.00")


def test_more_than_the_original_is_refused_with_what_is_left(api: ApiClient, debtor: str, sale: str) -> None:
    body = {**api.sale_body(debtor, api.line(unitPrice="100.01")), "type": "sales_credit", "creditsTransactionId": sale}

    assert api.refusals(URL, body) == [("/creditsTransactionId", "credit_exceeds_original")]
    assert api.detail(URL, body) == (
        "The credit note is 121.01, but only 121.00 of transaction trx_000001 is left to credit."
    )
    assert api.detail(URL, body, language="nl") == (
        "De creditnota is 121.01, maar van boeking trx_000001 is nog maar 121.00 te crediteren."
    )


def test_all_credit_notes_together_never_exceed_the_sale(api: ApiClient, debtor: str, sale: str) -> None:
    api.credit(debtor, api.line(unitPrice="60.00"), creditsTransactionId=sale)
    body = {**api.sale_body(debtor, api.line(unitPrice="40.01")), "type": "sales_credit", "creditsTransactionId": sale}

    assert api.refusals(URL, body) == [("/creditsTransactionId", "credit_exceeds_original")]


def test_a_reversed_credit_note_leaves_room_for_another(api: ApiClient, debtor: str, sale: str) -> None:
    note = api.credit(debtor, creditsTransactionId=sale)
    api.reverse(note["id"])

    assert _state(api, sale) == ("open", "121.00")
    api.credit(debtor, creditsTransactionId=sale)
    assert _state(api, sale) == ("credited", "0.00")


def test_the_credited_sale_must_exist(api: ApiClient, debtor: str) -> None:
    body = {**api.sale_body(debtor), "type": "sales_credit", "creditsTransactionId": "trx_000099"}

    assert api.refusals(URL, body) == [("/creditsTransactionId", "not_found")]


def test_the_credited_sale_must_be_of_the_same_debtor(api: ApiClient, sale: str) -> None:
    other = api.debtor(name="Slagerij Jansen")
    body = {**api.sale_body(other["id"]), "type": "sales_credit", "creditsTransactionId": sale}

    assert api.refusals(URL, body) == [("/creditsTransactionId", "debtor_mismatch")]


def test_only_a_sale_is_credited(api: ApiClient, debtor: str) -> None:
    note = api.credit(debtor)
    body = {**api.sale_body(debtor), "type": "sales_credit", "creditsTransactionId": note["id"]}

    assert api.refusals(URL, body) == [("/creditsTransactionId", "transaction_type_mismatch")]
    assert api.detail(URL, body) == "Transaction trx_000001 is of type sales_credit; here it must be: sales."


def test_a_reversed_sale_is_not_credited(api: ApiClient, debtor: str, sale: str) -> None:
    api.reverse(sale)
    body = {**api.sale_body(debtor), "type": "sales_credit", "creditsTransactionId": sale}

    assert api.refusals(URL, body) == [("/creditsTransactionId", "already_reversed")]


def test_a_sale_credits_nothing(api: ApiClient, debtor: str, sale: str) -> None:
    body = api.sale_body(debtor, creditsTransactionId=sale)

    assert api.refusals(URL, body) == [("/creditsTransactionId", "unknown_field")]


def test_a_credit_note_has_positive_amounts(api: ApiClient, debtor: str) -> None:
    body = {**api.sale_body(debtor, api.line(quantity="-1")), "type": "sales_credit"}

    assert api.refusals(URL, body) == [("/lines", "negative_total")]


def test_a_credit_note_meets_its_sale_on_the_account_of_the_sale(api: ApiClient) -> None:
    debtor = api.debtor()
    sale = api.sale(debtor["id"])
    moved = {**debtor, "ledgerAccountId": api.account("1400")}
    api.put(f"/debtors/{debtor['id']}", json=moved).raise_for_status()
    note = api.credit(debtor["id"], creditsTransactionId=sale["id"])

    assert note["postings"][0]["ledgerAccountId"] == api.account("1300")
