"""What the tests of the guides share: a server that runs, commands with its address, and tools that may be missing."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from mockbooks.server import running
from mockbooks.settings import Settings

# CI has Python and Node; PHP it fetches where it can.
SKIPPED_IN_CI = ("php",)

# It is never the day of Amsterdam in both of them.
FAR_ZONES = ("Pacific/Kiritimati", "Etc/GMT+12")

Ended = subprocess.CompletedProcess[str]
Run = Callable[..., Ended]


@pytest.fixture(scope="module")
def server_url() -> Iterator[str]:
    with running(Settings(port=0)) as server:
        yield server.base_url


def today_in_amsterdam() -> str:
    return datetime.now(ZoneInfo("Europe/Amsterdam")).date().isoformat()


@pytest.fixture
def run_in(tmp_path: Path, server_url: str) -> Run:
    """Run a command in the folder of the reader, who has told it by MOCKBOOKS_URL where the server is."""

    def run(*command: str) -> Ended:
        _demand(command[0])
        environment = {**os.environ, "MOCKBOOKS_URL": server_url}
        return subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120, check=False
        )

    return run


def _demand(command: str) -> None:
    if shutil.which(command) is not None:
        return
    if os.environ.get("CI") == "true" and command not in SKIPPED_IN_CI:
        pytest.fail(f"there is no {command}, and CI may not skip it")
    pytest.skip(f"there is no {command}")
