"""The page that explains scenarios: whole, made of the tables, and with examples that can be used as they stand."""

import re
import subprocess
import sys
from collections.abc import Iterator
from html import unescape
from itertools import pairwise

import pytest
from flask import Flask
from flask.testing import FlaskClient

from mockbooks.bookkeeper import DEEDS
from mockbooks.expectations import EXPECTATIONS
from mockbooks.faults import FAULTS
from mockbooks.scenarios import library
from mockbooks.scenarios.fields_match import CONDITION, MatchBody
from mockbooks.scenarios.loader import load
from mockbooks.scenarios.schemas import SCENARIO, InjectionBody
from mockbooks.scenarios.schemas_start import BooksBody, ClockBody, LimitsBody, OAuthBody
from mockbooks.web import docs
from mockbooks.web.reference import page

ANCHORS = [
    *(f"fault-{fault.name}" for fault in FAULTS),
    *(f"expectation-{expectation.name}" for expectation in EXPECTATIONS),
    *(f"deed-{deed.name}" for deed in DEEDS),
    *(f"library-{name}" for name in library.names(library.folders())),
    *("start-books", "start-clock", "start-limits", "start-oauth"),
]
PLACES = [
    "scenario",
    "file",
    "phases",
    "match",
    "calls",
    "timeline",
    "start",
    "faults",
    "expectations",
    "deeds",
    "library",
]
SCHEMAS = [SCENARIO, InjectionBody(), MatchBody(), CONDITION, BooksBody(), ClockBody(), LimitsBody(), OAuthBody()]
KEYS = {str(field.data_key) for schema in SCHEMAS for field in schema.load_fields.values()}
# Not in a list of keys: how an injection is called and what it does have words of their own on the page.
SHOWN_OTHERWISE = {"match", "phase", "fault"}
YAML = re.compile(r"<pre [^>]*data-yaml[^>]*><code>(.*?)</code></pre>", re.DOTALL)


@pytest.fixture(scope="module")
def app() -> Flask:
    app = Flask(__name__, static_folder=None)
    app.config.update(TESTING=True, MOCKBOOKS_DEMO_TOKEN="mockbooks-demo-token", MOCKBOOKS_HAS_CONTROL=True)
    app.register_blueprint(docs.blueprint)
    return app


@pytest.fixture(scope="module")
def client(app: Flask) -> Iterator[FlaskClient]:
    with app.test_client() as client:
        yield client


@pytest.fixture(scope="module")
def html(client: FlaskClient) -> str:
    return client.get("/docs/scenarios?lang=en").text


@pytest.fixture(scope="module")
def dutch(client: FlaskClient) -> str:
    return client.get("/docs/scenarios?lang=nl").text


def plain(markup: str) -> str:
    return unescape(re.sub("<[^>]*>", "", markup))


def examples(html: str) -> list[str]:
    return [plain(found) for found in YAML.findall(html)]


# ---- Everything is there


@pytest.mark.parametrize("anchor", ANCHORS)
def test_every_kind_stands_on_the_page_under_its_anchor_and_in_the_index(html: str, anchor: str) -> None:
    assert html.count(f'<article id="{anchor}" data-code="{anchor}">') == 1
    assert html.count(f'<li data-code="{anchor}"><a href="#{anchor}">') == (0 if anchor.startswith("start-") else 1)


@pytest.mark.parametrize("place", PLACES)
def test_every_chapter_has_a_place_that_the_index_leads_to(html: str, place: str) -> None:
    assert html.count(f'<h2 id="{place}">') == 1
    assert f'href="#{place}"' in html


def test_every_key_of_a_file_is_listed(html: str) -> None:
    listed = set(re.findall(r"<dt><code>([^<]*)</code></dt>", html))
    assert KEYS - listed == SHOWN_OTHERWISE


def test_the_phases_of_a_fault_stand_beside_it_with_the_default_marked(html: str) -> None:
    (expire,) = re.findall(r'<article id="fault-expireToken".*?</header>', html, re.DOTALL)
    assert re.findall(r'class="mark( default)?"><code>(\w+)</code>', expire) == [(" default", "gate"), ("", "after")]


def test_a_fault_shows_its_settings_with_their_descriptions(html: str) -> None:
    (limit,) = re.findall(r'<article id="fault-rateLimit".*?</article>', html, re.DOTALL)
    assert re.findall(r"<dt><code>([^<]*)</code></dt>", limit) == ["retryAfter", "style", "body"]
    assert "When there is room again; 30s unless said." in plain(limit)
    assert "One of seconds, epoch, httpDate, missing." in " ".join(plain(limit).split())


