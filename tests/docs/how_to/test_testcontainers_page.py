"""The guide for Testcontainers: its Python has good types, its Node is well-formed, and with Docker it runs."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.blocks import write_files
from tests.docs.how_to.conftest import Run

PAGE = "testcontainers.md"
ROOT = Path(__file__).parents[3]


def image() -> str:
    """Name the image, where an engine runs and it has been built."""
    name = os.environ.get("BOOKS_IMAGE", "mockbooks")
    docker = shutil.which("docker")
    if docker is None:
        pytest.skip("there is no docker")
    asked = subprocess.run([docker, "image", "inspect", name], capture_output=True, text=True, timeout=30, check=False)
    if asked.returncode:
        pytest.skip(f"there is no image {name}: {asked.stderr.strip()}")
    return name


def test_its_types_are_right(tmp_path: Path, run_in: Run) -> None:
    write_files(PAGE, "python", tmp_path)
    cache = f"--cache-dir={ROOT / '.mypy_cache'}"
    ended = run_in(sys.executable, "-m", "mypy", "--strict", cache, "conftest.py", "test_container.py")

    assert ended.stdout == "Success: no issues found in 2 source files\n"


def test_its_module_for_node_is_well_formed(tmp_path: Path, run_in: Run) -> None:
    write_files(PAGE, "js", tmp_path)

    assert run_in("node", "--check", "container.mjs").returncode == 0


def test_it_runs_in_a_container(tmp_path: Path, run_in: Run) -> None:
    image()
    write_files(PAGE, "python", tmp_path)

    assert " 1 passed in" in run_in(sys.executable, "-m", "pytest", "-p", "no:cacheprovider").stdout
