"""Runs the attacks that are named, or all of them, and prints what came of each; with --write into the guide too."""

import argparse
import sys
from collections.abc import Callable, Iterator
from typing import NamedTuple

from tools.attack import floods, hostile, slow, soak
from tools.attack.results import Result, write_into_page


class _Attack(NamedTuple):
    """An attack, and the chapter of the guide that tells of it."""

    chapter: str
    begin: Callable[[argparse.Namespace], Iterator[Result]]


_ATTACKS = {
    "hostile": _Attack(hostile.CHAPTER, lambda _: hostile.attack()),
    "slow": _Attack(slow.CHAPTER, lambda _: slow.attack()),
    "floods": _Attack(floods.CHAPTER, lambda _: floods.attack()),
    "soak": _Attack(soak.CHAPTER, lambda asked: soak.attack(asked.requests, draws=asked.write)),
}
_NAMES = ", ".join(_ATTACKS)


def main() -> int:
    """Give 0 when the server held everywhere."""
    asked = _asked()
    held = True
    for name in asked.names or _ATTACKS:
        print(f"== {name}", flush=True)
        results = list(map(_told, _ATTACKS[name].begin(asked)))
        held = held and all(each.held for each in results)
        if asked.write:
            write_into_page(_ATTACKS[name].chapter, results)
    return 0 if held else 1


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tools.attack",
        description=__doc__,
        epilog='For example: make attack ARGS="soak --requests 20000"',
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"which: {_NAMES}; all of them by default")
    parser.add_argument("--requests", type=int, default=soak.REQUESTS, help="how many the soak sends")
    parser.add_argument("--write", action="store_true", help="renew the tables and the picture of the guide")
    asked = parser.parse_args()
    if unknown := set(asked.names) - _ATTACKS.keys():
        parser.error(f"unknown attack {min(unknown)!r}; there are {_NAMES}")
    return asked


def _told(result: Result) -> Result:
    print(result.printed(), flush=True)
    return result


if __name__ == "__main__":
    sys.exit(main())
