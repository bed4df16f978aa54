"""Runs the benchmarks that are named, or all of them: `python -m bench peers` for one, `--help` for what there is."""

import argparse
import signal
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Final

from bench._goals import Outcome, goals_table
from bench._machine import machine
from bench._page import PAGE, renew_page
from bench._report import BenchError, Options, Report, tell
from bench._tables import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What one measures, for the help: one with goals has `measure`, which gives a report; others print in `main`."""

    measures: str
    has_goals: bool = False


BENCHES: Final = {
    "peers": Bench(measures="CPU a request beside WireMock, mountebank, Prism, json-server …", has_goals=True),
    "starts": Bench(measures="start to the first 200 and idle memory, beside the same", has_goals=True),
    "waits": Bench(measures="plain calls while 500 callers are kept waiting for 10 s", has_goals=True),
    "year": Bench(measures="a real year of 18 532 invoices, booked (--data)", has_goals=True),
    "growth": Bench(measures="calls and memory from a thousand debtors to a million", has_goals=True),
    "calls": Bench(measures="CPU a call in the process, beside a bare Flask view"),
    "oauth": Bench(measures="the token endpoint, and what token and limits add to a call"),
    "filters": Bench(measures="reading a page by each filter"),
    "store": Bench(measures="the store with up to a million records: time, memory, snapshots"),
    "judging": Bench(measures="mockbooks audit on documents of megabytes"),
}
# Where a whole run leaves its tables, from where `--page` puts them into the guide.
WHOLE_RUN: Final = Path("build/bench.md")
_INTERRUPTED: Final = 130


def main(arguments: Sequence[str]) -> int:
    """Do what is asked; 1 when something could not be measured, whether goals are met or not."""
    asked = _parser().parse_args(arguments)
    try:
        return _renew_page() if asked.page else _measure(asked)
    except KeyboardInterrupt:
        tell("interrupted: the servers are stopped, and nothing is kept")
        return _INTERRUPTED


def _renew_page() -> int:
    try:
        renew_page(WHOLE_RUN)
    except BenchError as error:
        tell(str(error))
        return 1
    return 0


def _measure(asked: argparse.Namespace) -> int:
    tables, failed = _run(asked.names or list(BENCHES), Options(quick=asked.quick, data=asked.data))
    is_whole = not (asked.names or asked.quick or failed)
    file: Path | None = asked.markdown or (WHOLE_RUN if is_whole else None)
    if file and tables:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n\n".join(table.as_markdown() for table in tables) + "\n", encoding="utf-8")
        tell(f"the tables are in {file}")
    return 1 if failed else 0


def _run(names: Sequence[str], options: Options) -> tuple[list[Table], bool]:
    """Run them in turn and print the table of all goals last; give the tables, and whether a benchmark failed."""
    tables: list[Table] = []
    outcomes: list[Outcome] = []
    failed = False
    for name in names:
        print(f"== {name}", flush=True)
        try:
            report = _report(name, options)
        except BenchError as error:
            print(f"not measured: {error}")
            failed = True
            continue
        for table in report.tables:
            print(table.as_text(), flush=True)
        tables += report.tables
        outcomes += report.outcomes
    return [*_goals(outcomes, options), *tables], failed


def _report(name: str, options: Options) -> Report:
    if BENCHES[name].has_goals and not Path("/proc/self/stat").exists():
        raise BenchError("it takes Linux, where CPU and memory are read from /proc")
    module = import_module(f"bench.{name}")
    if BENCHES[name].has_goals:
        report: Report = module.measure(options)
        return report
    module.main()
    return Report()


def _goals(outcomes: Sequence[Outcome], options: Options) -> list[Table]:
    if not outcomes:
        return []
    table = goals_table(outcomes, machine(), is_quick=options.quick)
    print("==", table.as_text(), sep="\n", flush=True)
    return [table]


def _parser() -> argparse.ArgumentParser:
    listed = "\n".join(f"  {name:9} {bench.measures}" for name, bench in BENCHES.items())
    parser = argparse.ArgumentParser(
        prog="python -m bench",
        description="Measures speed and memory; those with goals say whether they are met, in one table at the end.",
        epilog=f"benchmarks, all unless some are named:\n{listed}\n\nexample:\n  make bench ARGS='peers --quick'",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("names", nargs="*", type=_known, metavar="name", help="benchmarks to run")
    parser.add_argument(
        "--quick", action="store_true", help="one short round, to see that it works: its figures are not judged"
    )
    parser.add_argument("--data", type=Path, metavar="FOLDER", help="with the files of Online Retail, for the year")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="also write the tables to FILE, as Markdown")
    parser.add_argument(
        "--page",
        action="store_true",
        help=f"measure nothing: copy the tables of the last whole run ({WHOLE_RUN}) into {PAGE}",
    )
    return parser


def _known(name: str) -> str:
    if name not in BENCHES:
        raise argparse.ArgumentTypeError(f'unknown benchmark "{name}"; there are {", ".join(BENCHES)}')
    return name


if __name__ == "__main__":
    # A server that was started is stopped on the way out, also when somebody ends this from outside.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    sys.exit(main(sys.argv[1:]))
