"""Runs the attacks that are named, or all of them, and prints what came of each; with --write into the guide too."""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from time import monotonic
from typing import NamedTuple

from tools.attack import floods, hostile, slow, soak
from tools.attack.results import Result, summed_up, write_into_page


class _Attack(NamedTuple):
    """An attack, the chapter of the guide that tells of it, and what the help says."""

    chapter: str
    begin: Callable[[argparse.Namespace], Iterator[Result]]
    does: str


_ATTACKS = {
    "hostile": _Attack(
        hostile.CHAPTER, lambda _: hostile.attack(), "smuggled, broken and huge requests, one at a time (about 10 s)"
    ),
    "slow": _Attack(
        slow.CHAPTER, lambda _: slow.attack(), "200 slow senders and readers, by slowhttptest (about 1 min)"
    ),
    "floods": _Attack(
        floods.CHAPTER,
        lambda _: floods.attack(),
        "thousands of connections, tokens, clients, snapshots … (about 2 min)",
    ),
    "soak": _Attack(
        soak.CHAPTER,
        lambda asked: soak.attack(asked.requests, draws=asked.write),
        "very many bodies of 64 KiB; memory must level off (about 15 min)",
    ),
}
_NAMES = ", ".join(_ATTACKS)


def main() -> int:
    """Give 0 when all was tried and the server held everywhere."""
    asked, began = _asked(), monotonic()
    all_results = list[Result]()
    for name in asked.names or _ATTACKS:
        print(f"== {name}", flush=True)
        results = list(map(_told, _ATTACKS[name].begin(asked)))
        all_results += results
        if asked.write:
            write_into_page(_ATTACKS[name].chapter, results)
    print(summed_up(all_results, monotonic() - began))
    return 0 if all(each.held for each in all_results) else 1


def _asked(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    listed = "\n".join(f"  {name:8} {attack.does}" for name, attack in _ATTACKS.items())
    parser = argparse.ArgumentParser(
        prog="python -m tools.attack",
        description="Attacks servers of its own and prints what came of it; ends with 1 unless all was tried and held.",
        epilog=f'attacks, all unless some are named:\n{listed}\n\nexample:\n  make attack ARGS="soak --requests 20000"',
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("names", nargs="*", type=_known, metavar="NAME", help="attacks to run")
    parser.add_argument(
        "--requests",
        type=_count,
        default=soak.REQUESTS,
        help=f"how many the soak sends (default: {soak.REQUESTS})",
    )
    parser.add_argument("--write", action="store_true", help="renew the tables and the picture of the guide")
    return parser.parse_args(arguments)


def _known(name: str) -> str:
    if name not in _ATTACKS:
        raise argparse.ArgumentTypeError(f'unknown attack "{name}"; there are {_NAMES}')
    return name


def _count(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f'"{text}" is no number of requests; give a whole number above 0, as 20000')
    return int(text)


def _told(result: Result) -> Result:
    print(result.printed(), flush=True)
    return result


if __name__ == "__main__":
    sys.exit(main())
