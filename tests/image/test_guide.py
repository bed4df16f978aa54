"""The blocks of the guide to containers run, in order, where they are pasted."""

import socket
import subprocess
from pathlib import Path

import pytest

from tests.docs.blocks import HOW_TO, Block, every_block
from tests.image.conftest import Image

GUIDE = HOW_TO / "docker.md"
# Built already, and the first container would keep the terminal; Compose comes with the engine of not everybody.
_LEFT_OUT = ("docker build", "docker compose")


def script_of(page: Path) -> str:
    return "\n".join(_piece(block) for block in every_block(page) if not block.text.startswith(_LEFT_OUT))


def _piece(block: Block) -> str:
    """Save what is a file under its name."""
    if block.file_name is None:
        return block.text
    folder = Path(block.file_name).parent
    return f"mkdir -p {folder}; cat > {block.file_name} <<'END-OF-FILE'\n{block.text}END-OF-FILE"


@pytest.fixture
def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def test_the_blocks_run_when_pasted(image: Image, free_port: int, tmp_path: Path) -> None:
    assert image.name == "mockbooks", "the guide knows the image by the name that `make image` gives it"
    script = script_of(GUIDE)
    script = script.replace("127.0.0.1:8080", f"127.0.0.1:{free_port}").replace(" books", f" books-{free_port}")
    tmp_path.chmod(0o755)
    shell = subprocess.run(
        ["/bin/bash", "-euxo", "pipefail", "-c", script],
        capture_output=True,
        text=True,
        timeout=120,
        cwd=tmp_path,
        check=False,
    )
    assert shell.returncode == 0, shell.stderr
    assert "it ended with 1\n" in shell.stdout
    assert "slow-mornings: slow-mornings can be used\n" in shell.stdout
    assert '"status":"up"' in shell.stdout
    assert (tmp_path / "verdict.xml").read_text(encoding="utf-8").startswith("<?xml")
    assert (tmp_path / "ca.pem").read_text(encoding="utf-8").startswith("-----BEGIN CERTIFICATE-----")
