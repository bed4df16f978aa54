"""The pages for people: whole without JavaScript, safe by their policy, and without any address outside the server."""

import re
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from mockbooks.catalogue import CATALOGUE
from mockbooks.errors import UnknownUrlError, WrongMethodError
from mockbooks.traffic.exchange import Exchange
from mockbooks.web import docs
from mockbooks.web.given import EXCHANGE_KEY

PAGES = pytest.mark.parametrize(
    "path", ["/", "/docs", "/docs/control", "/docs/oauth", "/docs/scenarios", "/docs/errors"]
)
STRICT = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


@pytest.fixture
def app() -> Flask:
    app = Flask(__name__, static_folder=None)
    app.config.update(TESTING=True, MOCKBOOKS_DEMO_TOKEN="mockbooks-demo-token", MOCKBOOKS_HAS_CONTROL=True)
    app.register_blueprint(docs.blueprint)
    return app


@pytest.fixture
def client(app: Flask) -> Iterator[FlaskClient]:
    with app.test_client() as client:
        yield client


@PAGES
def test_a_page_is_html_in_utf_8(client: FlaskClient, path: str) -> None:
    response = client.get(path)
    assert (response.status_code, response.content_type) == (200, "text/html; charset=utf-8")


@PAGES
def test_a_page_loads_nothing_from_elsewhere_and_has_no_inline_script_or_style(client: FlaskClient, path: str) -> None:
    html = client.get(path).text
    assert [source for source in re.findall(r'(?:src|href)="([^"]*)"', html) if re.match(r"[a-z]+:|//", source)] == []
    assert re.findall(r"<style|\sstyle=|<script>|\son[a-z]+=", html) == []


@PAGES
def test_every_asset_of_a_page_is_served(client: FlaskClient, path: str) -> None:
    assets = set(re.findall(r'(?:src|href)="(/docs/assets/[^"]*)"', client.get(path).text))
    assert {client.get(asset).status_code for asset in assets} == {200}


@PAGES
def test_a_page_follows_the_language_of_the_browser(client: FlaskClient, path: str) -> None:
    response = client.get(path, headers={"Accept-Language": "nl-NL,nl;q=0.9,en;q=0.5"})
    assert response.headers["Content-Language"] == "nl"
    assert '<html lang="nl">' in response.text
    assert "Accept-Language" in response.headers["Vary"]


def test_the_language_switch_beats_the_browser(client: FlaskClient) -> None:
    response = client.get("/docs/errors?lang=en", headers={"Accept-Language": "nl"})
    assert response.headers["Content-Language"] == "en"
    assert "<h1>Error codes</h1>" in response.text


def test_the_language_switch_gives_dutch(client: FlaskClient) -> None:
    assert "Een boekhouding om tegen te testen" in client.get("/?lang=nl").text


def test_a_language_that_is_not_there_falls_back_on_the_browser(client: FlaskClient) -> None:
    response = client.get("/docs/errors?lang=de", headers={"Accept-Language": "nl"})
    assert "<h1>Foutcodes</h1>" in response.text


@pytest.mark.parametrize("path", ["/", "/docs/oauth", "/docs/scenarios", "/docs/errors"])
def test_our_own_pages_have_the_strictest_policy(client: FlaskClient, path: str) -> None:
    policy = client.get(path).headers["Content-Security-Policy"]
    assert policy.startswith(STRICT)
    assert "unsafe" not in policy


def test_swagger_ui_may_call_this_server_and_nothing_else(client: FlaskClient) -> None:
    policy = client.get("/docs").headers["Content-Security-Policy"]
    assert "connect-src 'self'" in policy
    assert "unsafe" not in policy


def test_a_page_that_has_not_changed_is_not_sent_again(client: FlaskClient) -> None:
    tag = client.get("/docs/errors").headers["ETag"]
    assert client.get("/docs/errors", headers={"If-None-Match": tag}).status_code == 304


def test_the_landing_page_shows_a_call_that_works_when_pasted(client: FlaskClient) -> None:
    html = client.get("/", base_url="http://127.0.0.1:8080").text
    call = 'curl -H "Authorization: Bearer mockbooks-demo-token" http://127.0.0.1:8080/api/v1/debtors'
    assert f"<code>{call}</code>" in html


def test_the_landing_page_shows_the_demo_client(client: FlaskClient) -> None:
    html = client.get("/").text
    assert "<code>mockbooks-demo</code> / <code>mockbooks-demo-secret</code>" in html


def test_the_pages_speak_of_the_public_url_when_there_is_one(client: FlaskClient) -> None:
    behind = {EXCHANGE_KEY: Exchange(method="GET", path="/", base_url="https://boeken.example")}
    assert "<code>https://boeken.example/api/v1</code>" in client.get("/", environ_base=behind).text
    assert "https://boeken.example/oauth/token" in client.get("/docs/oauth", environ_base=behind).text


