"""The control API over HTTP: administrations are made, listed and deleted, strictly, and not by other sites."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from tests.api.conftest import ApiClient, OpenApi, answer

ADMINISTRATIONS = "http://mockbooks.test/_mockbooks/administrations"
SHOP = {"name": "Webwinkel De Fietsenmaker B.V."}
Ask = Callable[..., httpx.Response]


@pytest.fixture
def ask(api: ApiClient) -> Ask:
    """Ask something of the control API, without any token."""
    return asking(api)


def asking(api: ApiClient) -> Ask:
    def request(method: str, path: str = "", **options: Any) -> httpx.Response:  # noqa: ANN401 - httpx's
        with httpx.Client(transport=api._transport) as client:  # noqa: SLF001 - httpx has no public door to it
            return client.request(method, ADMINISTRATIONS + path, **options)

    return request


def with_token(api: ApiClient, token: str, path: str = "/administration") -> httpx.Response:
    return api.get(path, headers={"Authorization": f"Bearer {token}"})


# ---- What it does


def test_demo_is_there_from_the_start(ask: Ask) -> None:
    response = ask("GET")
    assert response.status_code == 200
    assert response.json() == {
        "success": True,
        "data": [{"id": "demo", "name": "Bakkerij De Korenaar B.V."}],
        "page": {"number": 1, "size": 50, "totalItems": 1, "totalPages": 1},
    }


def test_a_new_administration_comes_with_what_opens_it(ask: Ask) -> None:
    opened = answer(ask("POST", json=SHOP))
    assert opened.keys() == {"id", "name", "clientId", "clientSecret", "accessToken", "baseUrl"}
    assert (opened["id"], opened["name"]) == ("adm_000001", "Webwinkel De Fietsenmaker B.V.")
    assert (len(opened["clientId"]), len(opened["clientSecret"])) == (32, 32)
    assert opened["baseUrl"] == "http://mockbooks.test"


def test_its_token_works_at_once_and_tells_its_own_id_and_name(api: ApiClient, ask: Ask) -> None:
    opened = answer(ask("POST", json=SHOP))
    told = answer(with_token(api, opened["accessToken"]))
    assert (told["id"], told["name"]) == ("adm_000001", "Webwinkel De Fietsenmaker B.V.")
    assert (api.read("/administration")["id"], api.read("/administration")["name"]) == (
        "demo",
        "Bakkerij De Korenaar B.V.",
    )


@pytest.mark.parametrize("body", [{}, {"json": {}}, {"json": {"name": None}}])
def test_the_name_may_be_left_out(ask: Ask, body: dict[str, Any]) -> None:
    assert answer(ask("POST", **body))["name"] == "Administratie adm_000001"


def test_a_name_of_a_hundred_characters_comes_back_as_it_was(ask: Ask) -> None:
    name = "Café 't Hoekje 🍀 " + "x" * 83
    assert answer(ask("POST", json={"name": name}))["name"] == name
    assert answer(ask("GET"))[1] == {"id": "adm_000001", "name": name}


def test_lists_come_in_pages_with_links(ask: Ask) -> None:
    ask("POST", json=SHOP)
    ask("POST", json={"name": "Garage Visser"})
    response = ask("GET", "?pageSize=2&page=2")
    assert answer(response) == [{"id": "adm_000002", "name": "Garage Visser"}]
    assert response.json()["page"] == {"number": 2, "size": 2, "totalItems": 3, "totalPages": 2}
    assert f'<{ADMINISTRATIONS}?pageSize=2&page=1>; rel="prev"' in response.headers["Link"]


def test_a_page_past_the_end_is_empty(ask: Ask) -> None:
    assert answer(ask("GET", "?page=9")) == []


def test_deleting_gives_what_was_deleted(ask: Ask) -> None:
    ask("POST", json=SHOP)
    assert answer(ask("DELETE", "/adm_000001")) == {"id": "adm_000001", "name": "Webwinkel De Fietsenmaker B.V."}
    assert [each["id"] for each in answer(ask("GET"))] == ["demo"]


def test_a_token_of_a_deleted_administration_is_refused(api: ApiClient, ask: Ask) -> None:
    opened = answer(ask("POST", json=SHOP))
    ask("DELETE", "/adm_000001")
    refused = with_token(api, opened["accessToken"])
    assert (refused.status_code, refused.json()["code"]) == (401, "token_invalid")
    assert 'error="invalid_token"' in refused.headers["WWW-Authenticate"]


def test_an_id_is_never_given_again(ask: Ask) -> None:
    ask("POST", json=SHOP)
    ask("DELETE", "/adm_000001")
    assert answer(ask("POST", json=SHOP))["id"] == "adm_000002"


def test_beyond_the_maximum_the_one_goes_that_was_unused_longest(open_api: OpenApi) -> None:
    api = open_api(max_administrations=2)
    ask = asking(api)
    first = answer(ask("POST", json=SHOP))
    second = answer(ask("POST", json={"name": "Garage Visser"}))
    with_token(api, first["accessToken"])
    ask("POST", json={"name": "Slagerij Van Dam"})
    assert [each["id"] for each in answer(ask("GET"))] == ["demo", "adm_000001", "adm_000003"]
    assert with_token(api, first["accessToken"]).status_code == 200
    assert with_token(api, second["accessToken"]).status_code == 401


def test_without_demo_there_is_none_at_the_start(open_api: OpenApi) -> None:
    assert answer(asking(open_api(demo=False))("GET")) == []


def test_the_base_url_is_the_public_one_where_that_was_set(open_api: OpenApi) -> None:
    ask = asking(open_api(public_url="https://books.example.com:8443"))
    assert answer(ask("POST"))["baseUrl"] == "https://books.example.com:8443"


# ---- What it refuses


@pytest.mark.parametrize(
    ("body", "pointer", "code"),
    [
        ('{"name": ""}', "/name", "blank"),
        ('{"name": "   "}', "/name", "blank"),
        ('{"name": 7}', "/name", "not_text"),
        ('{"name": "%s"}' % ("x" * 101), "/name", "too_long"),
        (r'{"name": "Garage\u0000Visser"}', "/name", "control_character"),
        (r'{"name": "Garage\u202eVisser"}', "/name", "control_character"),
        (r'{"name": "Garage\nVisser"}', "/name", "control_character"),
        ('{"naam": "Garage Visser"}', "/naam", "unknown_field"),
        ('{"id": "adm_000007"}', "/id", "unknown_field"),
        ('["Garage Visser"]', "", "not_object"),
        ('{"name": "Garage Visser"', None, "malformed_json"),
        ('{"name": "Garage Visser", "name": "Slagerij Van Dam"}', None, "malformed_json"),
    ],
)
def test_a_bad_body_makes_nothing(ask: Ask, body: str, pointer: str | None, code: str) -> None:
    response = ask("POST", content=body, headers={"Content-Type": "application/json"})
    (error,) = response.json()["errors"]
    assert response.status_code == 400
    assert response.headers["Content-Type"] == "application/problem+json"
    assert (error.get("pointer"), error["code"]) == (pointer, code)
    assert [each["id"] for each in answer(ask("GET"))] == ["demo"]


@pytest.mark.parametrize(
    ("method", "target", "parameter", "code"),
    [
        ("GET", "?pageSize=201", "pageSize", "number_out_of_range"),
        ("GET", "?page=0", "page", "number_out_of_range"),
        ("GET", "?name=Garage", "name", "unknown_parameter"),
        ("GET", "?page=1&page=2", "page", "repeated_parameter"),
        ("POST", "?name=Garage", "name", "unknown_parameter"),
        ("DELETE", "/demo?force=true", "force", "unknown_parameter"),
    ],
)
def test_a_bad_query_is_refused(ask: Ask, method: str, target: str, parameter: str, code: str) -> None:
    response = ask(method, target)
    (error,) = response.json()["errors"]
    assert (response.status_code, error["parameter"], error["code"]) == (400, parameter, code)


@pytest.mark.parametrize(
    ("language", "detail"),
    [
        ("en", 'There is no administration with id "adm_000009" on this server.'),
        ("nl", 'Op deze server bestaat geen administratie met id "adm_000009".'),
    ],
)
def test_an_unknown_id_is_told(ask: Ask, language: str, detail: str) -> None:
    response = ask("DELETE", "/adm_000009", headers={"Accept-Language": language})
    problem = response.json()
    assert (response.status_code, problem["code"], problem["detail"]) == (400, "not_found", detail)
    assert problem["errors"] == [{"parameter": "id", "code": "not_found", "detail": detail}]


@pytest.mark.parametrize(
    ("language", "detail"),
    [
        ("en", 'The administration "demo" is not deleted: its client and token are those of the documentation.'),
        ("nl", 'De administratie "demo" wordt niet verwijderd: de client en het token zijn die van de documentatie.'),
    ],
)
def test_demo_stays(api: ApiClient, ask: Ask, language: str, detail: str) -> None:
    response = ask("DELETE", "/demo", headers={"Accept-Language": language})
    assert (response.status_code, response.json()["code"]) == (400, "cannot_delete_demo")
    assert response.json()["detail"] == detail
    assert api.get("/administration").status_code == 200


@pytest.mark.parametrize(
    ("method", "path", "headers", "status", "code"),
    [
        ("GET", "/", {}, 404, "unknown_url"),
        ("GET", "/adm_000001/books", {}, 404, "unknown_url"),
        ("GET", "/demo", {}, 405, "wrong_method"),
        ("PATCH", "", {}, 405, "wrong_method"),
        ("GET", "", {"Accept": "text/html"}, 406, "not_acceptable"),
        ("POST", "", {"Content-Type": "text/plain"}, 415, "unsupported_media_type"),
        ("POST", "", {"Content-Type": "application/json", "Content-Encoding": "gzip"}, 415, "unsupported_media_type"),
    ],
)
def test_what_is_no_call_is_a_problem_too(  # noqa: PLR0917 - a row of the table
    ask: Ask, method: str, path: str, headers: dict[str, str], status: int, code: str
) -> None:
    response = ask(method, path, headers=headers, content=b'{"name":"Garage Visser"}' if method == "POST" else None)
    problem = response.json()
    assert (response.status_code, problem["status"], problem["code"]) == (status, status, code)
    assert response.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("path", ["/_mockbooks", "/_mockbooks/", "/_mockbooks/resets", "/_mockbooks/administration"])
def test_other_paths_do_not_exist(api: ApiClient, path: str) -> None:
    response = api.get(f"http://mockbooks.test{path}")
    assert (response.status_code, response.json()["code"]) == (404, "unknown_url")


def test_the_methods_are_told(ask: Ask) -> None:
    assert ask("OPTIONS").headers["Allow"] == "GET, POST, HEAD, OPTIONS"
    assert ask("OPTIONS", "/demo").headers["Allow"] == "DELETE, OPTIONS"
    assert ask("GET", "/demo").headers["Allow"] == "DELETE, OPTIONS"


def test_head_is_a_get_without_its_body(ask: Ask) -> None:
    response = ask("HEAD")
    assert (response.status_code, response.content) == (200, b"")


# ---- What it leaves alone


def test_limits_do_not_touch_it_and_are_not_told(open_api: OpenApi) -> None:
    ask = asking(open_api(limits=((1, "day"),)))
    statuses = [ask("GET").status_code for _ in range(5)]
    assert statuses == [200, 200, 200, 200, 200]
    assert "X-RateLimit-Limit" not in ask("GET").headers
    assert "RateLimit" not in ask("GET").headers


def test_a_token_is_neither_asked_for_nor_judged(ask: Ask) -> None:
    assert ask("GET", headers={"Authorization": "Bearer nonsense"}).status_code == 200


# ---- Who may call


@pytest.mark.parametrize("method", ["GET", "POST", "OPTIONS"])
@pytest.mark.parametrize(
    ("headers", "code", "parameter"),
    [
        ({"Origin": "https://evil.example.com"}, "cross_site_call", "Origin"),
        ({"Origin": "null"}, "cross_site_call", "Origin"),
        ({"Sec-Fetch-Site": "cross-site"}, "cross_site_call", "Sec-Fetch-Site"),
        ({"Sec-Fetch-Site": "same-site"}, "cross_site_call", "Sec-Fetch-Site"),
        ({"Host": "books.example.com"}, "host_not_allowed", "Host"),
    ],
)
def test_a_call_that_another_site_may_have_made_is_refused(
    ask: Ask, method: str, headers: dict[str, str], code: str, parameter: str
) -> None:
    response = ask(method, headers=headers)
    (error,) = response.json()["errors"]
    assert (response.status_code, error["code"], error["parameter"]) == (400, code, parameter)
    assert "Access-Control-Allow-Origin" not in response.headers
    assert [each["id"] for each in answer(ask("GET"))] == ["demo"]


def test_the_refusal_says_what_came_and_what_is_allowed(ask: Ask) -> None:
    assert ask("POST", headers={"Origin": "https://evil.example.com"}).json()["detail"] == (
        'The header Origin says that a page of another site makes this call: "https://evil.example.com". '
        "Allowed: http://mockbooks.test, or no such header."
    )
    assert ask("POST", headers={"Host": "books.example.com", "Accept-Language": "nl"}).json()["detail"] == (
        'De control-API wordt niet aangeroepen met de naam "books.example.com". Toegestaan: IP-adressen, namen zonder '
        "punt, namen die eindigen op .localhost, .internal, .local, .test, .example, en namen die met --control-host "
        "zijn opgegeven."
    )


def test_the_own_pages_may_call(ask: Ask) -> None:
    own = {"Origin": "http://mockbooks.test", "Sec-Fetch-Site": "same-origin"}
    assert ask("POST", headers=own, json=SHOP).status_code == 200


def test_a_host_that_was_set_may_be_called(open_api: OpenApi) -> None:
    ask = asking(open_api(control_hosts=("books.example.com",)))
    assert ask("GET", headers={"Host": "books.example.com"}).status_code == 200


def test_no_page_of_another_origin_is_told_that_it_may_read(ask: Ask) -> None:
    preflight = ask("OPTIONS", headers={"Access-Control-Request-Method": "POST"})
    assert [name for name in (*preflight.headers, *ask("GET").headers) if name.startswith("access-control-")] == []


def test_health_is_everybodys(api: ApiClient) -> None:
    asked = {"Origin": "https://shop.example.com", "Sec-Fetch-Site": "cross-site", "Host": "books.example.com"}
    assert api.get("http://mockbooks.test/_mockbooks/health", headers=asked).status_code == 200
