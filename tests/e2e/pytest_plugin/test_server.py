"""What a test is given: an administration of its own on the one server of the process, and what it may do to it."""

from pathlib import Path

import pytest

from mockbooks.server import running
from mockbooks.settings import Settings
from mockbooks.testing import ControlError, new_administration
from tests.e2e.pytest_plugin.conftest import SHOP, Run

pytest_plugins = ["pytester"]


def test_every_test_has_fresh_books_on_the_same_server(run: Run) -> None:
    result = run("""
import httpx

urls, ids = set(), set()

@pytest.mark.parametrize("number", [1, 2, 3])
def test_booked_once(mockbooks_server, number):
    book(mockbooks_server)
    urls.add(mockbooks_server.base_url)
    ids.add(mockbooks_server.administration_id)
    assert len(mockbooks_server.changes()) == 1

def test_afterwards(mockbooks_server):
    assert len(urls) == 1
    assert len(ids) == 3
    kept = httpx.get(f"{mockbooks_server.base_url}/_mockbooks/administrations").json()["data"]
    assert [each["id"] for each in kept] == [mockbooks_server.administration_id]
""")

    result.assert_outcomes(passed=4)


def test_a_test_moves_clock_limits_and_tokens_of_its_own(run: Run) -> None:
    result = run("""
import datetime, httpx

def asked(server):
    return httpx.get(f"{server.api_url}/vat-rates", headers=server.headers).status_code

def test_clock(mockbooks_server):
    mockbooks_server.set_clock(datetime.datetime(2026, 10, 15, 7, tzinfo=datetime.UTC))
    mockbooks_server.advance(90)
    mockbooks_server.advance(datetime.timedelta(days=1))
    assert mockbooks_server.control("GET", "/clock")["now"] == "2026-10-16T07:01:30Z"

def test_limit(mockbooks_server):
    mockbooks_server.limit(1, per="minute")
    assert [asked(mockbooks_server), asked(mockbooks_server)] == [200, 429]
    mockbooks_server.advance(60)
    assert asked(mockbooks_server) == 200

def test_tokens(mockbooks_server):
    mockbooks_server.expire_tokens()
    assert asked(mockbooks_server) == 401
    mockbooks_server.reset()
    assert asked(mockbooks_server) == 200
    mockbooks_server.revoke_tokens()
    assert asked(mockbooks_server) == 401

def test_requests(mockbooks_server):
    book(mockbooks_server)
    (booked,) = mockbooks_server.requests(operation="createTransaction")
    assert booked["why"] == "created"
    assert len(mockbooks_server.requests()) == 4

def test_own_client(mockbooks_server):
    basic = mockbooks_server.client_id, mockbooks_server.client_secret
    form = {"grant_type": "client_credentials"}
    token = httpx.post(f"{mockbooks_server.base_url}/oauth/token", data=form, auth=basic).json()["access_token"]
    mine = httpx.get(f"{mockbooks_server.api_url}/administration", headers={"Authorization": f"Bearer {token}"})
    assert mine.json()["data"]["id"] == mockbooks_server.administration_id
""")

    result.assert_outcomes(passed=5)


def test_a_scenario_can_be_begun_and_judged_in_the_middle_of_a_test(run: Run) -> None:
    result = run("""
def test_later(mockbooks_server):
    book(mockbooks_server)
    mockbooks_server.activate("lost-reply")
    book(mockbooks_server, key="order-2")
    verdict = mockbooks_server.verdict()
    assert verdict.passed, verdict
    assert [each.outcome for each in verdict.expectations] == ["passed"] * 5
    assert str(verdict).startswith("Scenario lost-reply: PASSED (5 passed)")
""")

    result.assert_outcomes(passed=1)


def test_what_the_control_api_refuses_is_told_in_its_words(run: Run) -> None:
    result = run("""
from mockbooks.testing import ControlError

def test_refused(mockbooks_server):
    with pytest.raises(ControlError, match="PUT http.*/_mockbooks/limits.*: /windows/0/per: .*fortnight"):
        mockbooks_server.limit(1, per="fortnight")
""")

    result.assert_outcomes(passed=1)


