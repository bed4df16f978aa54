"""What the tables of calls share: a request without a socket, what a call costs, and how that is shown."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from io import BytesIO
from statistics import median
from time import process_time
from typing import Any

import orjson
from flask import Flask

from bench._report import BenchError
from mockbooks.oauth.demo import DEMO_TOKEN
from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.web.pipeline import Pipeline

Call = Callable[[], Answer]

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
HEADERS = {"authorization": f"Bearer {DEMO_TOKEN}", "content-type": "application/json"}
HOST = "127.0.0.1:8080"
CALLS, ROUNDS = 200, 15
MICROSECONDS = 1_000_000
_OK = 200


def exchange(method: str, path: str, headers: Mapping[str, str], *, query: bytes = b"", body: bytes = b"") -> Exchange:
    """Make a request as a driver hands it over."""
    return Exchange(
        method=method, path=path, query_string=query, headers={"host": HOST, **headers}, body=body, host=HOST
    )


def handled(pipeline: Pipeline, request: Exchange) -> Answer:
    """Answer a request as a driver does."""
    answer = pipeline.handle(request)
    request.end()
    return answer


def get(pipeline: Pipeline, path: str, query: bytes = b"") -> Answer:
    """Read from the API with the demo token."""
    return handled(pipeline, exchange("GET", f"/api/v1{path}", HEADERS, query=query))


def post(pipeline: Pipeline, path: str, body: dict[str, object]) -> Answer:
    """Write to the API with the demo token."""
    return handled(pipeline, exchange("POST", f"/api/v1{path}", HEADERS, body=orjson.dumps(body)))


def answered_by(app: Flask, request: Exchange) -> Answer:
    """Ask a Flask application by WSGI (PEP 3333) with no more than it needs."""
    statuses: list[int] = []

    def start_response(status: str, _headers: list[tuple[str, str]], _: object = None) -> Any:  # noqa: ANN401 - nobody writes
        statuses.append(int(status[:3]))

    environ = {
        "REQUEST_METHOD": request.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": request.path,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8080",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "wsgi.url_scheme": "http",
        "wsgi.input": BytesIO(request.body),
        "CONTENT_LENGTH": str(len(request.body)),
        "CONTENT_TYPE": request.headers.get("content-type", ""),
        "HTTP_HOST": request.host,
        "HTTP_AUTHORIZATION": request.headers["authorization"],
    }
    body = b"".join(app.wsgi_app(environ, start_response))
    return Answer(status=statuses[0], body=body)


def compare(title: str, unit: str, calls: Mapping[str, Call]) -> None:
    """Print what each kind of call costs, and how many of the first one that is."""
    rounds = _rounds(calls, ROUNDS, CALLS)
    print(f"{title:44}{'µs':>8}{unit:>14}")
    for name, ratio in _ratios(rounds).items():
        print(f"{name:44}{median(each[name] for each in rounds):8.0f}{ratio:14.2f}")


def ratios(calls: Mapping[str, Call], *, rounds: int = ROUNDS, times: int = CALLS) -> dict[str, float]:
    """Tell how many of the first one each kind of call costs; of each a number of `times` is made in every round."""
    return _ratios(_rounds(calls, rounds, times))


def _rounds(calls: Mapping[str, Call], rounds: int, times: int) -> list[dict[str, float]]:
    """Measure the microseconds of CPU of each kind of call, in rounds that take turns, as noise does."""
    return [{name: microseconds(call, times) for name, call in calls.items()} for _ in range(rounds)]


def _ratios(rounds: list[dict[str, float]]) -> dict[str, float]:
    """Compare within each round, where all had the same noise, and give the median of that."""
    floor = next(iter(rounds[0]))
    return {name: median(each[name] / each[floor] for each in rounds) for name in rounds[0]}


def microseconds(call: Call, times: int) -> float:
    """Give the CPU of a call on average; raises BenchError when one is not answered with 200."""
    started = process_time()
    statuses = {call().status for _ in range(times)}
    if statuses != {_OK}:
        raise BenchError(f"a call was answered with {statuses}")
    return (process_time() - started) / times * MICROSECONDS
