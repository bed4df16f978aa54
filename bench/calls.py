"""Times whole calls in the process, beside a bare Flask view that answers ready bytes: the ratio is what counts."""

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import count
from statistics import median
from time import process_time

import orjson
from flask import Flask

from mockbooks.app import create_app
from mockbooks.oauth.tokens import DEMO_TOKEN
from mockbooks.settings import Settings
from mockbooks.traffic.clock import FrozenClock
from mockbooks.traffic.exchange import Exchange
from mockbooks.web.pipeline import Pipeline
from mockbooks.web.rest import FlaskEndpoint

CALLS, ROUNDS = 200, 15
MICROSECONDS = 1_000_000
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
HEADERS = {"authorization": f"Bearer {DEMO_TOKEN}", "content-type": "application/json", "host": "127.0.0.1:8080"}
NUMBERS = count(1)


def main() -> None:
    """Print what each kind of call costs, and how many bare Flask views that is."""
    pipeline = create_app(Settings(debtors=100), FrozenClock(NOW)).pipeline
    bare = _bare_flask()
    calls: dict[str, Callable[[], int]] = {
        "bare Flask view, ready bytes": lambda: bare(_exchange("GET", "/bare")).status,
        "GET debtor by id": lambda: _get(pipeline, "/debtors/deb_000001"),
        "GET debtors by e-mail": lambda: _get(pipeline, "/debtors", b"email=inkoop@korenaar.example"),
        "GET debtors, 50 a page": lambda: _get(pipeline, "/debtors"),
        "GET VAT rates": lambda: _get(pipeline, "/vat-rates"),
        "POST debtor": lambda: _post(pipeline, "/debtors", _debtor()),
        "POST sale of three lines": lambda: _post(pipeline, "/transactions", _sale()),
    }
    costs = {name: [_microseconds(call) for _ in range(ROUNDS)] for name, call in calls.items()}
    floor = median(costs["bare Flask view, ready bytes"])
    print(f"{'CPU per call in the process':32}{'µs':>8}{'bare views':>12}")
    for name, rounds in costs.items():
        print(f"{name:32}{median(rounds):8.0f}{median(rounds) / floor:12.1f}")


def _microseconds(call: Callable[[], int]) -> float:
    started = process_time()
    statuses = {call() for _ in range(CALLS)}
    if statuses != {200}:
        raise RuntimeError(f"a call was answered with {statuses}")
    return (process_time() - started) / CALLS * MICROSECONDS


def _get(pipeline: Pipeline, path: str, query: bytes = b"") -> int:
    return pipeline.handle(_exchange("GET", f"/api/v1{path}", query=query)).status


def _post(pipeline: Pipeline, path: str, body: dict[str, object]) -> int:
    return pipeline.handle(_exchange("POST", f"/api/v1{path}", body=orjson.dumps(body))).status


def _exchange(method: str, path: str, *, query: bytes = b"", body: bytes = b"") -> Exchange:
    return Exchange(method=method, path=path, query_string=query, headers=HEADERS, body=body, host=HEADERS["host"])


def _bare_flask() -> FlaskEndpoint:
    app = Flask("bare", static_folder=None)
    app.add_url_rule("/bare", view_func=lambda: app.response_class(b'{"success":true}', mimetype="application/json"))
    return FlaskEndpoint(app, max_json_depth=32)


def _debtor() -> dict[str, object]:
    number = next(NUMBERS)
    address = {"line1": f"Kade {number}", "postalCode": "1234 AB", "city": "Delft", "countryCode": "NL"}
    return {"name": f"Slagerij Jansen {number}", "email": f"inkoop{number}@jansen.example", "address": address}


def _sale() -> dict[str, object]:
    line = {"ledgerAccountId": "led_000044", "description": "Taart", "unitPrice": "12.50", "vatRateId": "vat_000001"}
    return {"type": "sales", "date": "2026-11-23", "debtorId": "deb_000001", "lines": [line] * 3}


if __name__ == "__main__":
    main()
