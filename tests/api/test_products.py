"""Products from outside: made, found by SKU, changed, archived and deleted."""

import pytest

from tests.api.conftest import ApiClient

BREAD = {
    "sku": "TAART-12",
    "description": "Appeltaart, 12 punten",
    "longDescription": "Gebakken met Goudreinetten.\nBevat gluten.",
    "price": "24.95",
    "priceIncludesVat": True,
    "unit": "stuk",
    "barcode": "08712345678906",
    "kind": "goods",
    "active": True,
}


def skus(api: ApiClient, **query: str) -> list[str]:
    return [product["sku"] for product in api.listed("/products", **query)]


def test_a_product_is_given_back_as_it_was_sent_with_what_the_server_adds(api: ApiClient) -> None:
    references = {"vatRateId": api.rate("NL_LAAG"), "ledgerAccountId": api.account("8010")}
    product = api.create("/products", {**BREAD, **references})
    assert product == {
        **BREAD,
        **references,
        "id": "prd_000001",
        "version": 1,
        "createdAt": "2026-11-23T09:00:00Z",
        "updatedAt": "2026-11-23T09:00:00Z",
    }
    assert api.read("/products/prd_000001") == product


def test_the_least_that_a_product_needs_is_a_sku_a_description_and_a_price(api: ApiClient) -> None:
    product = api.create("/products", {"sku": "PROEF", "description": "Proefmonster", "price": "0"})
    assert (product["price"], product["priceIncludesVat"], product["kind"], product["active"]) == (
        "0.00",
        False,
        "goods",
        True,
    )
    assert (product["vatRateId"], product["ledgerAccountId"], product["barcode"]) == (None, None, None)


@pytest.mark.parametrize(
    ("sent", "given"),
    [
        ("12", "12.00"),
        ("12.5", "12.50"),
        ("12.50", "12.50"),
        ("12.500", "12.50"),
        ("0.0825", "0.0825"),
        ("0.0820", "0.082"),
        ("999999999.99", "999999999.99"),
        ("0.10", "0.10"),
    ],
)
def test_a_price_has_two_places_out_and_more_only_when_it_needs_them(api: ApiClient, sent: str, given: str) -> None:
    assert api.product(price=sent)["price"] == given


@pytest.mark.parametrize(
    ("price", "code"),
    [
        (12.5, "not_decimal"),
        (12, "not_decimal"),
        ("12,50", "not_decimal"),
        ("1.250,00", "not_decimal"),
        ("1,250.00", "not_decimal"),
        ("1e2", "not_decimal"),
        ("+1.00", "not_decimal"),
        (" 1.00", "not_decimal"),
        (".50", "not_decimal"),
        ("5.", "not_decimal"),
        ("007.00", "not_decimal"),
        ("€ 5", "not_decimal"),
        ("NaN", "not_decimal"),
        ("Infinity", "not_decimal"),
        ("٣.00", "not_decimal"),
        ("", "not_decimal"),
        ("1.00005", "too_many_decimals"),
        ("1.00000", "too_many_decimals"),
        ("-0.01", "number_out_of_range"),
        ("1000000000.00", "number_out_of_range"),
    ],
)
def test_a_price_in_any_other_form_is_refused(api: ApiClient, price: object, code: str) -> None:
    body = {"sku": "TAART-12", "description": "Appeltaart", "price": price}
    assert api.refusals("/products", body) == [("/price", code)]


def test_the_refusal_of_a_number_shows_what_came_and_the_right_form(api: ApiClient) -> None:
    body = {"sku": "TAART-12", "description": "Appeltaart", "price": "12,50"}
    assert api.detail("/products", body) == (
        'This must be a decimal number in quotes, with a dot, such as "3.95"; what came is "12,50".'
    )


def test_minus_zero_is_zero(api: ApiClient) -> None:
    assert api.product(price="-0.00")["price"] == "0.00"


def test_a_sku_belongs_to_one_product_archived_ones_included(api: ApiClient) -> None:
    api.product(sku="OUD-1", active=False)
    response = api.post("/products", json={"sku": "OUD-1", "description": "Nieuw", "price": "1.00"})
    assert response.json()["code"] == "sku_in_use"
    assert "prd_000001" in response.json()["detail"]


@pytest.mark.parametrize("sku", ["M/S 4,5×10", "00123", "KAART-🎁", "a+b&c=d", "O'B"])
def test_a_product_is_found_by_exactly_its_sku(api: ApiClient, sku: str) -> None:
    api.product(sku=sku)
    api.product(sku=f"{sku}X")
    assert skus(api, sku=sku) == [sku]


def test_a_sku_differs_by_case_and_leading_zeros(api: ApiClient) -> None:
    api.product(sku="00123")
    assert (skus(api, sku="123"), skus(api, sku="0123")) == ([], [])
    api.product(sku="abc")
    assert skus(api, sku="ABC") == []


def test_a_description_is_found_by_any_piece_of_it(api: ApiClient) -> None:
    api.product(sku="A", description="Crème brûlée (4 stuks)")
    api.product(sku="B", description="Brood")
    assert (skus(api, description="creme bru"), skus(api, description="BR"), skus(api, description="4 st")) == (
        ["A"],
        ["A", "B"],
        ["A"],
    )


def test_a_product_that_was_sold_is_not_deleted(api: ApiClient) -> None:
    product = api.product()
    api.sale(api.debtor()["id"], {"productId": product["id"]})
    assert api.delete(f"/products/{product['id']}").json()["code"] == "in_use"
    assert api.read(f"/products/{product['id']}") == product


def test_a_product_that_was_never_sold_is_deleted(api: ApiClient) -> None:
    product = api.product()
    assert api.delete(f"/products/{product['id']}").json() == {"success": True, "data": product}
    assert skus(api) == []


def test_a_product_is_sold_on_a_revenue_account_with_a_rate_that_goes_with_it(api: ApiClient) -> None:
    body = {"sku": "TAART-12", "description": "Appeltaart", "price": "1.00"}
    bank, high, low = api.account("1100"), api.account("8000"), api.rate("NL_LAAG")
    assert api.refusals("/products", {**body, "ledgerAccountId": bank}) == [
        ("/ledgerAccountId", "ledger_account_not_allowed")
    ]
    assert api.refusals("/products", {**body, "ledgerAccountId": high, "vatRateId": low}) == [
        ("/vatRateId", "vat_rate_not_allowed")
    ]


def test_the_seed_holds_the_awkward_products(seeded_api: ApiClient) -> None:
    assert skus(seeded_api, sku="00123") == ["00123"]
    assert skus(seeded_api, description="gefeliciteerd") == ["KAART-🎁"]
    assert skus(seeded_api, active="false") == ["OUD-1"]