def test_a_failed_test_without_a_scenario_shows_the_last_requests(run: Run) -> None:
    result = run("""
import httpx

def test_much(mockbooks_server):
    with httpx.Client(base_url=mockbooks_server.api_url, headers=mockbooks_server.headers) as api:
        for number in range(25):
            api.get(f"/debtors/deb_{number:06}")
    assert False
""")

    result.stdout.fnmatch_lines(
        [
            "*- mockbooks requests -*",
            "(5 earlier ones are left out)",
            "#6 GET /api/v1/debtors/deb_000005 → 200: answered",
            "#25 GET /api/v1/debtors/deb_000024 → 200: answered",
        ]
    )
    result.stdout.no_fnmatch_line("#5 GET *")
    result.stdout.no_fnmatch_line("*- mockbooks verdict -*")


def test_the_settings_are_those_of_a_fixture_that_can_be_overridden(run: Run, pytester: pytest.Pytester) -> None:
    pytester.makeconftest("""
import mockbooks, pytest

@pytest.fixture(scope="session")
def mockbooks_settings():
    return mockbooks.Settings(debtors=3, products=0, transactions=0, control_token="geheim")
""")
    result = run("""
def test_small(mockbooks_server, mockbooks_in_process):
    assert mockbooks_server.control("GET", "/info")["counts"]["debtors"] == 3
    assert mockbooks_in_process.control("GET", "/info")["counts"]["debtors"] == 3
""")

    result.assert_outcomes(passed=1)


def test_a_run_can_use_a_server_that_is_there_already(run: Run) -> None:
    with running(Settings(port=0, debtors=2, products=0, transactions=0)) as server:
        result = run(
            """
def test_elsewhere(mockbooks_server):
    assert mockbooks_server.control("GET", "/info")["counts"]["debtors"] == 2
    book(mockbooks_server)
""",
            f"--mockbooks-url={server.base_url}/api/v1/",
        )

    result.assert_outcomes(passed=1)


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("127.0.0.1:8080", "127.0.0.1:8080 is no URL of a server: write one such as http://127.0.0.1:8080"),
        ("http://piet:geheim@127.0.0.1:8080", "the URL holds a user or a password*"),
    ],
)
def test_what_is_no_url_of_a_server_is_told_in_one_line(run: Run, url: str, told: str) -> None:
    result = run("def test_nowhere(mockbooks_server): pass", f"--mockbooks-url={url}")

    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines([told])


def test_a_server_that_is_not_there_is_told_in_one_line(run: Run) -> None:
    result = run("def test_nowhere(mockbooks_server): pass", "--mockbooks-url=http://127.0.0.1:9")

    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(
        ["POST http://127.0.0.1:9/_mockbooks/administrations: nothing listens there; is the server running?"]
    )
    result.stdout.no_fnmatch_line("During handling*")


TRUSTING = """
import ssl, httpx

def test_trusted(mockbooks_server, mockbooks_ca_file):
    assert mockbooks_server.ca_file == mockbooks_ca_file
    context = ssl.create_default_context(cafile=mockbooks_server.ca_file)
    url = f"{mockbooks_server.api_url}/vat-rates"
    assert url.startswith("https:")
    assert httpx.get(url, headers=mockbooks_server.headers, verify=context).status_code == 200
    assert len(mockbooks_server.requests()) == 1
"""


def test_a_server_with_tls_in_the_settings_is_trusted_and_a_test_is_told_its_ca(
    run: Run, pytester: pytest.Pytester
) -> None:
    pytester.makeconftest("""
import mockbooks, pytest

@pytest.fixture(scope="session")
def mockbooks_settings():
    return mockbooks.Settings(debtors=3, products=0, transactions=0, tls=True)
""")

    run(TRUSTING).assert_outcomes(passed=1)


