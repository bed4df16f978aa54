"""Refusals that say what was meant: the usual mistakes of somebody who meets the API for the first time."""

from tests.api.conftest import ApiClient


def test_a_code_that_is_sent_for_an_id_is_told_with_its_id(api: ApiClient) -> None:
    line = {"ledgerAccountId": "8000", "unitPrice": "1.00", "vatRateId": api.rate("NL_HOOG")}
    told = api.detail("/transactions", api.sale_body(str(api.debtor()["id"]), line))
    assert told.endswith("What came is a code; its id is led_000044.")


def test_a_single_mistake_is_told_in_the_detail_with_its_place(api: ApiClient) -> None:
    problem = api.post("/products", json={"sku": "MOK-1", "description": "Mok", "price": 1}).json()
    assert problem["code"] == "validation_failed"
    assert problem["detail"].startswith("/price: This must be a decimal number in quotes")


def test_a_debtor_in_use_is_told_with_what_uses_it(api: ApiClient) -> None:
    debtor_id = str(api.debtor()["id"])
    sales = [str(api.sale(debtor_id)["id"]) for _ in range(5)]
    told = api.delete(f"/debtors/{debtor_id}").json()["detail"]
    assert told == f"The debtor {debtor_id} is in use by {sales[0]}, {sales[1]}, {sales[2]} and 2 more."


def test_a_refund_in_the_wrong_direction_is_told_which_amounts_would_do(api: ApiClient) -> None:
    note = api.credit(str(api.debtor()["id"]))
    body = api.receipt_body({"settlesTransactionId": note["id"], "amount": "12.10"})
    assert "paid out with a negative amount, from -" in api.detail("/transactions", body)


def test_a_supply_in_the_eu_to_a_dutch_buyer_is_told_why_not(api: ApiClient) -> None:
    debtor = api.debtor(vatNumber="NL000099998B57")
    line = {"ledgerAccountId": api.account("8030"), "unitPrice": "1.00", "vatRateId": api.rate("EU_ICP")}
    told = api.detail("/transactions", api.sale_body(str(debtor["id"]), line), language="nl")
    assert told.endswith("het is voor afnemers in een ander land van de EU.")


def test_a_url_that_is_nearly_right_gets_the_right_one(api: ApiClient) -> None:
    assert api.get("/debtor").json()["detail"].endswith('Did you mean "/api/v1/debtors"?')


def test_a_body_without_a_content_type_is_told_so(api: ApiClient) -> None:
    assert api.post("/debtors", content=b"{}").json()["detail"].endswith("what came is no Content-Type.")
