"""What a benchmark with goals gives back and is told: its tables and outcomes, and how long it may take."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Final

from bench._goals import Outcome
from bench._tables import Table

_BEGAN: Final = monotonic()


class BenchError(Exception):
    """Something that a benchmark needs is missing, or what it measured was not what it meant to measure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """`quick` is for trying the bench itself; `data` is the folder with the files of Online Retail."""

    quick: bool = False
    data: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a benchmark found."""

    tables: Sequence[Table] = ()
    outcomes: Sequence[Outcome] = ()


def tell(text: str) -> None:
    """Tell on stderr how far we are, as a figure that takes minutes must not look as if it hangs."""
    print(f"[{monotonic() - _BEGAN:4.0f} s] {text}", file=sys.stderr, flush=True)
