"""CPU time and memory of a process with all that it started, from /proc: a server may be several of them."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from math import nan
from pathlib import Path
from typing import Final

_TICKS: Final = os.sysconf("SC_CLK_TCK")
_PROC: Final = Path("/proc")


def cpu_seconds(root: int) -> float:
    """Give the user and system time of a tree so far, with that of children which it has waited for."""
    return sum(sum(map(int, fields[11:15])) for fields in _tree(root).values()) / _TICKS


def resident_mib(root: int) -> float:
    """Give the resident memory of a tree in MiB; what its processes share counts for each."""
    return sum(_resident_kib(pid) for pid in _tree(root)) / 1024


def own_bytes() -> float:
    """Give the resident memory of this process and what it started; not a number where there is no /proc."""
    return resident_mib(os.getpid()) * 1024**2 if (_PROC / "self" / "stat").exists() else nan


@contextmanager
def on_core(core: int | None) -> Iterator[None]:
    """Have what is started meanwhile run on one core; None leaves it where it may run."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, before if core is None else {core})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def _tree(root: int) -> dict[int, list[str]]:
    """Find a process and its descendants: by pid the fields of `stat` behind the name, of which the second is ppid."""
    every = dict(_stats())
    found = {root: every[root]} if root in every else {}
    while young := {pid: stat for pid, stat in every.items() if int(stat[1]) in found and pid not in found}:
        found |= young
    return found


def _stats() -> Iterator[tuple[int, list[str]]]:
    for folder in _PROC.iterdir():
        if folder.name.isdigit():
            try:
                text = (folder / "stat").read_text(encoding="utf-8", errors="replace")
            except (FileNotFoundError, ProcessLookupError):
                continue  # it ended since the folder was listed
            yield int(folder.name), text.rpartition(")")[2].split()


def _resident_kib(pid: int) -> int:
    found = re.search(r"VmRSS:\s+(\d+) kB", (_PROC / str(pid) / "status").read_text(encoding="utf-8"))
    return int(found[1]) if found else 0
