"""The hostile requests of the tests, one after the other, with what they cost the server that refuses them."""

from collections.abc import Iterable, Iterator

from tests.e2e.reliability import test_bodies as bodies
from tests.e2e.reliability import test_framing as framing
from tests.e2e.reliability import test_odd_requests as odd
from tests.e2e.reliability.messages import asked, sent
from tools.attack.caller import Caller, request, said
from tools.attack.results import Result
from tools.attack.target import MEBIBYTE, Target, target

CHAPTER = "Hostile requests"


def attack() -> Iterator[Result]:
    """Send all of them to one server, and see after each kind that a plain GET is answered and nothing was booked."""
    with target("--slow-request-seconds=1") as server:
        for name, messages, status in _kinds():
            yield _sent(server, name, list(messages), status)


def _kinds() -> Iterator[tuple[str, Iterable[bytes], bytes]]:
    yield "Framing that is ambiguous: request smuggling (CL.TE, TE.CL, TE.TE)", framing.AMBIGUOUS.values(), b"400"
    yield "Chunks with sizes that are none", framing.CHUNKS.values(), b"400"
    yield "Heads that are none, other protocols", framing.HEADS.values(), b"400"
    yield "Heads, URLs and trailers of 1 MB, 100 000 fields", (each[0] for each in framing.TOO_LARGE.values()), b"4"
    yield "JSON bombs up to 10 MB", (sent(each[0], path=b"/api/v1/debtors") for each in bodies.JSON.values()), b"400"
    yield "YAML bombs up to 9 MB", (_scenario(each[0]) for each in bodies.YAML.values()), b"400"
    yield "Odd paths", (asked(path) for path, _ in odd.PATHS.values()), b"4"
    yield "Broken lines in values that are echoed", odd.INJECTIONS.values(), b""
    resets = (
        asked(b"/_mockbooks/reset", method=b"POST", host=host) for host in [*odd.NAMES.values(), *odd.NO_NAMES.values()]
    )
    yield "Resets by names of the internet", resets, b"400"
    crossing = (asked(b"/_mockbooks/reset", header, method=b"POST") for header in odd.RESET.values())
    yield "Resets by pages of other sites", crossing, b"400"


def _scenario(body: bytes) -> bytes:
    return sent(body, method=b"PUT", path=b"/_mockbooks/scenario", media_type=b"application/yaml")


def _sent(server: Target, name: str, messages: list[bytes], status: bytes) -> Result:
    books, worked = _books(server), server.cpu_seconds()
    proper = sum(_is_proper(said(server, message), status) for message in messages)
    worked = server.cpu_seconds() - worked
    untouched = _books(server) == books
    came = f"{proper} of {len(messages)} got one proper answer, {worked / len(messages) * 1000:.1f} ms of CPU each"
    memory = f"{server.resident_bytes() / MEBIBYTE:.0f} MiB afterwards"
    return Result(name, f"{came}; {memory}", proper == len(messages) and untouched)


def _is_proper(reply: bytes, status: bytes) -> bool:
    head = reply.partition(b"\r\n\r\n")[0].lower()
    return reply.startswith(b"HTTP/1.1 " + status) and reply.count(b"HTTP/1.1 ") == 1 and b"\r\nx-evil" not in head


def _books(server: Target) -> bytes:
    caller = Caller(server)
    try:
        return caller.ask(request("GET", "/_mockbooks/books/dump")).body
    finally:
        caller.close()
