"""Runs the blocks of a page as a reader would: in order, in one folder and one shell."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mockbooks.server import running
from mockbooks.settings import Settings
from mockbooks.web.printed_address import PRINTED_ADDRESS
from tests.docs.blocks import Block, every_block

TIMEOUT_SECONDS = 120
# What a reader has done already, or cannot be done within a test: the server runs, and everything is installed.
_DONE = ("make run", "docker ", "git clone", "pip install", "python3 -m venv", "mockbooks serve")


@dataclass(frozen=True, kw_only=True)
class Run:
    """What the blocks of a page printed."""

    printed: str

    @property
    def answers(self) -> list[dict[str, Any]]:
        """The JSON objects among it, in order: each at the beginning of a line or right behind another."""
        found: list[dict[str, Any]] = []
        for line in self.printed.splitlines():
            rest = line
            while rest.startswith("{"):
                answer, end = json.JSONDecoder().raw_decode(rest)
                found.append(answer)
                rest = rest[end:]
        return found


def run(page: Path, folder: Path, *, settings: Settings | None = None) -> Run:
    """Run the shell blocks of a page against a server that was just started, the files of the others beside them."""
    with running(settings or Settings(port=0)) as server:
        script = script_of(every_block(page), server.base_url)
        environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}
        shell = subprocess.run(
            ["/bin/bash", "-euo", "pipefail", "-c", script],
            capture_output=True,
            text=True,
            timeout=TIMEOUT_SECONDS,
            cwd=folder,
            env=environment,
            check=False,
        )
    assert shell.returncode == 0, f"{page.name} ended with {shell.returncode}:\n{shell.stdout}\n{shell.stderr}"
    return Run(printed=shell.stdout)


def script_of(blocks: Sequence[Block], address: str) -> str:
    """Make one script of them, which finds the server at `address`."""
    script = "\n".join(_piece(block) for block in blocks)
    return script.replace(PRINTED_ADDRESS, address).replace("127.0.0.1:8080", address.partition("//")[2])


def _piece(block: Block) -> str:
    if block.language == "sh":
        return _installed(block.text) if not block.text.startswith(_DONE) else ""
    return f"cat > {block.file_name} <<'END-OF-FILE'\n{block.text}END-OF-FILE\n" if block.file_name else ""


def _installed(text: str) -> str:
    """Call the programs that the tests run with."""
    return text.replace(". .venv/bin/activate\n", "").replace(".venv/bin/", "")
