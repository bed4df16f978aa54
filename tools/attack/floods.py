"""Floods: very many of everything that a caller may have, while somebody else asks plain things."""

import json
import resource
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from socket import socket
from time import monotonic, sleep

from mockbooks.traffic.request_log import MAXIMUM_BYTES
from tools.attack.caller import Caller, request, watching
from tools.attack.progress import running
from tools.attack.results import Result, spaced
from tools.attack.soak_story import DEBTORS, credentials
from tools.attack.target import MEBIBYTE, Target, target

CHAPTER = "Floods"
# What as many more of the same may add, once the bounds have been reached: allocators breathe.
MOST_GROWTH_BYTES = 8 * MEBIBYTE
# A connection that says nothing costs its objects alone; one that talks has also what was read of it at once (256 KiB),
# and an answer that waits. What the request log keeps of all of them comes on top.
MOST_BYTES_OF_SILENCE, MOST_BYTES_OF_TALK = MEBIBYTE // 64, MEBIBYTE // 2
# How much longer than its time a silent connection may last, among two thousand.
MOST_LATE_SECONDS = 2
_IDLE, _CONNECTS_A_SECOND, _SECONDS, _SLOW_SECONDS = 2_000, 1_000, 5, 5
_PIPELINES, _PIPELINED = 50, 2_000
_MOST_TALK_BYTES = MAXIMUM_BYTES + _PIPELINES * MOST_BYTES_OF_TALK
_GET = request("GET", f"{DEBTORS}/deb_000001")
_LARGEST_SCENARIO_BYTES = 128 * 1024

Outcome = tuple[str, bool]
"""What came of a flood, and whether the server held."""


def attack() -> Iterator[Result]:
    """Flood one server after the other, so that each begins with as much memory as it needs idle."""
    _allow_many_connections()
    for name, flood in _CONNECTIONS.items():
        running(name)
        with target(f"--slow-request-seconds={_SLOW_SECONDS}") as server:
            yield Result(name, *flood(server))
    for kind, times, message in _MANY:
        name = f"{spaced(times)} {kind}"
        running(name)
        with target() as server:
            yield Result(name, *_many(server, times, message))


def _idle(server: Target) -> Outcome:
    """Open connections that say nothing, and see them dropped in their time."""
    before = server.resident_bytes()
    with watching(server) as watch, ExitStack() as stack:
        silent = [stack.enter_context(server.connect()) for _ in range(_IDLE)]
        grown = server.resident_bytes() - before
        opened = monotonic()
        dropped = sum(map(_is_dropped, silent))
        passed = monotonic() - opened
    came = (
        f"{grown / _IDLE / 1024:.1f} KiB each, {spaced(dropped)} dropped, the last {passed:.1f} s after all were open "
        f"(they have {_SLOW_SECONDS} s); {watch.told()}"
    )
    in_time = dropped == _IDLE and passed <= _SLOW_SECONDS + MOST_LATE_SECONDS
    return came, in_time and watch.held and grown <= _IDLE * MOST_BYTES_OF_SILENCE


def _is_dropped(connection: socket) -> bool:
    try:
        return connection.recv(1) == b""
    except TimeoutError:
        return False


def _connects(server: Target) -> Outcome:
    """Connect and leave, so many times a second."""
    before, worked, made = server.resident_bytes(), server.cpu_seconds(), 0
    with watching(server) as watch:
        started = monotonic()
        while (passed := monotonic() - started) < _SECONDS:
            while made < passed * _CONNECTS_A_SECOND:
                server.connect().close()
                made += 1
            sleep(0.001)
    grown = server.resident_bytes() - before
    worked = (server.cpu_seconds() - worked) / _SECONDS
    came = f"{made / _SECONDS:.0f} a second, {worked:.0%} of a core, {grown / MEBIBYTE:+.1f} MiB; {watch.told()}"
    return came, watch.held and grown < MOST_GROWTH_BYTES


