"""The recipes are what they are said to be: workflows of GitHub, jobs of GitLab and services of Compose."""

import os
import re
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any, cast
from xml.etree import ElementTree as ET

import pytest
import yaml

from mockbooks.scenarios.library import folders, names
from mockbooks.settings import SETTINGS
from mockbooks.settings.loading import load_settings
from mockbooks.settings.variables import OF_CLIENTS, OF_COMMANDS
from tests.docs.blocks import HOW_TO, ROOT, blocks
from tests.recipes.files import File, files

WORKFLOWS = files("github-actions.md")
PIPELINES = files("gitlab-ci.md")
# What a runner does before, or what stands for the tests of somebody else.
_NOT_OURS = ("pip install", "npm ")


def unfit(file: Path, schema: str, *options: str) -> str:
    """Say where a file differs from a schema; nothing when it fits."""
    checked = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *options, str(file)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return "" if checked.returncode == 0 else checked.stdout + checked.stderr


def saved(file: File, folder: Path) -> Path:
    path = folder / Path(file.name).name
    path.write_text(file.text, encoding="utf-8")
    return path


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_a_workflow_is_one_that_github_takes(file: File, tmp_path: Path) -> None:
    assert file.name.startswith(".github/workflows/")
    assert unfit(saved(file, tmp_path), "github-workflows") == ""


@pytest.mark.parametrize("file", PIPELINES, ids=["with pip", "as a service"])
def test_a_pipeline_is_one_that_gitlab_takes(file: File, tmp_path: Path) -> None:
    assert file.name == ".gitlab-ci.yml"
    assert unfit(saved(file, tmp_path), "gitlab-ci", "--data-transform=gitlab-ci") == ""


def test_the_services_are_such_as_compose_takes() -> None:
    assert unfit(ROOT / "compose.yaml", "compose-spec") == ""


def test_nothing_goes_wrong_in_compose_until_a_scenario_is_named() -> None:
    services = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))["services"]
    assert services["mockbooks"]["environment"] == {"MOCKBOOKS_SCENARIO": "${SCENARIO:-none}"}
    assert load_settings({}, {"MOCKBOOKS_SCENARIO": "none"})[0].scenario is None


def test_a_workflow_may_only_read() -> None:
    assert [_workflow(file)["permissions"]["contents"] for file in WORKFLOWS] == ["read", "read", "read"]


def test_the_scenarios_of_the_recipes_are_in_the_library() -> None:
    of_github = _workflow(WORKFLOWS[0])["jobs"]["contract"]["strategy"]["matrix"]["scenario"]
    of_gitlab = _workflow(PIPELINES[0])["contract"]["parallel"]["matrix"][0]["MOCKBOOKS_SCENARIO"]
    assert of_github == of_gitlab
    assert set(of_github) <= set(names(folders()))


