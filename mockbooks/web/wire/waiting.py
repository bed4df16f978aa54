"""Waiting on the event loop: for as long as a scenario says, unless a reset, a stop or the caller ends it sooner."""

from asyncio import AbstractEventLoop, Future, Semaphore, get_running_loop
from collections.abc import Callable
from enum import Enum
from threading import Thread
from typing import Final, TypeVar

from mockbooks.traffic.waits import Waits
from mockbooks.web.wire.connection import Connection

T = TypeVar("T")
# More would take the processor from those who are answered meanwhile, and hold more half-made books in memory.
_MOST_THREADS: Final = 2


class Ending(Enum):
    """How a wait ended.

    After a reset there is nothing left to go on with. A caller who has left is kept waiting no longer, and what the
    call asked for is done.
    """

    IN_TIME = "in time"
    RESET = "reset"
    CALLER_LEFT = "caller left"


class Waiting:
    """All who wait on one event loop."""

    def __init__(self) -> None:
        """Start with nobody."""
        self._futures: set[Future[Ending]] = set()
        self._is_over = False
        self._turns = Semaphore(_MOST_THREADS)

    def __len__(self) -> int:
        return len(self._futures)

    async def wait(self, seconds: float, waits: Waits | None, connection: Connection | None) -> Ending:
        """Wait, and tell how it ended; a stop of the server ends it as if its time had come."""
        if self._is_over or seconds <= 0:
            return Ending.IN_TIME
        loop = get_running_loop()
        future: Future[Ending] = loop.create_future()
        timer = loop.call_later(seconds, _settle, future, Ending.IN_TIME)
        number = None if waits is None else waits.begin(lambda: _settle_from_anywhere(loop, future))
        call_off = None if connection is None else connection.on_loss(lambda: _settle(future, Ending.CALLER_LEFT))
        self._futures.add(future)
        try:
            return await future
        finally:
            timer.cancel()
            self._futures.discard(future)
            if call_off is not None:
                call_off()
            if waits is not None and number is not None:
                waits.end(number)

    def end(self) -> None:
        """End all waits now and to come: the server stops, and what runs is to be finished at once."""
        self._is_over = True
        for future in tuple(self._futures):
            _settle(future, Ending.IN_TIME)

    async def in_a_thread(self, work: Callable[[], T]) -> T:
        """Have work done in a thread that nobody waits for when the server stops; few at a time, the others in turn."""
        async with self._turns:
            return await _in_a_thread(work)


async def _in_a_thread(work: Callable[[], T]) -> T:
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


def _settle_from_anywhere(loop: AbstractEventLoop, future: "Future[Ending]") -> None:
    loop.call_soon_threadsafe(_settle, future, Ending.RESET)


def _settle(future: "Future[Ending]", ending: Ending) -> None:
    if not future.done():
        future.set_result(ending)


def _finish(future: "Future[T]", done: T) -> None:
    if not future.done():
        future.set_result(done)


def _fail(future: "Future[T]", error: BaseException) -> None:
    if not future.done():
        future.set_exception(error)
