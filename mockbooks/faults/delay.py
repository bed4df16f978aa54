"""`delay`: the server takes its time, before anything or between the booking and the answer."""

import math
from datetime import timedelta
from random import Random
from typing import Any, Final

from mockbooks.frozen import dataclass
from mockbooks.service.fields import Flag, refuse
from mockbooks.service.schema import Part, StrictSchema
from mockbooks.stage.durations import LONGEST_RUN, LONGEST_WAIT, Duration
from mockbooks.stage.fault import EVERYWHERE, Fault
from mockbooks.stage.scene import Scene
from mockbooks.stage.settings import Settings, demand_one, refuse_at
from mockbooks.traffic.decision import Wait

# How many standard deviations the 99th percentile of a normal distribution lies from its middle.
_DEVIATIONS_TO_P99: Final = 2.326347874
_BOUNDS: Final = {"lowest": "1ms", "highest": "5m"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """How long it takes, in seconds: evenly between two bounds, or lognormal by its median and 99th percentile.

    Answer times of real servers are about lognormal: most are quick, and a few take very long.
    """

    low: float
    high: float
    is_lognormal: bool = False

    def draw(self, random: Random) -> float:
        """Draw one."""
        if self.is_lognormal:
            deviation = math.log(self.high / self.low) / _DEVIATIONS_TO_P99
            return random.lognormvariate(math.log(self.low), deviation)
        return self.low if self.low == self.high else random.uniform(self.low, self.high)


@dataclass(frozen=True, slots=True, kw_only=True)
class Delay:
    """A time to wait; a `virtual` one moves the clock of the administration, and nobody waits."""

    spread: Spread
    virtual: bool = False


class UniformBody(StrictSchema):
    """Any time between two bounds is as likely as any other."""

    from_ = Duration("Shortest time.", required=True, longest=LONGEST_RUN, example="1s")
    to = Duration("Longest time.", required=True, longest=LONGEST_RUN, example="3s")

    def load(self, data: Any, **_: Any) -> Spread:  # noqa: ANN401 - JSON
        """Read both, in this order."""
        values = super().load(data)
        return _ascending(values["from_"], values["to"], "/to")


class LognormalBody(StrictSchema):
    """Most times are short and a few are long, as with real servers."""

    median = Duration("Half of the calls take no longer.", required=True, longest=LONGEST_RUN, example="400ms")
    p99 = Duration("One call in a hundred takes longer.", required=True, longest=LONGEST_RUN, example="6s")

    def load(self, data: Any, **_: Any) -> Spread:  # noqa: ANN401 - JSON
        """Read both, in this order; a median of nothing has no spread."""
        values = super().load(data)
        if not values["median"]:
            refuse_at("/median", "number_out_of_range", came="0s", **_BOUNDS)
        return _ascending(values["median"], values["p99"], "/p99", is_lognormal=True)


class DelayBody(StrictSchema):
    """Exactly one of the three ways to say how long, and whether anybody really waits."""

    fixed = Duration("Always this long.", longest=LONGEST_RUN, example="5s")
    uniform = Part(UniformBody(), "Drawn evenly between two bounds.", example={"from": "1s", "to": "3s"})
    lognormal = Part(LognormalBody(), "Drawn as real servers answer.", example={"median": "400ms", "p99": "6s"})
    virtual = Flag(
        "Move the clock of the administration by that time instead of waiting: a test of minutes takes none.",
        default=False,
        example=True,
    )


def _ascending(low: timedelta, high: timedelta, pointer: str, *, is_lognormal: bool = False) -> Spread:
    if high < low:
        came, lowest = (f"{length.total_seconds():g}s" for length in (high, low))
        refuse_at(pointer, "number_out_of_range", came=came, lowest=lowest, highest=_BOUNDS["highest"])
    return Spread(low=low.total_seconds(), high=high.total_seconds(), is_lognormal=is_lognormal)


def _delay(*, fixed: timedelta | None, uniform: Spread | None, lognormal: Spread | None, virtual: bool) -> Delay:
    demand_one(fixed=fixed, uniform=uniform, lognormal=lognormal)
    spread = uniform or lognormal
    if fixed is not None:
        spread = Spread(low=fixed.total_seconds(), high=fixed.total_seconds())
    if spread is None:
        raise LookupError("exactly one of the three came, and it is none of them")
    if not virtual and spread.high > LONGEST_WAIT.total_seconds():
        refuse("duration_too_long", came=f"{spread.high:g}s", longest=_BOUNDS["highest"])
    return Delay(spread=spread, virtual=virtual)


def _act(scene: Scene, delay: Delay) -> Wait | None:
    seconds = delay.spread.draw(scene.random)
    if delay.virtual:
        scene.world.advance(timedelta(seconds=min(seconds, LONGEST_RUN.total_seconds())))
        return None
    return Wait(min(seconds, LONGEST_WAIT.total_seconds()))


FAULT: Final[Fault[Delay]] = Fault(
    name="delay",
    summary="Wait before anything happens, or in phase `after` between the booking and the answer.",
    settings=Settings(
        "How long: a fixed time such as `5s`, or a draw. Nobody is kept longer than five minutes.",
        form=DelayBody(),
        make=_delay,
        short="fixed",
        example="5s",
    ),
    phases=EVERYWHERE,
    act=_act,
)
