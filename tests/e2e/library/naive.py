"""The integration that everybody writes first. It works as long as nothing goes wrong; nothing here is to be copied.

It sends a new request when an answer fails to come, keeps its tokens per worker, believes that 200 is success and all
else a reason to try again, finds a new debtor by searching for it, and computes VAT with floats, line by line.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx

from examples.orders import Customer, Order
from tests.e2e.library.surroundings import Form, Surroundings

ATTEMPTS = 3
RETRY_SECONDS = 1.0
Json = dict[str, Any]


class ApiError(Exception):
    """The API said no."""


class Worker:
    """One worker with its own connection and its own copy of the tokens."""

    def __init__(self, surroundings: Surroundings, tokens: Json) -> None:
        self.http = httpx.Client(base_url=surroundings.url, timeout=surroundings.timeout_seconds)
        self.oauth = surroundings.oauth()
        self.sleep: Callable[[float], None] = surroundings.sleep
        self.use(tokens)

    def use(self, tokens: Json) -> None:
        self.refresh_token = tokens["refresh_token"]
        self.http.headers["Authorization"] = f"Bearer {tokens['access_token']}"

    def call(self, method: str, path: str, **options: Any) -> Any:  # noqa: ANN401
        return self.answer(method, path, **options)["data"]

    def answer(self, method: str, path: str, **options: Any) -> Json:  # noqa: ANN401
        request = self.http.build_request(method, f"/api/v1{path}", **options)
        for _ in range(ATTEMPTS):
            try:
                answer = self.http.send(request)
                body: Json = answer.json()
            except (httpx.TransportError, ValueError):
                self.sleep(RETRY_SECONDS)
                continue
            if answer.status_code == 200:
                return body
            if answer.status_code == 400:
                raise ApiError(body["code"])
            if answer.status_code == 401:
                self.use(token_answer(self.oauth, {"grant_type": "refresh_token", "refresh_token": self.refresh_token}))
            else:
                self.sleep(RETRY_SECONDS)
        raise ApiError("no luck")


class NaiveShop:
    """Books the orders with two workers, and notes which failed."""

    def __init__(self, surroundings: Surroundings, *, at_once: bool = False) -> None:
        self.at_once = at_once
        self.failed: dict[str, str] = {}
        self.debtors: dict[str, str] = {}
        self.booked: dict[str, str] = {}
        with surroundings.oauth() as http:
            tokens = token_answer(http, surroundings.consent())
        self.workers = [Worker(surroundings, tokens) for _ in range(2)]

    def close(self) -> None:
        for worker in self.workers:
            worker.http.close()
            worker.oauth.close()

    def sync(self, orders: Sequence[Order], phone_of: tuple[Customer, str], credit: Order) -> None:
        first = self.workers[0]
        self.rates = {
            each["code"]: (each["id"], float(each["percentage"] or 0))
            for each in first.call("GET", "/vat-rates", params={"active": "true", "pageSize": "200"})
            if each["validTo"] is None
        }
        accounts = first.call("GET", "/ledger-accounts", params={"pageSize": "200"})
        self.accounts = {each["code"]: each["id"] for each in accounts}
        self.read_debtors(first)
        self.export_all(orders)
        self.attempt(self.set_phone, first, *phone_of)
        self.attempt(self.export, self.workers[1], credit)

    def export_all(self, orders: Sequence[Order]) -> None:
        if self.at_once:
            with ThreadPoolExecutor(2) as pool:
                list(pool.map(self.export_share, self.workers, [orders[::2], orders[1::2]]))
            return
        for number, order in enumerate(orders):
            self.attempt(self.export, self.workers[number % 2], order)

    def export_share(self, worker: Worker, orders: Sequence[Order]) -> None:
        for order in orders:
            self.attempt(self.export, worker, order)

    def attempt(self, what: Callable[..., None], worker: Worker, subject: Any, *more: Any) -> None:  # noqa: ANN401
        try:
            what(worker, subject, *more)
        except Exception as error:  # noqa: BLE001 - as such programs do: log it and go on
            self.failed[str(getattr(subject, "reference", "phone"))] = repr(error)

    def read_debtors(self, worker: Worker) -> None:
        page, pages = 1, 1
        while page <= pages:
            answer = worker.answer("GET", "/debtors", params={"page": page})
            self.debtors |= {each["email"].lower(): each["id"] for each in answer["data"] if each["email"]}
            page, pages = page + 1, answer["page"]["totalPages"]

    def export(self, worker: Worker, order: Order) -> None:
        body: Json = {
            "type": order.kind,
            "date": order.date.isoformat(),
            "reference": order.reference,
            "debtorId": self.debtor_id(worker, order.customer),
            "pricesIncludeVat": order.prices_include_vat,
            "totalInclVat": f"{self.total(order):.2f}",
            "lines": [
                {
                    "description": line.description,
                    "amount": str(line.amount),
                    "ledgerAccountId": self.accounts[line.account_code],
                    "vatRateId": self.rates[line.vat_code][0],
                }
                for line in order.lines
            ],
        }
        if order.number:
            body["number"] = order.number
        if order.credits_reference:
            body["creditsTransactionId"] = self.booked[order.credits_reference]
        try:
            self.booked[order.reference] = worker.call("POST", "/transactions", json=body)["id"]
        except ApiError as error:
            if str(error) != "number_in_use":  # then it was booked already
                raise

    def total(self, order: Order) -> float:
        total = 0.0
        for line in order.lines:
            amount = float(line.amount)
            vat = 0 if order.prices_include_vat else round(amount * self.rates[line.vat_code][1] / 100, 2)
            total += amount + vat
        return total

    def debtor_id(self, worker: Worker, customer: Customer) -> str:
        email = customer.email.lower()
        if customer.debtor_id and email not in self.debtors:
            try:
                return str(worker.call("GET", f"/debtors/{customer.debtor_id}")["id"])
            except ApiError as error:
                if str(error) != "not_found":
                    raise
        if email not in self.debtors:
            new = {"name": customer.name, "email": customer.email, "address": dict(customer.address)}
            worker.call("POST", "/debtors", json=new)
            self.debtors[email] = worker.call("GET", "/debtors", params={"email": customer.email})[0]["id"]
        return self.debtors[email]

    def set_phone(self, worker: Worker, customer: Customer, phone: str) -> None:
        debtor_id = self.debtors[customer.email.lower()]
        version = worker.call("GET", f"/debtors/{debtor_id}")["version"]
        body = {
            "name": customer.name,
            "email": customer.email,
            "address": dict(customer.address),
            "phone": phone,
            "version": version,
        }
        worker.call("PUT", f"/debtors/{debtor_id}", json=body)


def token_answer(http: httpx.Client, form: Form) -> Json:
    """Ask for tokens; try again when the answer does not come."""
    for _ in range(ATTEMPTS):
        try:
            answer = http.post("/oauth/token", data=form)
        except httpx.TransportError:
            continue
        tokens: Json = answer.json()
        return tokens
    raise ApiError("no token")
