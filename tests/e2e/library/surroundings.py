"""What a client of the library tests stands in: where the server is, its clock for a sleep, and an owner who consents.

To sleep is to move the clock of the administration. Only where delays are injected that pass in earnest, sleeping
takes a moment too: `pause_seconds`.
"""

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final
from urllib.parse import parse_qs, urlsplit

import httpx

CLIENT_ID, CLIENT_SECRET = "mockbooks-demo", "mockbooks-demo-secret"
CALLBACK: Final = "http://127.0.0.1:9000/callback"

Form = dict[str, str]


class DayOfTheOrders:
    """A clock that runs as the machine's does, from nine o'clock on 15 October 2026: the orders are of that autumn."""

    def __init__(self) -> None:
        self._ahead = datetime(2026, 10, 15, 7, tzinfo=UTC) - datetime.now(UTC)

    def now(self) -> datetime:
        """Tell the time."""
        return datetime.now(UTC) + self._ahead


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """A server with an administration whose clock is frozen."""

    url: str
    control: httpx.Client
    timeout_seconds: float = 10.0
    pause_seconds: float = 0.0

    def now(self) -> float:
        """Tell the time in the books, in seconds of the epoch."""
        told = self.control.get("/_mockbooks/clock").raise_for_status().json()["data"]["now"]
        return datetime.fromisoformat(told).timestamp()

    def sleep(self, seconds: float) -> None:
        """Move the clock."""
        self.control.post("/_mockbooks/clock/advance", json={"seconds": seconds}).raise_for_status()
        time.sleep(self.pause_seconds)

    def consent(self) -> Form:
        """Be the owner who presses Approve, and give the form that redeems the code."""
        request = {"response_type": "code", "client_id": CLIENT_ID, "redirect_uri": CALLBACK, "state": "s"}
        sent_back = self.control.get("/oauth/authorize", params=request).headers["Location"]
        (code,) = parse_qs(urlsplit(sent_back).query)["code"]
        return {"grant_type": "authorization_code", "code": code, "redirect_uri": CALLBACK}

    def oauth(self) -> httpx.Client:
        """Give a client for the token endpoint."""
        return httpx.Client(base_url=self.url, auth=(CLIENT_ID, CLIENT_SECRET), timeout=self.timeout_seconds)
