"""Idempotency-Key: a call that is sent again with the same key is answered again, not done again."""

from dataclasses import field
from datetime import datetime, timedelta
from functools import partial
from hashlib import blake2b
from threading import Lock

from mockbooks.errors import Complaint, RefusedError
from mockbooks.frozen import dataclass
from mockbooks.traffic.exchange import Answer, Exchange

HEADER = "idempotency-key"
MAXIMUM_KEY_LENGTH = 128
LIFETIME = timedelta(hours=24)
# What is remembered of all administrations together.
MAXIMUM_RECORDS = 10_000
MAXIMUM_BYTES = 16 * 1024 * 1024
# What a record costs beside its texts: the objects around them.
RECORD_OVERHEAD_BYTES = 800
_KEPT_STATUSES = frozenset({200, 400})
# A key belongs to an administration: two customers of one integration may well use the same.
Key = tuple[str, str]
_REPLAYED = ("Idempotency-Replayed", "true")


@dataclass(frozen=True, slots=True)
class _Record:
    fingerprint: bytes
    answer: Answer
    kept_at: datetime

    @property
    def size_bytes(self) -> int:
        headers = sum(len(name) + len(value) for name, value in self.answer.headers)
        return RECORD_OVERHEAD_BYTES + len(self.answer.body) + headers


@dataclass(slots=True)
class Kept:
    """What is kept of one administration, the oldest first; private to this module."""

    records: dict[str, _Record] = field(default_factory=dict)
    size_bytes: int = 0


class IdempotencyStore:
    """Answers by key, bounded in number and in bytes, for 24 hours; safe to use from several threads.

    Beyond a bound, the oldest of the administration that holds most goes: a loop in one does not evict the keys of
    another. The time comes in with each call: keys of one administration are as old as its clock says.
    """

    def __init__(self, *, maximum_records: int = MAXIMUM_RECORDS, maximum_bytes: int = MAXIMUM_BYTES) -> None:
        """Start empty."""
        self._maximum_records = maximum_records
        self._maximum_bytes = maximum_bytes
        self._kept: dict[str, Kept] = {}
        self._in_flight: set[Key] = set()
        # What was in flight when its administration was reset: its answer is of the past, and is not kept.
        self._overtaken: set[Key] = set()
        self._count = 0
        self._size_bytes = 0
        self._lock = Lock()

    def __len__(self) -> int:
        return self._count

    def begin(self, key: Key, fingerprint: bytes, now: datetime) -> Answer | None:
        """Give the answer that is kept for this request, or None: then it is in flight until `finish` or `abandon`.

        Refuses with `request_in_progress` or `idempotency_key_reused`.
        """
        with self._lock:
            if key in self._in_flight:
                raise _refused("request_in_progress", key=key[1])
            record = self._present(key, now)
            if record is None:
                self._in_flight.add(key)
                return None
            if record.fingerprint != fingerprint:
                raise _refused("idempotency_key_reused", key=key[1])
            return record.answer

    def finish(self, key: Key, fingerprint: bytes, answer: Answer, now: datetime) -> None:
        """Keep the true answer of the request that was in flight."""
        with self._lock:
            if key in self._overtaken:
                self._overtaken.discard(key)
                return
            self._in_flight.discard(key)
            self._drop(key)
            self._put(key, _Record(fingerprint, answer, now))
            self._make_room()

    def abandon(self, key: Key) -> None:
        """Keep nothing of the request that was in flight: it may be sent again and is then done."""
        with self._lock:
            if key in self._overtaken:
                self._overtaken.discard(key)
            else:
                self._in_flight.discard(key)

    def forget(self, administration_id: str) -> None:
        """Forget the answers of one administration, and what is in flight, as a reset does."""
        with self._lock:
            running = {key for key in self._in_flight if key[0] == administration_id}
            self._in_flight -= running
            self._overtaken |= running
            kept = self._kept.pop(administration_id, Kept())
            self._count -= len(kept.records)
            self._size_bytes -= kept.size_bytes

    def kept_of(self, administration_id: str) -> Kept:
        """Copy what is kept of one administration, for `put_back`."""
        with self._lock:
            kept = self._kept.get(administration_id, Kept())
            return Kept(kept.records.copy(), kept.size_bytes)

    def put_back(self, administration_id: str, kept: Kept) -> None:
        """Keep of one administration what was copied before, and nothing else."""
        self.forget(administration_id)
        with self._lock:
            if kept.records:
                self._kept[administration_id] = Kept(kept.records.copy(), kept.size_bytes)
                self._count += len(kept.records)
                self._size_bytes += kept.size_bytes
            self._make_room()

    def _present(self, key: Key, now: datetime) -> _Record | None:
        kept = self._kept.get(key[0])
        record = None if kept is None else kept.records.get(key[1])
        if record is not None and now - record.kept_at >= LIFETIME:
            self._drop(key)
            return None
        return record

    def _put(self, key: Key, record: _Record) -> None:
        kept = self._kept.setdefault(key[0], Kept())
        kept.records[key[1]] = record
        self._grow(kept, 1, record.size_bytes + len(key[1]))

    def _drop(self, key: Key) -> None:
        kept = self._kept.get(key[0])
        record = None if kept is None else kept.records.pop(key[1], None)
        if kept is None or record is None:
            return
        self._grow(kept, -1, -(record.size_bytes + len(key[1])))
        if not kept.records:
            del self._kept[key[0]]

    def _make_room(self) -> None:
        while self._size_bytes > self._maximum_bytes:
            self._drop_oldest_of(max(self._kept, key=lambda each: self._kept[each].size_bytes))
        while self._count > self._maximum_records:
            self._drop_oldest_of(max(self._kept, key=lambda each: len(self._kept[each].records)))

    def _drop_oldest_of(self, administration_id: str) -> None:
        self._drop((administration_id, next(iter(self._kept[administration_id].records))))

    def _grow(self, kept: Kept, count: int, size_bytes: int) -> None:
        kept.size_bytes += size_bytes
        self._size_bytes += size_bytes
        self._count += count


