"""What is on the wire, byte for byte: the OpenAPI document, and the problems that integrations meet most."""

from typing import Any

import httpx
import pytest

from mockbooks.oauth.demo import DEMO_TOKEN
from mockbooks.web.openapi import document
from tests.golden.conftest import Golden

Json = dict[str, Any]

pytestmark = pytest.mark.golden

SALE: Json = {
    "type": "sales",
    "date": "2026-11-23",
    "debtorId": "deb_000001",
    "lines": [{"ledgerAccountId": "led_000044", "unitPrice": "100.00", "vatRateId": "vat_000001"}],
}
DEBTOR: Json = {
    "name": "Bakkerij De Korenaar",
    "address": {"line1": "Dorpsstraat 12-A", "postalCode": "1234 AB", "city": "Utrecht", "countryCode": "NL"},
}
MEMORIAL: Json = {
    "type": "memorial",
    "date": "2026-11-23",
    "lines": [{"ledgerAccountId": "led_000032", "debit": "50.00"}, {"ledgerAccountId": "led_000002", "credit": "5.00"}],
}
RECEIPT: Json = {
    "type": "receipt",
    "date": "2026-11-23",
    "lines": [{"settlesTransactionId": "trx_000001", "amount": "1.00"}],
}

TOKEN = {"Authorization": f"Bearer {DEMO_TOKEN}"}
PROBLEMS: list[tuple[str, str, str, Json]] = [
    ("token-missing", "GET", "/debtors", {"headers": {}}),
    ("token-malformed", "GET", "/debtors", {"headers": {"Authorization": "mockbooks-demo-token"}}),
    ("token-invalid", "GET", "/debtors", {"headers": {"Authorization": "Bearer revoked"}}),
    ("unknown-url", "GET", "/debiteuren", {}),
    ("wrong-method", "PATCH", "/debtors", {}),
    ("not-acceptable", "GET", "/debtors", {"headers": {"Accept": "application/xml"}}),
    ("unsupported-media-type", "POST", "/debtors", {"content": b"<debtor/>", "headers": {"Content-Type": "text/xml"}}),
    (
        "malformed-json",
        "POST",
        "/debtors",
        {"content": b'{"name": ', "headers": {**TOKEN, "Content-Type": "application/json"}},
    ),
    ("not-found", "GET", "/debtors/deb_999999", {}),
    ("unknown-parameter", "GET", "/debtors", {"params": {"emial": "inkoop@korenaar.example"}}),
    ("several-fields-wrong", "POST", "/debtors", {"json": {"name": "", "adress": {}, "language": "NL", "email": 12}}),
    (
        "country-code-unknown",
        "POST",
        "/debtors",
        {"json": {**DEBTOR, "address": {**DEBTOR["address"], "countryCode": "UK"}}},
    ),
    ("vat-number-invalid", "POST", "/debtors", {"json": {**DEBTOR, "vatNumber": "NL000099998B58"}}),
    ("code-in-use", "POST", "/debtors", {"json": {**DEBTOR, "code": "ARCHIEF-1"}}),
    ("stale-version", "PUT", "/debtors/deb_000001", {"json": {**DEBTOR, "version": 7}}),
    ("in-use", "DELETE", "/debtors/deb_000024", {}),
    ("number-in-use", "POST", "/transactions", {"json": {**SALE, "number": "2026-0001"}}),
    ("total-mismatch", "POST", "/transactions", {"json": {**SALE, "totalInclVat": "120.00"}}),
    ("amount-as-number", "POST", "/transactions", {"json": {**SALE, "totalInclVat": 121.0}}),
    ("fiscal-year-closed", "POST", "/transactions", {"json": {**SALE, "date": "2024-12-31"}}),
    ("debtor-inactive", "POST", "/transactions", {"json": {**SALE, "debtorId": "deb_000007"}}),
    ("unbalanced", "POST", "/transactions", {"json": MEMORIAL}),
    ("payment-exceeds-open-amount", "POST", "/transactions", {"json": RECEIPT}),
    ("already-reversed", "POST", "/transactions/trx_000007/reversal", {"json": {}}),
]


def test_the_document(golden: Golden) -> None:
    golden("openapi.json", document())


@pytest.mark.parametrize("problem", PROBLEMS, ids=[name for name, *_ in PROBLEMS])
def test_a_problem(client: httpx.Client, golden: Golden, problem: tuple[str, str, str, Json]) -> None:
    name, method, path, options = problem
    headers = options.get("headers", TOKEN)
    english = client.request(method, path, **{**options, "headers": headers})
    dutch = client.request(method, path, **{**options, "headers": {**headers, "Accept-Language": "nl"}})
    golden(f"errors/{name}.json", {"en": english.json(), "nl": dutch.json()})
