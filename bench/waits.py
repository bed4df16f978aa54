"""Times plain calls while hundreds of others are kept waiting by a scenario: they must not notice.

The server is a process of its own; the callers are one event loop with a plain socket for each.
"""

import asyncio
import re
import subprocess  # our own commands alone are started # nosec B404
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from mockbooks.oauth.demo import DEMO_TOKEN

CALLERS = (200, 500)
WAIT_SECONDS = 10
PLAIN_CALLS = 200
MILLISECONDS = 1000
_SCENARIO = f"""
name: slow
injections: [{{match: {{operation: listDebtors}}, fault: {{delay: {WAIT_SECONDS}s}}}}]
"""


def main() -> None:
    """Print for each number of callers how long they took, and what a plain GET took beside them."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "slow.yaml")
        file.write_text(_SCENARIO, encoding="utf-8")
        command = [sys.executable, "-m", "mockbooks", "serve", "--port=0", "--limit=none", f"--scenario={file}"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603 - our own # nosec B603
            try:
                _measure(_port_of(server), server.pid)
            finally:
                server.terminate()


def _measure(port: int, pid: int) -> None:
    title = f"callers kept waiting {WAIT_SECONDS} s"
    print(f"{title:28}{'all done':>10}{'GET median':>12}{'p99':>8}{'memory +':>10}")
    asyncio.run(_plain_calls(port))
    for callers in CALLERS:
        before = _resident_kib(pid)
        done, plain, most = asyncio.run(_run(port, callers, pid))
        ordered = sorted(plain)
        print(
            f"{callers:28}{done:8.2f} s{median(plain) * MILLISECONDS:9.2f} ms"
            f"{ordered[int(len(ordered) * 0.99)] * MILLISECONDS:5.1f} ms{(most - before) / 1024:6.1f} MiB"
        )


async def _run(port: int, callers: int, pid: int) -> tuple[float, list[float], int]:
    """Have so many wait, and ask plain things meanwhile; give when the last was done, and the most memory in KiB."""
    started = perf_counter()
    waiting = [asyncio.create_task(_ask(port, "/api/v1/debtors")) for _ in range(callers)]
    await asyncio.sleep(WAIT_SECONDS / 5)
    plain = await _plain_calls(port)
    most = _resident_kib(pid)
    await asyncio.gather(*waiting)
    return perf_counter() - started, plain, most


async def _plain_calls(port: int) -> list[float]:
    times = []
    for _ in range(PLAIN_CALLS):
        started = perf_counter()
        await _ask(port, "/api/v1/debtors/deb_000001")
        times.append(perf_counter() - started)
    return times


async def _ask(port: int, path: str) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    head = f"GET {path} HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer {DEMO_TOKEN}\r\nConnection: close\r\n\r\n"
    writer.write(head.encode())
    answer = await reader.read()
    writer.close()
    if not answer.startswith(b"HTTP/1.1 200 "):
        raise RuntimeError(f"{path} was answered with {answer[:80]!r}")


def _port_of(server: "subprocess.Popen[str]") -> int:
    if server.stdout is None:
        raise RuntimeError("the server prints nothing")
    for line in server.stdout:
        found = re.search(r"API +http://[^/]+:(\d+)/", line)
        if found:
            return int(found[1])
    raise RuntimeError("the server did not start")


def _resident_kib(pid: int) -> int:
    """Read the resident memory of a process from /proc."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    return int(found[1]) if found else 0
