"""Times whole calls in the process, beside a bare Flask view that answers ready bytes: the ratio is what counts."""

import gc
from itertools import count

from flask import Flask

from bench._timing import HEADERS, NOW, Call, answered_by, compare, exchange, get, post
from mockbooks.app import create_app
from mockbooks.settings import Settings
from mockbooks.traffic.clock import FrozenClock

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
        "GET debtors by e-mail": lambda: get(pipeline, "/debtors", b"email=inkoop@korenaar.example"),
        "GET debtors, 50 a page": lambda: get(pipeline, "/debtors"),
        "GET VAT rates": lambda: get(pipeline, "/vat-rates"),
        "POST debtor": lambda: post(pipeline, "/debtors", _debtor()),
        "POST sale of three lines": lambda: post(pipeline, "/transactions", _sale()),
    }


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
