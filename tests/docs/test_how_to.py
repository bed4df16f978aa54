"""The how-to pages do what they say, each against a server that was just started."""

import subprocess
import sys
from pathlib import Path

import pytest

from mockbooks.server import running
from mockbooks.settings import Settings
from mockbooks.web.printed_address import PRINTED_ADDRESS
from tests.docs.blocks import HOW_TO, blocks, write_files
from tests.docs.running import Run, run


@pytest.fixture
def scenario(tmp_path: Path) -> Run:
    return run(HOW_TO / "write-a-scenario.md", tmp_path)


@pytest.fixture(scope="module")
def oauth(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return run(HOW_TO / "test-oauth.md", tmp_path_factory.mktemp("oauth"))


def test_a_call_to_see_on_the_dashboard_is_answered(tmp_path: Path) -> None:
    seen = run(HOW_TO / "use-the-dashboard.md", tmp_path)
    assert [debtor["name"] for debtor in seen.answers[0]["data"]] == ["Bakkerij De Korenaar"]


def test_a_scenario_of_your_own_is_good_acts_and_is_passed(scenario: Run) -> None:
    assert "mine.yaml" in scenario.printed.splitlines()[0]
    assert scenario.answers[0]["data"]["name"] == "gateway-502"
    assert "<h1>Bad gateway</h1>\n" in scenario.printed
    assert scenario.answers[1]["data"]["reference"] == "WEB-4712"
    assert "Scenario gateway-502: PASSED (3 passed)" in scenario.printed


def test_a_verdict_is_read_in_three_forms(tmp_path: Path) -> None:
    read = run(HOW_TO / "read-a-verdict.md", tmp_path)
    assert read.answers[0]["data"]["passed"] is False
    assert "it ended with 1\n" in read.printed
    assert (tmp_path / "verdict.xml").read_text().startswith("<?xml")
    assert [text for text in blocks("read-a-verdict.md", "text") if text not in read.printed] == []
    assert read.answers[-1]["data"]["difference"] == "0.00"


def test_two_administrations_know_nothing_of_each_other(tmp_path: Path) -> None:
    isolated = run(HOW_TO / "isolate-tests.md", tmp_path)
    assert "1 in adm_000002\n0 in adm_000003\n" in isolated.printed
    assert isolated.answers[1]["data"]["name"] == "lost-reply"
    assert isolated.answers[2]["data"]["active"] is False


def test_time_is_moved_and_nobody_waits(tmp_path: Path) -> None:
    moved = run(HOW_TO / "control-time.md", tmp_path)
    assert moved.answers[2]["data"] == {"now": "2026-10-15T08:00:00Z", "frozen": True, "speed": 0, "real": False}
    assert moved.answers[4]["code"] == "token_expired"
    assert "status 200\nstatus 200\nstatus 429\n" in moved.printed
    assert moved.printed.endswith("status 200\n")


def test_a_code_becomes_tokens_without_a_browser(oauth: Run) -> None:
    assert oauth.answers[0]["token_endpoint"].endswith("/oauth/token")
    assert oauth.answers[1]["client_name"] == "Webshop Koppeling"
    assert oauth.answers[2]["token_type"] == "Bearer"
    assert "state any from http://127.0.0.1:" in oauth.printed
    assert "lives 600 seconds; the refresh token changed: True\n" in oauth.printed


def test_tokens_are_answered_oddly_where_a_scenario_says_so(oauth: Run) -> None:
    assert [each.get("expires_in", "none at all") for each in oauth.answers[-2:]] == ["1800", "none at all"]
    assert "<h1>Onderhoud</h1>\n" in oauth.printed
    assert "forged-state.yaml" in oauth.printed.splitlines()[-1]


def test_a_code_that_asks_a_person_says_how_to_go_without_one(tmp_path: Path) -> None:
    write_files("test-oauth.md", "python", tmp_path)
    with running(Settings(port=0)) as server:
        program = (tmp_path / "code_flow.py").read_text(encoding="utf-8").replace(PRINTED_ADDRESS, server.base_url)
        ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (
        1,
        "a consent page was shown: start the server with --auto-approve\n",
    )


def test_a_client_trusts_the_ca_and_is_answered(tmp_path: Path) -> None:
    secured = run(
        HOW_TO / "run-with-tls.md",
        tmp_path,
        settings=Settings(port=0, tls=True, tls_folder=str(tmp_path / "mockbooks-tls")),
    )
    assert secured.answers[0]["data"]["languages"] == ["nl", "en"]


def test_a_document_is_audited_reported_and_drafted(tmp_path: Path) -> None:
    audited = run(HOW_TO / "audit-a-document.md", tmp_path)
    assert audited.printed.startswith("mockbooks reference accounting API: 9 of 9 conditions met\n")
    assert "\nBoekhoudgemak: " in audited.printed
    assert "✗ C4a    Debtors" in audited.printed
    assert "it ended with 1\n" in audited.printed
    assert "\nC4a Give " in audited.printed
    assert "Boekhoudgemak" in (tmp_path / "gemak.html").read_text(encoding="utf-8")
    assert (tmp_path / "audit.xml").read_text(encoding="utf-8").startswith("<?xml")
    assert "vendor.yaml: Boekhoudgemak can be used\n" in audited.printed


def test_an_api_is_checked_by_its_own_names_and_by_those_of_a_file(tmp_path: Path) -> None:
    checked = run(HOW_TO / "check-an-api.md", tmp_path)
    assert checked.printed.count("mockbooks: 9 of 9 conditions met\n") == 2
    assert "vendor.yaml: mockbooks can be used\n" in checked.printed
    assert (tmp_path / "report.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_job_waits_learns_what_a_client_needs_and_asks_for_the_verdict(tmp_path: Path) -> None:
    job = run(HOW_TO / "use-in-ci.md", tmp_path)
    assert job.answers[0]["data"]["windows"][0]["limit"] == 6000
    assert job.printed.endswith("it ended with 1\n")
