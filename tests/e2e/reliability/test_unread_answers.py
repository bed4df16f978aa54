"""Callers that do not read what they asked for are dropped in time; those that read slowly get all of it."""

import socket
import time

from tests.e2e.conftest import TIMEOUT_SECONDS, Process, is_dropped
from tests.e2e.reliability.messages import HOST

# 270 kB; twenty of it are more than the operating system keeps for a caller that reads nothing.
OPENAPI = b"GET /openapi.json HTTP/1.1\r\n" + HOST + b"\r\n"
LAST_OPENAPI = OPENAPI[:-2] + b"Connection: close\r\n\r\n"


def asked(process: Process, request: bytes) -> socket.socket:
    """Ask with hardly any room for what comes back."""
    caller = socket.socket()
    caller.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
    caller.settimeout(TIMEOUT_SECONDS)
    caller.connect(("127.0.0.1", process.port))
    caller.sendall(request)
    return caller


def test_who_reads_nothing_of_many_answers_is_dropped(target: Process) -> None:
    with asked(target, OPENAPI * 20) as caller:
        assert is_dropped(caller)


def test_who_reads_nothing_of_a_last_answer_is_dropped(target: Process) -> None:
    with asked(target, OPENAPI * 20 + LAST_OPENAPI) as caller:
        assert is_dropped(caller)


def test_who_reads_slowly_gets_all_of_it(target: Process) -> None:
    received = b""
    with asked(target, OPENAPI * 11 + LAST_OPENAPI) as caller:
        began = time.monotonic()
        while piece := caller.recv(16_384):
            received += piece
            time.sleep(len(piece) / 1_000_000)

    assert received.count(b"HTTP/1.1 200 OK") == 12
    assert received.endswith(b"}")
    assert time.monotonic() - began > 3  # of which it had 0.6 to read some more
