"""What HTTP asks of every URL, on the wire: methods, media types, ids and headers."""

import pytest
import requests

from tests.e2e.conftest import Process

TOKEN = {"Authorization": "Bearer mockbooks-demo-token"}


@pytest.fixture(scope="module")
def debtors(mockbooks: Process) -> str:
    return mockbooks.base_url + "/api/v1/debtors"


def test_head_answers_as_get_without_a_body(debtors: str) -> None:
    got = requests.get(debtors, headers=TOKEN, timeout=5)
    head = requests.head(debtors, headers=TOKEN, timeout=5)

    assert head.status_code == 200
    assert head.content == b""
    assert head.headers["Content-Length"] == str(len(got.content))


def test_options_names_the_methods(debtors: str) -> None:
    answer = requests.options(debtors, timeout=5)

    assert answer.status_code == 204
    assert answer.headers["Allow"] == "GET, POST, HEAD, OPTIONS"


def test_a_preflight_of_a_web_page_is_allowed(debtors: str) -> None:
    asked = {"Origin": "https://app.example", "Access-Control-Request-Method": "POST"}

    answer = requests.options(debtors, headers=asked, timeout=5)

    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "POST" in answer.headers["Access-Control-Allow-Methods"]
    assert "Idempotency-Key" in answer.headers["Access-Control-Allow-Headers"]


def test_an_unknown_url_is_404(mockbooks: Process) -> None:
    answer = requests.get(mockbooks.base_url + "/api/v1/debtor", timeout=5)

    assert answer.status_code == 404
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["code"] == "unknown_url"


def test_a_trailing_slash_is_404_and_no_redirect(debtors: str) -> None:
    assert requests.get(debtors + "/", headers=TOKEN, timeout=5, allow_redirects=False).status_code == 404


def test_a_wrong_method_is_405_with_allow(debtors: str) -> None:
    answer = requests.patch(debtors + "/deb_000001", timeout=5)

    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET, PUT, DELETE, HEAD, OPTIONS"


def test_a_caller_that_wants_xml_gets_406(debtors: str) -> None:
    assert requests.get(debtors, headers={"Accept": "application/xml"}, timeout=5).status_code == 406


def test_a_form_is_415(debtors: str) -> None:
    assert requests.post(debtors, headers=TOKEN, data={"name": "Bakkerij De Korenaar"}, timeout=5).status_code == 415


def test_no_token_is_401_with_a_challenge(mockbooks: Process, debtors: str) -> None:
    answer = requests.get(debtors, timeout=5)

    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == (
        'Bearer realm="mockbooks", '
        f'resource_metadata="{mockbooks.base_url}/.well-known/oauth-protected-resource/api/v1"'
    )


def test_another_scheme_is_no_token_for_us(mockbooks: Process, debtors: str) -> None:
    answer = requests.get(debtors, auth=("kassa", "geheim"), timeout=5)

    assert (answer.status_code, answer.json()["code"]) == (401, "token_missing")
    assert answer.headers["WWW-Authenticate"] == (
        'Bearer realm="mockbooks", '
        f'resource_metadata="{mockbooks.base_url}/.well-known/oauth-protected-resource/api/v1"'
    )


def test_a_token_in_quotes_is_invalid(debtors: str) -> None:
    answer = requests.get(debtors, headers={"Authorization": 'Bearer "mockbooks-demo-token"'}, timeout=5)

    assert (answer.status_code, answer.json()["code"]) == (401, "token_malformed")
    assert 'error="invalid_token"' in answer.headers["WWW-Authenticate"]


def test_a_well_formed_request_id_comes_back(debtors: str) -> None:
    answer = requests.get(debtors, headers={"X-Request-Id": "order-2026.0001_a"}, timeout=5)

    assert answer.headers["X-Request-Id"] == "order-2026.0001_a"
    assert answer.json()["requestId"] == "order-2026.0001_a"


def test_a_malformed_request_id_is_replaced(debtors: str) -> None:
    assert requests.get(debtors, headers={"X-Request-Id": "a b"}, timeout=5).headers["X-Request-Id"].startswith("req_")


def test_every_answer_carries_the_version_and_the_security_headers(debtors: str) -> None:
    headers = requests.get(debtors, timeout=5).headers

    assert headers["API-Version"] == "1.0.0"
    assert headers["Cache-Control"] == "no-store"
    assert headers["Content-Security-Policy"] == "frame-ancestors 'none'"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert "Strict-Transport-Security" not in headers
