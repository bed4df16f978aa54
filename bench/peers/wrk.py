"""Loads a server with wrk on another core, and gives what the server took in CPU for each request."""

import re
import shutil
import subprocess  # our own commands alone are started # nosec B404
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench._proc import cpu_seconds, on_core
from bench._report import BenchError
from bench._running import HOST, Running

CONNECTIONS: Final = 16
MICROSECONDS: Final = 1_000_000
_MORE_SECONDS: Final = 30
_REQUESTS: Final = re.compile(r"(\d+) requests in")
_TROUBLE: Final = re.compile(r"Non-2xx or 3xx responses: \d+|Socket errors: .*|^.*\.lua:.*$", re.MULTILINE)


def need_wrk() -> None:
    """Raise BenchError when there is no wrk."""
    if shutil.which("wrk") is None:
        raise BenchError("there is no wrk here, which makes the load (Debian: apt-get install wrk)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What a load came to: requests that were answered, and the CPU that the server took for them."""

    requests: int
    cpu_seconds: float

    @property
    def microseconds(self) -> float:
        """Give the CPU for each request; raises BenchError when there was none."""
        if not self.requests:
            raise BenchError("not one request was answered in a round")
        return self.cpu_seconds / self.requests * MICROSECONDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """wrk on its core, or anywhere; `script` is the file that its Lua goes into."""

    script: Path
    core: int | None

    def load(self, server: Running, path: str, lua: str, *, seconds: int) -> Loaded:
        """Load the server for some seconds; raises BenchError when it did anything but answer 2xx to all of it."""
        self.script.write_text(lua, encoding="utf-8")
        url = f"http://{HOST}:{server.port}{path}"
        command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "-s", str(self.script), url]
        before = cpu_seconds(server.pid)
        with on_core(self.core):
            printed = printed_by(command, seconds)
        used = cpu_seconds(server.pid) - before
        return Loaded(requests=requests_of(printed), cpu_seconds=used)


def printed_by(command: Sequence[str], seconds: int) -> str:
    """Run what loads for some seconds; raises BenchError when it goes on for much longer than that."""
    longest = seconds + _MORE_SECONDS
    try:
        run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=longest)  # noqa: S603 - our own words # nosec B603
    except subprocess.TimeoutExpired as error:
        raise BenchError(f"wrk was to load for {seconds} s and did not end within {longest} s") from error
    return run.stdout + run.stderr


def requests_of(printed: str) -> int:
    """Read how many requests were answered from what wrk printed; raises BenchError when not all of them were 2xx."""
    trouble = _TROUBLE.search(printed)
    found = _REQUESTS.search(printed)
    if trouble or not found:
        raise BenchError(f"the load went wrong: {trouble[0] if trouble else printed}")
    return int(found[1])
