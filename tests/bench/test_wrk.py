"""A load counts only when every request of it was answered with 2xx."""

import sys
from pathlib import Path

import pytest

from bench._report import BenchError
from bench.peers import wrk
from bench.peers.wrk import Loaded, requests_of

PRINTED = """Running 1s test @ http://127.0.0.1:8080/api/v1/vat-rates
  1 threads and 16 connections
  4022 requests in 1.00s, 2.52MB read
{}Requests/sec:   4001.10
"""


def test_the_requests_are_counted() -> None:
    assert requests_of(PRINTED.format("")) == 4022


@pytest.mark.parametrize(
    "trouble",
    [
        "  Non-2xx or 3xx responses: 3\n",
        "  Socket errors: connect 0, read 12, write 0, timeout 0\n",
        "requests.lua: requests.lua:2: attempt to concatenate a nil value\n",
    ],
)
def test_one_request_that_went_wrong_spoils_the_round(trouble: str) -> None:
    with pytest.raises(BenchError, match="the load went wrong: .*" + trouble.split(maxsplit=1)[0]):
        requests_of(PRINTED.format(trouble))


def test_no_request_at_all_is_no_round() -> None:
    assert Loaded(requests=4000, cpu_seconds=0.5).microseconds == 125
    with pytest.raises(BenchError, match="not one request was answered"):
        assert Loaded(requests=0, cpu_seconds=0.5).microseconds


def test_a_wrk_that_said_nothing_is_no_load() -> None:
    with pytest.raises(BenchError, match="the load went wrong: unable to connect"):
        requests_of("unable to connect to 127.0.0.1:8080 Connection refused\n")


def test_a_wrk_that_does_not_end_is_ended_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wrk, "_MORE_SECONDS", 0.2)
    program = tmp_path / "wrk"
    program.write_text(f"#!{sys.executable}\nimport time\ntime.sleep(60)\n", encoding="utf-8")
    program.chmod(0o755)
    with pytest.raises(BenchError, match=r"wrk was to load for 0 s and did not end within 0.2 s"):
        wrk.printed_by([str(program)], 0)
