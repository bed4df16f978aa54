"""The authorization endpoint: where its answer may go."""

import pytest

from tests.api.asking import CALLBACK, SERVER, ask, register, told
from tests.api.conftest import ApiClient, OpenApi

DEMO = "client_id=mockbooks-demo"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
MAY = "debtors:read debtors:write transactions:read transactions:write products:read products:write settings:read"


@pytest.mark.parametrize(
    "uri",
    [
        "http://localhost:3000/cb",
        "http://127.0.0.1/cb",
        "http://[::1]:49152/cb",
        "https://localhost:8443/cb",
        "http://winkel.localhost:3000/cb",
        "http://127.8.0.1:5000/",
        "https://oauth.pstmn.io/v1/callback",
        "https://oauth.pstmn.io/v1/browser-callback",
        "http://mockbooks.test/docs/assets/oauth2-redirect.html",
    ],
)
def test_the_demo_client_listens_on_any_loopback_address_and_in_swagger_ui_and_postman(
    open_api: OpenApi, uri: str
) -> None:
    api = open_api(auto_approve=True)

    assert (
        ask(api, f"response_type=code&{DEMO}&redirect_uri={uri}").headers["Location"].startswith(f"{uri}?code=mb_ac_")
    )


def test_swagger_ui_gets_its_answer_at_the_public_url_and_at_the_one_it_was_opened_at(open_api: OpenApi) -> None:
    api = open_api(auto_approve=True, public_url="https://boeken.delinde.test")
    page = "/docs/assets/oauth2-redirect.html"

    inside = ask(api, f"response_type=code&{DEMO}&redirect_uri={SERVER}{page}")
    outside = ask(api, f"response_type=code&{DEMO}&redirect_uri=https://boeken.delinde.test{page}")

    assert told(inside)["iss"] == told(outside)["iss"] == "https://boeken.delinde.test"


def test_a_registered_client_does_not_get_the_liberties_of_the_demo(api: ApiClient) -> None:
    shop = register(api)

    asked = f"response_type=code&client_id={shop['client_id']}"

    assert ask(api, f"{asked}&redirect_uri={CALLBACK}").status_code == 400
    assert ask(api, f"{asked}&redirect_uri={SERVER}/docs/assets/oauth2-redirect.html").status_code == 400


def test_the_port_of_a_registered_loopback_uri_may_be_another(open_api: OpenApi) -> None:
    api = open_api(auto_approve=True)
    app = register(api, redirect_uris=["http://127.0.0.1/klaar"])

    asked = f"response_type=code&client_id={app['client_id']}"

    response = ask(api, f"{asked}&redirect_uri=http://127.0.0.1:51004/klaar")
    assert response.headers["Location"].startswith("http://127.0.0.1:51004/klaar?code=")
    assert ask(api, f"{asked}&redirect_uri=http://localhost:51004/klaar").status_code == 400


def test_the_only_registered_uri_need_not_be_sent(open_api: OpenApi) -> None:
    api = open_api(auto_approve=True)
    shop = register(api)

    response = ask(api, f"response_type=code&client_id={shop['client_id']}")

    assert response.headers["Location"].startswith("https://delinde.test/callback?code=")
    code = api.app.authority.tokens.code(told(response)["code"])
    assert code is not None
    assert (code.redirect_uri, code.redirect_uri_was_sent) == ("https://delinde.test/callback", False)


@pytest.mark.parametrize(
    ("registered", "beginning"),
    [
        ("https://delinde.test/cb?vestiging=12", "https://delinde.test/cb?vestiging=12&code=mb_ac_"),
        ("https://delinde.test/cb?", "https://delinde.test/cb?code=mb_ac_"),
        ("https://delinde.test", "https://delinde.test?code=mb_ac_"),
        ("nl.delinde.app:/cb", "nl.delinde.app:/cb?code=mb_ac_"),
        ("delinde://cb", "delinde://cb?code=mb_ac_"),
    ],
)
def test_the_query_of_a_redirect_uri_is_kept(open_api: OpenApi, registered: str, beginning: str) -> None:
    api = open_api(auto_approve=True)
    shop = register(api, redirect_uris=[registered])

    response = ask(api, f"response_type=code&client_id={shop['client_id']}")

    assert response.headers["Location"].startswith(beginning)
