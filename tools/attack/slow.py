"""Two hundred slow connections of four kinds, by slowhttptest, while somebody else asks plain things."""

import re
import shutil
import subprocess  # our own commands alone are started # nosec B404
from collections.abc import Iterator
from dataclasses import dataclass

from tools.attack.caller import watching
from tools.attack.progress import running
from tools.attack.results import Result
from tools.attack.target import MEBIBYTE, Target, target

CHAPTER = "Slow connections"
CONNECTIONS, SECONDS = 200, 20
# A reader that reads steadily is let be, however slow, and costs what waits for it: one answer, and what was read of it
# before it was read no more. Slowhttptest's readers are of that kind; one that reads nothing is in the floods.
MOST_BYTES_EACH = MEBIBYTE // 2
_READING = "Slow reading, but steady"
_PROGRAM = "slowhttptest"
# Every two seconds a little more; a window of ten bytes, of which five are read a second.
_KINDS = {
    "Slow headers (slowloris)": ("-H", "-i", "2", "-x", "24"),
    "Slow bodies (R-U-Dead-Yet)": ("-B", "-i", "2", "-s", "8192", "-x", "10"),
    "Overlapping ranges (Apache killer)": ("-R", "-t", "HEAD", "-a", "5", "-b", "3000"),
    _READING: ("-X", "-w", "5", "-y", "10", "-n", "1", "-z", "5", "-k", "3"),
}


def attack() -> Iterator[Result]:
    """Run the four; each must leave everybody else in peace."""
    program = shutil.which(_PROGRAM)
    if program is None:
        needed = f"{_PROGRAM} is not installed here (Debian: apt-get install {_PROGRAM})"
        yield Result(f"{CONNECTIONS} slow connections", needed, held=None)
        return
    with target("--slow-request-seconds=5") as server:
        for name, flags in _KINDS.items():
            running(name)
            yield _slow(server, name, [program, *flags])


def _slow(server: Target, name: str, command: list[str]) -> Result:
    """Run one; what it says of each connection (-v 4) is counted."""
    aim = ["-u", f"{server.url}/docs/guide", "-c", str(CONNECTIONS), "-r", "100", "-l", str(SECONDS), "-p", "5"]
    before = server.resident_bytes()
    with watching(server) as watch:
        run = subprocess.run(  # noqa: S603 - our own # nosec B603
            [*command, *aim, "-v", "4"],
            capture_output=True,
            check=False,
            encoding="utf-8",
            errors="replace",
            timeout=SECONDS + 60,
        )
    grown = server.peak_bytes() - before
    told = told_by(run.stdout)
    are_dropped = name != _READING
    kept = "" if are_dropped else " (who reads steadily is kept)"
    came = f"{told}{kept}, {grown / MEBIBYTE:+.1f} MiB at most; {watch.told()}"
    held = told.held(are_dropped=are_dropped) and watch.held and grown <= CONNECTIONS * MOST_BYTES_EACH
    return Result(name, came, held)


@dataclass(frozen=True, slots=True)
class Told:
    """What slowhttptest has told of a run."""

    opened: int
    dropped: int
    end: str
    ended: bool
    available: bool

    def __str__(self) -> str:
        """Tell it in one line."""
        return f"{self.opened} opened, {self.dropped} of them closed by the server, {self.end}"

    def held(self, *, are_dropped: bool) -> bool:
        """Tell whether it ran to its end with all of its connections, which were dropped where they must be."""
        dropped = CONNECTIONS if are_dropped else 0
        return self.opened == CONNECTIONS and self.dropped == dropped and self.ended and self.available


def told_by(printed: str) -> Told:
    """Read what it printed, with the colours of a terminal."""
    text = re.sub(r"\x1b\[[0-9;]*[A-Za-z]", "", printed)
    ended = re.search(r"Test ended on (\d+)th second\s+Exit status: (.+)", text)
    return Told(
        opened=len(re.findall(r"initial \d+ of \d+ bytes sent on socket", text)),
        dropped=len(re.findall(r"socket \d+ closed:", text)),
        end=f"over after {ended[1]} s: {ended[2].lower()}" if ended else "it did not run to its end",
        ended=ended is not None,
        available=re.search(r"service available:\s+NO", text) is None,
    )
