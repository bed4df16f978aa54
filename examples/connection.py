"""HTTP to an accounting API: timeouts, waits, and the same request again when nobody knows what became of it."""

import hashlib
import json
import time
import uuid
from collections.abc import Callable

import httpx

from examples.answers import (
    Json,
    Meaning,
    UnusableError,
    data_of,
    meaning_of,
    refusal_of,
    retry_after_seconds,
    total_items_of,
)
from examples.tokens import Tokens

WAITS_SECONDS = (1.0, 3.0, 10.0, 30.0, 60.0)
# Who is refused without being told how long waits a minute: the window that most vendors count in.
UNTOLD_WAIT_SECONDS = 60.0
# Whoever is asked to wait for longer than this ends the run, and is started again by then.
LONGEST_WAIT_SECONDS = 900.0
WALKS = 4
TIMEOUT = httpx.Timeout(30.0, connect=5.0)
UNAUTHORIZED, TOO_MANY_REQUESTS = 401, 429


class Connection:
    """One kept-alive connection with the API; a method either gives data or raises RefusedError or UnusableError."""

    def __init__(
        self,
        url: str,
        tokens: Tokens,
        *,
        sleep: Callable[[float], None] = time.sleep,
        now: Callable[[], float] = time.time,
        timeout: httpx.Timeout = TIMEOUT,
    ) -> None:
        """Open nothing yet; `url` is the server's, without the path of the API. `now` is in seconds of the epoch."""
        self._http = httpx.Client(base_url=url, headers={"Accept-Language": "en"}, timeout=timeout)
        self._tokens = tokens
        self._sleep = sleep
        self._now = now

    def close(self) -> None:
        """Give the connection back."""
        self._http.close()

    def get(self, path: str) -> Json:
        """Read one object."""
        data: Json = data_of(self._send(self._http.build_request("GET", f"/api/v1{path}")))
        return data

    def read_all(self, path: str, **filters: str) -> list[Json]:
        """Read a whole list, each object once.

        While we walk from page to page others add and remove, so that rows shift over the borders of pages and are met
        twice or not at all. Twice is harmless; when fewer came than there are, the walk is done again.
        """
        met: dict[str, Json] = {}
        for _ in range(WALKS):
            total = self._walk(path, filters, met)
            if total is None or len(met) >= total:
                return list(met.values())
        raise UnusableError(f"{path} changed during each of {WALKS} walks, and part of it was never met")

    def post(self, path: str, body: Json, key: str) -> Json:
        """Create something; however often this has to be sent, the key makes that it happens once."""
        answer = self._post(path, body, key)
        if meaning_of(answer) is Meaning.REFUSED and answer.headers.get("Idempotency-Replayed") == "true":
            # An old refusal, kept under this key. Nothing was booked then, and it may be put right since: ask anew.
            answer = self._post(path, body, str(uuid.uuid4()))
        data: Json = data_of(answer)
        return data

    def put(self, path: str, body: Json) -> Json:
        """Replace something; sent twice it is refused as stale, so it cannot be done twice either."""
        data: Json = data_of(self._send(self._http.build_request("PUT", f"/api/v1{path}", json=body)))
        return data

    def _walk(self, path: str, filters: dict[str, str], met: dict[str, Json]) -> int | None:
        """Go from page to page by the Link header, adding to what was met; give how many there should be."""
        request = self._http.build_request("GET", f"/api/v1{path}", params=filters)
        while True:
            answer = self._send(request)
            met |= {each["id"]: each for each in data_of(answer)}
            if "next" not in answer.links:
                return total_items_of(answer)
            request = self._http.build_request("GET", answer.links["next"]["url"])

    def _post(self, path: str, body: Json, key: str) -> httpx.Response:
        headers = {"Idempotency-Key": key}
        return self._send(self._http.build_request("POST", f"/api/v1{path}", json=body, headers=headers))

    def _send(self, request: httpx.Request) -> httpx.Response:
        """Send; while nobody knows what became of it wait and send the very same request, key and all."""
        answer = self._attempt(request)
        for wait_seconds in WAITS_SECONDS:
            if answer is not None and meaning_of(answer) is not Meaning.AGAIN:
                return answer
            self._sleep(wait_seconds if answer is None else self._wait_seconds(answer, wait_seconds))
            answer = self._attempt(request)
        if answer is None:
            raise UnusableError(f"no answer from {request.url.netloc.decode()}")
        return answer

    def _wait_seconds(self, answer: httpx.Response, usual_seconds: float) -> float:
        """Wait as long as the API asks; raises UnusableError when that is too long to sit out."""
        seconds = retry_after_seconds(answer, self._now())
        if seconds is None:
            return UNTOLD_WAIT_SECONDS if answer.status_code == TOO_MANY_REQUESTS else usual_seconds
        if seconds > LONGEST_WAIT_SECONDS:
            raise UnusableError(f"{answer.status_code} {refusal_of(answer)}", retry_after_seconds=seconds)
        return seconds

    def _attempt(self, request: httpx.Request) -> httpx.Response | None:
        """Send once, and once more with a new token when the one we have has ended; None when no answer came."""
        token = self._tokens.current()
        answer = self._send_once(request, token)
        if answer is None or answer.status_code != UNAUTHORIZED:
            return answer
        renewed = self._tokens.instead_of(token)
        return self._send_once(request, renewed) if renewed else answer

    def _send_once(self, request: httpx.Request, token: str) -> httpx.Response | None:
        request.headers["Authorization"] = f"Bearer {token}"
        try:
            return self._http.send(request)
        except httpx.TransportError:
            return None


def key_of(*what: object) -> str:
    """Make an Idempotency-Key: the same content makes the same key, also tomorrow or in a second job."""
    return hashlib.sha256(json.dumps(what, sort_keys=True).encode()).hexdigest()
