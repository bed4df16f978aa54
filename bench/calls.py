"""Times whole calls in the process, beside a bare Flask view that answers ready bytes: the ratio is what counts."""

import asyncio
import gc
from base64 import b64encode
from itertools import count

from flask import Flask

from bench._line import Line
from bench._timing import HEADERS, HOST, NOW, Call, answered_by, compare, exchange, get, handled, post
from mockbooks.app import create_app
from mockbooks.oauth.demo import DEMO_CLIENT, DEMO_SECRET
from mockbooks.settings import Settings
from mockbooks.traffic.clock import FrozenClock
from mockbooks.traffic.exchange import Answer
from mockbooks.web.pipeline import Pipeline
from mockbooks.web.wire.driver import Driver
from mockbooks.web.wire.limits import Limits
from mockbooks.web.wire.protocol import Terms

BASIC = b64encode(f"{DEMO_CLIENT}:{DEMO_SECRET}".encode()).decode("ascii")
FORM = {"authorization": f"Basic {BASIC}", "content-type": "application/x-www-form-urlencoded"}
LIMITS = Limits(url_bytes=8_192, header_bytes=32_768, body_bytes=10_485_760, slow_request_seconds=10)
NUMBERS = count(1)


def main() -> None:
    """Print what each kind of call costs, and how many bare Flask views that is."""
    compare("CPU per call in the process", "bare views", calls())


def calls() -> dict[str, Call]:
    """Give the kinds of calls by what they are called, a bare Flask view first."""
    pipeline = create_app(Settings(debtors=100, limits=()), FrozenClock(NOW)).pipeline
    bare = _bare_flask()
    gc.collect()
    gc.freeze()  # as the server does once it has started
    return {
        "bare Flask view, ready bytes": lambda: answered_by(bare, exchange("GET", "/bare", HEADERS)),
        "GET debtor by id": lambda: get(pipeline, "/debtors/deb_000001"),
        "GET debtor by id, on a connection": _on_a_connection(pipeline, "/debtors/deb_000001"),
        "GET debtors by e-mail": lambda: get(pipeline, "/debtors", b"email=inkoop@korenaar.example"),
        "GET debtors, 50 a page": lambda: get(pipeline, "/debtors"),
        "GET VAT rates": lambda: get(pipeline, "/vat-rates"),
        "POST debtor": lambda: post(pipeline, "/debtors", _debtor()),
        "POST sale of three lines": lambda: post(pipeline, "/transactions", _sale()),
        "POST /oauth/token": lambda: handled(
            pipeline, exchange("POST", "/oauth/token", FORM, body=b"grant_type=client_credentials")
        ),
    }


def _on_a_connection(pipeline: Pipeline, path: str) -> Call:
    """Give the same call from bytes to bytes: the event loop turns once for it, and no socket takes part."""
    loop = asyncio.new_event_loop()

    async def connect() -> Line:
        return Line(Terms(driver=Driver(pipeline), limits=LIMITS, keep_alive_seconds=5))

    line = loop.run_until_complete(connect())
    headers = "".join(f"{name}: {value}\r\n" for name, value in HEADERS.items())
    request = f"GET /api/v1{path} HTTP/1.1\r\nHost: {HOST}\r\n{headers}\r\n".encode("ascii")

    def call() -> Answer:
        loop.call_soon(line.send, request)
        loop.call_soon(loop.stop)
        loop.run_forever()
        return Answer(status=line.last_status())

    return call


def _bare_flask() -> Flask:
    app = Flask("bare", static_folder=None)
    app.add_url_rule("/bare", view_func=lambda: app.response_class(b'{"success":true}', mimetype="application/json"))
    return app


def _debtor() -> dict[str, object]:
    number = next(NUMBERS)
    address = {"line1": f"Kade {number}", "postalCode": "1234 AB", "city": "Delft", "countryCode": "NL"}
    return {"name": f"Slagerij Jansen {number}", "email": f"inkoop{number}@jansen.example", "address": address}


def _sale() -> dict[str, object]:
    line = {"ledgerAccountId": "led_000044", "description": "Taart", "unitPrice": "12.50", "vatRateId": "vat_000001"}
    return {"type": "sales", "date": "2026-11-23", "debtorId": "deb_000001", "lines": [line] * 3}


if __name__ == "__main__":
    main()
