"""A client that was told when to come back (429 or 503 with Retry-After) and came back sooner."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final

from mockbooks.stage.callers import caller_of
from mockbooks.stage.observation import Observation, Seen
from mockbooks.stage.recent import Recent
from mockbooks.stage.scene import World
from mockbooks.stage.told import Told
from mockbooks.traffic.idempotency import HEADER as KEY_HEADER
from mockbooks.traffic.operation import API_PREFIX
from mockbooks.traffic.request_log import Entry
from mockbooks.traffic.why import problem_codes

_TELLING: Final = frozenset({429, 503})
_CONCURRENT: Final = "too_many_concurrent_requests"
# Timers are no more exact than that.
_TOLERANCE: Final = timedelta(milliseconds=50)
# Larger numbers in Retry-After are moments, as some vendors have it: seconds since 1970, or milliseconds.
_FIRST_EPOCH: Final = 1_000_000_000
_FIRST_EPOCH_MILLISECONDS: Final = 1_000_000_000_000
_LONGEST_NUMBER: Final = 15
_THOUSAND: Final = 1000


@dataclass(slots=True, kw_only=True)
class _Wait:
    """What a client was told: not before this moment, or not this request where others have to end first.

    It is doubtful once a call came after it while the clock stood still: for that one the client may have waited.
    """

    told: Told
    allowed_at: datetime
    is_for_same: bool
    is_doubtful: bool = False

    def concerns(self, entry: Entry) -> bool:
        """Tell whether a request came after it, and is one that it holds for."""
        return entry.began >= self.told.ended and (not self.is_for_same or self.told.repeats(entry))

    def is_untimed(self, entry: Entry) -> bool:
        """Tell whether no time has passed on the clock, or it was put back: how long somebody waited nobody knows."""
        return entry.received_at <= self.told.answered_at

    def is_broken_or_kept_by(self, entry: Entry) -> bool:
        """Tell whether the sender of a later request certainly knew of it, so that it can be judged by its moment."""
        if self.is_in_time(entry):
            return True
        if self.is_for_same:
            # Two workers may well ask the same at once; one key means one request.
            return self.told.is_long_ago(entry) or KEY_HEADER in entry.headers
        return self.told.reached(entry)

    def is_in_time(self, entry: Entry) -> bool:
        return self.allowed_at - entry.received_at <= _TOLERANCE


class _Watcher:
    """A situation is a 429 or 503 with Retry-After that a later call of the same client followed, by the clock."""

    def __init__(self, world: World) -> None:
        self.seen = Seen()
        self._tokens = world.tokens
        self._waits: Recent[tuple[str, str], _Wait] = Recent()

    def see(self, entry: Entry) -> None:
        place, caller = _place(entry), caller_of(entry, self._tokens)
        if place is None or caller is None:
            return
        key = caller, place
        wait = self._waits.get(key)
        if wait is not None and wait.concerns(entry) and self._is_over(wait, entry, caller):
            self._waits.pop(key)
        self._note(key, entry)

    def _is_over(self, wait: _Wait, entry: Entry, caller: str) -> bool:
        """Judge a wait by a later call, where that can be; tell whether nothing more can be learned of it."""
        if wait.is_untimed(entry):
            wait.is_doubtful = True
            return wait.told.repeats(entry)
        if not wait.is_broken_or_kept_by(entry):
            return False
        self._judge(wait, entry, caller)
        return True

    def _judge(self, wait: _Wait, entry: Entry, caller: str) -> None:
        is_in_time = wait.is_in_time(entry)
        self.seen.situations += is_in_time or not wait.is_doubtful
        if is_in_time or wait.is_doubtful:
            return
        early = (wait.allowed_at - entry.received_at).total_seconds()
        waited = (entry.received_at - wait.told.answered_at).total_seconds()
        detail = f"{caller} came back {early:.1f} s before Retry-After had passed: it waited {waited:.1f} s"
        self.seen.add(detail, wait.told.request_id, entry.request_id)

    def _note(self, key: tuple[str, str], entry: Entry) -> None:
        allowed_at = _allowed_at(entry)
        if allowed_at is None:
            return
        is_for_same = _CONCURRENT in problem_codes(entry.sent_content)
        present = self._waits.get(key)
        if present is None or present.is_doubtful:
            self._waits.put(key, _Wait(told=Told.by(entry), allowed_at=allowed_at, is_for_same=is_for_same))
            return
        present.told.also(entry)
        present.allowed_at = max(present.allowed_at, allowed_at)
        present.is_for_same = present.is_for_same and is_for_same


def _place(entry: Entry) -> str | None:
    """Name what a wait holds for: the API as a whole, but for the call that asks for limits, or the token endpoint."""
    if entry.path.startswith(f"{API_PREFIX}/"):
        return None if entry.operation_id == "getLimits" else "the API"
    return entry.operation_id if entry.operation_id == "issueToken" else None


def _allowed_at(entry: Entry) -> datetime | None:
    """Read from when on a client may come back; None where it was told nothing that can be read."""
    text = (entry.sent.header("Retry-After") or "").strip()
    if entry.sent.status not in _TELLING or not entry.was_delivered or not text:
        return None
    try:
        return _moment(text, entry.answered_at)
    except (ValueError, OverflowError, OSError):
        return None


def _moment(text: str, answered_at: datetime) -> datetime:
    if not (text.isascii() and text.isdigit() and len(text) <= _LONGEST_NUMBER):
        moment = parsedate_to_datetime(text)
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    number = int(text)
    if number >= _FIRST_EPOCH_MILLISECONDS:
        return datetime.fromtimestamp(number / _THOUSAND, UTC)
    if number >= _FIRST_EPOCH:
        return datetime.fromtimestamp(number, UTC)
    return answered_at + timedelta(seconds=number)


OBSERVATION: Final = Observation(
    name="cameBackBeforeRetryAfter", summary="came back before Retry-After had passed", watch=_Watcher
)