def test_what_stands_within_a_setting_is_listed_with_where_it_stands(html: str) -> None:
    (delay,) = re.findall(r'<article id="fault-delay".*?</article>', html, re.DOTALL)
    assert "<dt><code>lognormal.p99</code></dt>" in delay


def test_an_expectation_that_counts_says_so(html: str) -> None:
    (booked,) = re.findall(r'<article id="expectation-booked".*?</article>', html, re.DOTALL)
    assert '<span class="mark">counts</span>' in booked
    assert examples(booked) == ["expect:\n  - booked: {reference: ORD-1001}\n    exactly: 1\n"]


# ---- Examples


def test_every_example_can_be_used(html: str) -> None:
    texts = examples(html)
    whole = [text if re.search("^name:", text, re.MULTILINE) else f"name: example\n{text}" for text in texts]
    assert len([load(text.encode(), source=text) for text in whole]) == len(texts) > len(ANCHORS)


def test_lost_reply_is_shown_in_full_with_comments(html: str) -> None:
    commented = examples(html)[0]
    kept = [line for line in commented.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    file = library.read("lost-reply", library.folders()).text.decode()
    assert kept == [line for line in file.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    assert "# What a good integration must have done.\nexpect:" in commented
    assert "    # Which of these calls, counted from 1; left out: every one.\n    calls: first" in commented


def test_the_commands_are_for_this_server(client: FlaskClient) -> None:
    html = client.get("/docs/scenarios", base_url="http://127.0.0.1:8080").text
    assert "curl -X PUT http://127.0.0.1:8080/_mockbooks/scenario " in html
    assert "mockbooks verdict http://127.0.0.1:8080" in html


# ---- To read and to use


def test_the_page_is_made_once_for_all_addresses(client: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    client.get("/docs/scenarios", base_url="http://one.test")
    monkeypatch.delattr(page, "rendered")
    html = client.get("/docs/scenarios", base_url="http://other.test").text
    assert "mockbooks verdict http://other.test<" in html
    assert "one.test" not in html


def test_no_two_places_share_an_id(html: str) -> None:
    ids = re.findall(r'\sid="([^"]*)"', html)
    assert len(ids) == len(set(ids))


def test_every_link_within_the_page_leads_somewhere(html: str) -> None:
    ids = set(re.findall(r'\sid="([^"]*)"', html))
    assert set(re.findall(r'href="#([^"]*)"', html)) - ids == set()


def test_the_headings_follow_one_another_without_a_gap(html: str) -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])", html)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert max(after - before for before, after in pairwise(levels)) == 1


def test_what_can_be_scrolled_can_be_reached_by_keyboard(html: str) -> None:
    assert len(re.findall("<pre", html)) == len(re.findall('<pre tabindex="0"', html))


def test_the_field_to_filter_by_has_a_label(html: str) -> None:
    assert '<label for="filter">' in html


def test_english_from_the_tables_is_marked_on_the_dutch_page(html: str, dutch: str) -> None:
    assert '<html lang="nl">' in dutch
    assert "<h1>Scenario’s</h1>" in dutch
    assert '<p class="summary" lang="en">Answer 429, whatever the counters say.</p>' in dutch
    assert (
        len(re.findall('<pre tabindex="0" lang="en" data-yaml', dutch)) == len(examples(dutch)) == len(examples(html))
    )
    assert 'class="summary" lang=' not in html


def test_without_control_nothing_leads_to_it(app: Flask, client: FlaskClient) -> None:
    app.config["MOCKBOOKS_HAS_CONTROL"] = False
    html = client.get("/docs/scenarios").text
    app.config["MOCKBOOKS_HAS_CONTROL"] = True
    assert "/docs/control" not in html
    assert "curl -X PUT" not in html


def test_a_start_and_the_other_pages_need_none_of_the_tables_of_scenarios() -> None:
    program = (
        "import sys\n"
        "from mockbooks.traffic.exchange import Exchange\n"
        "from mockbooks.web.rest import FlaskEndpoint, create_pages_app\n"
        "pages = FlaskEndpoint(create_pages_app(demo_token=None))\n"
        "asked = [pages(Exchange(method='GET', path=path)).status for path in ('/', '/docs/control', '/docs/errors')]\n"
        "tables = ('mockbooks.faults', 'mockbooks.web.reference')\n"
        "print(asked, [name for name in sys.modules if name.startswith(tables)])"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    assert run.stdout == "[200, 200, 200] []\n"
