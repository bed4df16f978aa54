"""Runs the attacks that are named, or all of them, and prints what came of each; with --write into the guide too."""

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from tools.attack import floods, hostile, slow, soak
from tools.attack.results import Result, write_into_page

Attack = Callable[[], Iterator[Result]]


def main() -> int:
    """Give 0 when the server held everywhere."""
    asked = _asked()
    attacks: Mapping[str, tuple[str, Attack]] = {
        "hostile": (hostile.CHAPTER, hostile.attack),
        "slow": (slow.CHAPTER, slow.attack),
        "floods": (floods.CHAPTER, floods.attack),
        "soak": (soak.CHAPTER, partial(soak.attack, asked.requests, draws=asked.write)),
    }
    held = True
    for name in asked.names or attacks:
        chapter, attack = attacks[name]
        print(f"== {name}", flush=True)
        results = list(map(_told, attack()))
        held = held and all(each.held for each in results)
        if asked.write:
            write_into_page(chapter, results)
    return 0 if held else 1


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.attack", description=__doc__)
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help="hostile, slow, floods or soak; all of them by default"
    )
    parser.add_argument("--requests", type=int, default=soak.REQUESTS, help="how many the soak sends")
    parser.add_argument("--write", action="store_true", help="renew the tables and the picture of the guide")
    asked = parser.parse_args()
    unknown = set(asked.names) - {"hostile", "slow", "floods", "soak"}
    if unknown:
        parser.error(f"unknown attack {min(unknown)!r}; there are hostile, slow, floods and soak")
    return asked


def _told(result: Result) -> Result:
    print(result.printed(), flush=True)
    return result


if __name__ == "__main__":
    sys.exit(main())
