"""Who may see the dashboard: its guard is that of the control API, and so are its token and its off-switch."""

import pytest

from tests.api.conftest import ApiClient, OpenApi
from tests.api.controlling import Operator
from tests.api.visiting import Visitor

TOKEN = "controle-7f3a"
PAGE = "/dashboard/requests"
ELSEWHERE = "http://mockbooks.example.com"
ACTS = pytest.mark.parametrize(
    "path",
    ["/dashboard/clock", "/dashboard/scenario", "/dashboard/scenario/leave", "/dashboard/reset"],
)


# ---- Other sites


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "http://mockbooks.test:3000"},
        {"Origin": "null"},
    ],
)
def test_from_another_site_a_page_tells_nothing_and_leads_to_the_dashboard(
    api: ApiClient, headers: dict[str, str]
) -> None:
    api.debtor(name="Garage Visser")
    response = Visitor(api).get("/dashboard/debtors?sought=visser", headers=headers)
    assert response.status_code == 400
    assert "You came here from another site" in response.text
    assert 'href="/dashboard/debtors?sought=visser">Open the dashboard</a>' in response.text
    assert "Garage Visser" not in response.text


def test_at_the_front_door_that_is_no_refusal(api: ApiClient) -> None:
    response = Visitor(api).get("/", headers={"Sec-Fetch-Site": "cross-site"})
    assert response.status_code == 200
    assert "An accounting system to test against" in response.text
    assert "You came here from another site" in response.text
    assert "Verdict" not in response.text.partition("Documentation")[0]


def test_by_a_public_name_nothing_is_told_but_how_to_allow_it(api: ApiClient) -> None:
    response = Visitor(api).get(f"{ELSEWHERE}/?lang=nl")
    assert response.status_code == 200
    assert "Onder deze naam is er geen dashboard" in response.text
    assert "--control-host" in response.text
    assert "Oordeel</h2>" not in response.text
    assert Visitor(api).get(f"{ELSEWHERE}{PAGE}").status_code == 400


def test_by_a_name_that_was_allowed_it_is_shown(open_api: OpenApi) -> None:
    visitor = Visitor(open_api(control_hosts=("mockbooks.example.com",)))
    assert "Verdict" in visitor.text_of(f"{ELSEWHERE}/")


@ACTS
@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ({"Sec-Fetch-Site": "cross-site"}, "cross_site_call"),
        ({"Origin": "https://winkel.example"}, "cross_site_call"),
        ({"Host": "mockbooks.example.com"}, "host_not_allowed"),
    ],
)
def test_no_other_site_does_anything(api: ApiClient, path: str, headers: dict[str, str], code: str) -> None:
    api.debtor()
    form = {"clock": "freeze", "name": "lost-reply"}
    refused = Visitor(api).post(path, data=form, headers=headers)
    assert (refused.status_code, refused.json()["code"]) == (400, code)
    assert Operator(api).told("GET", "/clock")["real"] is True
    assert Operator(api).told("GET", "/scenario")["active"] is False
    assert len(api.listed("/debtors")) == 1


def test_no_other_site_makes_an_administration_or_signs_anybody_in(open_api: OpenApi) -> None:
    visitor = Visitor(open_api(control_token=TOKEN), **{"Sec-Fetch-Site": "cross-site"})
    assert visitor.post("/dashboard/administrations").json()["code"] == "cross_site_call"
    assert visitor.post("/dashboard/sign-in", data={"token": TOKEN}).json()["code"] == "cross_site_call"
    assert not visitor.cookies


# ---- --control-token


@pytest.mark.parametrize("path", [PAGE, "/dashboard/debtors", "/dashboard/transactions", "/dashboard/trial-balance"])
def test_with_a_control_token_nothing_is_told_before_somebody_signs_in(open_api: OpenApi, path: str) -> None:
    response = Visitor(open_api(control_token=TOKEN)).get(f"{path}?lang=nl")
    assert response.status_code == 401
    assert response.headers["WWW-Authenticate"] == 'Bearer realm="mockbooks control"'
    assert "Het dashboard vraagt om het controltoken" in response.text
    assert f'name="back" value="{path}?lang=nl"' in response.text


def test_the_front_door_shows_the_form_beside_how_to_connect(open_api: OpenApi) -> None:
    response = Visitor(open_api(control_token=TOKEN)).get("/")
    assert response.status_code == 200
    assert '<form class="sign-in" method="post" action="/dashboard/sign-in">' in response.text
    assert "mockbooks-demo-token" in response.text
    assert TOKEN not in response.text


def test_whoever_signs_in_is_brought_back_and_let_in(open_api: OpenApi) -> None:
    visitor = Visitor(open_api(control_token=TOKEN))
    response = visitor.press("/dashboard/sign-in", token=TOKEN, back=f"{PAGE}?lang=nl")
    assert (response.status_code, response.headers["Location"]) == (303, f"{PAGE}?lang=nl")
    cookie = response.headers["Set-Cookie"]
    assert cookie.endswith("; Path=/; HttpOnly; SameSite=Strict")
    assert TOKEN not in cookie
    assert visitor.get(PAGE).status_code == 200
    assert "Sign out" in visitor.text_of("/")


def test_over_https_the_cookie_goes_over_https_only(open_api: OpenApi) -> None:
    visitor = Visitor(open_api(control_token=TOKEN))
    signed_in = visitor.post("https://mockbooks.test:8443/dashboard/sign-in", data={"token": TOKEN})
    assert signed_in.headers["Set-Cookie"].startswith("mockbooks_control_8443=")
    assert signed_in.headers["Set-Cookie"].endswith("; SameSite=Strict; Secure")