def _pipelines(server: Target) -> Outcome:
    """Send thousands of requests at once on each of many connections, and read the answers."""
    before = server.resident_bytes()
    with watching(server) as watch:
        callers = [Caller(server) for _ in range(_PIPELINES)]
        answered = 0
        for _ in range(_PIPELINED // 100):
            for each in callers:
                each.send(_GET * 100)
            answered += sum(each.receive().status == 200 for each in callers for _ in range(100))  # noqa: PLR2004
        _close(callers)
    grown = server.resident_bytes() - before
    came = f"{spaced(answered)} answered, {grown / MEBIBYTE:+.0f} MiB (the request log); {watch.told()}"
    return came, answered == _PIPELINES * _PIPELINED and watch.held and grown < _MOST_TALK_BYTES


def _unread(server: Target) -> Outcome:
    """Send requests without end, and read no answer: the server must stop taking them in."""
    before = server.resident_bytes()
    with watching(server) as watch, ExitStack() as stack:
        taken = 0
        for _ in range(_PIPELINES):
            connection = stack.enter_context(server.connect(seconds=0.2))
            taken += _pushed(connection.send)
        grown = server.resident_bytes() - before
    came = f"{taken / MEBIBYTE:.0f} MiB were taken from the callers, {grown / MEBIBYTE:+.0f} MiB; {watch.told()}"
    return came, watch.held and grown < _MOST_TALK_BYTES


def _pushed(send: Callable[[bytes], int]) -> int:
    taken, piece = 0, _GET * 1_000
    try:
        while taken < 64 * MEBIBYTE:
            taken += send(piece)
    except TimeoutError:
        return taken
    return taken


def _many(server: Target, times: int, message: Callable[[int], bytes]) -> Outcome:
    """Send half, and as many again: the second half must add next to nothing."""
    start = server.resident_bytes()
    with watching(server) as watch:
        worked = server.cpu_seconds()
        _send_all(server, [message(number) for number in range(times // 2)])
        half = server.resident_bytes()
        _send_all(server, [message(number) for number in range(times // 2, times)])
        worked = server.cpu_seconds() - worked
        grown = server.resident_bytes() - half
    came = (
        f"first half {(half - start) / MEBIBYTE:+.1f} MiB, second half {grown / MEBIBYTE:+.1f} MiB, "
        f"{worked / times * 1000:.2f} ms of CPU each; {watch.told()}"
    )
    return came, watch.held and grown < MOST_GROWTH_BYTES


def _send_all(server: Target, messages: list[bytes]) -> None:
    caller = Caller(server)
    for message in messages:
        answer = caller.ask(message)
        if answer.status not in {200, 201}:
            raise RuntimeError(f"{answer.status} for {message[:100]!r}: {answer.body[:300]!r}")
    caller.close()


def _named(path: str, key: str = "name") -> Callable[[int], bytes]:
    return lambda number: request("POST", path, json.dumps({key: f"Flood-{number}"}).encode())


def _token(_: int) -> bytes:
    return request("POST", "/oauth/token", b"grant_type=client_credentials", **credentials())


def _client(number: int) -> bytes:
    body = {"client_name": f"Shop {number}", "redirect_uris": ["http://127.0.0.1:9000/callback"]}
    return request("POST", "/oauth/register", json.dumps(body).encode())


def _scenario(number: int) -> bytes:
    """Write the largest file that is taken: a hundred injections, and a comment for the rest."""
    injections = "".join(
        f"  - {{name: injection {each}, match: {{operation: createDebtor, path: '/api/*'}}, fault: {{delay: 1s}}}}\n"
        for each in range(100)
    )
    file = f"name: flood-{number}\nexpect: [{{everyInjectionFired: false}}]\ninjections:\n{injections}"
    return request(
        "PUT",
        "/_mockbooks/scenario",
        file.ljust(_LARGEST_SCENARIO_BYTES, "#").encode(),
        content_type="application/yaml",
    )


_CONNECTIONS: dict[str, Callable[[Target], Outcome]] = {
    f"{spaced(_IDLE)} connections that say nothing": _idle,
    f"{spaced(_CONNECTS_A_SECOND)} connects a second": _connects,
    f"{_PIPELINES} connections with {spaced(_PIPELINED)} requests each, a hundred at a time": _pipelines,
    f"{_PIPELINES} connections that send requests without end and read nothing": _unread,
}
_MANY: tuple[tuple[str, int, Callable[[int], bytes]], ...] = (
    ("access tokens, of which 20 000 are kept", 50_000, _token),
    ("registered clients", 24_000, _client),
    ("administrations, of which 250 are kept", 3_000, _named("/_mockbooks/administrations")),
    ("snapshots, of which 50 are kept", 3_000, _named("/_mockbooks/snapshots")),
    ("scenario files of 128 KiB", 200, _scenario),
)


def _close(callers: list[Caller]) -> None:
    for each in callers:
        each.close()


def _allow_many_connections() -> None:
    """Have this process, and the servers that it starts, hold as many connections as the machine allows."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