def test_every_page_leads_to_the_walk_through(client: FlaskClient) -> None:
    assert '<a href="/docs/oauth">OAuth</a>' in client.get("/docs/errors").text
    assert '<a href="/docs/oauth" aria-current="page">OAuth</a>' in client.get("/docs/oauth").text


def test_every_page_leads_to_the_guide_and_where_there_is_control_to_the_dashboard(
    app: Flask, client: FlaskClient
) -> None:
    assert '<a href="/docs/guide">Guide</a>' in client.get("/docs/errors").text
    assert '<li><a href="/docs/guide"><strong>' in client.get("/").text
    assert '<a href="/">Dashboard</a>' in client.get("/docs/errors").text
    app.config["MOCKBOOKS_HAS_CONTROL"] = False
    assert '<a href="/">Dashboard</a>' not in client.get("/docs/scenarios?lang=nl").text


def test_every_page_leads_to_the_reference_of_scenarios_and_to_control(client: FlaskClient) -> None:
    assert '<a href="/docs/scenarios">Scenarios</a>' in client.get("/docs/errors").text
    assert '<a href="/docs/scenarios" aria-current="page">Scenarios</a>' in client.get("/docs/scenarios").text
    assert '<a href="/docs/control">Control</a>' in client.get("/docs/errors").text
    assert '<li><a href="/docs/scenarios"><strong>' in client.get("/").text
    assert '<li><a href="/docs/control"><strong>' in client.get("/").text


def test_the_page_of_the_control_api_is_about_its_own_document(client: FlaskClient) -> None:
    html = client.get("/docs/control").text
    assert '<a href="/docs/control" aria-current="page">Control</a>' in html
    assert '<a href="/docs">API</a>' in html
    assert re.findall(r'href="([^"]*openapi\.json)"', html) == ["/_mockbooks/openapi.json"] * 2
    assert '<div id="swagger-ui" data-document="/_mockbooks/openapi.json">' in html
    assert "<title>Control · mockbooks</title>" in html


@pytest.mark.parametrize("path", ["/", "/docs", "/docs/oauth", "/docs/scenarios", "/docs/errors", "/nowhere"])
def test_without_control_no_page_leads_to_it(app: Flask, client: FlaskClient, path: str) -> None:
    app.config["MOCKBOOKS_HAS_CONTROL"] = False
    assert "/docs/control" not in client.get(path, headers=BROWSER).text


def test_without_control_there_is_no_page_of_it(app: Flask, client: FlaskClient) -> None:
    app.config["MOCKBOOKS_HAS_CONTROL"] = False
    assert client.get("/docs/control", headers=BROWSER).status_code == 404


@pytest.mark.parametrize(
    ("name", "first"), [("oauth.py", '"""Connects'), ("oauth.php", "<?php"), ("oauth.mjs", "// Con")]
)
def test_a_sample_program_is_served_as_text(client: FlaskClient, name: str, first: str) -> None:
    response = client.get(f"/docs/oauth/{name}")
    assert (response.status_code, response.content_type) == (200, "text/plain; charset=utf-8")
    assert response.text.startswith(first)


def test_a_sample_program_that_does_not_exist_is_no_page(client: FlaskClient) -> None:
    assert client.get("/docs/oauth/oauth.rb", headers=BROWSER).status_code == 404


def test_the_landing_page_without_a_demo_says_so(app: Flask, client: FlaskClient) -> None:
    app.config["MOCKBOOKS_DEMO_TOKEN"] = None
    html = client.get("/").text
    assert "none: the demo is switched off" in html
    assert "mockbooks-demo" not in html
    assert "<code>curl -X POST http://localhost/_mockbooks/administrations</code>" in html


def test_swagger_ui_gets_the_document_and_the_demo_token(client: FlaskClient) -> None:
    html = client.get("/docs").text
    assert '<div id="swagger-ui" data-document="/openapi.json" data-token="mockbooks-demo-token" ' in html


def test_swagger_ui_gets_no_token_without_a_demo(app: Flask, client: FlaskClient) -> None:
    app.config["MOCKBOOKS_DEMO_TOKEN"] = None
    assert '<div id="swagger-ui" data-document="/openapi.json" data-scopes="' in client.get("/docs").text


def test_swagger_ui_gets_the_demo_client_for_the_code_flow_with_pkce(client: FlaskClient) -> None:
    html = client.get("/docs").text
    assert 'data-client-id="mockbooks-demo" data-client-secret="mockbooks-demo-secret"' in html
    assert 'data-scopes="debtors:read debtors:write ' in html
    assert "usePkceWithAuthorizationCodeGrant: true" in client.get("/docs/assets/swagger.js").text


def test_the_page_that_swagger_ui_comes_back_to_may_run_its_script(client: FlaskClient) -> None:
    response = client.get("/docs/assets/oauth2-redirect.html")
    assert '<script src="oauth2-redirect.js"></script>' in response.text
    assert "script-src 'self'" in response.headers["Content-Security-Policy"]
    assert client.get("/docs/assets/oauth2-redirect.js").status_code == 200


