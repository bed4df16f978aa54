"""The API as a caller meets it: an HTTP client on a whole server without a socket, whose clock stands still."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from textwrap import dedent
from typing import Any

import httpx
import pytest

from mockbooks.app import App, create_app
from mockbooks.oauth.demo import DEMO_ADMINISTRATION, DEMO_TOKEN
from mockbooks.scenarios.loader import load
from mockbooks.settings import Settings
from mockbooks.store import Books
from mockbooks.traffic.clock import FrozenClock
from mockbooks.web.wsgi import WsgiDriver
from tests.api.integration import Integration, MovingClock

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
SETTING_LISTS = ("/vat-rates", "/ledger-accounts", "/journals", "/payment-terms", "/invoice-profiles")
LISTS = ("/debtors", "/products", "/transactions", *SETTING_LISTS)
NO_RECORDS: dict[str, Any] = {"debtors": 0, "products": 0, "transactions": 0}
ADDRESS = {"line1": "Dorpsstraat 12-A", "postalCode": "1234 AB", "city": "Utrecht", "countryCode": "NL"}

Json = dict[str, Any]
OpenApi = Callable[..., "ApiClient"]
OpenShop = Callable[..., Integration]
Play = Callable[..., "ApiClient"]


class ApiClient(httpx.Client):
    """A client with the demo token, and the shortest words for what every story needs."""

    def __init__(self, app: App) -> None:
        self.app = app
        self._ids: dict[tuple[str, str], str] = {}
        driver = WsgiDriver(app.pipeline, max_body_bytes=app.settings.max_body_bytes)
        super().__init__(
            transport=httpx.WSGITransport(app=driver),
            base_url="http://mockbooks.test/api/v1",
            headers={"Authorization": f"Bearer {DEMO_TOKEN}"},
        )

    @property
    def books(self) -> Books:
        return self.app.administrations[DEMO_ADMINISTRATION].books

    def read(self, path: str, **query: str) -> Any:  # noqa: ANN401 - JSON
        """Give the `data` of a GET that succeeds: one object, or the first 200 of a list."""
        return answer(self.get(path, params=query or None))

    def listed(self, path: str, **query: str) -> list[Json]:
        """Give the items of a list (at most 200) that pass the filters."""
        return list(self.read(path, pageSize="200", **query))

    def create(self, path: str, body: Json, **headers: str) -> Json:
        """Give the `data` of a POST that succeeds."""
        return dict(answer(self.post(path, json=body, headers=headers)))

    def refusals(self, path: str, body: object, *, method: str = "POST", language: str = "en") -> list[tuple[str, str]]:
        """Send what must be refused, hold that nothing changed, and give where it is wrong and by which code."""
        return [
            (each.get("pointer") or each.get("parameter", ""), each["code"])
            for each in self.refused(path, body, method, language)
        ]

    def refused(self, path: str, body: object, method: str = "POST", language: str = "en") -> list[Json]:
        """Send what must be refused, hold that nothing changed, and give the errors whole."""
        before = self.everything()
        response = self.request(method, path, json=body, headers={"Accept-Language": language})
        problem = response.json()
        assert response.status_code == 400, response.text
        assert response.headers["Content-Type"].startswith("application/problem+json")
        assert response.headers["Content-Language"] == language
        assert (problem["success"], problem["status"]) == (False, 400)
        assert problem["code"] in {problem["errors"][0]["code"], "validation_failed"}
        assert self.everything() == before
        return list(problem["errors"])

    def detail(self, path: str, body: object, *, language: str = "en") -> str:
        """Send what must be refused for one reason, and give the sentence that tells it."""
        (only,) = self.refused(path, body, language=language)
        return str(only["detail"])

    def everything(self) -> dict[str, bytes]:
        """Give every page of every list, byte for byte."""
        return {path: b"\n".join(self._pages(path)) for path in LISTS}

    def _pages(self, path: str) -> Iterator[bytes]:
        number, last = 1, 1
        while number <= last:
            response = self.get(path, params={"page": str(number), "pageSize": "200"})
            yield response.content
            number, last = number + 1, response.json()["page"]["totalPages"]

    def id_of(self, path: str, code: str) -> str:
        """Give the id of a setting by its code: `api.id_of("/journals", "70")`; of several versions, the first."""
        key = (path, code)
        if key not in self._ids:
            self._ids[key] = self.listed(path, code=code)[0]["id"]
        return self._ids[key]

    def account(self, code: str) -> str:
        return self.id_of("/ledger-accounts", code)

    def journal(self, code: str) -> str:
        return self.id_of("/journals", code)

    def rate(self, code: str) -> str:
        return self.id_of("/vat-rates", code)

    def debtor(self, **fields: object) -> Json:
        """Create a debtor: Bakkerij De Korenaar, unless told otherwise."""
        return self.create("/debtors", {"name": "Bakkerij De Korenaar", "address": ADDRESS, **fields})

    def product(self, **fields: object) -> Json:
        """Create a product: a loaf of 100.00 without VAT on 8000 at 21 %, unless told otherwise."""
        usual = {
            "sku": "BROOD-800",
            "description": "Volkorenbrood 800 gram",
            "price": "100.00",
            "ledgerAccountId": self.account("8000"),
            "vatRateId": self.rate("NL_HOOG"),
        }
        return self.create("/products", {**usual, **fields})

    def line(self, **fields: object) -> Json:
        """Make the line of a sale: 100.00 on account 8000 at NL_HOOG, unless told otherwise."""
        usual = {"ledgerAccountId": self.account("8000"), "unitPrice": "100.00", "vatRateId": self.rate("NL_HOOG")}
        return {**usual, **fields}

    def sale_body(self, debtor_id: str, *lines: Json, **fields: object) -> Json:
        """Make the body of a sale of 121.00 = 100.00 + 21.00 today, unless told otherwise."""
        usual = {"type": "sales", "date": "2026-11-23", "debtorId": debtor_id, "lines": list(lines) or [self.line()]}
        return {**usual, **fields}

    def sale(self, debtor_id: str, *lines: Json, **fields: object) -> Json:
        """Book that sale."""
        return self.create("/transactions", self.sale_body(debtor_id, *lines, **fields))

    def credit(self, debtor_id: str, *lines: Json, **fields: object) -> Json:
        """Book a credit note of 121.00, unless told otherwise."""
        return self.sale(debtor_id, *lines, **{"type": "sales_credit", **fields})

    def receipt_body(self, *lines: Json, **fields: object) -> Json:
        """Make the body of a receipt in the bank's journal today."""
        return {
            "type": "receipt",
            "date": "2026-11-23",
            "journalId": self.journal("20"),
            "lines": list(lines),
            **fields,
        }

    def pay(self, transaction_id: str, amount: str, **fields: object) -> Json:
        """Book a receipt that settles a sale or credit note."""
        line = {"settlesTransactionId": transaction_id, "amount": amount}
        return self.create("/transactions", self.receipt_body(line, **fields))

    def reverse(self, transaction_id: str, **fields: object) -> Json:
        """Reverse a transaction."""
        return self.create(f"/transactions/{transaction_id}/reversal", dict(fields))


def answer(response: httpx.Response) -> Any:  # noqa: ANN401 - JSON
    """Give the `data` of an answer that must be a success."""
    assert response.status_code == 200, response.text
    assert response.json()["success"] is True
    return response.json()["data"]


@pytest.fixture
def open_api() -> Iterator[OpenApi]:
    """Open servers of their own: `open_api(now=…, lock_date=…)`; without records unless numbers are given."""
    opened: list[ApiClient] = []

    def open_one(*, now: datetime = NOW, **settings: Any) -> ApiClient:  # noqa: ANN401 - of any type
        opened.append(ApiClient(create_app(Settings(**{**NO_RECORDS, **settings}), FrozenClock(now))))
        return opened[-1]

    yield open_one
    for each in opened:
        each.close()


@pytest.fixture
def play() -> Iterator[Play]:
    """Open servers that play a scenario, written as YAML without its name, on a clock that stands still."""
    opened: list[ApiClient] = []

    def play_one(scenario: str, **settings: Any) -> ApiClient:  # noqa: ANN401 - of any type
        played = load(f"name: played\n{dedent(scenario)}".encode(), source="played.yaml")
        opened.append(ApiClient(create_app(Settings(**{**NO_RECORDS, **settings}), FrozenClock(NOW), played)))
        return opened[-1]

    yield play_one
    for each in opened:
        each.close()


@pytest.fixture
def api(open_api: OpenApi) -> ApiClient:
    """Books with the settings and nothing else, on 23 November 2026."""
    return open_api()


@pytest.fixture
def seeded_api(open_api: OpenApi) -> ApiClient:
    """Books with the seed that a server starts with: 25 debtors, 40 products, 30 transactions."""
    return open_api(debtors=25, products=40, transactions=30)


@pytest.fixture
def open_shop() -> Iterator[OpenShop]:
    """Open servers with an integration that wants tokens, on a clock that moves: `open_shop(code_seconds=10)`."""
    opened: list[Integration] = []

    def open_one(**settings: Any) -> Integration:  # noqa: ANN401 - of any type
        clock = MovingClock(NOW)
        opened.append(Integration(create_app(Settings(**{**NO_RECORDS, **settings}), clock), clock))
        return opened[-1]

    yield open_one
    for each in opened:
        each.close()


@pytest.fixture
def shop(open_shop: OpenShop) -> Integration:
    """Have the demo client's credentials, at 9 o'clock on 23 November 2026."""
    return open_shop()
