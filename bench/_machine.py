"""Says in a sentence on what a figure was measured, as a figure means little without."""

import os
import platform
import re
import shutil
import subprocess  # our own commands alone are started # nosec B404
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

_LONGEST_SECONDS: Final = 30


def machine() -> str:
    """Name processor, cores, memory, and the versions of what runs the servers."""
    processor = _found(r"model name\s*: (.+)", Path("/proc/cpuinfo")) or platform.machine()
    memory = int(_found(r"MemTotal: +(\d+)", Path("/proc/meminfo")) or 0) / 1024**2
    programs = [f"Python {platform.python_version()}", *filter(None, (_node(), _java()))]
    cores = len(os.sched_getaffinity(0))
    on = f"{cores} cores of {processor}, {memory:.0f} GiB, {platform.system()}; {', '.join(programs)}"
    return f"Measured on {datetime.now(UTC).date()}: {on}."


def _found(pattern: str, file: Path) -> str | None:
    found = re.search(pattern, file.read_text(encoding="utf-8"))
    return found[1] if found else None


def _node() -> str:
    return f"Node {version.removeprefix('v')}" if (version := _printed("node", "--version")) else ""


def _java() -> str:
    found = re.search(r'version "([^"]+)"', _printed("java", "-version"))
    return f"Java {found[1]}" if found else ""


def _printed(program: str, flag: str) -> str:
    path = shutil.which(program)
    if path is None:
        return ""
    try:
        run = subprocess.run(  # noqa: S603 - a version # nosec B603
            [path, flag], capture_output=True, text=True, check=False, timeout=_LONGEST_SECONDS
        )
    except subprocess.TimeoutExpired:
        return ""  # what was measured is worth more than the version of a program that does not tell it
    return (run.stdout + run.stderr).strip()