def test_swagger_ui_never_asks_a_validator_elsewhere(client: FlaskClient) -> None:
    assert "validatorUrl: null" in client.get("/docs/assets/swagger.js").text


def test_what_to_do_about_a_token_leads_to_the_walk_through(client: FlaskClient) -> None:
    html = client.get("/docs/errors").text
    assert 'Get an access token with OAuth, as <a href="/docs/oauth">/docs/oauth</a> shows' in html


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_code_is_explained_under_its_anchor(client: FlaskClient, code: str) -> None:
    html = client.get("/docs/errors").text
    anchor = code.replace("_", "-")
    assert html.count(f'<article id="{anchor}" data-code="{code}">') == 1
    assert html.count(f'<li data-code="{code}"><a href="#{anchor}">') == 1


def test_no_two_places_of_the_page_share_an_id(client: FlaskClient) -> None:
    ids = re.findall(r'\sid="([^"]*)"', client.get("/docs/errors").text)
    assert len(ids) == len(set(ids))


def test_an_explained_code_shows_an_example_of_its_problem(client: FlaskClient) -> None:
    html = client.get("/docs/errors").text
    assert '<b>"type"</b>: &#34;/docs/errors#number-in-use&#34;' in html


def test_the_index_leads_to_every_chapter(client: FlaskClient) -> None:
    html = client.get("/docs/errors").text
    chapters = re.findall(r'class="chapter" href="#([^"]*)"', html)
    assert [chapter for chapter in chapters if f'<h2 id="{chapter}">' not in html] == []


def test_what_the_caller_sent_is_escaped_on_the_page(client: FlaskClient) -> None:
    html = client.get("/docs/<script>alert(1)</script>", headers=BROWSER).text
    assert "/docs/&lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_a_person_gets_a_page_with_links_for_a_page_that_does_not_exist(client: FlaskClient) -> None:
    response = client.get("/docs/nowhere", headers={**BROWSER, "Accept-Language": "nl"})
    assert response.status_code == 404
    assert "Deze pagina bestaat niet" in response.text


def test_a_program_gets_the_problem_for_a_page_that_does_not_exist(client: FlaskClient) -> None:
    with pytest.raises(UnknownUrlError) as raised:
        client.get("/docs/nowhere", headers={"Accept": "application/json"})
    assert raised.value.complaints[0].values == {"path": "/docs/nowhere", "suggestion": "/docs/oauth"}


def test_a_page_can_only_be_read(client: FlaskClient) -> None:
    with pytest.raises(WrongMethodError) as raised:
        client.post("/docs/errors")
    assert raised.value.allowed == ("GET", "HEAD", "OPTIONS")


@pytest.mark.parametrize("name", ["swagger-ui.js", "index.css", "LICENSE", "..%2Fdocs.py", "pages.html"])
def test_an_asset_that_no_page_needs_is_not_served(client: FlaskClient, name: str) -> None:
    assert client.get(f"/docs/assets/{name}", headers=BROWSER).status_code == 404


@pytest.mark.parametrize(
    ("path", "location"),
    [
        ("/docs/", "/docs"),
        ("/docs/errors/?lang=nl&q=%0D%0A", "/docs/errors?lang=nl&q=%0D%0A"),
        ("/docs/guide/", "/docs/guide"),
        ("/docs/guide/how-to/docker/", "/docs/guide/how-to/docker"),
    ],
)
@pytest.mark.parametrize("headers", [BROWSER, {}])
def test_a_slash_behind_a_page_leads_to_the_page(
    client: FlaskClient, path: str, location: str, headers: dict[str, str]
) -> None:
    answer = client.get(path, headers=headers)
    assert (answer.status_code, answer.headers["Location"], answer.data) == (308, location, b"")


@pytest.mark.parametrize("path", ["/docs/nothing/", "/docs/assets/", "/openapi.json/", "/docs/errors/x/"])
def test_a_slash_behind_anything_else_is_another_url(client: FlaskClient, path: str) -> None:
    assert client.get(path, headers=BROWSER).status_code == 404


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("/debtors", "/api/v1/debtors"),
        ("/token", "/oauth/token"),
        ("/oauth2/token", "/oauth/token"),
        ("/api/v2/debtors", "/api/v1/debtors"),
    ],
)
def test_a_path_that_is_nearly_one_of_ours_is_told_which(client: FlaskClient, path: str, meant: str) -> None:
    with pytest.raises(UnknownUrlError) as refused:
        client.get(path, headers={"Accept": "application/json"})
    assert refused.value.complaints[0].values["suggestion"] == meant
    assert f"<code>{meant}</code>?" in client.get(path, headers=BROWSER).text


def test_a_path_that_is_like_none_of_ours_is_told_so(client: FlaskClient) -> None:
    assert "Did you mean" not in client.get("/favicon.ico", headers=BROWSER).text
