"""The clock: what time it is in the books, and the forms that freeze, run, set and advance it."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, Final, TypeVar
from zoneinfo import ZoneInfo

from marshmallow import ValidationError

from mockbooks.administration import Administration
from mockbooks.control.clock import ClockChange, advance, change_clock
from mockbooks.errors import Complaint, RefusedError
from mockbooks.service.fields import shown as shown_as_json
from mockbooks.service.schema import StrictSchema, complaints_in
from mockbooks.texts import Text, cut
from mockbooks.traffic.clock import BOOKS_TIME_ZONE, RUNNING
from mockbooks.web.control.clock import AdvanceBody, ClockBody
from mockbooks.web.dashboard.visit import Visit
from mockbooks.web.dashboard.writing import local

ADVANCES: Final = (
    (60, Text("1 minute", "1 minuut")),
    (3_600, Text("1 hour", "1 uur")),
    (86_400, Text("1 day", "1 dag")),
)
UNITS: Final = (
    (1, Text("seconds", "seconden")),
    (60, Text("minutes", "minuten")),
    (3_600, Text("hours", "uur")),
    (86_400, Text("days", "dagen")),
)
Meant = TypeVar("Meant")

_UNITS: Final = {str(seconds): seconds for seconds, _ in UNITS}
_AMOUNT: Final = re.compile(r"[+-]?[0-9]{1,40}")
_MOMENT: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?")
_CHANGE: Final = ClockBody()
_ADVANCE: Final = AdvanceBody()


def shown(visit: Visit) -> Mapping[str, object]:
    """Tell how the clock goes, and what may be done with it."""
    clock, now = visit.administration.clock, visit.administration.now()
    return {
        "now": now,
        # A form cannot hold a zone: what it holds is the time in Amsterdam.
        "local": f"{local(now):%Y-%m-%dT%H:%M:%S}",
        "is_frozen": clock.stands_still,
        "is_real": clock.state[0] == RUNNING,
        "speed": 0 if clock.stands_still else int(clock.speed),
        "advances": [(seconds, visit.say(words)) for seconds, words in ADVANCES],
        "units": [(seconds, visit.say(words)) for seconds, words in UNITS],
    }


def change(visit: Visit) -> None:
    """Do what one of the buttons says; raises RefusedError for what no clock can be."""
    _one_of(_ACTS, "clock", visit.form.get("clock", ""))(visit.administration, visit.form)


def _freeze(administration: Administration, _: Mapping[str, str]) -> None:
    change_clock(administration, ClockChange(frozen=True))


def _run(administration: Administration, _: Mapping[str, str]) -> None:
    change_clock(administration, ClockChange(frozen=False))


def _follow(administration: Administration, _: Mapping[str, str]) -> None:
    change_clock(administration, ClockChange(real=True))


def _set(administration: Administration, form: Mapping[str, str]) -> None:
    moment = _in_amsterdam(form.get("moment", ""))
    change_clock(administration, _read(_CHANGE, {"now": moment}))


def _advance(administration: Administration, form: Mapping[str, str]) -> None:
    amount, unit = form.get("amount", "1"), _one_of(_UNITS, "unit", form.get("unit", "1"))
    seconds = int(amount) * unit if _AMOUNT.fullmatch(amount) else amount
    advance(administration, _read(_ADVANCE, {"seconds": seconds})["seconds"])


_ACTS: Final[dict[str, Callable[[Administration, Mapping[str, str]], None]]] = {
    "freeze": _freeze,
    "run": _run,
    "follow": _follow,
    "set": _set,
    "advance": _advance,
}


def _in_amsterdam(text: str) -> str:
    """Read a moment as a form gives it; raises RefusedError for what is none."""
    refusal = RefusedError(Complaint("not_moment", "/now", values={"came": shown_as_json(text)}))
    if not _MOMENT.fullmatch(text):
        raise refusal
    try:
        return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(BOOKS_TIME_ZONE)).astimezone(UTC).isoformat()
    except (ValueError, OverflowError):
        raise refusal from None


def _one_of(choices: Mapping[str, Meant], parameter: str, came: str) -> Meant:
    """Give what a word of the form stands for; raises RefusedError for any other word."""
    if came not in choices:
        values = {"came": cut(came), "allowed": tuple(choices)}
        raise RefusedError(Complaint("not_one_of", parameter=parameter, values=values))
    return choices[came]


def _read(schema: StrictSchema, data: Mapping[str, object]) -> Any:  # noqa: ANN401 - as the schema gives
    """Read what a form says by the schema of the control API, so that both refuse the same."""
    try:
        return schema.load(data)
    except ValidationError as error:
        raise RefusedError(*complaints_in(error)) from None
