"""Times plain calls while hundreds of others are kept waiting by a scenario: they must not notice.

The server is a process of its own; the callers are one event loop with a plain socket for each.
"""

import asyncio
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Final

from bench._goals import Goal, Outcome
from bench._proc import resident_mib
from bench._report import BenchError, Options, Report, tell
from bench._running import HOST, Program, Running, free_port, running
from bench._tables import Table
from bench._titles import Title
from mockbooks.oauth.demo import DEMO_TOKEN

CALLERS = (200, 500)
WAIT_SECONDS = 10
PLAIN_CALLS = 200
_LONGEST_SECONDS: Final = 60
MILLISECONDS = 1000
_SCENARIO = f"""
name: slow
injections: [{{match: {{operation: listDebtors}}, fault: {{delay: {WAIT_SECONDS}s}}}}]
"""


_ALL_DONE: Final = Goal(what="500 callers delayed 10 s: all done", at_most=10.5, unit="s")
_PLAIN: Final = Goal(what="plain GET meanwhile, median", at_most=2, unit="ms")
_MEMORY: Final = Goal(what="memory meanwhile, on top", at_most=20, unit="MiB")


@dataclass(frozen=True, slots=True, kw_only=True)
class Waited:
    """How it went with so many callers: when the last was done, what plain calls took, and the memory on top."""

    callers: int
    done_seconds: float
    plain_ms: list[float]
    memory_mib: float

    def row(self) -> tuple[str, ...]:
        """Give its line of the table."""
        p99 = sorted(self.plain_ms)[int(len(self.plain_ms) * 0.99)]
        figures = (f"{self.done_seconds:.2f}", f"{median(self.plain_ms):.2f}", f"{p99:.1f}", f"{self.memory_mib:.1f}")
        return (str(self.callers), *figures)


def measure(options: Options) -> Report:
    """Keep more and more callers waiting; the goals are about the most of them."""
    with TemporaryDirectory() as name:
        folder, port = Path(name), free_port()
        file = folder / "slow.yaml"
        file.write_text(_SCENARIO, encoding="utf-8")
        command = [sys.executable, "-m", "mockbooks", "serve", f"--port={port}", "--limit=none", f"--scenario={file}"]
        ready = "/api/v1/debtors/deb_000001"
        headers = {"Authorization": f"Bearer {DEMO_TOKEN}"}
        with running(Program(command=command, folder=folder, port=port, ready=ready, headers=headers)) as server:
            asyncio.run(_plain_calls(port))
            waited = [_wait(server, callers) for callers in (CALLERS[-1:] if options.quick else CALLERS)]
    return Report(tables=[_table(waited)], outcomes=list(_outcomes(waited[-1])))


def _table(waited: list[Waited]) -> Table:
    return Table(
        title=Title.WAITS,
        headings=("callers", "all done, s", "plain GET median, ms", "p99, ms", "memory on top, MiB"),
        rows=[each.row() for each in waited],
    )


def _outcomes(most: Waited) -> Iterator[Outcome]:
    yield Outcome(goal=_ALL_DONE, reached=most.done_seconds)
    yield Outcome(goal=_PLAIN, reached=median(most.plain_ms))
    yield Outcome(goal=_MEMORY, reached=most.memory_mib)


def _wait(server: Running, callers: int) -> Waited:
    tell(f"waits: {callers} callers for {WAIT_SECONDS} s")
    before = resident_mib(server.pid)
    done, plain, most = asyncio.run(_run(server.port, callers, server.pid))
    plain_ms = [MILLISECONDS * seconds for seconds in plain]
    return Waited(callers=callers, done_seconds=done, plain_ms=plain_ms, memory_mib=most - before)


async def _run(port: int, callers: int, pid: int) -> tuple[float, list[float], float]:
    """Have so many wait, and ask plain things meanwhile; give when the last was done, and the most memory in MiB."""
    started = perf_counter()
    waiting = [asyncio.create_task(ask(port, "/api/v1/debtors")) for _ in range(callers)]
    await asyncio.sleep(WAIT_SECONDS / 5)
    plain = await _plain_calls(port)
    most = resident_mib(pid)
    await asyncio.gather(*waiting)
    return perf_counter() - started, plain, most


async def _plain_calls(port: int) -> list[float]:
    times = []
    for _ in range(PLAIN_CALLS):
        started = perf_counter()
        await ask(port, "/api/v1/debtors/deb_000001")
        times.append(perf_counter() - started)
    return times


async def ask(port: int, path: str) -> None:
    """Make one call on a connection of its own; raises BenchError when no 200 comes within a minute."""
    try:
        async with asyncio.timeout(_LONGEST_SECONDS):
            answer = await _answer(port, path)
    except TimeoutError as error:
        raise BenchError(f"{path} was not answered within {_LONGEST_SECONDS} s") from error
    if not answer.startswith(b"HTTP/1.1 200 "):
        raise BenchError(f"{path} was answered with {answer[:80]!r}")


async def _answer(port: int, path: str) -> bytes:
    reader, writer = await asyncio.open_connection(HOST, port)
    head = f"GET {path} HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer {DEMO_TOKEN}\r\nConnection: close\r\n\r\n"
    try:
        writer.write(head.encode())
        return await reader.read()
    finally:
        writer.close()
