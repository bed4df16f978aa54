"""Whoever is never answered ends the benchmark with a reason, and does not keep it waiting for ever."""

import asyncio
import socket

import pytest

from bench import waits
from bench._report import BenchError


def test_a_server_that_never_answers_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waits, "_LONGEST_SECONDS", 0.2)
    with (
        socket.create_server(("127.0.0.1", 0)) as silent,
        pytest.raises(BenchError, match="/a was not answered"),
    ):
        asyncio.run(waits.ask(silent.getsockname()[1], "/a"))
