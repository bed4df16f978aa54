"""Fuzzes for as long as wanted, guided by coverage, once `asked` has seen that it can: `make fuzz` runs both.

libFuzzer makes inputs that reach branches which none has reached before. Each parser runs in a process of its own. What
it found worth keeping stays in `build/fuzz/corpus`, from where it goes on the next time; an input that fails is kept in
`build/fuzz/failed`.
"""

import os
import sys
from contextlib import redirect_stderr
from functools import partial
from hashlib import sha256
from io import StringIO
from pathlib import Path

import atheris

print("preparing, about 15 s", file=sys.stderr, flush=True)
# Told apart branch by branch: ours, and what reads texts for us. What is compiled (orjson, httptools) is not. atheris
# names each of some 700 modules on stderr as it is read.
with (
    redirect_stderr(StringIO()) as said,
    atheris.instrument_imports(include=["mockbooks", "marshmallow", "stdnum", "urllib", "tomllib", "base64"]),
):
    from tests.fuzz.asked import asked
    from tests.fuzz.parser import Parser
    from tests.fuzz.table import PARSERS
_INSTRUMENTING = "INFO: Instrumenting"
sys.stderr.writelines(each for each in said.getvalue().splitlines(keepends=True) if not each.startswith(_INSTRUMENTING))

_KEPT = Path("build/fuzz")
_SECONDS_PER_INPUT = 10
_MOST_MEBIBYTES = 1_024
_LONGEST_INPUT = 16_384


def main() -> int:
    """Fuzz one after another; tell which of them failed."""
    given = asked()
    failed = [name for name in given.names if not _holds(PARSERS[name], given.minutes)]
    print(f"failed: {', '.join(failed)}; the inputs are in {_KEPT}/failed" if failed else "nothing failed")
    return 1 if failed else 0


def _holds(parser: Parser, minutes: float) -> bool:
    """Run one parser, from its seeds and from what was kept of earlier runs."""
    print(f"== {parser.name}", flush=True)
    corpus, failed = _folder("corpus", parser.name), _folder("failed")
    limits = {
        "max_total_time": round(minutes * 60),
        "timeout": _SECONDS_PER_INPUT,
        "rss_limit_mb": _MOST_MEBIBYTES,
        "max_len": max(_LONGEST_INPUT, *map(len, parser.seeds)),
        "artifact_prefix": f"{failed / parser.name}-",
        "dict": _dictionary(parser),
        "print_final_stats": 1,
        "verbosity": 0,
    }
    flags = [f"-{name}={value}" for name, value in limits.items()]
    return _ends_well([parser.name, *flags, str(corpus), str(_seeds(parser))], parser)


def _ends_well(arguments: list[str], parser: Parser) -> bool:
    """Hand a copy of this process over to libFuzzer, which ends it: our code need not be read anew for each parser."""
    process = os.fork()
    if not process:
        atheris.Setup(arguments, partial(_fed, parser))
        atheris.Fuzz()
        # It ends the process itself; should it return, what follows is for the parent, and this was no good end.
        os._exit(1)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 0


def _fed(parser: Parser, data: bytes) -> None:
    """Keep what fails: where other threads run, as those of a server, libFuzzer ends before it has done so."""
    try:
        parser.feed(data)
    except BaseException:
        (_folder("failed") / f"{parser.name}-{sha256(data).hexdigest()[:12]}").write_bytes(data)
        raise


def _seeds(parser: Parser) -> Path:
    folder = _folder("seeds", parser.name)
    for number, seed in enumerate(parser.seeds):
        (folder / str(number)).write_bytes(seed)
    return folder


def _dictionary(parser: Parser) -> Path:
    """Write the words as libFuzzer reads them."""
    file = _folder("words") / parser.name
    written = ("".join(f"\\x{byte:02X}" for byte in word) for word in parser.words if word)
    file.write_text("".join(f'"{word}"\n' for word in written), "ascii")
    return file


def _folder(*names: str) -> Path:
    folder = _KEPT.joinpath(*names)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


if __name__ == "__main__":
    sys.exit(main())
