"""Who may control a server, and which administration a call is about."""

import pytest

from tests.api.conftest import ApiClient, OpenApi, answer
from tests.api.controlling import CONTROL, Operator

TOKEN = "controle-7f3a"


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


# ---- Which administration


def test_without_a_word_it_is_demo(api: ApiClient) -> None:
    assert Operator(api).told("GET", "/info")["administration"]["id"] == "demo"


def test_the_query_names_another(api: ApiClient) -> None:
    operator = Operator(api)
    operator.post("/administrations", json={"name": "Garage Visser"})
    told = operator.told("GET", "/info?administration=adm_000001")["administration"]
    assert told == {"id": "adm_000001", "name": "Garage Visser"}


def test_a_good_token_names_its_own_and_the_query_beats_it(api: ApiClient) -> None:
    token = Operator(api).told("POST", "/administrations")["accessToken"]
    operator = Operator(api, **bearer(token))
    assert operator.told("GET", "/info")["administration"]["id"] == "adm_000001"
    assert operator.told("GET", "/info?administration=demo")["administration"]["id"] == "demo"


def test_a_token_that_is_not_good_is_refused_unless_the_administration_is_named(api: ApiClient) -> None:
    operator = Operator(api, **bearer("mb_at_unknown"))
    assert operator.get("/info").json()["code"] == "token_invalid"
    assert operator.told("GET", "/info?administration=demo")["administration"]["id"] == "demo"


def test_a_token_that_has_expired_still_tells_whose_it_was(api: ApiClient) -> None:
    made = Operator(api).told("POST", "/administrations")
    Operator(api).told("POST", f"/tokens/expire?administration={made['id']}", json={})
    operator = Operator(api, **bearer(made["accessToken"]))

    assert api.get("/debtors", headers=bearer(made["accessToken"])).json()["code"] == "token_expired"
    assert operator.told("GET", "/info")["administration"]["id"] == made["id"]


def test_what_is_done_to_one_leaves_the_other_as_it_was(api: ApiClient) -> None:
    operator = Operator(api)
    operator.post("/administrations")
    operator.put("/clock?administration=adm_000001", json={"frozen": True})
    assert operator.told("GET", "/clock?administration=adm_000001")["frozen"] is True
    assert operator.told("GET", "/clock")["frozen"] is False


@pytest.mark.parametrize(
    ("query", "parameter", "code"),
    [
        ("administration=adm_000009", "administration", "not_found"),
        ("administration=", "administration", "blank"),
        ("administration=demo&administration=demo", "administration", "repeated_parameter"),
        ("administratie=demo", "administratie", "unknown_parameter"),
    ],
)
@pytest.mark.parametrize(("method", "path"), [("GET", "/info"), ("POST", "/snapshots"), ("GET", "/requests")])
def test_one_that_cannot_be_meant_is_refused(  # noqa: PLR0917 - a row of the table
    api: ApiClient, method: str, path: str, query: str, parameter: str, code: str
) -> None:
    body = {"name": "a"} if method == "POST" else None
    assert Operator(api).refusal(method, f"{path}?{query}", json=body) == (parameter, code)


def test_what_is_about_the_server_takes_no_administration(api: ApiClient) -> None:
    refusal = Operator(api).refusal("GET", "/administrations?administration=demo")
    assert refusal == ("administration", "unknown_parameter")


def test_without_demo_one_must_be_named(open_api: OpenApi) -> None:
    operator = Operator(open_api(demo=False))
    assert operator.refusal("GET", "/info") == ("administration", "no_administration_meant")
    operator.post("/administrations")
    assert operator.told("GET", "/info?administration=adm_000001")["administration"]["id"] == "adm_000001"


# ---- --control-token and --no-control


@pytest.mark.parametrize("path", ["/info", "/administrations", "/nonsense"])
def test_with_a_control_token_nothing_is_told_without_it(open_api: OpenApi, path: str) -> None:
    api = open_api(control_token=TOKEN)
    refused = Operator(api).get(path)
    assert (refused.status_code, refused.json()["code"]) == (401, "control_token_missing")
    assert refused.headers["WWW-Authenticate"] == 'Bearer realm="mockbooks control"'
    assert refused.headers["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize(
    "authorization",
    ["Bearer mockbooks-demo-token", "Basic controle-7f3a", "controle-7f3a", "Bearer", "Bearer controle-7f3"],
)
def test_another_token_is_refused(open_api: OpenApi, authorization: str) -> None:
    operator = Operator(open_api(control_token=TOKEN))
    refused = operator.get("/info", headers={"Authorization": authorization})
    assert (refused.status_code, refused.json()["code"]) == (401, "control_token_wrong")
    assert refused.headers["WWW-Authenticate"] == 'Bearer realm="mockbooks control", error="invalid_token"'


