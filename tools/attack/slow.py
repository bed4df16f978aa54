"""Two hundred slow connections of four kinds, by slowhttptest, while somebody else asks plain things."""

import re
import shutil
import subprocess  # our own commands alone are started # nosec B404
from collections.abc import Iterator

from tools.attack.caller import watching
from tools.attack.results import Result
from tools.attack.target import Target, target

CHAPTER = "Slow connections"
CONNECTIONS, SECONDS = 200, 20
_PROGRAM = "slowhttptest"
# Every two seconds a little more; a window of ten bytes, of which five are read a second.
_KINDS = {
    "Slow headers (slowloris)": ("-H", "-i", "2", "-x", "24"),
    "Slow bodies (R-U-Dead-Yet)": ("-B", "-i", "2", "-s", "8192", "-x", "10"),
    "Overlapping ranges (Apache killer)": ("-R", "-t", "HEAD", "-a", "5", "-b", "3000"),
    "Slow reading": ("-X", "-w", "5", "-y", "10", "-n", "1", "-z", "5", "-k", "3"),
}


def attack() -> Iterator[Result]:
    """Run the four; each must leave everybody else in peace."""
    program = shutil.which(_PROGRAM)
    if program is None:
        yield Result(
            "200 slow connections", f"not tried: {_PROGRAM} is not installed (apt-get install {_PROGRAM})", held=False
        )
        return
    with target("--slow-request-seconds=5") as server:
        for name, flags in _KINDS.items():
            yield _slow(server, name, [program, *flags])


def _slow(server: Target, name: str, command: list[str]) -> Result:
    aim = ["-u", f"{server.url}/docs/guide", "-c", str(CONNECTIONS), "-r", "100", "-l", str(SECONDS), "-p", "5"]
    with watching(server) as watch:
        run = subprocess.run([*command, *aim], capture_output=True, check=False, text=True, timeout=SECONDS + 60)  # noqa: S603 # nosec B603
    told = _plain(run.stdout)
    ended = re.search(r"Test ended on (\d+)th second\s+Exit status: (.+)", told)
    came = (
        f"{CONNECTIONS} opened, over after {ended[1]} s: {ended[2].lower()}; "
        if ended
        else "it did not run to its end; "
    )
    available = ended is not None and "service available:   NO" not in told
    came += watch.told()
    return Result(name, came, available and not watch.refused and bool(watch.seconds))


def _plain(text: str) -> str:
    """Take the colours of the terminal out."""
    return re.sub(r"\x1b\[[0-9;]*[A-Za-z]", "", text)
