"""The rules that lint our OpenAPI document (tools/lint): a good document passes, each fault of a bad one is seen."""

import json
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SPECTRAL = ROOT / "node_modules/.bin/spectral"

pytestmark = pytest.mark.skipif(not SPECTRAL.exists(), reason="Spectral is not installed (make docs-lint installs it)")


def codes_found_in(document: str) -> set[str]:
    """Lint a document of tests/lint and name the rules that it breaks."""
    run = subprocess.run(
        [SPECTRAL, "lint", "--format=json", "--quiet", "--ruleset=tools/lint/spectral.yaml", f"tests/lint/{document}"],
        cwd=ROOT,
        capture_output=True,
        check=False,
        text=True,
        timeout=60,
    )
    return {finding["code"] for finding in json.loads(run.stdout)}


def test_a_document_that_keeps_the_dutch_design_rules_passes() -> None:
    assert codes_found_in("good.json") == set()


def test_every_broken_design_rule_is_seen() -> None:
    assert {code for code in codes_found_in("bad.json") if code.startswith("nlgov-")} == {
        "nlgov-contact",
        "nlgov-major-version-in-url",
        "nlgov-no-trailing-slash",
        "nlgov-openapi-version",
        "nlgov-path-kebab-case",
        "nlgov-problem-json",
        "nlgov-problem-members",
        "nlgov-property-camel-case",
        "nlgov-query-key-camel-case",
        "nlgov-schema-name-pascal-case",
        "nlgov-semantic-version",
        "nlgov-standard-methods",
        "nlgov-version-header",
    }


def test_a_document_must_say_where_the_api_is() -> None:
    assert "nlgov-servers" in codes_found_in("nowhere.json")
