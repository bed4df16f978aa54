"""Tells on stderr what runs, and since when: an attack that takes minutes must not look as if it hangs."""

import sys
from time import monotonic
from typing import Final

_BEGAN: Final = monotonic()


def running(attack: str) -> None:
    """Tell that this begins, or how far it is."""
    print(f"[{monotonic() - _BEGAN:4.0f} s] running {attack}", file=sys.stderr, flush=True)
