"""The last step of a CI job: ask a running server for its verdict, and end as it says."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import httpx
import orjson
import pytest

from tests.e2e.conftest import Process, Start

Ask = Callable[..., "subprocess.CompletedProcess[str]"]
SCENARIO = """
name: one-debtor
expect:
  - {debtors: {email: nieuw@korenaar.example}, exactly: 1}
"""
DEBTOR = {
    "name": "Bakkerij De Korenaar",
    "email": "nieuw@korenaar.example",
    "address": {"line1": "Dorpsstraat 12-A", "postalCode": "1234 AB", "city": "Utrecht", "countryCode": "NL"},
}


@pytest.fixture
def server(start: Start, tmp_path: Path) -> Process:
    file = tmp_path / "one-debtor.yaml"
    file.write_text(SCENARIO, encoding="utf-8")
    return start(f"--scenario={file}")


def ask(*arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "mockbooks", "verdict", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)


def create_debtor(server: Process) -> None:
    headers = {"Authorization": "Bearer mockbooks-demo-token"}
    assert httpx.post(f"{server.base_url}/api/v1/debtors", json=DEBTOR, headers=headers).status_code == 200


def test_before_anything_was_done_there_is_no_pass(server: Process) -> None:
    verdict = ask(server.base_url)

    assert verdict.returncode == 1
    assert verdict.stdout.startswith("Scenario one-debtor: NOT PASSED (1 failed)")
    assert "expected exactly 1, found 0." in verdict.stdout


def test_a_verdict_that_is_a_pass_ends_with_0(server: Process) -> None:
    create_debtor(server)
    verdict = ask(server.base_url)

    assert verdict.returncode == 0
    assert verdict.stdout.startswith("Scenario one-debtor: PASSED (1 passed)")


def test_what_was_done_twice_fails_and_shows_what_changed(server: Process) -> None:
    create_debtor(server)
    create_debtor(server)
    verdict = ask(server.base_url, "--format", "json")
    told = orjson.loads(verdict.stdout)

    assert verdict.returncode == 1
    assert [each["outcome"] for each in told["data"]["expectations"]] == ["failed"]
    assert len(told["data"]["changes"]) == 2


def test_junit_is_xml_for_the_report_of_a_ci_server(server: Process) -> None:
    create_debtor(server)
    suite = ET.fromstring(ask(server.base_url, "--format", "junit").stdout)  # noqa: S314 - our own server wrote it

    assert (suite.get("tests"), suite.get("failures")) == ("1", "0")


def test_another_administration_has_a_verdict_of_its_own(server: Process) -> None:
    made = httpx.post(f"{server.base_url}/_mockbooks/administrations").json()["data"]
    create_debtor(server)

    assert ask(server.base_url, "--administration", made["id"]).returncode == 1
    assert ask(server.base_url).returncode == 0


def test_a_verdict_is_written_to_a_file(server: Process, tmp_path: Path) -> None:
    create_debtor(server)
    file = tmp_path / "verdict.xml"
    verdict = ask(server.base_url, "--format", "junit", "--output", str(file))

    assert (verdict.returncode, verdict.stdout) == (0, f"Passed: see {file}\n")
    assert ET.fromstring(file.read_bytes()).get("tests") == "1"  # noqa: S314 - our own server wrote it
    assert sorted(each.name for each in tmp_path.iterdir()) == ["one-debtor.yaml", "verdict.xml"]


def test_a_verdict_that_is_no_pass_is_written_too_and_takes_the_place_of_the_last(
    server: Process, tmp_path: Path
) -> None:
    file = tmp_path / "verdict.txt"
    file.write_text("of yesterday", encoding="utf-8")

    assert ask(server.base_url, "--output", str(file)).returncode == 1
    assert file.read_text(encoding="utf-8").startswith("Scenario one-debtor: NOT PASSED")


def test_without_a_verdict_there_is_no_file(tmp_path: Path) -> None:
    file = tmp_path / "verdict.xml"
    verdict = ask("http://127.0.0.1:9", "--format", "junit", "--output", str(file))

    assert (verdict.returncode, file.exists()) == (3, False)


def test_a_file_that_cannot_be_written_is_told(server: Process, tmp_path: Path) -> None:
    file = tmp_path / "nowhere" / "verdict.txt"
    verdict = ask(server.base_url, "--output", str(file))

    assert verdict.returncode == 2
    assert verdict.stderr == f"mockbooks: {file} cannot be written: No such file or directory\n"


def test_a_server_that_is_not_there_is_told_in_plain_words() -> None:
    verdict = ask("http://127.0.0.1:9")

    assert (verdict.returncode, verdict.stdout) == (3, "")
    assert verdict.stderr == (
        "mockbooks: there is no verdict from http://127.0.0.1:9: nothing listens there; is the server running?\n"
    )


def test_a_server_without_tls_is_told_from_one_that_is_not_trusted(server: Process, tmp_path: Path) -> None:
    url = server.base_url.replace("http://", "https://")
    no_certificate = tmp_path / "one-debtor.yaml"

    assert "it does not speak TLS; write http://" in ask(url).stderr
    assert f"{no_certificate} is no certificate" in ask(url, "--ca", str(no_certificate)).stderr


def test_the_base_url_of_the_api_is_understood(server: Process) -> None:
    create_debtor(server)
    verdict = ask(f"{server.base_url}/api/v1/")

    assert verdict.returncode == 0
    assert verdict.stderr == f"mockbooks: asking {server.base_url}, since the control API is not below /api/v1\n"


def test_an_administration_that_is_not_there_has_no_verdict(server: Process) -> None:
    verdict = ask(server.base_url, "--administration", "adm_999999")

    assert verdict.returncode == 3
    assert verdict.stderr == (
        f"mockbooks: there is no verdict from {server.base_url}: "
        'There is no administration with id "adm_999999" on this server.\n'
    )


def test_a_server_that_asks_for_a_token_says_which(start: Start) -> None:
    base_url = start("--control-token=geheim").base_url

    without, wrong = ask(base_url), ask(base_url, "--control-token", "verkeerd")
    assert (without.returncode, wrong.returncode) == (3, 3)
    assert without.stderr.endswith("started with by MOCKBOOKS_CONTROL_TOKEN or --control-token\n")
    assert wrong.stderr.endswith("--control-token must be the one that it was started with\n")
    assert ask(base_url, "--control-token", "geheim").returncode == 1


def test_a_server_without_control_gives_no_verdict(start: Start) -> None:
    verdict = ask(start("--no-control").base_url)

    assert verdict.returncode == 3
    assert verdict.stderr.endswith(
        ": it has no control API there; give the URL of the server alone, or was it started with --no-control?\n"
    )


def test_what_is_no_url_is_refused() -> None:
    verdict = ask("localhost:8080")

    assert verdict.returncode == 2
    assert "is no URL of a server: write one such as http://127.0.0.1:8080" in verdict.stderr
