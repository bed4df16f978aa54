"""A mockbooks of our own for the length of a run; a real integration has no such thing."""

import contextlib
import re
import subprocess  # our own commands alone are started # nosec B404
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import httpx

START_TIMEOUT_SECONDS = 30.0


@contextlib.contextmanager
def own_server(clock: str) -> Iterator[str]:
    """Start mockbooks on a free port with empty books, give its URL, and stop it. All else goes over HTTP."""
    flags = ["--port", "0", "--clock", clock, "--debtors", "0", "--products", "0", "--transactions", "0"]
    command = [sys.executable, "-m", "mockbooks", "serve", "--limit", "none", *flags]
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder, "output.txt")  # a file, because a pipe that nobody reads would fill up
        with output.open("wb") as file:
            process = subprocess.Popen(command, stdout=file, stderr=subprocess.STDOUT)  # noqa: S603 - our own # nosec B603
        try:
            yield _url_when_ready(process, output)
        finally:
            process.terminate()
            process.wait(timeout=10)


def _url_when_ready(process: "subprocess.Popen[bytes]", output: Path) -> str:
    """Wait until the server printed where it listens and answers there."""
    deadline = time.monotonic() + START_TIMEOUT_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        printed = re.search(r"http://127\.0\.0\.1:\d+", output.read_text(encoding="utf-8", errors="replace"))
        with contextlib.suppress(httpx.TransportError):
            if printed and httpx.get(f"{printed[0]}/_mockbooks/health").is_success:
                return printed[0]
        time.sleep(0.05)
    raise SystemExit(f"mockbooks did not start:\n{output.read_text(encoding='utf-8', errors='replace')}")
