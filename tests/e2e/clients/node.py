"""Runs a script with Node, visits the pages that it wants a person to see, and reads its report."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import Any

import pytest

from tests.e2e.clients.conftest import CALLBACK, SCOPE, TIMEOUT_SECONDS, Books, Consent

HERE = Path(__file__).parent
NODE_MODULES = HERE.parents[2] / "node_modules"

Report = dict[str, Any]

# What a script tells of a call to the books that succeeded, of one that was refused, and of a dead refresh token.
OPEN: Report = {"status": 200, "percentage": "21.00"}
CLOSED: Report = {"status": 401}
INVALID_GRANT: Report = {"status": 400, "error": "invalid_grant"}


def report_of(script: str, package: str, books: Books, consent: Consent) -> Report:
    """Run a script of this folder; a line with `open` asks for a visit, the last line is what it saw."""
    command = [_node_with(package), str(HERE / script)]
    given = {"server": books.url, "callback": CALLBACK, "scope": SCOPE}
    environment = {**os.environ, "NODE_EXTRA_CA_CERTS": str(books.ca)}
    with _conversation([*command, json.dumps(given)], environment) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        said: Report = {}
        for line in process.stdout:
            said = json.loads(line)
            if "open" in said:
                process.stdin.write(consent(said["open"]) + "\n")
                process.stdin.flush()
    assert process.returncode == 0, "the script failed; what it said stands in the captured output"
    return said


def _node_with(package: str) -> str:
    """Find Node and the package; without them a test is skipped, except in CI, where nothing may be."""
    node = shutil.which("node")
    if node is not None and (NODE_MODULES / package).is_dir():
        return node
    missing = "there is no node (install Node 18 or newer)" if node is None else f"there is no {package} (run npm ci)"
    if os.environ.get("CI") == "true":
        pytest.fail(f"{missing}, and CI may not skip the clients on Node")
    pytest.skip(missing)


@contextmanager
def _conversation(command: list[str], environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=environment) as process:
        timer = Timer(TIMEOUT_SECONDS, process.kill)
        timer.start()
        try:
            yield process
        finally:
            timer.cancel()
            process.kill()
