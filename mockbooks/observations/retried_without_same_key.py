"""A client that sent a POST again, not knowing what had become of it, without the Idempotency-Key of the first time."""

from typing import Final

from mockbooks.frozen import dataclass
from mockbooks.stage.callers import digest
from mockbooks.stage.observation import Observation, Seen
from mockbooks.stage.recent import Recent
from mockbooks.stage.scene import World
from mockbooks.stage.span import Span
from mockbooks.stage.unknown_outcome import is_unknown, what_is_sent
from mockbooks.texts import cut
from mockbooks.traffic.idempotency import HEADER
from mockbooks.traffic.operation import API_PREFIX
from mockbooks.traffic.request_log import Entry

# Few callers really wait longer for an answer; who is made to, and then sends the same again, did not get it.
_LONG_SECONDS: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class _Attempt:
    """One POST, as far as the next one is compared with it; `key` is the digest of its Idempotency-Key."""

    request_id: str
    span: Span
    key: bytes | None
    unknown: bool


class _Watcher:
    """A situation is a POST that comes again, same path and body, after one whose outcome its caller could not know."""

    def __init__(self, _world: World) -> None:
        self.seen = Seen()
        self._attempts: Recent[bytes, _Attempt] = Recent()

    def books_replaced(self, _world: World) -> None:
        """Forget all attempts: what is sent from now on repeats nothing that was done in these books."""
        self._attempts = Recent()

    def see(self, entry: Entry) -> None:
        if entry.method != "POST" or not entry.path.startswith(f"{API_PREFIX}/"):
            return
        what, this = what_is_sent(entry), _attempt(entry)
        last = self._attempts.get(what)
        if last is not None:
            self._compare(last, this, entry)
        self._attempts.put(what, this)

    def _compare(self, last: _Attempt, this: _Attempt, entry: Entry) -> None:
        """Find out which of two is the retry: it may have ended first, where the other was kept waiting."""
        if last.span.lies_within(this.span):
            first, retry = this, last
        elif last.unknown:
            first, retry = last, this
        else:
            return
        self.seen.situations += 1
        if first.key is None or first.key != retry.key:
            how = "with another Idempotency-Key" if first.key and retry.key else "without its Idempotency-Key"
            if first.key is None and retry.key is None:
                how = "without an Idempotency-Key"
            detail = f"POST {cut(entry.path)} came again {how}, while nobody could know what had become of the first"
            self.seen.add(detail, first.request_id, retry.request_id)


def _attempt(entry: Entry) -> _Attempt:
    key = entry.headers.get(HEADER)
    return _Attempt(
        request_id=entry.request_id,
        span=Span.of(entry),
        key=digest(key) if key else None,
        unknown=is_unknown(entry) or entry.waited_seconds >= _LONG_SECONDS,
    )


OBSERVATION: Final = Observation(
    name="retriedWithoutSameKey", summary="sent a POST again without the same Idempotency-Key", watch=_Watcher
)
