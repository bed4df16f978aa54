"""What one of the callers of the soak does, over and over: large bodies, keys, tokens and mistakes, never the same."""

import json
from base64 import b64encode
from collections.abc import Generator, Iterator

from mockbooks.oauth.demo import DEMO_CLIENT, DEMO_SECRET
from tools.attack.caller import Answer, request

Story = Generator[tuple[bytes, int], Answer, None]

BODY_BYTES = 65_536
DEBTORS, SALES = "/api/v1/debtors", "/api/v1/transactions"
_DEBTOR = {
    "name": "Bakkerij De Korenaar",
    "address": {"line1": "Dorpsstraat 12-A", "postalCode": "1234 AB", "city": "Utrecht", "countryCode": "NL"},
}
_BLANKS = b" " * BODY_BYTES
# What it does not know, the token endpoint must pass over (RFC 6749, section 3.2).
_FORM = b"grant_type=client_credentials&padding=".ljust(BODY_BYTES, b"x")
_ROUNDS_BETWEEN_SNAPSHOTS = 5
_NUMBERS_OF_TOKENS = 4


def story(caller: int) -> Story:
    """Give each request with the status that it must get, and take the answer; without an end."""
    number = 0
    while True:
        name = f"{caller}-{number}"
        yield from _refused(name)
        yield from _accepted(name)
        yield from _tokens()
        yield from _looks(number)
        if number % _ROUNDS_BETWEEN_SNAPSHOTS == 0:
            yield from _operated(name)
        number += 1


def _refused(name: str) -> Story:
    too_long = _large({**_DEBTOR, "name": "x" * BODY_BYTES})
    for turn in range(4):
        yield request("POST", DEBTORS, too_long, idempotency_key=f"refused-{name}-{turn}"), 400
    yield request("POST", DEBTORS, too_long, authorization="Bearer nobody"), 401
    yield request("POST", DEBTORS, too_long, content_type="text/plain"), 415
    order = _large({"type": "sales", "reference": f"ORD-{name}", "description": "x" * 200})
    yield request("POST", SALES, order), 503
    yield request("POST", SALES, order, idempotency_key=f"order-{name}"), 400


def _accepted(name: str) -> Story:
    """Make a debtor of 64 KiB, most of it blanks, have the answer repeated, and take the debtor away again."""
    sent = request(
        "POST", DEBTORS, _large({**_DEBTOR, "email": f"{name}@korenaar.example"}), idempotency_key=f"made-{name}"
    )
    made = yield sent, 200
    yield sent, 200
    yield request("DELETE", f"{DEBTORS}/{json.loads(made.body)['data']['id']}", _BLANKS), 200


def _tokens() -> Story:
    for _ in range(_NUMBERS_OF_TOKENS):
        yield request("POST", "/oauth/token", _FORM, **credentials()), 200


def credentials() -> dict[str, str]:
    """Give the headers of a form that the demo client sends for a token."""
    basic = b64encode(f"{DEMO_CLIENT}:{DEMO_SECRET}".encode()).decode()
    return {"authorization": f"Basic {basic}", "content_type": "application/x-www-form-urlencoded"}


def _looks(number: int) -> Story:
    """Look at a few things; the body of a GET is read and means nothing (RFC 9110, section 9.3.1)."""
    yield request("GET", f"/api/v1/{'a' * 4_000}/{number}", _BLANKS), 404
    yield request("GET", f"{DEBTORS}?pageSize=200&name=k{number}", _BLANKS), 200
    yield request("GET", f"{DEBTORS}/deb_000001", _BLANKS), 0
    yield request("GET", f"{SALES}?reference=ORD-{number}", _BLANKS), 200


def _operated(name: str) -> Story:
    yield request("POST", "/_mockbooks/snapshots", _large({"name": f"soak-{name}"})), 200
    yield request("POST", "/_mockbooks/administrations", _large({"name": f"Soak {name}"})), 200


def _large(body: dict[str, object]) -> bytes:
    """Write a body of 64 KiB or a little more: what is short is filled up with blanks, as JSON allows."""
    return json.dumps(body).encode().ljust(BODY_BYTES)


def stories(callers: int) -> Iterator[Story]:
    """Give a story to each caller."""
    return map(story, range(callers))