class IdempotencyStep:
    """Replays what was done before, and keeps what is done now; stands behind the bearer step."""

    def __init__(self) -> None:
        """Start with an empty store."""
        self.store = IdempotencyStore()

    def enter(self, exchange: Exchange) -> Answer | None:
        """Let the first of its kind pass; replay or refuse the others."""
        key, administration = _key_of(exchange), exchange.administration
        if key is None or administration is None:
            return None
        kept = self.store.begin(key, _fingerprint(exchange), administration.clock.now())
        if kept is None:
            exchange.on_breaking_off(partial(self.store.abandon, key))
            return None
        return kept.with_headers(_REPLAYED)

    def leave(self, exchange: Exchange, answer: Answer) -> Answer:
        """Keep the answer of an action; a failure of the server is not one, and neither is what a scenario answered."""
        key, administration = _key_of(exchange), exchange.administration
        if key is None or administration is None:
            return answer
        if answer.status in _KEPT_STATUSES and not exchange.injected:
            self.store.finish(key, _fingerprint(exchange), answer, administration.clock.now())
        else:
            self.store.abandon(key)
        return answer


def _key_of(exchange: Exchange) -> Key | None:
    """Give the key of a POST to an administration; what belongs to none, such as a request for a token, has no key."""
    if exchange.method != "POST" or exchange.administration is None:
        return None
    key = exchange.headers.get(HEADER)
    if key is None:
        return None
    if not 1 <= len(key) <= MAXIMUM_KEY_LENGTH:
        raise _refused("invalid_idempotency_key", maximum=MAXIMUM_KEY_LENGTH, length=len(key))
    return exchange.administration.id, key


def _fingerprint(exchange: Exchange) -> bytes:
    """Give what must be the same when a key comes again: the operation, its path and every byte of the body."""
    target = f"{exchange.method} {exchange.path}?".encode("utf-8", "surrogateescape")
    return blake2b(target + exchange.query_string + b"\n" + exchange.body, digest_size=16).digest()


def _refused(code: str, **values: object) -> RefusedError:
    return RefusedError(Complaint(code, parameter="Idempotency-Key", values=values))
