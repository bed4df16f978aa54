"""Scenarios of one's own: a folder that is mounted, read and never written to."""

from pathlib import Path

import pytest

from tests.image.conftest import Image, Serve

MINE = """name: mine
description: The first booking is lost.
injections:
  - {name: lost, match: {operation: createTransaction}, calls: first, phase: after, fault: {dropConnection: reset}}
"""


@pytest.fixture
def mounted(tmp_path: Path) -> str:
    (tmp_path / "mine.yaml").write_text(MINE, encoding="utf-8")
    tmp_path.chmod(0o755)
    return f"--volume={tmp_path}:/scenarios:ro"


def test_a_mounted_scenario_is_known_by_its_name(serve: Serve, mounted: str) -> None:
    container = serve("--scenario", "mine", options=(mounted,))
    with container.client() as client:
        assert client.get("/_mockbooks/scenario").json()["data"]["name"] == "mine"


def test_a_mounted_scenario_is_known_by_its_file(serve: Serve, mounted: str) -> None:
    container = serve("--scenario", "/scenarios/mine.yaml", options=(mounted,))
    with container.client() as client:
        assert client.get("/_mockbooks/scenario").json()["data"]["name"] == "mine"


def test_a_mounted_scenario_is_listed_and_checked(image: Image, mounted: str) -> None:
    assert "The first booking is lost." in image.run("scenario", "list", options=(mounted,)).printed
    assert image.run("scenario", "check", "mine", options=(mounted,)).printed == "mine: mine can be used\n"


def test_a_mistake_is_told_with_its_place(image: Image, tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text(MINE.replace("reset}", "rest}"), encoding="utf-8")
    tmp_path.chmod(0o755)
    ended = image.run("--scenario", "mine", options=(f"--volume={tmp_path}:/scenarios:ro",))
    assert ended.code == 2
    assert "/scenarios/mine.yaml:4:" in ended.complained


def test_the_image_declares_no_volume(image: Image) -> None:
    assert not image.inspect()["Config"].get("Volumes")
