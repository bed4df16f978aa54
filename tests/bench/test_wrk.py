"""A load counts only when every request of it was answered with 2xx."""

import pytest

from bench._report import BenchError
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
