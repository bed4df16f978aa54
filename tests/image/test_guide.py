"""The blocks of the guide to containers run, in order, where they are pasted."""

import re
import socket
import subprocess
from pathlib import Path

import pytest

from tests.image.conftest import Image

GUIDE = Path(__file__).parents[2] / "docs/how-to/docker.md"
# Built already, and the first container would keep the terminal; Compose comes with the engine of not everybody.
_LEFT_OUT = ("docker build", "docker compose")


def script_of(page: str) -> str:
    blocks = re.findall(r"^```(sh|yaml)\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    return "\n".join(_piece(language, text) for language, text in blocks if not text.startswith(_LEFT_OUT))


def _piece(language: str, text: str) -> str:
    """Save a file under the name in its first line."""
    if language == "sh":
        return text
    name = text.partition("\n")[0].removeprefix("# ")
    return f"mkdir -p {Path(name).parent}; cat > {name} <<'END-OF-FILE'\n{text}END-OF-FILE"


@pytest.fixture
def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def test_the_blocks_run_when_pasted(image: Image, free_port: int, tmp_path: Path) -> None:
    assert image.name == "mockbooks", "the guide knows the image by the name that `make image` gives it"
    script = script_of(GUIDE.read_text(encoding="utf-8"))
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