def test_behind_a_proxy_that_ends_tls_it_does_so_too(open_api: OpenApi) -> None:
    visitor = Visitor(open_api(control_token=TOKEN, public_url="https://books.test"))
    signed_in = visitor.post("http://books.test/dashboard/sign-in", data={"token": TOKEN})
    assert signed_in.headers["Set-Cookie"].endswith("; SameSite=Strict; Secure")


def test_another_token_signs_nobody_in(open_api: OpenApi) -> None:
    visitor = Visitor(open_api(control_token=TOKEN))
    response = visitor.press("/dashboard/sign-in", token="controle-7f3", back=PAGE)
    assert response.status_code == 401
    assert "That is not the control token." in response.text
    assert f'name="back" value="{PAGE}"' in response.text
    assert "Set-Cookie" not in response.headers
    assert visitor.press("/dashboard/sign-in").status_code == 401


@pytest.mark.parametrize("cookie", ["", "x", TOKEN, "0" * 64])
def test_a_made_up_cookie_opens_nothing(open_api: OpenApi, cookie: str) -> None:
    visitor = Visitor(open_api(control_token=TOKEN))
    assert visitor.get(PAGE, headers={"Cookie": f"mockbooks_control={cookie}"}).status_code == 401


def test_the_cookie_of_one_server_opens_no_other(open_api: OpenApi) -> None:
    visitor = Visitor(open_api(control_token=TOKEN))
    visitor.press("/dashboard/sign-in", token=TOKEN)
    other = Visitor(open_api(control_token=TOKEN))
    assert (
        other.get(PAGE, headers={"Cookie": f"mockbooks_control={visitor.cookies['mockbooks_control']}"}).status_code
        == 401
    )


def test_a_program_brings_the_token_as_it_does_to_the_control_api(open_api: OpenApi) -> None:
    api = open_api(control_token=TOKEN)
    assert Visitor(api, Authorization=f"Bearer {TOKEN}").get(PAGE).status_code == 200
    assert Visitor(api, Authorization="Bearer mockbooks-demo-token").get(PAGE).status_code == 401


@ACTS
def test_without_the_token_nothing_is_done(open_api: OpenApi, path: str) -> None:
    api = open_api(control_token=TOKEN)
    response = Visitor(api).press(path, clock="freeze", name="lost-reply")
    operator = Operator(api, Authorization=f"Bearer {TOKEN}")
    assert response.status_code == 401
    assert operator.told("GET", "/clock")["real"] is True
    assert operator.told("GET", "/scenario")["active"] is False


def test_nor_is_it_told_that_nothing_has_changed(open_api: OpenApi) -> None:
    visitor = Visitor(open_api(control_token=TOKEN))
    visitor.press("/dashboard/sign-in", token=TOKEN)
    tag = visitor.get(PAGE).headers["ETag"]
    visitor.cookies.clear()
    assert visitor.get(PAGE, headers={"If-None-Match": tag}).status_code == 401


def test_whoever_signs_out_is_kept_out(open_api: OpenApi) -> None:
    visitor = Visitor(open_api(control_token=TOKEN))
    visitor.press("/dashboard/sign-in", token=TOKEN)
    response = visitor.press("/dashboard/sign-out")
    assert (response.status_code, response.headers["Location"]) == (303, "/")
    assert visitor.get(PAGE).status_code == 401


@pytest.mark.parametrize(
    "back",
    [
        "https://winkel.example/",
        "//winkel.example/",
        "/\\winkel.example",
        "javascript:alert(1)",
        "/docs",
        "/é",
        "",
        "//[",
        "/[",
    ],
)
def test_nobody_is_sent_to_another_place_than_a_page_of_the_dashboard(open_api: OpenApi, back: str) -> None:
    visitor = Visitor(open_api(control_token=TOKEN))
    assert visitor.press("/dashboard/sign-in", token=TOKEN, back=back).headers["Location"] == "/"


def test_without_a_control_token_there_is_nothing_to_sign_in_to(api: ApiClient) -> None:
    assert "Sign out" not in Visitor(api).text_of("/")


# ---- --no-control


def test_without_control_there_is_the_landing_page_and_no_more(open_api: OpenApi) -> None:
    visitor = Visitor(open_api(control=False))
    response = visitor.get("/")
    assert response.status_code == 200
    assert "An accounting system to test against" in response.text
    assert "/dashboard" not in response.text
    assert visitor.get(PAGE).status_code == 404
    assert "/dashboard" not in visitor.get("/dashboard/request").text.partition("<main")[2].replace(
        "<code>/dashboard/request</code>", ""
    )


@ACTS
def test_without_control_nothing_can_be_done(open_api: OpenApi, path: str) -> None:
    assert Visitor(open_api(control=False)).press(path).status_code == 404


def test_the_pages_of_the_documentation_lead_to_it_where_it_is(api: ApiClient, open_api: OpenApi) -> None:
    link = '<a href="/">Dashboard</a>'
    assert link in Visitor(api).get("/docs/errors").text
    assert link not in Visitor(open_api(control=False)).get("/docs/errors").text


def test_no_page_of_another_origin_may_read_the_dashboard(api: ApiClient) -> None:
    response = Visitor(api).options("/", headers={"Origin": "https://winkel.example"})
    assert response.headers["Allow"] == "GET, HEAD, OPTIONS"
    assert "Access-Control-Allow-Origin" not in response.headers
