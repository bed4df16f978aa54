"""The clock of an administration, seen and moved."""

from datetime import datetime
from typing import Any, Final

from marshmallow import fields

from mockbooks.administration import Administration
from mockbooks.control.clock import LONGEST_ADVANCE_SECONDS, ClockChange, advance, change_clock
from mockbooks.service.fields import Flag, Strict, Whole, refuse
from mockbooks.service.schema import StrictSchema
from mockbooks.stage.clock_fields import YEARS, ClockMoment
from mockbooks.traffic.clock import RUNNING, moment_text
from mockbooks.web import envelopes
from mockbooks.web.control.desk import Bench, json_of, on_administration, operation
from mockbooks.web.control.fields import Number, told_moment

_FASTEST: Final = 86_400
_REAL: Final = "real"
_A_MOMENT: Final = ClockMoment("A moment.", required=True)


class NowField(Strict, fields.String):
    """A moment that the books know, or the word `real`."""

    def __init__(self) -> None:
        """Declare it."""
        super().__init__(
            f"The moment to be at, with its zone (RFC 3339), from {YEARS}; or `real` "
            "to follow the time of the machine again, as a server without `--clock` does.",
            example="2026-10-15T09:00:00+02:00",
        )

    def read(self, value: object) -> datetime | str:
        """Take either."""
        return _REAL if value == _REAL else _A_MOMENT.read(value)


class ClockBody(StrictSchema):
    """What the clock shall be; what is left out stays as it is."""

    now = NowField()
    frozen = Flag("true: it stands still until it is advanced; false: it goes on.", example=True)
    speed = Whole("So many seconds pass on it in a second; 1 is real time.", lowest=1, highest=_FASTEST, example=60)

    def takes_nothing(self) -> bool:
        """Tell that a body must come: one that changes nothing is a mistake."""
        return False

    def load(self, data: Any, **options: Any) -> ClockChange:  # noqa: ANN401 - JSON
        """Read a change; one that says nothing or contradicts itself is refused."""
        values = super().load(data, **options)
        now, frozen, speed = values["now"], values["frozen"], values["speed"]
        if now is None and frozen is None and speed is None:
            refuse("nothing_asked", fields=("now", "frozen", "speed"))
        if now == _REAL and (frozen is not None or speed is not None):
            refuse("not_together", fields=("now: real", "frozen", "speed"))
        if frozen and speed is not None:
            refuse("not_together", fields=("frozen", "speed"))
        return ClockChange(real=now == _REAL, moment=None if now == _REAL else now, frozen=frozen, speed=speed)


class AdvanceBody(StrictSchema):
    """How far the clock moves ahead."""

    seconds = Number(
        "Seconds to move it by, fractions included; ten years at most.",
        above=0,
        highest=LONGEST_ADVANCE_SECONDS,
        required=True,
        example=3600,
    )


class Clock(StrictSchema):
    """The clock of an administration, by which its books, tokens and limits live."""

    now = told_moment("The present moment, in whole seconds")
    frozen = Flag("Whether it stands still until it is advanced.", required=True, example=False)
    speed = Whole(
        "So many seconds pass on it in a second; 0 when it is frozen.",
        lowest=0,
        highest=_FASTEST,
        required=True,
        example=1,
    )
    real = Flag("Whether it follows the time of the machine.", required=True, example=True)


def told_clock(administration: Administration) -> dict[str, object]:
    """Tell how a clock goes."""
    clock = administration.clock
    return {
        "now": moment_text(clock.now()),
        "frozen": clock.speed == 0,
        "speed": int(clock.speed),
        "real": clock.setting == RUNNING,
    }


def _get(bench: Bench) -> bytes:
    return json_of(told_clock(bench.administration))


def _put(bench: Bench, change: ClockChange) -> bytes:
    change_clock(bench.administration, change)
    return json_of(told_clock(bench.administration))


def _advance(bench: Bench, values: dict[str, Any]) -> bytes:
    advance(bench.administration, values["seconds"])
    return json_of(told_clock(bench.administration))


_ANSWER: Final = envelopes.object_schema("Clock", Clock())
TAG: Final = "Clock", "The time in which an administration lives: what is due happens when the clock gets there."
CALLS: Final = (
    on_administration(
        operation("getClock", "GET", "/clock"),
        _get,
        summary="Get the clock",
        description="Tells what time it is in an administration, and how time passes there.",
        answer=_ANSWER,
    ),
    on_administration(
        operation("changeClock", "PUT", "/clock"),
        _put,
        summary="Set, freeze or run the clock",
        description="Sets the clock to a moment, freezes it or lets it run, faster if need be; `now` goes together "
        "with either of the others. What a timeline has due by then happens first. A reset undoes it.",
        answer=_ANSWER,
        body=ClockBody(),
    ),
    on_administration(
        operation("advanceClock", "POST", "/clock/advance"),
        _advance,
        summary="Advance the clock",
        description="Moves the clock ahead, frozen or not. What a timeline has due on the way happens in order, each "
        "item at its own moment; tokens expire and windows of limits end as if the time had passed.",
        answer=_ANSWER,
        body=AdvanceBody(),
    ),
)
