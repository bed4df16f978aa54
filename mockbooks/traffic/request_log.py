"""The request log: what was asked and answered, bounded in number and in bytes, the newest kept."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import field, replace
from datetime import datetime
from threading import Lock
from typing import Final

from mockbooks.frozen import dataclass
from mockbooks.traffic.content import content_of, query_of
from mockbooks.traffic.delivery import Cut, Drop
from mockbooks.traffic.exchange import Answer
from mockbooks.traffic.injection import Phase

# What is kept of one administration, and of all together.
MAXIMUM_ENTRIES: Final = 10_000
MAXIMUM_BYTES: Final = 64 * 1024 * 1024
LONGEST_BODY_BYTES: Final = 16 * 1024
# What an entry costs beside its texts: the objects around them, and those around each header that came.
ENTRY_OVERHEAD_BYTES: Final = 2_000
HEADER_OVERHEAD_BYTES: Final = 150
# How often a URL stands in an entry: as it was asked, and in the links of the answer to the pages around.
URLS_TOLD: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Fired:
    """An injection that acted on an exchange: its name, the phase, and the names of its faults."""

    injection: str
    phase: Phase
    faults: tuple[str, ...]


@dataclass(slots=True, kw_only=True)
class Entry:
    """One exchange as it is remembered; moments are those of the administration's clock.

    Nothing of it changes once its log has given it its number.

    `answer` is the true one, `sent` what was sent in its place: the same where nothing was injected. A `number` counts
    the exchanges of one log from 1, in the order in which they ended; one that is in no log has 0. `began` and `ended`
    tell the order of all beginnings and ends, also where the clock stands still. `body_bytes` is how long the body was
    before it was cut. Where an injection answered in place of the action it is `injected`; a caller who `caller_left`
    has seen no answer, and for `waited_seconds` of real time, whatever the clock, the scenario kept it waiting. The
    books that it worked on are those of its `era`.
    """

    request_id: str
    received_at: datetime
    answered_at: datetime
    method: str
    path: str
    query_string: bytes
    headers: Mapping[str, str]
    body: bytes
    body_bytes: int
    operation_id: str | None
    client_id: str | None
    answer: Answer
    sent: Answer
    fired: tuple[Fired, ...] = ()
    number: int = 0
    began: int = 0
    ended: int = 0
    injected: bool = False
    caller_left: bool = False
    waited_seconds: float = 0.0
    era: int = 0
    _values: dict[tuple[int, str | None], object] | None = field(default=None, init=False, repr=False, compare=False)

    @property
    def query(self) -> dict[str, str] | None:
        """The query as it was sent; None when it cannot be read."""
        return query_of(self.query_string)

    @property
    def content(self) -> object:
        """The body of the request as a value; None when it was cut or cannot be read."""
        return self._value_of(self.body, self.headers.get("content-type"))

    @property
    def answer_content(self) -> object:
        """The body of the true answer as a value."""
        return self._value_of(self.answer.body, self.answer.media_type)

    @property
    def sent_content(self) -> object:
        """The body that was sent as a value; None for a HEAD, to which none is sent (RFC 9110, section 9.3.2)."""
        return None if self.method == "HEAD" else self._value_of(self.sent.body, self.sent.media_type)

    @contextmanager
    def read_once(self) -> Iterator[None]:
        """Read each body once while many look at it: nobody may change the values, which are forgotten afterwards."""
        self._values = {}
        try:
            yield
        finally:
            self._values = None

    def _value_of(self, body: bytes, media_type: str | None) -> object:
        # Another thread may be reading the log meanwhile.
        values = self._values
        if values is None:
            return content_of(body, media_type)
        key = id(body), media_type
        if key not in values:
            values[key] = content_of(body, media_type)
        return values[key]

    @property
    def was_delivered(self) -> bool:
        """Whether the caller got what was sent whole."""
        return not self.caller_left and not isinstance(self.sent.delivery, Drop | Cut)

    def size_bytes(self) -> int:
        """Tell about how much memory it takes."""
        bodies = len(self.body) + len(self.answer.body) + (0 if self.sent is self.answer else len(self.sent.body))
        urls = URLS_TOLD * (len(self.path) + len(self.query_string))
        headers = sum(map(len, self.headers)) + sum(map(len, self.headers.values()))
        return ENTRY_OVERHEAD_BYTES + bodies + urls + headers + HEADER_OVERHEAD_BYTES * len(self.headers)

    def trimmed(self) -> "Entry":
        """Give the same with long bodies cut."""
        if max(len(self.body), len(self.answer.body), len(self.sent.body)) <= LONGEST_BODY_BYTES:
            return self
        answer = _cut_answer(self.answer)
        sent = answer if self.sent is self.answer else _cut_answer(self.sent)
        return replace(self, body=_cut(self.body), answer=answer, sent=sent)


class RequestLog:
    """The entries of one administration; with each clearing it begins another `life`."""

    def __init__(self, room: "LogRoom") -> None:
        """Start empty, in the room that it shares with other logs."""
        self._room = room
        self._entries: deque[tuple[Entry, int]] = deque()
        self._number = self._ticks = 0
        self.size_bytes = self.life = 0

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[Entry]:
        return iter([entry for entry, _ in tuple(self._entries)])

    @property
    def newest_number(self) -> int:
        """The number of the newest entry; 0 where there is none."""
        try:
            return self._entries[-1][0].number
        except IndexError:
            return 0

    def tick(self) -> int:
        """Give the next number of those that order the beginnings and ends of exchanges."""
        with self._room.lock:
            self._ticks += 1
            return self._ticks

    def add(self, entry: Entry, life: int) -> None:
        """Keep an entry, which ends now and gets its number; where there is no room the oldest goes.

        One that began in another `life` of the log only has its place among the ends.
        """
        with self._room.lock:
            self._ticks += 1
            entry.ended = self._ticks
            if life != self.life:
                return
            self._number += 1
            entry.number = self._number
            kept, size = entry, entry.size_bytes()
            if size > LONGEST_BODY_BYTES:
                kept = entry.trimmed()
                size = kept.size_bytes()
            self._entries.append((kept, size))
            self.size_bytes += size
            self._room.size_bytes += size
            if len(self._entries) > MAXIMUM_ENTRIES:
                self.drop_oldest()
            self._room.make_room(self)

    def find(self, request_id: str) -> Entry | None:
        """Give the newest entry with this request id."""
        return next((each for each, _ in reversed(tuple(self._entries)) if each.request_id == request_id), None)

    def clear(self) -> None:
        """Forget everything, and count from 1 again."""
        with self._room.lock:
            self._room.size_bytes -= self.size_bytes
            self._entries.clear()
            self._number = self.size_bytes = 0
            self.life += 1

    def drop_oldest(self) -> None:
        """Forget the oldest entry; to be called under the lock of the room."""
        _, size = self._entries.popleft()
        self.size_bytes -= size
        self._room.size_bytes -= size


class LogRoom:
    """The memory that the logs of all administrations share."""

    def __init__(self, *, maximum_bytes: int = MAXIMUM_BYTES) -> None:
        """Start with no logs."""
        self.lock = Lock()
        self.size_bytes = 0
        self._maximum_bytes = maximum_bytes
        self._logs: dict[str, RequestLog] = {}

    def log_of(self, administration_id: str) -> RequestLog:
        """Give the log of an administration, which begins empty."""
        with self.lock:
            return self._logs.setdefault(administration_id, RequestLog(self))

    def forget(self, administration_id: str) -> None:
        """Give back the memory of an administration that is gone."""
        with self.lock:
            gone = self._logs.pop(administration_id, None)
        if gone is not None:
            gone.clear()

    def make_room(self, newest: RequestLog) -> None:
        """Have logs forget their oldest until all fit: the one that just grew, when it has more than its share."""
        while self.size_bytes > self._maximum_bytes:
            share = self._maximum_bytes // max(1, len(self._logs))
            fullest = newest if newest.size_bytes > share else _fullest(self._logs.values())
            fullest.drop_oldest()


def _fullest(logs: Iterable[RequestLog]) -> RequestLog:
    return max(logs, key=lambda log: log.size_bytes)


def _cut(body: bytes) -> bytes:
    """Keep the beginning; copied, since what a JSON writer hands over may sit in a larger block than it fills."""
    return bytes(memoryview(body)[:LONGEST_BODY_BYTES])


def _cut_answer(answer: Answer) -> Answer:
    return replace(answer, body=_cut(answer.body))
