"""What the operations on products refuse."""

from typing import Final

from tests.docs.refusals.call import API, Refused, asks, not_found, sends

_PRODUCT: Final = {"sku": "ROGGE-500", "description": "Roggebrood 500 gram", "price": "2.95"}
CALLS: Final = [
    *asks(
        "listProducts", f"{API}/products", {"not_boolean": {"active": "ja"}, "not_moment": {"updatedSince": "today"}}
    ),
    *sends(
        "createProduct",
        f"{API}/products",
        "POST",
        {
            "sku_in_use": {**_PRODUCT, "sku": "BROOD-800"},
            "ledger_account_not_allowed": {**_PRODUCT, "ledgerAccountId": "led_000007"},
            "ledger_account_inactive": {**_PRODUCT, "ledgerAccountId": "led_000054"},
            "vat_rate_inactive": {**_PRODUCT, "vatRateId": "vat_000003"},
            "vat_rate_not_allowed": {**_PRODUCT, "ledgerAccountId": "led_000044", "vatRateId": "vat_000002"},
            "not_found": {**_PRODUCT, "vatRateId": "vat_999999"},
            "not_one_of": {**_PRODUCT, "kind": "bread"},
        },
    ),
    not_found("getProduct", "GET", f"{API}/products/prd_999999"),
    *sends(
        "updateProduct",
        f"{API}/products/prd_000001",
        "PUT",
        {"stale_version": {**_PRODUCT, "version": 7}, "sku_in_use": {**_PRODUCT, "sku": "00123", "version": 1}},
    ),
    Refused("updateProduct", "not_found", "PUT", f"{API}/products/prd_999999", {"json": {**_PRODUCT, "version": 1}}),
    Refused("deleteProduct", "in_use", "DELETE", f"{API}/products/prd_000004"),
    not_found("deleteProduct", "DELETE", f"{API}/products/prd_999999"),
]