def test_the_steps_of_the_workflow_run_and_its_verdict_is_kept(tmp_path: Path) -> None:
    """On a free port, with the tests of somebody else left out: nothing was exercised, so the verdict is no pass.

    The summary is plain, though a log of GitHub shows colours.
    """
    steps = [each.get("run", "npm ") for each in _workflow(WORKFLOWS[0])["jobs"]["contract"]["steps"]]
    commands = [each for each in steps if not each.startswith(_NOT_OURS)]

    kept_going = [f"{{ {command}\n}} || worst=$?" for command in commands]
    ended = _shell([*kept_going, "exit ${worst:-0}"], tmp_path, MOCKBOOKS_SCENARIO="lost-reply", FORCE_COLOR="1")

    assert ended.returncode == 1, ended.stderr
    assert "MOCKBOOKS_TOKEN=mockbooks-demo-token" in (tmp_path / "github.env").read_text(encoding="utf-8")
    summary = (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert summary.startswith("~~~text\nScenario lost-reply: NOT PASSED")
    assert summary.endswith("\n~~~\n")
    assert (tmp_path / "verdict.xml").read_text(encoding="utf-8").startswith("<?xml")


def test_the_script_of_the_pipeline_runs_and_its_verdict_is_kept(tmp_path: Path) -> None:
    script = [each.replace("pytest tests/contract", "true") for each in _workflow(PIPELINES[0])["contract"]["script"]]
    commands = [each for each in script if not each.startswith(_NOT_OURS)]

    ended = _shell(commands, tmp_path, MOCKBOOKS_SCENARIO="lost-reply")

    assert ended.returncode == 1, ended.stderr
    assert (tmp_path / "verdict.xml").read_text(encoding="utf-8").startswith("<?xml")


def test_the_script_of_the_pipeline_stops_where_there_is_no_server(tmp_path: Path) -> None:
    script = _workflow(PIPELINES[0])["contract"]["script"]

    ended = _shell([*script[3:5], "echo went on"], tmp_path)

    assert (ended.returncode, ended.stdout) == (3, "")
    assert "nothing listens there" in ended.stderr


@pytest.mark.parametrize("page", sorted(HOW_TO.glob("*.md")), ids=lambda page: page.stem)
def test_no_page_gives_a_variable_a_name_that_the_server_would_tell_it_does_not_know(page: Path) -> None:
    named = set(re.findall(r"\bMOCKBOOKS_[A-Z_]+", page.read_text(encoding="utf-8")))

    assert named - {setting.variable for setting in SETTINGS} - {*OF_COMMANDS, *OF_CLIENTS} == set()


def test_the_verdict_is_junit_as_github_and_gitlab_read_it(tmp_path: Path) -> None:
    """One suite that counts its cases; each has a name and a class, and what is red says why in its message."""
    ended = _shell(
        [
            "mockbooks serve --scenario lost-reply > mockbooks.log 2>&1 &",
            "mockbooks wait",
            "mockbooks verdict --format junit --output verdict.xml",
        ],
        tmp_path,
    )

    suite = ET.parse(tmp_path / "verdict.xml").getroot()  # noqa: S314 - our own
    assert (ended.returncode, suite.tag) == (1, "testsuite")
    assert [suite.attrib[name] for name in ("tests", "failures", "errors", "skipped")] == ["5", "4", "0", "1"]
    assert {tuple(case.attrib) for case in suite.iter("testcase")} == {("classname", "name")}
    assert (
        next(failure.attrib["message"] for failure in suite.iter("failure")) == "Nothing was booked with a reference."
    )


def test_the_verdict_of_a_service_is_told_by_its_header(tmp_path: Path) -> None:
    script = _workflow(PIPELINES[1])["contract"]["script"]
    commands = [each.replace("http://mockbooks:8080", "$MOCKBOOKS_URL") for each in script[2:4]]

    ended = _shell(["mockbooks serve > mockbooks.log 2>&1 &", "mockbooks wait", *commands], tmp_path)

    assert ended.returncode == 1, ended.stderr
    assert "\nmockbooks-verdict: failed\n" in (tmp_path / "headers.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", ["docker.md", "github-actions.md", "gitlab-ci.md"])
def test_what_is_shell_can_be_read_by_a_shell(page: str) -> None:
    script = "\n".join(blocks(page, "sh"))
    subprocess.run(["/bin/bash", "-n"], input=script, text=True, check=True)


def _workflow(file: File) -> dict[str, Any]:
    return cast("dict[str, Any]", file.content)


def _shell(commands: list[str], folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run commands in one shell, as a runner does; what they leave running ends with it."""
    port = _free_port()
    environment = (
        os.environ
        | variables
        | {
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "GITHUB_ENV": str(folder / "github.env"),
            "GITHUB_STEP_SUMMARY": str(folder / "summary.md"),
            "MOCKBOOKS_PORT": str(port),
            "MOCKBOOKS_URL": f"http://127.0.0.1:{port}",
        }
    )
    return subprocess.run(
        ["/bin/bash", "-euo", "pipefail", "-c", "\n".join(["trap 'kill $(jobs -p) || :' EXIT", *commands])],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
