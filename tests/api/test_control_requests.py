"""The request log over HTTP: what was asked and answered, what came between, and no secrets unless asked for."""

from typing import Any

import pytest

from tests.api.conftest import ApiClient, OpenApi
from tests.api.controlling import GARAGE, LIMITED, Operator, create_garage

TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
OAUTH = "http://mockbooks.test/oauth/token"


@pytest.fixture
def operator(api: ApiClient) -> Operator:
    return Operator(api)


def ids(operator: Operator, query: str = "") -> list[str]:
    return [each["requestId"] for each in operator.told("GET", f"/requests{query}")]


@pytest.fixture
def busy(api: ApiClient, operator: Operator) -> Operator:
    """Have four calls made: one refused by a scenario, one that succeeds, a search and a mistake."""
    operator.told("PUT", "/scenario", json=LIMITED)
    create_garage(api, **{"X-Request-Id": "refused-1"})
    create_garage(api, **{"X-Request-Id": "created-1"})
    api.get("/debtors?name=garage", headers={"X-Request-Id": "search-1"})
    api.get("/debtors/deb_000009", headers={"X-Request-Id": "mistake-1"})
    return operator


def test_an_exchange_is_told_whole(api: ApiClient, operator: Operator) -> None:
    created = create_garage(api, traceparent=TRACEPARENT, **{"X-Request-Id": "shop-4711"})
    (told,) = operator.told("GET", "/requests")
    assert told == operator.told("GET", "/requests/shop-4711")
    answer = told.pop("answer")
    request = told.pop("request")
    assert told == {
        "number": 1,
        "requestId": "shop-4711",
        "receivedAt": "2026-11-23T09:00:00Z",
        "answeredAt": "2026-11-23T09:00:00Z",
        "tookMs": 0,
        "method": "POST",
        "path": "/api/v1/debtors",
        "query": "",
        "operation": "createDebtor",
        "client": "mockbooks-demo",
        "sent": None,
        "injections": [],
        "why": "created",
    }
    assert request["headers"]["traceparent"] == TRACEPARENT
    assert (request["body"], request["cut"]) == (GARAGE, False)
    assert request["bodyBytes"] == len(created.request.content)
    assert (answer["status"], answer["body"], answer["cut"], answer["delivery"]) == (200, created.json(), False, None)
    assert answer["headers"]["x-request-id"] == "shop-4711"


def test_they_come_in_order_the_newest_last_and_in_pages(busy: Operator) -> None:
    assert ids(busy) == ["refused-1", "created-1", "search-1", "mistake-1"]
    response = busy.get("/requests?pageSize=3&page=2")
    assert [each["number"] for each in response.json()["data"]] == [4]
    assert response.json()["page"] == {"number": 2, "size": 3, "totalItems": 4, "totalPages": 2}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("operation=createDebtor", ["refused-1", "created-1"]),
        ("status=400", ["refused-1", "mistake-1"]),
        ("status=200&method=POST", ["created-1"]),
        ("injection=the books are closed", ["refused-1"]),
        ("client=mockbooks-demo", ["refused-1", "created-1", "search-1", "mistake-1"]),
        ("client=somebody-else", []),
        ("path=/api/v1/debtors&method=GET", ["search-1"]),
        ("since=2", ["search-1", "mistake-1"]),
        ("since=search-1", ["mistake-1"]),
        ("since=0&operation=getDebtor", ["mistake-1"]),
    ],
)
def test_they_are_filtered(busy: Operator, query: str, found: list[str]) -> None:
    assert ids(busy, f"?{query}") == found


@pytest.mark.parametrize(
    ("query", "parameter", "code"),
    [
        ("since=nobody", "since", "not_found"),
        ("status=ok", "status", "not_integer"),
        ("verb=GET", "verb", "unknown_parameter"),
        ("secrets=yes", "secrets", "not_boolean"),
        ("pageSize=201", "pageSize", "number_out_of_range"),
        ("operation=creatDebtor", "operation", "unknown_operation"),
    ],
)
def test_a_bad_filter_is_refused(busy: Operator, query: str, parameter: str, code: str) -> None:
    assert busy.refusal("GET", f"/requests?{query}") == (parameter, code)


def test_what_a_scenario_did_is_told(busy: Operator) -> None:
    told = busy.told("GET", "/requests/refused-1")
    assert told["injections"] == [{"name": "the books are closed", "phase": "before", "faults": ["fail"]}]
    assert told["answer"]["body"]["code"] == "BOOKS_CLOSED"
    assert told["why"] == "injected by 'the books are closed' before the action: fail"
    assert busy.told("GET", "/requests/mistake-1")["why"] == "refused by the rule not_found at id"


def test_the_true_answer_and_the_one_that_was_sent_are_both_told(api: ApiClient, operator: Operator) -> None:
    fault = {"truncate": 10}
    scenario = {
        "name": "cut",
        "injections": [{"name": "a cut", "match": {"operation": "createDebtor"}, "fault": fault}],
    }
    operator.told("PUT", "/scenario", json=scenario)
    with pytest.raises(ConnectionError):
        create_garage(api, **{"X-Request-Id": "lost-1"})
    told = operator.told("GET", "/requests/lost-1")
    assert (told["answer"]["status"], told["answer"]["body"]["data"]["name"]) == (200, "Garage Visser")
    assert told["answer"]["delivery"] is None
    assert told["sent"]["delivery"]["kind"] == "cut"
    assert told["injections"] == [{"name": "a cut", "phase": "after", "faults": ["truncate"]}]