def test_with_the_control_token_every_call_is_answered(open_api: OpenApi) -> None:
    operator = Operator(open_api(control_token=TOKEN), **bearer(TOKEN))
    assert operator.told("GET", "/info")["administration"]["id"] == "demo"
    operator.told("POST", "/administrations")
    assert operator.told("GET", "/info?administration=adm_000001")["administration"]["id"] == "adm_000001"
    assert operator.get("/nonsense").status_code == 404


@pytest.mark.parametrize("path", ["/openapi.json", "/scenario-schema.json"])
def test_the_documents_ask_for_no_control_token_so_that_the_page_can_be_drawn(open_api: OpenApi, path: str) -> None:
    assert Operator(open_api(control_token=TOKEN)).get(path).status_code == 200


def test_the_document_speaks_of_a_token_only_where_there_is_one(open_api: OpenApi) -> None:
    without = Operator(open_api()).get("/openapi.json").json()
    with_one = Operator(open_api(control_token=TOKEN)).get("/openapi.json").json()

    assert "security" not in without
    assert "securitySchemes" not in without["components"]
    assert with_one["security"] == [{"controlToken": []}]
    assert list(with_one["components"]["securitySchemes"]) == ["controlToken"]


def test_health_and_the_api_ask_for_no_control_token(open_api: OpenApi) -> None:
    api = open_api(control_token=TOKEN)
    assert answer(api.get(f"{CONTROL}/health"))["status"] == "up"
    assert api.get("/debtors").status_code == 200


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE", "OPTIONS"])
@pytest.mark.parametrize("path", ["", "/info", "/clock", "/scenario", "/openapi.json", "/scenario-schema.json"])
def test_without_control_nothing_is_there(open_api: OpenApi, method: str, path: str) -> None:
    refused = Operator(open_api(control=False)).request(method, path)
    assert (refused.status_code, refused.json()["code"]) == (404, "unknown_url")


def test_without_control_its_page_is_not_suggested(open_api: OpenApi) -> None:
    refused = Operator(open_api(control=False)).get(
        "http://mockbooks.test/docs/control", headers={"Accept": "application/json"}
    )
    assert refused.status_code == 404
    assert 'Did you mean "/docs/control"' not in refused.json()["detail"]


def test_without_control_health_is_there(open_api: OpenApi) -> None:
    assert Operator(open_api(control=False)).told("GET", "/health")["status"] == "up"


# ---- Mistakes


def test_a_bad_body_is_not_told_that_its_parameters_are_unknown(api: ApiClient) -> None:
    assert Operator(api).refusal("PUT", "/clock?administration=demo", json={"speed": 0}) == (
        "/speed",
        "number_out_of_range",
    )


@pytest.mark.parametrize(
    ("method", "path", "headers", "status", "code"),
    [
        ("GET", "/clocks", {}, 404, "unknown_url"),
        ("DELETE", "/clock", {}, 405, "wrong_method"),
        ("GET", "/clock", {"Accept": "text/plain"}, 406, "not_acceptable"),
        ("GET", "/verdict", {"Accept": "text/html"}, 406, "not_acceptable"),
        ("PUT", "/scenario", {"Accept": "text/plain"}, 406, "not_acceptable"),
        ("PUT", "/clock", {"Content-Type": "application/yaml"}, 415, "unsupported_media_type"),
        ("PUT", "/scenario", {"Content-Type": "text/plain"}, 415, "scenario_media_type"),
        (
            "PUT",
            "/scenario",
            {"Content-Type": "application/yaml", "Content-Encoding": "gzip"},
            415,
            "scenario_media_type",
        ),
    ],
)
def test_what_is_no_call_is_a_problem_too(  # noqa: PLR0917 - a row of the table
    api: ApiClient, method: str, path: str, headers: dict[str, str], status: int, code: str
) -> None:
    response = Operator(api).request(
        method, path, headers=headers, content=b"frozen: true" if method == "PUT" else None
    )
    assert (response.status_code, response.json()["code"]) == (status, code)


def test_a_scenario_that_is_sent_as_a_form_is_told_how_curl_sends_it_whole(api: ApiClient) -> None:
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    refused = Operator(api).request("PUT", "/scenario", headers=form, content=b"name: mine\n")

    assert refused.status_code == 415
    assert "as application/yaml or application/json" in refused.json()["detail"]
    assert '-H "Content-Type: application/yaml" --data-binary @FILE' in refused.json()["detail"]
