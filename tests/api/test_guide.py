"""The guide under /docs/guide: every page in its frame, safe by its policy, and at the address of its reader."""

import re
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from mockbooks.traffic.exchange import Exchange
from mockbooks.web import docs
from mockbooks.web.given import EXCHANGE_KEY
from mockbooks.web.guide import page
from mockbooks.web.guide.contents import PAGES, url_of

BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
URLS = [url_of(page) for page in PAGES]


@pytest.fixture
def client() -> Iterator[FlaskClient]:
    app = Flask(__name__, static_folder=None)
    app.config.update(TESTING=True, MOCKBOOKS_DEMO_TOKEN="mockbooks-demo-token", MOCKBOOKS_HAS_CONTROL=True)
    app.register_blueprint(docs.blueprint)
    with app.test_client() as client:
        yield client


@pytest.mark.parametrize("url", URLS)
def test_every_page_of_the_guide_is_served_under_the_strictest_policy(client: FlaskClient, url: str) -> None:
    response = client.get(url)
    assert (response.status_code, response.content_type) == (200, "text/html; charset=utf-8")
    policy = response.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; ")
    assert re.findall(r"<style|\sstyle=|<script>|\son[a-z]+=", response.text) == []


@pytest.mark.parametrize("url", URLS)
def test_a_page_loads_nothing_from_elsewhere(client: FlaskClient, url: str) -> None:
    html = client.get(url).text
    assert re.findall(r'<(?:img|script|link)[^>]*(?:src|href)="(?:[a-z]+:|//)[^"]*"', html) == []


@pytest.mark.parametrize("url", URLS)
def test_no_two_places_of_a_page_share_an_id(client: FlaskClient, url: str) -> None:
    ids = re.findall(r'\sid="([^"]*)"', client.get(url).text)
    assert len(ids) == len(set(ids))


def test_every_asset_of_a_page_is_served(client: FlaskClient) -> None:
    assets = set(re.findall(r'"(/docs/assets/[^"]*)"', client.get("/docs/guide/tutorial").text))
    assert {client.get(asset).status_code for asset in assets} == {200}
    assert {"/docs/assets/guide.css", "/docs/assets/guide.js", "/docs/assets/guide-search.js"} <= assets


def test_code_is_coloured_by_classes_and_can_be_copied(client: FlaskClient) -> None:
    html = client.get("/docs/guide/tutorial").text
    assert '<div class="copyable" data-language="python"><pre tabindex="0" lang="en"><code>' in html
    assert '<span class="c-kn">import</span><span class="c-w"> </span><span class="c-nn">json</span>' in html
    assert '<button type="button" class="copy" hidden data-done="Copied">Copy</button>' in html


def test_code_names_the_address_where_the_reader_found_the_server(client: FlaskClient) -> None:
    html = client.get("/docs/guide/tutorial", base_url="http://books.test:9000").text
    assert "http://books.test:9000/_mockbooks/reset" in html
    assert "127.0.0.1:8080" not in html