def test_secrets_are_masked_unless_they_are_asked_for(api: ApiClient, operator: Operator) -> None:
    form = {"grant_type": "client_credentials", "client_id": "mockbooks-demo", "client_secret": "mockbooks-demo-secret"}
    operator.post(OAUTH, data=form, headers={"X-Request-Id": "token-1"})
    api.get("/debtors", headers={"X-Request-Id": "read-1"})
    masked, whole = (operator.told("GET", f"/requests{query}") for query in ("", "?secrets=true"))
    assert "mockbooks-demo-secret" not in str(masked)
    assert "mockbooks-demo-token" not in str(masked)
    assert "client_secret=mockbooks-demo-secret" in whole[0]["request"]["body"]
    assert whole[0]["answer"]["body"]["access_token"].startswith("mb_at_")
    assert masked[0]["answer"]["body"]["access_token"].startswith("***")
    assert whole[1]["request"]["headers"]["authorization"] == "Bearer mockbooks-demo-token"
    assert masked[1]["request"]["headers"]["authorization"].startswith("Bearer ***")
    assert operator.told("GET", "/requests/read-1?secrets=true") == whole[1]
    assert operator.told("GET", "/requests/read-1?secrets=false") == masked[1]


@pytest.mark.parametrize(
    ("content", "kind", "told"),
    [
        (b'{"name": "Garage', "application/json", '{"name": "Garage'),
        (b"caf\xe9", "text/plain", "caf�"),
        (b"null", "application/json", None),
        (b"", "application/json", None),
    ],
)
def test_a_body_that_is_no_json_is_told_as_text(
    api: ApiClient, operator: Operator, content: bytes, kind: str, told: str | None
) -> None:
    api.post("/debtors", content=content, headers={"Content-Type": kind, "X-Request-Id": "odd-1"})
    assert operator.told("GET", "/requests/odd-1")["request"]["body"] == told


def test_long_bodies_are_cut_and_say_so(api: ApiClient, operator: Operator) -> None:
    api.post("/debtors", json={"name": "x" * 20_000}, headers={"X-Request-Id": "long-1"})
    request = operator.told("GET", "/requests/long-1")["request"]
    assert (len(request["body"]), request["bodyBytes"], request["cut"]) == (16_384, 20_011, True)
    api.get("/ledger-accounts?pageSize=200", headers={"X-Request-Id": "long-2"})
    assert operator.told("GET", "/requests/long-2")["answer"]["cut"] is True


def test_of_two_with_one_id_the_newest_is_given(api: ApiClient, operator: Operator) -> None:
    api.get("/debtors", headers={"X-Request-Id": "same"})
    api.get("/products", headers={"X-Request-Id": "same"})
    assert operator.told("GET", "/requests/same")["path"] == "/api/v1/products"
    assert operator.refusal("GET", "/requests/other") == ("requestId", "not_found")


def test_an_emptied_log_counts_from_one_again(busy: Operator, api: ApiClient) -> None:
    assert busy.told("DELETE", "/requests") == {"deleted": 4}
    assert ids(busy) == []
    api.get("/debtors")
    assert [each["number"] for each in busy.told("GET", "/requests")] == [1]


def test_calls_of_the_control_api_are_not_in_it(operator: Operator) -> None:
    operator.told("GET", "/info")
    assert ids(operator) == []


def test_each_administration_has_its_own(open_api: OpenApi) -> None:
    api = open_api()
    operator = Operator(api)
    token = operator.told("POST", "/administrations")["accessToken"]
    api.get("/debtors", headers={"Authorization": f"Bearer {token}", "X-Request-Id": "of-another"})
    assert (ids(operator), ids(operator, "?administration=adm_000001")) == ([], ["of-another"])


def test_odd_paths_can_be_told(api: ApiClient, operator: Operator) -> None:
    api.get("/deb%FFtors?q=%ff%00", headers={"X-Request-Id": "odd-2"})
    told: Any = operator.told("GET", "/requests?secrets=true")
    assert (told[0]["requestId"], told[0]["operation"]) == ("odd-2", None)


@pytest.mark.parametrize("media_type", [None, "text/plain", "multipart/form-data; boundary=x"])
def test_a_secret_in_a_form_that_is_announced_as_something_else_is_told_nowhere(
    api: ApiClient, operator: Operator, media_type: str | None
) -> None:
    expect = [{"calls": {"operation": "issueToken"}, "exactly": 7}]
    operator.told("PUT", "/scenario", json={"name": "expecting", "expect": expect})
    headers = {"X-Api-Key": "s3cr3t", **({"Content-Type": media_type} if media_type else {})}
    api.post(OAUTH, content=b"grant_type=refresh_token&client_id=a&client_secret=s3cr3t", headers=headers)

    (told,) = operator.told("GET", "/requests")
    assert told["request"]["body"].startswith("grant_type=refresh_token&client_id=a&client_secret=***")
    assert "s3cr3t" not in operator.get("/requests").text
    assert "client_secret=***" in operator.get("/verdict?format=text").text
    assert "s3cr3t" not in operator.get("/verdict?format=text").text
    assert "s3cr3t" not in operator.get("/verdict?format=junit").text


@pytest.mark.parametrize("secrets", ["true", "false"])
def test_a_body_that_nests_deeper_than_anything_can_be_written_is_told_as_text(
    api: ApiClient, operator: Operator, secrets: str
) -> None:
    sent = b'{"token": ' + b"[" * 300 + b'"geheim"' + b"]" * 300 + b"}"

    refused = api.post("/debtors", content=sent, headers={"Content-Type": "application/json"})
    (told,) = operator.told("GET", f"/requests?secrets={secrets}")

    assert refused.json()["code"] == "too_deep"
    assert told["request"]["body"].startswith('{"token": ')
    assert ("geheim" in told["request"]["body"]) is (secrets == "true")
