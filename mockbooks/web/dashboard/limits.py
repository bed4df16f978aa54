"""The limits as gauges: what of each is used, and when it renews."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from mockbooks.traffic.rate_limiter import WINDOW_NAMES, WindowRoom
from mockbooks.web.dashboard.visit import Visit
from mockbooks.web.dashboard.writing import local

# From here on a gauge says by its colour that there is little room, as it does by its text.
_LITTLE: Final = 0.75


def shown(visit: Visit) -> Mapping[str, object]:
    """Give a gauge for each window, and one for requests at the same time."""
    room = visit.administration.limiter.room()
    return {
        "windows": [_window(visit, each) for each in room.windows],
        "concurrent": room.concurrent,
        "little": _LITTLE,
    }


def _window(visit: Visit, room: WindowRoom) -> Mapping[str, object]:
    ends = visit.administration.now() + timedelta(seconds=room.reset_seconds)
    return {
        "per": f"per {visit.say(WINDOW_NAMES[room.per])}",
        "limit": room.limit,
        "used": room.limit - room.remaining,
        "remaining": room.remaining,
        "has_begun": room.remaining < room.limit,
        "ends": ends,
        "is_today": local(ends).date() == local(visit.administration.now()).date(),
    }
