"""Whoever runs the server, calling its control API; and the scenarios that the tests of it activate."""

from typing import Any

import httpx

from tests.api.conftest import ADDRESS, ApiClient, answer

CONTROL = "http://mockbooks.test/_mockbooks"
GARAGE = {"name": "Garage Visser", "address": ADDRESS}
YAML = {"Content-Type": "application/yaml"}
LIMITED = {
    "name": "tight",
    "description": "One debtor in three is refused.",
    "clock": "2026-10-15T09:00:00+02:00",
    "limits": {"windows": [{"requests": 60, "per": "minute"}]},
    "injections": [
        {
            "name": "the books are closed",
            "match": {"operation": "createDebtor"},
            "calls": "first",
            "fault": {"fail": {"code": "BOOKS_CLOSED"}},
        }
    ],
    "expect": [{"debtors": {"name": "Garage Visser"}, "exactly": 1}],
}


class Operator(httpx.Client):
    """Calls the control API without any token."""

    def __init__(self, api: ApiClient, **headers: str) -> None:
        super().__init__(transport=api._transport, base_url=CONTROL, headers=headers)  # noqa: SLF001 - no public door

    def told(self, method: str, path: str, **options: Any) -> Any:  # noqa: ANN401 - httpx's; JSON
        """Give the `data` of a call that must succeed."""
        return answer(self.request(method, path, **options))

    def refusal(self, method: str, path: str, **options: Any) -> tuple[str | None, str]:  # noqa: ANN401 - as above
        """Make a call that must be refused for one reason, and give where it is wrong and by which code."""
        response = self.request(method, path, **options)
        assert response.status_code == 400, response.text
        assert response.headers["Content-Type"] == "application/problem+json"
        (error,) = response.json()["errors"]
        return error.get("pointer", error.get("parameter")), error["code"]


def create_garage(api: ApiClient, **headers: str) -> httpx.Response:
    """Ask for a debtor to be created: Garage Visser."""
    return api.post("/debtors", json=GARAGE, headers=headers)
