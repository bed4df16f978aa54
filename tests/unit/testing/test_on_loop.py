"""What takes long is done once on the loop of the caller, who may leave meanwhile."""

import asyncio
from threading import Event

import pytest

from mockbooks.testing.on_loop import walked_on_loop
from mockbooks.traffic.decision import Errand
from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.web.patience import Walk

DONE = Answer(status=200, body=b"done")


class Work:
    """Work that begins when it is asked for and ends when it may; it counts how often it was done."""

    def __init__(self, result: Answer | None) -> None:
        self.has_begun, self.may_end = Event(), Event()
        self.times = 0
        self._result = result

    def __call__(self) -> Answer | None:
        self.times += 1
        self.has_begun.set()
        self.may_end.wait(10)
        return self._result


def walk(work: Work, results: list[Answer | None]) -> Walk[str]:
    results.append((yield Errand(work)))
    return "arrived"


@pytest.mark.parametrize("result", [None, DONE])
def test_work_whose_caller_leaves_meanwhile_is_done_once_and_the_walk_goes_on(result: Answer | None) -> None:
    work, results, exchange = Work(result), list[Answer | None](), Exchange(method="GET", path="/docs")

    async def leave() -> None:
        walking = asyncio.create_task(walked_on_loop(walk(work, results), exchange))
        await asyncio.to_thread(work.has_begun.wait, 10)
        walking.cancel()
        work.may_end.set()
        with pytest.raises(asyncio.CancelledError):
            await walking

    asyncio.run(leave())

    assert (work.times, results, exchange.caller_left) == (1, [result], True)
