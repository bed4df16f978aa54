"""Times `mockbooks audit` on documents of some megabytes, JSON and YAML, each in a fresh process, and its most memory.

A start that only prints its help is timed beside them: what is between the two is the work itself.
"""

import json
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import yaml

from tests.conformance.big import MEGABYTE, big_document

SIZES = (1, 4, 16)
_YAML_SIZE = 1


def main() -> None:
    """Print seconds of wall clock and CPU and the most resident memory, for each document."""
    print(f"{'document':16}{'wall':>10}{'CPU':>10}{'memory':>12}")
    with TemporaryDirectory() as folder:
        _measure("none (--help)", "--help")
        for size in SIZES:
            file = Path(folder, f"{size}.json")
            file.write_bytes(big_document(size * MEGABYTE))
            _measure(f"{size} MB JSON", str(file), "--fail-on=never")
        file = Path(folder, "1.yaml")
        file.write_text(yaml.safe_dump(json.loads(big_document(_YAML_SIZE * MEGABYTE))), encoding="utf-8")
        _measure(f"{file.stat().st_size / MEGABYTE:.1f} MB YAML", str(file), "--fail-on=never")


def _measure(name: str, *arguments: str) -> None:
    started = perf_counter()
    command = [sys.executable, "-m", "mockbooks", "audit", *arguments]
    process = os.posix_spawn(
        sys.executable, command, os.environ, file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    )
    _, status, used = os.wait4(process, 0)
    wall = perf_counter() - started
    if status:
        raise RuntimeError(f"{command} ended with {os.waitstatus_to_exitcode(status)}")
    print(f"{name:16}{wall:8.2f} s{used.ru_utime + used.ru_stime:8.2f} s{used.ru_maxrss / 1024:8.0f} MiB")


if __name__ == "__main__":
    main()