def test_a_server_with_tls_elsewhere_is_trusted_by_the_ca_that_the_environment_names(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with running(Settings(port=0, tls=True, tls_folder=str(tmp_path))) as server:
        monkeypatch.setenv("MOCKBOOKS_CA", str(server.authority_file))
        run(TRUSTING, f"--mockbooks-url={server.base_url}").assert_outcomes(passed=1)


def test_a_server_that_is_not_trusted_is_told_with_what_to_do_and_else_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with running(Settings(port=0, tls=True, tls_folder=str(tmp_path))) as server:
        with (
            pytest.raises(ControlError, match=r"is not trusted \(.*\); name its CA by MOCKBOOKS_CA"),
            new_administration(server.base_url),
        ):
            pass
        with new_administration(server.base_url, ca_file=server.authority_file) as books:
            assert books.requests() == []
        monkeypatch.setenv("SSL_CERT_FILE", str(server.authority_file))
        with new_administration(server.base_url) as books:
            assert books.api_url == f"{server.base_url}/api/v1"


def test_a_test_may_throw_its_administration_away_itself(run: Run) -> None:
    result = run("""
import httpx

def test_gone(mockbooks_server):
    url = f"{mockbooks_server.base_url}/_mockbooks/administrations/{mockbooks_server.administration_id}"
    assert httpx.delete(url).status_code == 200
""")

    result.assert_outcomes(passed=1)


def test_in_the_same_process_everything_works_without_a_port(run: Run) -> None:
    result = run("""
import requests

@pytest.mark.mockbooks_scenario("lost-reply")
def test_careful(mockbooks_in_process):
    book(mockbooks_in_process, key="order-1", transport=mockbooks_in_process.httpx_transport())

@pytest.mark.mockbooks_scenario("lost-reply")
def test_naive(mockbooks_in_process):
    book(mockbooks_in_process, transport=mockbooks_in_process.httpx_transport())

def test_with_requests(mockbooks_in_process):
    session = requests.Session()
    session.mount(mockbooks_in_process.base_url, mockbooks_in_process.requests_adapter())
    rates = session.get(f"{mockbooks_in_process.api_url}/vat-rates", headers=mockbooks_in_process.headers)
    assert rates.status_code == 200
""")

    result.assert_outcomes(passed=2, failed=1)
    result.stdout.fnmatch_lines(["noDuplicateBookings*: not met*", "#5 POST /api/v1/transactions → 200: created"])


def test_with_xdist_every_process_has_a_server_of_its_own(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")  # the processes start faster without the others
    pytester.makepyfile(
        shop=SHOP,
        test_shop="""
import pytest
from shop import book

@pytest.mark.parametrize("number", range(6))
@pytest.mark.mockbooks_scenario("lost-reply")
def test_careful(mockbooks_server, number):
    book(mockbooks_server, key=f"order-{number}")

@pytest.mark.mockbooks_scenario("lost-reply")
def test_naive(mockbooks_server):
    book(mockbooks_server)
""",
    )
    result = pytester.runpytest_subprocess("-n2", "-p", "xdist", "-p", "mockbooks.pytest_plugin")

    result.assert_outcomes(passed=6, failed=1)
    result.stdout.fnmatch_lines(["noDuplicateBookings*: not met*", "*- mockbooks requests -*"])


def test_a_run_that_does_not_ask_for_it_imports_the_door_alone(pytester: pytest.Pytester) -> None:
    pytester.makepyfile("""
import sys

def test_nothing_more():
    assert sorted(each for each in sys.modules if each.startswith("mockbooks")) == [
        "mockbooks", "mockbooks.pytest_plugin"
    ]
    assert "flask" not in sys.modules
""")
    pytester.runpytest_subprocess("-p", "no:cacheprovider").assert_outcomes(passed=1)


@pytest.mark.parametrize(
    ("flag", "told"),
    [
        ("--markers", "@pytest.mark.mockbooks_scenario(scenario, ...): misbehave as a scenario says*"),
        ("--fixtures", "*Have mockbooks on a port, with an administration of its own for this test."),
    ],
)
def test_pytest_itself_explains_the_mark_and_the_fixtures(run: Run, flag: str, told: str) -> None:
    run("", flag).stdout.fnmatch_lines([told])
