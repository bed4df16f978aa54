"""What a client was told by an answer, and from which request on it can be held to it.

A call may have been on its way already when the answer to another was given. Who blames a client for a call must be
certain that it came after, and is silent where that cannot be told: on a clock that stands still all moments are equal.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import blake2b
from typing import Final

from mockbooks.traffic.request_log import Entry

ON_ITS_WAY: Final = timedelta(milliseconds=100)
"""What comes so soon after an answer may have been sent before that answer arrived, by another worker of the client."""
MOST_ON_THEIR_WAY: Final = 10
"""More than this many other requests are no coincidence: whoever sends them has not listened."""
_MOST_REQUESTS: Final = 20


def request_digest(entry: Entry) -> bytes:
    """Give what a request is recognised by when it comes again: all but its headers."""
    target = f"{entry.method} {entry.path}?".encode("utf-8", "surrogateescape") + entry.query_string
    return blake2b(b"%b\n%d\n%b" % (target, entry.body_bytes, entry.body), digest_size=16).digest()


@dataclass(slots=True)
class Told:
    """An answer that told a client something: when, to which request, and to which others the same was told since."""

    request_id: str
    ended: int
    answered_at: datetime
    requests: set[bytes] = field(default_factory=set)
    passed: int = 0

    @classmethod
    def by(cls, entry: Entry) -> "Told":
        """Begin with an answer."""
        return cls(entry.request_id, entry.ended, entry.answered_at, {request_digest(entry)})

    def also(self, entry: Entry) -> None:
        """Note that the same was told to another request."""
        if len(self.requests) < _MOST_REQUESTS:
            self.requests.add(request_digest(entry))

    def repeats(self, entry: Entry) -> bool:
        """Tell whether it is one of those requests that comes again."""
        return request_digest(entry) in self.requests

    def reached(self, entry: Entry) -> bool:
        """Tell whether the sender of a later request certainly knew; such as repeat what was answered so, did."""
        if entry.began < self.ended:
            return False
        if self.is_long_ago(entry) or self.repeats(entry):
            return True
        self.passed += 1
        return self.passed > MOST_ON_THEIR_WAY

    def is_long_ago(self, entry: Entry) -> bool:
        """Tell whether a request came too long after to have been on its way."""
        return entry.received_at - self.answered_at > ON_ITS_WAY
