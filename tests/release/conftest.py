"""What is released, built once, and an empty environment in which it is installed beside what it says that it needs."""

import shutil
import subprocess
import sys
import tarfile
import venv
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
TIMEOUT_SECONDS = 120


@dataclass(frozen=True, kw_only=True, slots=True)
class Released:
    """The two files of a release."""

    wheel: Path
    source: Path


@dataclass(frozen=True, kw_only=True, slots=True)
class Installed:
    """An environment with mockbooks and nothing but what it runs on."""

    folder: Path

    @property
    def program(self) -> str:
        return str(self.folder / "bin/mockbooks")

    def printed(self, *arguments: str) -> str:
        """Run mockbooks as anybody would, away from its sources."""
        ended = subprocess.run(
            [self.program, *arguments],
            cwd=self.folder,
            env={"PATH": "/usr/bin:/bin"},
            capture_output=True,
            text=True,
            timeout=TIMEOUT_SECONDS,
            check=False,
        )
        assert ended.returncode == 0, ended.stderr
        return ended.stdout


def build(project: Path, into: Path, *targets: str) -> None:
    """Build as `make dist` does, without a network."""
    chosen = [argument for target in targets for argument in ("--target", target)]
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--directory", str(into), *chosen],
        cwd=project,
        env={"PATH": "/usr/bin:/bin"},
        capture_output=True,
        timeout=TIMEOUT_SECONDS,
        check=True,
    )


@pytest.fixture(scope="session")
def released(tmp_path_factory: pytest.TempPathFactory) -> Released:
    folder = tmp_path_factory.mktemp("dist")
    build(ROOT, folder)
    (wheel,), (source,) = folder.glob("*.whl"), folder.glob("*.tar.gz")
    return Released(wheel=wheel, source=source)


@pytest.fixture(scope="session")
def unpacked(released: Released, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Unpack the sources."""
    folder = tmp_path_factory.mktemp("source")
    with tarfile.open(released.source) as archive:
        archive.extractall(folder, filter="data")
    (project,) = folder.iterdir()
    return project


@pytest.fixture(scope="session")
def installed(released: Released, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Install the wheel in an environment that has the locked packages, taken over from ours, and no others."""
    folder = tmp_path_factory.mktemp("empty") / "venv"
    venv.create(folder, symlinks=True)
    (packages,) = folder.glob("lib/python*/site-packages")
    for name in locked():
        take_over(name, packages)
    install = (sys.executable, "-m", "pip", "--python", str(folder / "bin/python"), "install", "--quiet")
    subprocess.run([*install, "--no-index", "--no-deps", str(released.wheel)], timeout=TIMEOUT_SECONDS, check=True)
    return Installed(folder=folder)


def locked() -> Iterator[str]:
    """Name the packages of the lock that are for this machine."""
    for line in ROOT.joinpath("requirements/run.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith(" "):
            requirement = Requirement(line.removesuffix("\\"))
            if requirement.marker is None or requirement.marker.evaluate():
                yield requirement.name


def take_over(name: str, packages: Path) -> None:
    """Copy the modules of an installed package, without its programs."""
    for file in distribution(name).files or ():
        if ".." not in file.parts:
            target = packages / file
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(str(file.locate()), target)
