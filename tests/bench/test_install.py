"""The peers are those of the lock, exactly, and come from whatever registry the reader uses."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from bench.peers import install

FOLDER = Path(install.__file__).parent


def read(name: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((FOLDER / name).read_text(encoding="utf-8"))
    return read


def test_every_peer_is_pinned_to_one_version() -> None:
    pinned = read("package.json")["devDependencies"]
    assert [version for version in pinned.values() if not re.fullmatch(r"\d+\.\d+\.\d+", version)] == []
    assert read("package-lock.json")["packages"][""]["devDependencies"] == pinned


def test_the_lock_names_hashes_and_no_registry() -> None:
    packages = [package for path, package in read("package-lock.json")["packages"].items() if path]
    assert [package for package in packages if "integrity" not in package or "resolved" in package] == []


def test_the_checks_know_nothing_of_the_peers() -> None:
    root = FOLDER.parents[1]
    ours = json.loads((root / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    assert set(ours) & set(read("package.json")["devDependencies"]) == set()


def test_what_an_older_lock_installed_does_not_count(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    installed = tmp_path / "installed.json"
    monkeypatch.setattr(install, "_INSTALLED", installed)
    assert not install.is_installed()
    installed.write_text("{}", encoding="utf-8")
    assert not install.is_installed()
    installed.write_bytes((FOLDER / "package-lock.json").read_bytes())
    assert install.is_installed()


def test_without_npm_it_says_so_and_goes_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(install, "_INSTALLED", tmp_path / "installed.json")
    monkeypatch.setenv("PATH", str(tmp_path))
    install.install_peers()
    assert "there is no npm here (Debian: apt-get install npm)" in capsys.readouterr().err
