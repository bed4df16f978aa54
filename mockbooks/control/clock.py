"""The clock of an administration: set, frozen, run faster, advanced, and made to follow the real time again."""

from datetime import datetime, timedelta
from typing import Final

from mockbooks.administration import Administration
from mockbooks.errors import Complaint, RefusedError
from mockbooks.frozen import dataclass
from mockbooks.traffic.clock import LAST_MOMENT, RUNNING, AdministrationClock

LONGEST_ADVANCE_SECONDS: Final = 3660 * 24 * 3600
"""Ten years, as long as a timeline may be."""
USUAL_SPEED: Final = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockChange:
    """What a clock shall be; what is None stays. With `real` it follows the time of the server again."""

    real: bool = False
    moment: datetime | None = None
    frozen: bool | None = None
    speed: float | None = None


def change_clock(administration: Administration, change: ClockChange) -> None:
    """Change a clock in one go; what is due by then happens first."""
    administration.change_clock(lambda clock: _apply(change, clock))


def advance(administration: Administration, seconds: float) -> None:
    """Move a clock ahead; what falls due on the way happens in order, each at its own moment.

    Raises RefusedError for a time beyond the last moment that the books know.
    """
    room = (LAST_MOMENT - administration.clock.now()).total_seconds()
    if seconds > room:
        values = {"came": seconds, "bound": 0, "highest": max(0, int(room))}
        raise RefusedError(Complaint("number_not_above", "/seconds", values=values))
    administration.advance(timedelta(seconds=seconds))


def _apply(change: ClockChange, clock: AdministrationClock) -> None:
    if change.real:
        clock.setting = RUNNING
    if change.moment is not None:
        clock.set(change.moment)
    if change.frozen:
        clock.run(0)
    elif change.speed is not None:
        clock.run(change.speed)
    elif change.frozen is False and clock.speed == 0:
        clock.run(USUAL_SPEED)
