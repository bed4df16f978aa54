"""The requests that servers are compared by: each as one that is sent to try, and as the Lua that wrk sends it by."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

import orjson

from mockbooks.oauth.demo import DEMO_CLIENT, DEMO_SECRET, DEMO_TOKEN

DEBTORS: Final = 100
NUMBER: Final = "{{n}}"  # stands in a body where each request has a number of its own
_JSON: Final = {"Authorization": f"Bearer {DEMO_TOKEN}", "Content-Type": "application/json"}
_FORM: Final = {"Content-Type": "application/x-www-form-urlencoded"}
_CLIENT: Final = f"client_id={DEMO_CLIENT}&client_secret={DEMO_SECRET}"
_ADDRESS: Final = {"line1": f"Kade {NUMBER}", "postalCode": "1234 AB", "city": "Delft", "countryCode": "NL"}
_LINE: Final = {
    "ledgerAccountId": "led_000044",
    "description": "Taart",
    "unitPrice": "12.50",
    "vatRateId": "vat_000001",
}
_DEBTOR: Final = {
    "name": f"Slagerij Jansen {NUMBER}",
    "email": f"inkoop{NUMBER}@jansen.example",
    "address": _ADDRESS,
}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Work:
    """A kind of request; NUMBER in a body counts the requests of one load, and begins at 1 again with the next."""

    name: str
    method: str
    path: str
    headers: Mapping[str, str]
    body: str = ""
    refreshes: bool = False

    def script(self, refresh_tokens: Sequence[str] = ()) -> str:
        """Write the Lua for wrk."""
        lines = [f'wrk.method = "{self.method}"', f"wrk.body = {_lua(self.body)}"]
        lines += [f"wrk.headers[{_lua(name)}] = {_lua(value)}" for name, value in self.headers.items()]
        if self.refreshes:
            lines.append(_REFRESHING.replace("TOKENS", ", ".join(map(_lua, refresh_tokens))))
        elif NUMBER in self.body:
            lines.append(_NUMBERING)
        return "\n".join(lines)


# Sent with a body that is made anew each time: wrk pays for that, not the server.
_NUMBERING: Final = """
local n, template = 0, wrk.body
request = function()
  n = n + 1
  return wrk.format(nil, nil, nil, (template:gsub("{{n}}", n)))
end
"""
# A refresh token is good for once, so each answer gives the next request its token.
_REFRESHING: Final = """
local tokens, template = { TOKENS }, wrk.body
request = function()
  return wrk.format(nil, nil, nil, template .. table.remove(tokens, 1))
end
response = function(status, headers, body)
  table.insert(tokens, body:match('"refresh_token":"([^"]+)"'))
end
"""

GET: Final = Work(name="GET by id", method="GET", path="/api/v1/debtors/deb_000042", headers=_JSON)
RATES: Final = Work(name="VAT rates", method="GET", path="/api/v1/vat-rates", headers=_JSON)
POST: Final = Work(
    name="POST debtor", method="POST", path="/api/v1/debtors", headers=_JSON, body=orjson.dumps(_DEBTOR).decode()
)
TOKEN: Final = Work(
    name="client credentials",
    method="POST",
    path="/oauth/token",
    headers=_FORM,
    body=f"grant_type=client_credentials&{_CLIENT}",
)
REFRESH: Final = Work(
    name="refresh",
    method="POST",
    path="/oauth/token",
    headers=_FORM,
    body=f"grant_type=refresh_token&{_CLIENT}&refresh_token=",
    refreshes=True,
)


def search(email: str) -> Work:
    """Search by e-mail among the debtors."""
    return Work(name="search", method="GET", path=f"/api/v1/debtors?email={email}", headers=_JSON)


def sale(day: date) -> Work:
    """Book a sale with three lines, on a day in an open year."""
    body = {"type": "sales", "date": day.isoformat(), "debtorId": "deb_000001", "lines": [_LINE] * 3}
    return Work(
        name="POST sale", method="POST", path="/api/v1/transactions", headers=_JSON, body=orjson.dumps(body).decode()
    )


def _lua(text: str) -> str:
    """Quote a text for Lua, whose quoted strings escape as those of JSON do for what stands here."""
    return orjson.dumps(text).decode()
