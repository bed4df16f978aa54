"""The wheel and the sources of a release: whole, the same whoever builds them, and enough to run from."""

import subprocess
import sys
import tomllib
from pathlib import Path
from zipfile import ZipFile

import httpx
import pytest

from mockbooks import __version__
from tests.release.conftest import ROOT, TIMEOUT_SECONDS, Installed, Released, build

PRINTED_ADDRESS = "  API            "
PROJECT = tomllib.loads(ROOT.joinpath("pyproject.toml").read_text(encoding="utf-8"))
TAKEN_ALONG: dict[str, str] = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]


@pytest.fixture(scope="module")
def inside(released: Released) -> set[str]:
    with ZipFile(released.wheel) as wheel:
        return set(wheel.namelist())


def below(folder: str, suffix: str) -> set[str]:
    """Name the files below a folder of the checkout, as they stand there."""
    return {path.relative_to(ROOT / folder).as_posix() for path in ROOT.joinpath(folder).rglob(f"*{suffix}")}


def test_the_files_are_named_after_the_version(released: Released) -> None:
    assert released.wheel.name == f"mockbooks-{__version__}-py3-none-any.whl"
    assert released.source.name == f"mockbooks-{__version__}.tar.gz"


@pytest.mark.parametrize(("folder", "place"), TAKEN_ALONG.items())
def test_what_stands_at_the_top_travels_inside_the_package(inside: set[str], folder: str, place: str) -> None:
    files = {f"{place}/{name}" for suffix in (".yaml", ".md") for name in below(folder, suffix)}
    assert files
    assert files <= inside


def test_the_library_of_scenarios_is_among_it(inside: set[str]) -> None:
    assert "mockbooks/scenarios/library/lost-reply.yaml" in inside


@pytest.mark.parametrize("suffix", [".html", ".css", ".js", ".svg", ".json", ".typed", ".py"])
def test_what_the_pages_are_made_of_is_in_the_wheel(inside: set[str], suffix: str) -> None:
    files = {f"mockbooks/{name}" for name in below("mockbooks", suffix)}
    assert files
    assert files <= inside


def test_the_wheel_holds_nothing_but_the_package(inside: set[str]) -> None:
    assert {name.partition("/")[0] for name in inside} == {"mockbooks", f"mockbooks-{__version__}.dist-info"}
    assert [name for name in inside if "__pycache__" in name or "/tests/" in name] == []


def test_the_licence_and_the_command_are_in_the_wheel(released: Released) -> None:
    with ZipFile(released.wheel) as wheel:
        told = wheel.read(f"mockbooks-{__version__}.dist-info/entry_points.txt").decode()
        licence = wheel.read(f"mockbooks-{__version__}.dist-info/licenses/LICENSE")
    assert "[console_scripts]\nmockbooks = mockbooks.cli:main\n" in told
    assert licence == ROOT.joinpath("LICENSE").read_bytes()


def test_the_sources_give_the_very_same_wheel(unpacked: Path, released: Released, tmp_path: Path) -> None:
    build(unpacked, tmp_path, "wheel")
    assert (tmp_path / released.wheel.name).read_bytes() == released.wheel.read_bytes()


def test_the_sources_are_the_same_whoever_builds_them(released: Released, tmp_path: Path) -> None:
    build(ROOT, tmp_path, "sdist")
    assert (tmp_path / released.source.name).read_bytes() == released.source.read_bytes()


def test_the_locked_packages_are_all_that_it_says_it_needs(installed: Installed) -> None:
    checked = subprocess.run(
        [sys.executable, "-m", "pip", "--python", str(installed.folder / "bin/python"), "check"],
        capture_output=True,
        text=True,
        timeout=TIMEOUT_SECONDS,
        check=False,
    )
    assert checked.stdout == "No broken requirements found.\n"


def test_it_tells_its_version(installed: Installed) -> None:
    assert installed.printed("--version") == f"mockbooks {__version__}\n"


def test_it_lists_its_scenarios(installed: Installed) -> None:
    assert "lost-reply" in installed.printed("scenario", "list")


def test_it_prints_its_document(installed: Installed) -> None:
    assert installed.printed("openapi").startswith('{"info":{')


def test_it_serves_the_books_and_the_pages(installed: Installed) -> None:
    command = [installed.program, "serve", "--port=0", "--scenario=lost-reply", "--random-seed=7"]
    with subprocess.Popen(
        command, cwd=installed.folder, env={"PATH": "/usr/bin:/bin"}, stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        api = next(line for line in server.stdout if line.startswith(PRINTED_ADDRESS)).removeprefix(PRINTED_ADDRESS)
        with httpx.Client(headers={"Authorization": "Bearer mockbooks-demo-token"}) as client:
            found = client.get(f"{api.strip()}/debtors", params={"email": "inkoop@korenaar.example"}).json()["data"]
            page = client.get(api.strip().replace("/api/v1", "/docs"))
        server.terminate()
        server.communicate(timeout=TIMEOUT_SECONDS)
    assert [debtor["name"] for debtor in found] == ["Bakkerij De Korenaar"]
    assert page.status_code == 200
    assert server.returncode == 0