def test_a_page_is_made_once_for_all_addresses(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    client.get("/docs/guide/tutorial", base_url="http://one.test")
    monkeypatch.delattr(page, "rendered")
    html = client.get("/docs/guide/tutorial", base_url="http://other.test").text
    assert "http://other.test/_mockbooks/reset" in html
    assert "one.test" not in html


def test_an_address_cannot_bring_markup_into_a_page() -> None:
    html = page.guide_page("tutorial", "en", "http://a'b&c", has_control=True).decode()
    assert "http://a&#39;b&amp;c/_mockbooks/reset" in html
    assert "a'b" not in html


def test_code_names_the_public_url_when_there_is_one(client: FlaskClient) -> None:
    behind = {EXCHANGE_KEY: Exchange(method="GET", path="/", base_url="https://boeken.example")}
    assert "https://boeken.example/_mockbooks/reset" in client.get("/docs/guide/tutorial", environ_base=behind).text


def test_links_lead_to_pages_of_this_server(client: FlaskClient) -> None:
    html = client.get("/docs/guide/tutorial").text
    assert '<a href="/docs/guide/how-to/use-in-ci">Use it in CI</a>' in html
    assert '<a href="/docs/scenarios#library">running server</a>' in client.get("/docs/guide/reference/library").text


def test_a_page_stands_among_its_neighbours(client: FlaskClient) -> None:
    html = client.get("/docs/guide/how-to/use-the-dashboard").text
    assert '<a rel="prev" href="/docs/guide/tutorial">' in html
    assert '<a rel="next" href="/docs/guide/how-to/write-a-scenario">' in html
    assert '<a href="/docs/guide/how-to/use-the-dashboard" aria-current="page">' in html
    assert '<a href="/docs/guide" aria-current="page">Guide</a>' in html


def test_the_first_page_has_none_before_it_and_the_last_none_after_it(client: FlaskClient) -> None:
    assert 'rel="prev"' not in client.get(URLS[0]).text
    assert 'rel="next"' not in client.get(URLS[-1]).text


def test_headings_are_listed_beside_the_page_and_lead_to_themselves(client: FlaskClient) -> None:
    html = client.get("/docs/guide/how-to/control-time").text
    assert '<li class="level-2"><a href="#let-a-token-die">Let a token die</a></li>' in html
    assert '<h2 id="let-a-token-die">Let a token die <a class="self" href="#let-a-token-die"' in html


def test_of_a_page_with_very_many_headings_only_the_chapters_are_listed(client: FlaskClient) -> None:
    html = client.get("/docs/guide/reference/errors").text
    assert '<li class="level-2">' in html
    assert '<li class="level-3">' not in html


def test_the_frame_is_in_dutch_and_the_text_is_said_to_be_english(client: FlaskClient) -> None:
    response = client.get("/docs/guide/tutorial?lang=nl")
    assert response.headers["Content-Language"] == "nl"
    assert '<div class="prose" lang="en">' in response.text
    assert '<p class="part">Naslag</p>' in response.text
    assert "deze gids is er in het Engels" in response.text


def test_the_search_knows_every_heading_with_the_words_below_it(client: FlaskClient) -> None:
    response = client.get("/docs/assets/guide-search.js")
    assert response.content_type == "text/javascript; charset=utf-8"
    assert response.text.startswith("window.guidePassages = [[")
    assert (
        '["/docs/guide/reference/faults#dropconnection","Faults","dropConnection","Break the connection'
        in response.text
    )


@pytest.mark.parametrize(
    "path", ["/docs/guide/index", "/docs/guide/tutorial.md", "/docs/guide/how-to", "/docs/guide/../x"]
)
def test_what_is_no_page_of_the_guide_is_unknown(client: FlaskClient, path: str) -> None:
    assert client.get(path, headers=BROWSER).status_code == 404


def test_an_unknown_page_of_the_guide_names_the_one_that_was_meant(client: FlaskClient) -> None:
    html = client.get("/docs/guide/how-to/control-times", headers=BROWSER).text
    assert "<code>/docs/guide/how-to/control-time</code>?" in html


def test_a_picture_is_shown_on_its_page_and_served(client: FlaskClient) -> None:
    html = client.get("/docs/guide/explanation/how-it-was-attacked").text
    source = re.findall(r'<span class="picture" tabindex="0"><img src="([^"]+)" alt="Resident memory', html)
    picture = client.get(source[0])

    assert source == ["/docs/guide/explanation/soak.svg"]
    assert (picture.status_code, picture.mimetype) == (200, "image/svg+xml")
    assert picture.headers["Content-Security-Policy"].startswith("default-src 'none'; style-src 'unsafe-inline'")


@pytest.mark.parametrize(
    "path", ["soak.svg", "explanation/../explanation/soak.svg", "explanation/soak.svg.md", "../x.svg"]
)
def test_what_is_no_picture_of_the_guide_is_unknown(client: FlaskClient, path: str) -> None:
    assert client.get(f"/docs/guide/{path}", headers=BROWSER).status_code == 404
