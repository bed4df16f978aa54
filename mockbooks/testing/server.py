"""mockbooks as one test meets it: an administration of its own, what opens it, and what a test may do to it."""

import json
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import field
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, Final, Literal, TypeVar
from urllib.parse import quote, urlencode

from mockbooks.asking.call import Call
from mockbooks.frozen import dataclass
from mockbooks.testing.control import ControlError, Operator, address_of, over_http
from mockbooks.testing.scenario_source import Scenario, mistakes_in, source_of
from mockbooks.testing.verdict import Verdict, verdict_from

Json = dict[str, Any]
T = TypeVar("T")

_PAGE_SIZE: Final = 200
# A caller who gave up has left before the server knows it: so long is waited for calls that are still under way.
_SETTLING_SECONDS: Final = 1.0
_PAUSE_SECONDS: Final = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class MockbooksServer:
    """A server with one administration that is the test's own; its methods are calls of the control API."""

    base_url: str
    administration_id: str
    client_id: str
    client_secret: str = field(repr=False)
    token: str = field(repr=False)
    operator: Operator = field(repr=False)
    ca_file: Path | None = None

    @property
    def api_url(self) -> str:
        """The base URL of the API."""
        return f"{self.base_url}/api/v1"

    @property
    def headers(self) -> dict[str, str]:
        """The header that lets a call into the administration of the test."""
        return {"Authorization": f"Bearer {self.token}"}

    def activate(self, scenario: Scenario, folders: Iterable[Path] = ()) -> None:
        """Begin anew under a scenario; raises ScenarioError with all that is wrong with it, and changes nothing then.

        Books that the scenario does not name stay as they are. A relative path is looked up in the `folders`.
        """
        source = source_of(scenario, folders)
        try:
            self.operator.json(
                Call(method="PUT", path=self._path("/scenario"), body=source.body, media_type=source.media_type)
            )
        except ControlError as error:
            raise mistakes_in(source, error) from None

    def verdict(self) -> Verdict:
        """Ask whether the integration coped; calls that are under way get a moment to end."""
        deadline = time.monotonic() + _SETTLING_SECONDS
        told: Json = self.control("GET", "/verdict")
        while not told["passed"] and time.monotonic() < deadline and self._counts()["waiting"]:
            time.sleep(_PAUSE_SECONDS)
            told = self.control("GET", "/verdict")
        return verdict_from(told, self.operator.text(Call(path=self._path("/verdict", format="text"))))

    def requests(self, **sought: str | int) -> list[Json]:
        """Give the exchanges with the API and OAuth, oldest first, as /docs/control describes them.

        Sought by `operation`, `status`, `injection`, `client`, `method`, `path` or `since`.
        """
        return self._pages("/requests", sought)

    def changes(self, since: str = "start") -> list[Json]:
        """Give what changed in the books since the start or a snapshot, and through whom."""
        return self._pages("/changes", {"since": since})

    def advance(self, by: float | timedelta) -> None:
        """Move the clock ahead, in seconds: tokens expire and limits renew as if the time had passed."""
        seconds = by.total_seconds() if isinstance(by, timedelta) else by
        self.control("POST", "/clock/advance", {"seconds": seconds})

    def set_clock(self, moment: datetime | str, *, frozen: bool = True) -> None:
        """Set the clock to a moment with its zone, and have it stand still there, or go on."""
        now = moment.isoformat() if isinstance(moment, datetime) else moment
        self.control("PUT", "/clock", {"now": now, "frozen": frozen})

    def limit(self, requests: int, per: Literal["second", "minute", "hour", "day"]) -> None:
        """Allow so many requests in a window of time, in place of the limits that are in force."""
        self.control("PUT", "/limits", {"windows": [{"requests": requests, "per": per}]})

    def expire_tokens(self) -> None:
        """Have every access token of the administration expire now; what can be refreshed still can."""
        self.control("POST", "/tokens/expire", {})

    def revoke_tokens(self) -> None:
        """Withdraw every consent, with all tokens that were given on it."""
        self.control("POST", "/tokens/revoke", {})

    def reset(self) -> None:
        """Go back to the start: of the scenario where one is active, else of the administration."""
        self.control("POST", "/reset")

    def control(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> Any:  # noqa: ANN401 - JSON
        """Make any call of the control API on the administration, such as `GET /books/trial-balance`; give its data.

        Raises ControlError when it is refused.
        """
        sent = None if body is None else json.dumps(dict(body)).encode()
        return self.operator.json(Call(method=method, path=self._path(path), body=sent))["data"]

    def _pages(self, path: str, query: Mapping[str, str | int]) -> list[Json]:
        found: list[Json] = []
        for page in range(1, 1 + _PAGE_SIZE):
            answer = self.operator.json(Call(path=self._path(path, **query, page=page, pageSize=_PAGE_SIZE)))
            found += answer["data"]
            if page >= answer["page"]["totalPages"]:
                break
        return found

    def _counts(self) -> dict[str, int]:
        counts: dict[str, int] = self.control("GET", "/info")["counts"]
        return counts

    def _path(self, path: str, **query: str | int) -> str:
        plain, _, own = path.partition("?")
        added = urlencode({"administration": self.administration_id, **query})
        return f"{plain}?{own}&{added}" if own else f"{plain}?{added}"


@contextmanager
def new_administration(
    base_url: str, *, control_token: str | None = None, ca_file: str | Path | None = None
) -> Iterator[MockbooksServer]:
    """Make an administration on a running server, and throw it away in the end.

    Token and CA are else those of MOCKBOOKS_CONTROL_TOKEN and MOCKBOOKS_CA. Raises ControlError when there is no such
    server, or it is not trusted, or refuses the control token.
    """
    address = address_of(base_url, control_token, ca_file)
    with opened(over_http(address), partial(MockbooksServer, ca_file=address.authority)) as server:
        yield server


@contextmanager
def opened(operator: Operator, make: Callable[..., T]) -> Iterator[T]:
    """Make an administration on a server, and something of what opens it."""
    made = operator.json(Call(method="POST", path="/administrations"))["data"]
    try:
        yield make(
            base_url=operator.url,
            administration_id=made["id"],
            client_id=made["clientId"],
            client_secret=made["clientSecret"],
            token=made["accessToken"],
            operator=operator,
        )
    finally:
        _throw_away(operator, made["id"])


def _throw_away(operator: Operator, administration_id: str) -> None:
    """Throw an administration away, unless the test has done so, or the server had no room for it any more."""
    try:
        operator.json(Call(method="DELETE", path=f"/administrations/{quote(administration_id)}"))
    except ControlError as error:
        if error.code != "not_found":
            raise
