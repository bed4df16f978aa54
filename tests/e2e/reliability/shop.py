"""A web shop that books on a server, and sixteen tills of it that press the button at the same moment."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from ssl import PROTOCOL_TLS_CLIENT, SSLContext
from threading import Barrier
from typing import Any

import httpx

from tests.e2e.conftest import TIMEOUT_SECONDS, Process
from tests.e2e.reliability.conftest import BEARER, DEBTOR

TILLS = 16
CLOCK = "--clock=2026-11-23T09:00:00Z"

# Reading the authorities of the machine anew for each till would take longer than all that they do.
_NO_TLS = SSLContext(PROTOCOL_TLS_CLIENT)

Json = dict[str, Any]
Press = Callable[[httpx.Client, int], httpx.Response]


class Shop:
    """The shop, on one connection, and its tills, each on one of its own."""

    def __init__(self, process: Process) -> None:
        self._base_url = f"{process.base_url}/api/v1"
        self.http = self._client()

    def close(self) -> None:
        """Hang up."""
        self.http.close()

    def read(self, path: str, **query: str) -> Any:  # noqa: ANN401 - JSON
        """Give the data of what is there."""
        return _data(self.http.get(path, params=query))

    def create(self, path: str, body: Json) -> Json:
        """Give the data of what was made."""
        return dict(_data(self.http.post(path, json=body)))

    def total(self, path: str, **query: str) -> int:
        """Count what is there."""
        answer = self.http.get(path, params=query)
        return int(answer.json()["page"]["totalItems"])

    def debtor(self) -> Json:
        """Make the debtor Bakkerij De Korenaar."""
        return self.create("/debtors", DEBTOR)

    def sale_body(self, **fields: object) -> Json:
        """Make the body of a sale of 121.00 = 100.00 + 21.00."""
        line = {
            "ledgerAccountId": self.read("/ledger-accounts", code="8000")[0]["id"],
            "vatRateId": self.read("/vat-rates", code="NL_HOOG")[0]["id"],
            "unitPrice": "100.00",
        }
        return {"type": "sales", "date": "2026-11-23", "debtorId": "deb_000001", "lines": [line], **fields}

    def receipt_body(self, sale: Json, amount: str) -> Json:
        """Make the body of a receipt that settles a sale in part."""
        journal = self.read("/journals", code="20")[0]["id"]
        line = {"settlesTransactionId": sale["id"], "amount": amount}
        return {"type": "receipt", "date": "2026-11-23", "journalId": journal, "lines": [line]}

    def at_once(self, press: Press, tills: int = TILLS) -> list[httpx.Response]:
        """Have each till press at the same moment, on a connection that it has open already."""
        together = Barrier(tills)

        def one(till: int) -> httpx.Response:
            with self._client() as client:
                client.get("/support")
                together.wait(TIMEOUT_SECONDS)
                return press(client, till)

        with ThreadPoolExecutor(tills) as threads:
            return list(threads.map(one, range(tills)))

    def _client(self) -> httpx.Client:
        return httpx.Client(base_url=self._base_url, headers=BEARER, timeout=TIMEOUT_SECONDS, verify=_NO_TLS)


def outcomes(answers: list[httpx.Response]) -> list[str]:
    """Give what became of each call, in order of the alphabet: `done`, `replayed` or the code of its refusal."""
    return sorted(_outcome(each) for each in answers)


def _outcome(answer: httpx.Response) -> str:
    if answer.status_code != 200:
        return str(answer.json()["code"])
    return "replayed" if "idempotency-replayed" in answer.headers else "done"


def _data(answer: httpx.Response) -> Any:  # noqa: ANN401 - JSON
    assert answer.status_code == 200, answer.text
    return answer.json()["data"]
