"""Books with a bakery in them, in which deeds are done, and what is found there afterwards."""

from datetime import date
from typing import Any

import orjson
import pytest

from mockbooks import seed
from mockbooks.bookkeeper import DEEDS
from mockbooks.resources import SPECS, administration, debtors, ledger_accounts, transactions
from mockbooks.service import operations
from mockbooks.service.context import Context
from mockbooks.store import Books

NOW = "2026-11-24T08:30:00Z"
TODAY = date(2026, 11, 24)
ADDRESS = {"line1": "Dorpsstraat 14", "postalCode": "1234 AB", "city": "Utrecht", "countryCode": "NL"}
NOBODY = seed.Seed(debtors=0, products=0, transactions=0)

Json = dict[str, Any]


class Bakery:
    """The books of Bakkerij De Korenaar a day after they were seeded; calls come with JSON, as a client sends it."""

    def __init__(self, start: seed.Seed = NOBODY) -> None:
        books = Books(SPECS)
        seed.plant(Context(books=books, now="2026-11-23T09:00:00Z", today=date(2026, 11, 23)), start)
        self.context = Context(books=books, now=NOW, today=TODAY)

    def do(self, name: str, raw_value: object) -> None:
        """Do what a scenario file writes as `name: raw_value`."""
        (deed,) = (each for each in DEEDS if each.name == name)
        deed.do(self.context, deed.field.deserialize(raw_value))

    def debtor(self, **changes: Any) -> str:  # noqa: ANN401 - JSON
        """Make a debtor as a client does, and give its id."""
        body = {"name": "Familie de Vries", "address": ADDRESS, **changes}
        return self._create(debtors.RESOURCE, body)

    def sale(self, **changes: Any) -> str:  # noqa: ANN401 - JSON
        """Book a sale of 121.00 as a client does, and give its id."""
        line = {"ledgerAccountId": self.id(ledger_accounts, "8000"), "amount": "121.00"}
        body = {"type": "sales", "date": "2026-11-24", "pricesIncludeVat": True, "lines": [line], **changes}
        return self._create(transactions.RESOURCE, {"debtorId": changes.get("debtorId") or self.debtor(), **body})

    def id(self, noun: Any, code: str) -> str:  # noqa: ANN401 - a module of a setting
        """Give the id of a setting by its code."""
        found = self.context.books.collection(noun.SPEC).first("code", code)
        assert found
        return str(found.id)

    def read(self, noun: Any, record_id: str) -> Json:  # noqa: ANN401 - a module of a resource
        """Read one object as a client does."""
        return dict(orjson.loads(operations.get(noun.RESOURCE, self.context, record_id)))

    def all(self, noun: Any) -> list[Json]:  # noqa: ANN401 - a module of a resource
        """Read all objects of a resource as a client does."""
        body, _ = operations.list_page(noun.RESOURCE, self.context, {"page": 1, "page_size": 1000})
        return list(orjson.loads(body))

    def administration(self) -> Json:
        """Read the administration as it stands in the books."""
        body = self.context.books.collection(administration.SPEC).body("adm_000001")
        return dict(orjson.loads(body or b"{}"))

    def _create(self, resource: Any, body: Json) -> str:  # noqa: ANN401 - of any entity
        values = resource.create_body.load(body)
        return str(orjson.loads(operations.create(resource, self.context, values))["id"])


@pytest.fixture
def bakery() -> Bakery:
    """Give books with settings only."""
    return Bakery()
