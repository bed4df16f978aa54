"""A POST of which its caller cannot know what became, since the answer was lost or unclear, and how it is repeated."""

from hashlib import blake2b
from typing import Final

import orjson

from mockbooks.traffic.request_log import LONGEST_BODY_BYTES, Entry

_FAILURES: Final = 500
_SUCCESSES: Final = 300


def is_unknown(entry: Entry) -> bool:
    """Tell whether the answer of a call left its caller in the dark: it did not come whole, or says nothing."""
    if not entry.was_delivered or entry.sent.status >= _FAILURES:
        return True
    # A body of this length was shortened by the log, and not on the wire.
    is_shortened = len(entry.sent.body) == LONGEST_BODY_BYTES
    return entry.sent.status < _SUCCESSES and entry.sent_content is None and not is_shortened


def what_is_sent(entry: Entry) -> bytes:
    """Give what makes two requests the same: path and body, whatever the order of its members."""
    content = entry.content
    body = entry.body if content is None else orjson.dumps(content, option=orjson.OPT_SORT_KEYS)
    path = entry.path.encode("utf-8", "surrogateescape")
    return blake2b(b"%b\n%d\n%b" % (path, content is None and entry.body_bytes, body), digest_size=16).digest()
