"""One timer for a connection: it ends what takes too long, and no sooner than it was last told."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, cast

import pytest

from mockbooks.web.wire.deadline import Deadline


@dataclass
class Timer:
    moment: float
    ring: Callable[[], None]
    is_cancelled: bool = False

    def cancel(self) -> None:
        self.is_cancelled = True


@dataclass
class Loop:
    """A loop whose clock is moved by the test."""

    now: float = 1_000.0
    timers: list[Timer] = field(default_factory=list)

    def time(self) -> float:
        return self.now

    def call_at(self, moment: float, ring: Callable[[], None]) -> Timer:
        self.timers.append(Timer(moment, ring))
        return self.timers[-1]

    def pass_by(self, seconds: float) -> None:
        end = self.now + seconds
        while due := sorted((each for each in self.armed if each.moment <= end), key=lambda each: each.moment):
            self.now = due[0].moment
            self.timers.remove(due[0])
            due[0].ring()
        self.now = end

    @property
    def armed(self) -> list[Timer]:
        return [each for each in self.timers if not each.is_cancelled]


@pytest.fixture
def loop() -> Loop:
    return Loop()


@pytest.fixture
def reached() -> list[float]:
    return []


@pytest.fixture
def deadline(loop: Loop, reached: list[float]) -> Deadline:
    return Deadline(cast("Any", loop), lambda: reached.append(loop.now))


def test_it_comes_once(deadline: Deadline, loop: Loop, reached: list[float]) -> None:
    deadline.set(10)
    loop.pass_by(100)

    assert reached == [1_010]


def test_setting_it_anew_postpones_it_without_another_timer(
    deadline: Deadline, loop: Loop, reached: list[float]
) -> None:
    deadline.set(10)
    loop.pass_by(6)
    deadline.set(10)
    assert len(loop.timers) == 1
    loop.pass_by(100)

    assert reached == [1_016]


def test_it_can_be_brought_forward(deadline: Deadline, loop: Loop, reached: list[float]) -> None:
    deadline.set(75)
    deadline.set(2)
    loop.pass_by(100)

    assert reached == [1_002]


def test_a_cleared_one_never_comes(deadline: Deadline, loop: Loop, reached: list[float]) -> None:
    deadline.set(10)
    deadline.clear()
    loop.pass_by(100)

    assert (reached, loop.armed) == ([], [])


def test_it_can_be_set_after_it_was_cleared_and_found_nothing(
    deadline: Deadline, loop: Loop, reached: list[float]
) -> None:
    deadline.set(10)
    deadline.clear()
    loop.pass_by(20)
    deadline.set(10)
    loop.pass_by(20)

    assert reached == [1_030]


def test_an_ended_one_holds_nothing(deadline: Deadline, loop: Loop, reached: list[float]) -> None:
    deadline.set(10)
    deadline.end()
    loop.pass_by(100)

    assert (reached, loop.armed) == ([], [])
