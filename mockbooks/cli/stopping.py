"""Ends what is at work on a signal that ends a program as it does on Ctrl+C: what was begun is undone, and told."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

_NAMES: Final = ("SIGTERM", "SIGHUP")


@contextmanager
def stoppable() -> Iterator[None]:
    """Take the signals to end and to hang up for an interruption, unless they are ignored, as nohup has it."""
    # Windows does not hang up.
    known = [number for name in _NAMES if (number := getattr(signal, name, None)) is not None]
    before = {number: signal.getsignal(number) for number in known}
    taken = [number for number, handler in before.items() if handler is signal.SIG_DFL]
    for number in taken:
        signal.signal(number, _interrupt)
    try:
        yield
    finally:
        for number in taken:
            signal.signal(number, signal.SIG_DFL)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt
