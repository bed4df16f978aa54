"""A careful client of an accounting API: it asks again when that is safe, and never books anything twice."""

import datetime as dt
import functools
import hashlib
import json
import time
import uuid
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from types import TracebackType
from typing import Any, Self

import httpx

from examples.orders import Customer, Line, Order

Json = dict[str, Any]

WAITS_SECONDS = (0.2, 1.0, 3.0, 10.0)
TIMEOUT = httpx.Timeout(30.0, connect=5.0)
TOO_MANY_REQUESTS, BAD_REQUEST, SERVER_ERROR = 429, 400, 500
PAGE_SIZE = 200
SALES_JOURNAL_CODE = "75"


class RefusedError(Exception):
    """The API said no: its code, and per fault the place (a JSON pointer), a code and a sentence."""

    def __init__(self, code: str, faults: tuple[str, ...], request_id: str = "") -> None:
        """Keep the request id too: it is what the supplier's support asks for."""
        super().__init__(f"{code}: {'; '.join(faults)}" + (f" (request {request_id})" if request_id else ""))
        self.code = code
        self.faults = faults


class UnusableError(Exception):
    """The API cannot be used now: down, throttled for long, or the token is not good. The run has to stop."""


class Connection:
    """HTTP with timeouts, one kept-alive connection and the same request again when its answer got lost."""

    def __init__(self, url: str, token: str, sleep: Callable[[float], None] = time.sleep) -> None:
        """Open nothing yet; `url` is the server's, without the path of the API."""
        headers = {"Authorization": f"Bearer {token}", "Accept-Language": "nl"}
        self._http = httpx.Client(base_url=url, headers=headers, timeout=TIMEOUT)
        self._sleep = sleep

    def close(self) -> None:
        """Give the connection back."""
        self._http.close()

    def pages(self, path: str, **filters: str) -> Iterator[Json]:
        """Yield every object of a list, following the Link header from page to page."""
        request = self._http.build_request("GET", f"/api/v1{path}", params=filters)
        while True:
            answer = self._send(request)
            yield from _data(answer)
            if "next" not in answer.links:
                return
            request = self._http.build_request("GET", answer.links["next"]["url"])

    def post(self, path: str, body: Json, key: str) -> Json:
        """Create something; however often this has to be sent, the key makes that it happens once."""
        answer = self._post(path, body, key)
        if answer.status_code == BAD_REQUEST and answer.headers.get("Idempotency-Replayed") == "true":
            # An old refusal, kept under this key. Nothing was booked then, and it may be put right since: ask anew.
            answer = self._post(path, body, str(uuid.uuid4()))
        data: Json = _data(answer)
        return data

    def _post(self, path: str, body: Json, key: str) -> httpx.Response:
        headers = {"Idempotency-Key": key}
        return self._send(self._http.build_request("POST", f"/api/v1{path}", json=body, headers=headers))

    def _send(self, request: httpx.Request, waits_seconds: tuple[float, ...] = WAITS_SECONDS) -> httpx.Response:
        """Send; after a lost connection, a 429 or a failing server wait and send the very same request, key and all."""
        try:
            answer = self._http.send(request)
        except httpx.TransportError as error:
            if not waits_seconds:
                raise UnusableError(f"no connection with {request.url.netloc.decode()}") from error
            wait_seconds = waits_seconds[0]
        else:
            if not waits_seconds or not _is_passing(answer):
                return answer
            wait_seconds = _retry_after_seconds(answer) or waits_seconds[0]
        self._sleep(wait_seconds)
        return self._send(request, waits_seconds[1:])


