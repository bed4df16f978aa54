"""Spending what takes time in the thread that calls: for drivers that have no event loop."""

from collections.abc import Iterator
from threading import Event
from typing import Any, TypeVar

from mockbooks.traffic.decision import Errand
from mockbooks.web.patience import Coming, Pause, Walk

T = TypeVar("T")


def walked_in_thread(walk: Walk[T], result: Any = None) -> T:  # noqa: ANN401 - what the walk asked for
    """Walk to the end, and give what was found there; raises what the walk raises.

    A walk that has begun is sent the `result` of what it met last.
    """
    while True:
        try:
            met = walk.send(result)
        except StopIteration as end:
            found: T = end.value
            return found
        result = met.work() if isinstance(met, Errand) else _is_broken_off(met)


def read_in_thread(coming: Coming) -> Iterator[bytes]:
    """Give the pieces of a body as they arrive; raises what is raised where it does not end well."""
    result: bool | None = None
    while True:
        try:
            met = coming.send(result)
        except StopIteration:
            return
        result = None
        if isinstance(met, Pause):
            result = _is_broken_off(met)
        else:
            yield met


def _is_broken_off(pause: Pause) -> bool:
    """Spend a pause; tell whether a reset of the administration has broken it off."""
    broken_off = Event()
    if pause.waits is None:
        return broken_off.wait(pause.seconds)
    number = pause.waits.begin(broken_off.set)
    try:
        return broken_off.wait(pause.seconds)
    finally:
        pause.waits.end(number)
