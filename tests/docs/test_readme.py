"""The README's code runs: every block of it, in order, against a server that was just started."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from mockbooks.server import running
from mockbooks.settings import Settings

README = Path(__file__).parents[2] / "README.md"
PRINTED_ADDRESS = "http://127.0.0.1:8080"


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def printed() -> str:
    """Run the shell blocks one after the other, as a reader would paste them, and give what they print."""
    script = "\n".join(block for block in blocks("sh") if "make run" not in block)
    with running(Settings(port=0)) as server:
        script = script.replace(PRINTED_ADDRESS, server.base_url)
        shell = subprocess.run(
            ["/bin/bash", "-euo", "pipefail", "-c", script], capture_output=True, text=True, timeout=60, check=True
        )
    return shell.stdout


@pytest.fixture(scope="module")
def answers(printed: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in printed.replace("}{", "}\n{").splitlines() if line.startswith("{")]


def test_the_debtor_is_found_by_an_address_in_capitals(answers: list[dict[str, Any]]) -> None:
    assert [debtor["name"] for debtor in answers[0]["data"]] == ["Bakkerij De Korenaar"]


def test_the_sale_is_booked_with_its_vat(answers: list[dict[str, Any]]) -> None:
    assert answers[1]["data"]["totalVat"] == "21.00"


def test_the_sale_is_not_booked_twice(answers: list[dict[str, Any]]) -> None:
    assert answers[2] == answers[1]


def test_the_sale_is_found_by_its_reference(answers: list[dict[str, Any]]) -> None:
    assert [sale["totalInclVat"] for sale in answers[3]["data"]] == ["121.00"]


def test_every_wrong_field_of_the_bad_debtor_is_named(answers: list[dict[str, Any]]) -> None:
    named = [error["pointer"] for error in answers[4]["errors"]]
    assert named == ["/name", "/email", "/address/countryCode", "/vatNumber"]


def test_the_first_scenario_is_activated(answers: list[dict[str, Any]]) -> None:
    assert answers[5]["data"]["name"] == "my-first"


def test_the_answer_is_lost_and_the_same_order_is_booked_once(answers: list[dict[str, Any]], printed: str) -> None:
    assert answers[6] == {"curl": "the connection was reset"}
    assert answers[7]["data"]["reference"] == "WEB-4712"
    assert "Scenario my-first: PASSED" in printed


def test_the_demo_client_gets_a_token(answers: list[dict[str, Any]]) -> None:
    assert answers[8]["access_token"].startswith("mb_at_")
    assert (answers[8]["token_type"], answers[8]["expires_in"]) == ("Bearer", 3600)


def test_books_of_their_own_come_with_a_client_and_a_token(answers: list[dict[str, Any]]) -> None:
    assert answers[9]["data"]["id"] == "adm_000001"
    assert answers[9]["data"].keys() >= {"clientId", "clientSecret", "accessToken", "baseUrl"}


def test_the_block_for_python_tests_prints_the_low_rate() -> None:
    (block,) = blocks("python")
    shell = subprocess.run([sys.executable, "-c", block], capture_output=True, text=True, timeout=60, check=True)
    assert shell.stdout == "9.00\n"
