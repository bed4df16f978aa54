"""The hostile requests of the tests, one after the other, with what they cost the server that refuses them."""

import re
from collections.abc import Iterable, Iterator

from tests.e2e.reliability import test_bodies as bodies
from tests.e2e.reliability import test_framing as framing
from tests.e2e.reliability import test_odd_requests as odd
from tests.e2e.reliability.messages import asked, sent
from tools.attack.caller import Caller, request, said
from tools.attack.progress import running
from tools.attack.results import Result
from tools.attack.target import MEBIBYTE, Target, target

CHAPTER = "Hostile requests"


# What a kind of them may cost on the average, and how much memory they may leave: the largest are bodies of 10 MB.
MOST_CPU_SECONDS_EACH, MOST_RESIDENT_BYTES = 0.25, 400 * MEBIBYTE

# What a refusal says of HTTP/1.1 is no second answer.
_STATUS_LINE = re.compile(rb"HTTP/1\.1 [1-5][0-9]{2} ")

Hostile = tuple[bytes, str]
"""A request, and the status that it must get."""


def attack() -> Iterator[Result]:
    """Send all of them to one server, and see after each kind that a plain GET is answered and nothing was booked."""
    with target() as server:
        for name, messages in _kinds():
            running(name)
            yield _sent(server, name, list(messages))


def _kinds() -> Iterator[tuple[str, Iterable[Hostile]]]:
    yield "Framing that is ambiguous: request smuggling (CL.TE, TE.CL, TE.TE)", _refused(framing.AMBIGUOUS.values())
    yield "Chunks with sizes that are none", _refused(framing.CHUNKS.values())
    yield "Heads that are none, other protocols", _refused(framing.HEADS.values())
    too_large = ((message, status) for message, status, _ in framing.TOO_LARGE.values())
    yield "Heads, URLs and trailers of 1 MB, 100 000 fields", too_large
    yield "JSON bombs up to 10 MB", _refused(sent(body, path=b"/api/v1/debtors") for body, _ in bodies.JSON.values())
    yield "YAML bombs up to 9 MB", _refused(_scenario(body) for body, _ in bodies.YAML.values())
    yield "Odd paths", ((asked(path), status) for path, status in odd.PATHS.values())
    yield "Broken lines in values that are echoed", odd.INJECTIONS.values()
    hosts = [*odd.NAMES.values(), *odd.NO_NAMES.values()]
    yield "Resets by names of the internet", _refused(_reset(host=host) for host in hosts)
    yield "Resets by pages of other sites", _refused(_reset(header) for header in odd.RESET.values())


def _refused(messages: Iterable[bytes]) -> Iterator[Hostile]:
    return ((message, "400") for message in messages)


def _scenario(body: bytes) -> bytes:
    return sent(body, method=b"PUT", path=b"/_mockbooks/scenario", media_type=b"application/yaml")


def _reset(*headers: bytes, host: bytes = b"localhost") -> bytes:
    return asked(b"/_mockbooks/reset", *headers, method=b"POST", host=host)


def _sent(server: Target, name: str, messages: list[Hostile]) -> Result:
    books, worked = _books(server), server.cpu_seconds()
    proper = sum(is_proper(said(server, message), status) for message, status in messages)
    each = (server.cpu_seconds() - worked) / len(messages)
    untouched, resident = _books(server) == books, server.resident_bytes()
    came = f"{proper} of {len(messages)} got one proper answer, {each * 1000:.1f} ms of CPU each"
    cheap = each <= MOST_CPU_SECONDS_EACH and resident <= MOST_RESIDENT_BYTES
    return Result(
        name, f"{came}; {resident / MEBIBYTE:.0f} MiB afterwards", proper == len(messages) and untouched and cheap
    )


def is_proper(reply: bytes, status: str) -> bool:
    """Tell whether there is one answer, of this status, in whose head nothing stands that the caller has put there."""
    head = reply.partition(b"\r\n\r\n")[0].lower()
    begins = b"HTTP/1.1 %s " % status.encode()
    return reply.startswith(begins) and len(_STATUS_LINE.findall(reply)) == 1 and b"\r\nx-evil" not in head


def _books(server: Target) -> bytes:
    caller = Caller(server)
    try:
        return caller.ask(request("GET", "/_mockbooks/books/dump")).body
    finally:
        caller.close()
