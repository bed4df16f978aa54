"""What the Dockerfile promises, held without an engine; tests/image holds it in containers."""

import json
import re
import tomllib
from pathlib import Path

from mockbooks import __version__
from mockbooks.cli import main

ROOT = Path(__file__).parents[2]
DOCKERFILE = ROOT.joinpath("Dockerfile").read_text(encoding="utf-8")
FINAL = DOCKERFILE.rpartition("\nFROM ")[2].replace("\\\n", " ")
ENTRYPOINT = ROOT.joinpath("tools/image/entrypoint.sh").read_text(encoding="utf-8")
PROJECT = tomllib.loads(ROOT.joinpath("pyproject.toml").read_text(encoding="utf-8"))["project"]


def instructions(name: str) -> list[str]:
    return re.findall(rf"^{name} +(.*)$", FINAL, re.MULTILINE)


def test_the_version_is_that_of_the_package() -> None:
    assert instructions("ARG")[0] == f"VERSION={__version__}"


def test_the_description_is_that_of_the_package() -> None:
    assert f'description="{PROJECT["description"]}"' in FINAL


def test_the_user_is_a_number_that_is_not_root() -> None:
    assert instructions("USER") == ["65532:65532"]


def test_the_image_only_takes_over_what_the_other_stages_made() -> None:
    assert instructions("RUN") == []
    assert instructions("COPY") == ["--from=packages /opt/mockbooks /opt/mockbooks", "--from=project /image /"]


def test_no_volume_is_left_behind() -> None:
    assert instructions("VOLUME") == []


def test_health_is_asked_for_without_a_shell() -> None:
    (asked,) = instructions("HEALTHCHECK")
    assert json.loads(asked.partition("CMD ")[2]) == ["mockbooks", "health"]


def test_every_package_is_held_by_its_hash() -> None:
    installed = re.findall(r"install .*--requirement", DOCKERFILE)
    assert ["--require-hashes" in each for each in installed] == [True, True]


def test_the_entrypoint_knows_every_command() -> None:
    known = set(re.findall(r"[\w-]+", ENTRYPOINT.partition("in\n")[2].partition(")")[0]))
    assert known >= main.commands.keys()