class Accounting:
    """What the web shop needs of the books: find or make debtors and products, book orders, read back."""

    def __init__(self, connection: Connection) -> None:
        """Remember settings, debtors and products for the length of a run."""
        self._connection = connection
        self._debtor_ids: dict[str, str] = {}
        self._product_ids: dict[str, str] = {}
        self.setting_id = functools.cache(self._read_setting)

    def __enter__(self) -> Self:
        """Use as a context manager."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Close the connection."""
        self._connection.close()

    def transaction_id(self, reference: str) -> str | None:
        """Look up whether an order was booked before, by its reference."""
        return next((found["id"] for found in self._connection.pages("/transactions", reference=reference)), None)

    def transactions(self, first: dt.date, last: dt.date) -> Iterator[Json]:
        """Yield all that was booked from the first date to the last, both included."""
        period = {"dateFrom": first.isoformat(), "dateTo": last.isoformat()}
        yield from self._connection.pages("/transactions", pageSize=str(PAGE_SIZE), **period)

    def book(self, order: Order, credits_transaction_id: str | None = None) -> str:
        """Book an order and return the id of its transaction.

        The order's number is sent as the reference, not as the number: numbers are the journal's own, without holes,
        and other sales get theirs from the same row. The total goes with it, so that the server checks our sum.
        """
        body: Json = {
            "type": order.kind,
            "journalId": self.setting_id("/journals", SALES_JOURNAL_CODE),
            "date": order.date.isoformat(),
            "reference": order.reference,
            "debtorId": self._debtor_id(order.customer),
            "pricesIncludeVat": order.prices_include_vat,
            "lines": [self._line(order, line) for line in order.lines],
            "totalInclVat": str(order.total),
        }
        if credits_transaction_id:
            body["creditsTransactionId"] = credits_transaction_id
        # The same order makes the same key, also tomorrow morning or in a second job that runs at the same time.
        key = hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()
        return str(self._connection.post("/transactions", body, key)["id"])

    def _line(self, order: Order, line: Line) -> Json:
        """State rate and account on each line: those of the product are right for sales at home only."""
        body: Json = {
            "description": line.description,
            "ledgerAccountId": self.setting_id("/ledger-accounts", line.account_code),
            "vatRateId": self.setting_id("/vat-rates", line.vat_code, order.date),
        }
        if line.sku:
            body["productId"] = self._product_id(order, line)
        if line.unit_price is None:
            return body | {"amount": str(line.amount)}
        return body | {"quantity": str(line.quantity), "unitPrice": str(line.unit_price)}

    def _debtor_id(self, customer: Customer) -> str:
        """Find the debtor by e-mail address, the first active one if there are more; make it if there is none."""
        email = customer.email.casefold()
        if email not in self._debtor_ids:
            found = self._connection.pages("/debtors", email=email, active="true")
            self._debtor_ids[email] = next((debtor["id"] for debtor in found), None) or self._new_debtor_id(customer)
        return self._debtor_ids[email]

    def _new_debtor_id(self, customer: Customer) -> str:
        optional = {"contactName": customer.contact_name, "vatNumber": customer.vat_number}
        body: Json = {
            "name": customer.name,
            "email": customer.email,
            "address": dict(customer.address),
            "isBusiness": customer.is_business,
        }
        body |= {key: value for key, value in optional.items() if value}
        return str(self._connection.post("/debtors", body, str(uuid.uuid4()))["id"])

    def _product_id(self, order: Order, line: Line) -> str:
        """Find the product by SKU or make it; the order's own price and description stay on its line."""
        sku = line.sku or ""
        if sku not in self._product_ids:
            found = next((product["id"] for product in self._connection.pages("/products", sku=sku)), None)
            self._product_ids[sku] = found or self._new_product_id(order, line)
        return self._product_ids[sku]

    def _new_product_id(self, order: Order, line: Line) -> str:
        body: Json = {
            "sku": line.sku,
            "description": line.description,
            "price": str(line.unit_price or line.amount),
            "priceIncludesVat": order.prices_include_vat,
            "kind": line.kind,
        }
        if line.vat_code.startswith("NL_"):  # what was first sold abroad gets its home rate from the bookkeeper
            body["vatRateId"] = self.setting_id("/vat-rates", line.vat_code, order.date)
            body["ledgerAccountId"] = self.setting_id("/ledger-accounts", line.account_code)
        return str(self._connection.post("/products", body, str(uuid.uuid4()))["id"])

    def _read_setting(self, path: str, code: str, on: dt.date | None = None) -> str:
        """Find a setting by code; a VAT rate has a version per period, so choose the one of the order's date."""
        for setting in self._connection.pages(path, code=code):
            if on is None or _is_valid(setting, on.isoformat()):
                return str(setting["id"])
        raise RefusedError("setting_unknown", (f"{path[1:]} {code} does not exist" + (f" on {on}" if on else ""),))


def signed_total(transaction: Mapping[str, Any]) -> Decimal:
    """Read what a transaction adds to the turnover, VAT included."""
    total = Decimal(transaction["totalInclVat"])
    return total if transaction["type"] == "sales" else -total


def _is_valid(rate: Json, date: str) -> bool:
    """Compare as text: dates are written YYYY-MM-DD, and an open end is null."""
    return (rate["validFrom"] or "") <= date <= (rate["validTo"] or "9999-12-31")


def _is_passing(answer: httpx.Response) -> bool:
    """Tell whether the trouble may be gone in a moment; a key in flight is our own first attempt, still at work."""
    if answer.status_code == TOO_MANY_REQUESTS or answer.status_code >= SERVER_ERROR:
        return True
    if answer.is_success and "json" not in answer.headers.get("Content-Type", ""):
        return True  # a proxy's "please wait" page with status 200
    return answer.status_code == BAD_REQUEST and _json(answer).get("code") == "request_in_progress"


def _retry_after_seconds(answer: httpx.Response) -> float | None:
    text = answer.headers.get("Retry-After", "")
    return float(text) if text.isdigit() else None


def _data(answer: httpx.Response) -> Any:  # noqa: ANN401 (an object or a list, as the call says)
    """Hand over the data of a success, and raise for anything else, also for an error inside a 200."""
    body = _json(answer)
    if answer.is_success and body.get("success") is True:
        return body["data"]
    request_id = answer.headers.get("X-Request-Id", "")
    if answer.status_code != BAD_REQUEST and not answer.is_success:
        raise UnusableError(
            f"{answer.status_code} {body.get('code', '')} {body.get('detail', '')} (request {request_id})"
        )
    faults = tuple(
        f"{fault.get('pointer') or fault.get('parameter') or '-'} {fault['code']}: {fault['detail']}"
        for fault in body.get("errors", [])
    )
    code = body["errors"][0]["code"] if faults else body.get("code", "unreadable")
    raise RefusedError(code, faults or (body.get("detail", answer.text[:200]),), request_id)


def _json(answer: httpx.Response) -> Json:
    """Read the body; a proxy's HTML page or a cut-off answer counts as an empty one."""
    try:
        body: Json = answer.json()
    except ValueError:
        return {}
    return body
