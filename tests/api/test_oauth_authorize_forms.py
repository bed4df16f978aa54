"""The authorization endpoint as HTTP sees it: forms, sizes, headers, and whatever bytes come."""

import html
from urllib.parse import urlsplit

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mockbooks.traffic.exchange import Answer, Exchange
from tests.api.asking import ASKED, AUTHORIZE, BROWSER, CALLBACK, SERVER, ask, decide, told
from tests.api.conftest import ApiClient

DEMO = "client_id=mockbooks-demo"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
MAY = "debtors:read debtors:write transactions:read transactions:write products:read products:write settings:read"


def asked_in_bytes(api: ApiClient, query: bytes) -> Answer:
    """Send a query that no client library would write."""
    path, host = "/oauth/authorize", "mockbooks.test"
    return api.app.pipeline.handle(Exchange(method="GET", path=path, host=host, query_string=query))


def test_a_form_asks_as_a_query_does(api: ApiClient) -> None:
    response = api.post(
        AUTHORIZE, content=ASKED, headers={**BROWSER, "Content-Type": "application/x-www-form-urlencoded"}
    )

    assert response.status_code == 200
    assert "<strong>mockbooks demo</strong> asks for access" in response.text


def test_a_form_that_is_refused_is_redirected_with_303(api: ApiClient) -> None:
    response = api.post(AUTHORIZE, content=ASKED.replace("=code", "=token"), headers={**BROWSER, **FORM})

    assert (response.status_code, told(response)["error"]) == (303, "unsupported_response_type")


def test_what_is_no_form_is_refused(api: ApiClient) -> None:
    response = api.post(AUTHORIZE, json={"client_id": "mockbooks-demo"}, headers={"Accept": "application/json"})

    assert response.status_code == 400
    assert response.json()["error_description"] == (
        "A form must come as application/x-www-form-urlencoded. Came: application/json"
    )


def test_a_form_that_is_far_too_large_is_refused(api: ApiClient) -> None:
    response = decide(api, ASKED, decision="approve", padding="x" * 70_000)

    assert response.status_code == 400
    assert "The form is larger than 65536 bytes." in response.text
    assert "70025 bytes" in response.text


@pytest.mark.parametrize("padding", ["&".join(["a"] * 32_000), f"state={'x' * 9000}"])
def test_a_form_that_asks_for_more_than_fits_in_the_address_of_its_page_is_refused(
    api: ApiClient, padding: str
) -> None:
    response = api.post(AUTHORIZE, content=f"{ASKED}&{padding}", headers={**BROWSER, **FORM})

    assert response.status_code == 400
    assert "The authorization request is larger than the 6144 bytes that fit" in response.text
    assert len(response.content) < 8_000


def test_what_a_form_adds_to_a_long_address_counts_too(api: ApiClient) -> None:
    response = api.post(f"{AUTHORIZE}?{ASKED}&a={'x' * 4000}", content=f"b={'x' * 4000}", headers={**BROWSER, **FORM})

    assert (response.status_code, "larger than the 6144 bytes" in response.text) == (400, True)


def test_the_longest_request_by_form_can_be_approved(api: ApiClient) -> None:
    asked = ASKED.replace("state=xyz", f"state={'x' * 6000}")
    page = api.post(AUTHORIZE, content=asked, headers={**BROWSER, **FORM})
    action = html.unescape(page.text.partition('action="')[2].partition('"')[0])

    response = api.post(f"{SERVER}{action}", data={"decision": "approve"}, headers=BROWSER)

    assert len(action) < 8_192
    assert told(response)["state"] == "x" * 6000


def test_the_longest_address_can_be_approved(api: ApiClient) -> None:
    asked = ASKED.replace("state=xyz", f"state={'x' * 8000}")

    response = decide(api, asked, decision="approve", administration="demo")

    assert told(response)["state"] == "x" * 8000


def test_a_decision_of_another_site_makes_no_larger_page(api: ApiClient) -> None:
    address, form = f"{AUTHORIZE}?{ASKED}&a={'x' * 4000}", {"decision": "approve", "b": "x" * 4000}
    response = api.post(address, data=form, headers={**BROWSER, "Sec-Fetch-Site": "cross-site"})

    assert (response.status_code, "larger than the 6144 bytes" in response.text) == (400, True)


def test_a_decision_with_a_large_form_is_refused(api: ApiClient) -> None:
    response = decide(api, ASKED, decision="approve", administration="x" * 9000)

    assert (response.status_code, "larger than the 6144 bytes" in response.text) == (400, True)


@pytest.mark.parametrize("query", [ASKED, f"{ASKED}&scope=nothing", "response_type=code"])
def test_no_other_origin_may_read_what_is_answered(api: ApiClient, query: str) -> None:
    response = ask(api, query, Origin="https://evil.test")

    assert [name for name in response.headers if name.startswith("access-control-")] == []


@pytest.mark.parametrize(
    ("query", "policy"),
    [(ASKED, "same-origin"), (f"{ASKED}&scope=nothing", "no-referrer"), ("response_type=code", "same-origin")],
)
def test_no_answer_is_kept_or_tells_others_where_it_came_from(api: ApiClient, query: str, policy: str) -> None:
    headers = ask(api, query).headers

    assert (headers["Cache-Control"], headers["Referrer-Policy"]) == ("no-store", policy)
    assert (headers["X-Frame-Options"], headers["X-Content-Type-Options"]) == ("DENY", "nosniff")


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(noise=st.binary(max_size=60), name=st.sampled_from([b"", b"client_id=", b"redirect_uri=", b"scope=", b"state="]))
def test_no_bytes_make_the_server_fail(api: ApiClient, noise: bytes, name: bytes) -> None:
    alone = asked_in_bytes(api, name + noise)
    beside = asked_in_bytes(api, f"response_type=code&{DEMO}&redirect_uri={CALLBACK}&".encode() + name + noise)

    assert alone.status == 400
    assert beside.status in {200, 302, 400}


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rest=st.text(max_size=40), method=st.text(max_size=20))
def test_no_text_makes_the_server_fail_or_redirect_to_another_machine(api: ApiClient, rest: str, method: str) -> None:
    asked = "response_type=code&client_id=mockbooks-demo"
    response = decide(api, asked, redirect_uri=f"http://localhost{rest}", code_challenge_method=method)

    assert response.status_code in {200, 303, 400}
    hostname = urlsplit(response.headers.get("Location", "http://localhost")).hostname
    assert hostname is not None
    assert hostname.endswith("localhost")
