"""Waiting on the event loop: for as long as a scenario says, unless a reset or a stop ends it sooner."""

from asyncio import AbstractEventLoop, Future, get_running_loop
from collections.abc import Callable
from threading import Thread
from typing import TypeVar

from mockbooks.traffic.waits import Waits

T = TypeVar("T")


class Waiting:
    """All who wait on one event loop."""

    def __init__(self) -> None:
        """Start with nobody."""
        self._futures: set[Future[bool]] = set()
        self._is_over = False

    def __len__(self) -> int:
        return len(self._futures)

    async def wait(self, seconds: float, waits: Waits | None) -> bool:
        """Wait; tell whether it was broken off by a reset, after which there is nothing left to go on with."""
        if self._is_over or seconds <= 0:
            return False
        loop = get_running_loop()
        future: Future[bool] = loop.create_future()
        timer = loop.call_later(seconds, _settle, future, False)  # noqa: FBT003 - it was not broken off
        number = None if waits is None else waits.begin(lambda: _settle_from_anywhere(loop, future))
        self._futures.add(future)
        try:
            return await future
        finally:
            timer.cancel()
            self._futures.discard(future)
            if waits is not None and number is not None:
                waits.end(number)

    def end(self) -> None:
        """End all waits now and to come: the server stops, and what runs is to be finished at once."""
        self._is_over = True
        for future in tuple(self._futures):
            _settle(future, broken_off=False)

    async def in_a_thread(self, work: Callable[[], T]) -> T:
        """Have work done in a thread that nobody waits for when the server stops."""
        loop = get_running_loop()
        future: Future[T] = loop.create_future()

        def run() -> None:
            try:
                done = work()
            except BaseException as error:  # noqa: BLE001 - it is raised again where the work was asked for
                loop.call_soon_threadsafe(_fail, future, error)
            else:
                loop.call_soon_threadsafe(_finish, future, done)

        Thread(target=run, name="mockbooks errand", daemon=True).start()
        return await future


def _settle_from_anywhere(loop: AbstractEventLoop, future: "Future[bool]") -> None:
    loop.call_soon_threadsafe(_settle, future, True)  # noqa: FBT003 - it was broken off


def _settle(future: "Future[bool]", broken_off: bool) -> None:  # noqa: FBT001 - a result, called by the event loop
    if not future.done():
        future.set_result(broken_off)


def _finish(future: "Future[T]", done: T) -> None:
    if not future.done():
        future.set_result(done)


def _fail(future: "Future[T]", error: BaseException) -> None:
    if not future.done():
        future.set_exception(error)
