"""Spending what takes time on the event loop of the caller, asyncio's or Trio's: a wait holds up nobody beside it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from threading import Lock
from typing import Any, TypeVar

import anyio
import anyio.to_thread

from mockbooks.traffic.decision import Errand
from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.web.in_thread import walked_in_thread
from mockbooks.web.patience import Coming, Pause, Walk

T = TypeVar("T")


async def walked_on_loop(walk: Walk[T], exchange: Exchange) -> T:
    """Walk to the end, and give what was found there; raises what the walk raises.

    A task that is cancelled meanwhile is a caller that has left: what its call asked for is done and noted at once.
    """
    result: Any = None
    while True:
        try:
            met = walk.send(result)
        except StopIteration as end:
            found: T = end.value
            return found
        spent = _Work(met.work) if isinstance(met, Errand) else met
        try:
            result = await (_is_broken_off(spent) if isinstance(spent, Pause) else anyio.to_thread.run_sync(spent))
        except BaseException:
            _leave(walk, exchange, spent)
            raise


async def read_on_loop(coming: Coming) -> AsyncIterator[bytes]:
    """Give the pieces of a body as they arrive; raises what is raised where it does not end well."""
    result: bool | None = None
    while True:
        try:
            met = coming.send(result)
        except StopIteration:
            return
        result = None
        if isinstance(met, Pause):
            result = await _is_broken_off(met)
        else:
            yield met


class _Work:
    """Work that is done once, whoever asks for it first; the others wait for it."""

    def __init__(self, work: Callable[[], Answer | None]) -> None:
        self._work = work
        self._lock = Lock()
        self._is_done = False
        self._result: Answer | None = None

    def __call__(self) -> Answer | None:
        with self._lock:
            if not self._is_done:
                self._result = self._work()
                self._is_done = True
            return self._result


def _leave(walk: Walk[T], exchange: Exchange, met: Pause | _Work) -> None:
    """Go on without the caller, and wait for nothing but work that has to be done."""
    exchange.caller_left = True
    with suppress(ConnectionError, TimeoutError):
        walked_in_thread(walk, None if isinstance(met, Pause) else met())


async def _is_broken_off(pause: Pause) -> bool:
    """Spend a pause; tell whether a reset of the administration has broken it off."""
    broken_off = anyio.Event()
    number = None if pause.waits is None else pause.waits.begin(_from_any_thread(broken_off.set))
    try:
        with anyio.move_on_after(pause.seconds):
            await broken_off.wait()
    finally:
        if pause.waits is not None and number is not None:
            pause.waits.end(number)
    return broken_off.is_set()


def _from_any_thread(wake: Callable[[], None]) -> Callable[[], None]:
    """Give the way to have something called on this loop from any thread: a reset may come from another one."""
    call_soon: Callable[[Callable[[], None]], object]
    try:
        call_soon = asyncio.get_running_loop().call_soon_threadsafe
    except RuntimeError:
        import trio  # type: ignore[import-not-found]  # noqa: PLC0415 - it runs this very function, so it is there

        call_soon = trio.lowlevel.current_trio_token().run_sync_soon

    def woken() -> None:
        call_soon(wake)

    return woken
