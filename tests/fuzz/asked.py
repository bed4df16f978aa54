"""What is asked of `make fuzz`, checked before anything that only fuzzing needs is installed or read."""

import argparse
import platform
from collections.abc import Sequence
from difflib import get_close_matches
from textwrap import fill

from tests.fuzz.table import PARSERS

MINUTES = 1.0


def asked(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Give the `names` of parsers, all where none is named, and the `minutes` for each; ends with 2 on a mistake."""
    parser = _parser()
    given = parser.parse_args(arguments)
    if lack := no_atheris_for(platform.system(), platform.machine()):
        parser.error(lack)
    given.names = given.names or list(PARSERS)
    return given


def no_atheris_for(system: str, machine: str) -> str:
    """Say why atheris cannot be had, or nothing where it can."""
    if system == "Linux" and machine.lower() in {"x86_64", "amd64"}:
        return ""
    return f"make fuzz needs atheris, which exists for Linux on x86-64; this is {system} on {machine}"


def _parser() -> argparse.ArgumentParser:
    count = len(PARSERS)
    parser = argparse.ArgumentParser(
        prog="make fuzz",
        usage='make fuzz [MINUTES=1] [ARGS="NAME …"]',
        description=f"Fuzz parsers one after another, guided by coverage. All {count} take {_told(count * MINUTES)}, "
        f"at the default of {MINUTES:g} minute each.",
        epilog=f"names:\n{_names()}\n\nexample:\n  make fuzz ARGS='json-body wire' MINUTES=30",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("names", nargs="*", type=_known, metavar="NAME", help="parsers to fuzz; all without one")
    parser.add_argument(
        "--minutes",
        type=_minutes,
        default=MINUTES,
        help=f"how long each of them runs, as MINUTES does (default: {MINUTES:g})",
    )
    return parser


def _names() -> str:
    return fill("  ".join(PARSERS), 100, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)


def _told(minutes: float) -> str:
    hours, rest = divmod(round(minutes), 60)
    return f"{hours} h {rest} min" if hours else f"{rest} min"


def _known(name: str) -> str:
    if name in PARSERS:
        return name
    near = get_close_matches(name, PARSERS, n=3)
    meant = f"is it {' or '.join(near)}? " if near else ""
    raise argparse.ArgumentTypeError(
        f'there is no parser "{name}": {meant}make fuzz ARGS=--help lists all {len(PARSERS)}'
    )


def _minutes(text: str) -> float:
    try:
        minutes = float(text)
    except ValueError:
        minutes = 0
    # libFuzzer counts whole seconds, and with none it would go on for ever.
    if not 1 / 60 <= minutes < float("inf"):
        raise argparse.ArgumentTypeError(f'"{text}" is no number of minutes; a second (0.017) is the least')
    return minutes


if __name__ == "__main__":
    asked()
