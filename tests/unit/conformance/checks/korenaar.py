"""De Korenaar: an API in memory, in the style of another vendor, that meets all conditions unless a test has it not.

It has no envelope, ids that are whole numbers, lists under a name of their own, and a key in place of a bearer token.
"""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

from mockbooks.conformance.check_api import judge
from mockbooks.conformance.finding import Finding
from mockbooks.conformance.judgement import Judgement
from mockbooks.conformance.live.access import Credentials
from mockbooks.conformance.live.session import Session
from mockbooks.conformance.live.target import Target
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.vendor.loading import load_vendor
from mockbooks.conformance.wire.client import MOST_BYTES
from mockbooks.conformance.wire.exchange import Answer, Exchange, Request
from mockbooks.conformance.wire.trouble import Kind, Trouble
from mockbooks.texts import Text

VENDOR: Final = """
name: De Korenaar
openapi: /openapi.json
oauth: {tokenUrl: /token, example: /help/oauth}
token: {header: X-Key, value: "${token}"}
answers: {item: "", items: /rows, failure: [/melding]}
resources:
  debtors:
    list: GET /relaties
    read: GET /relaties/${id}
    create: {call: POST /relaties, body: {naam: "${name}", mail: "${email}", adres: {straat: Dorpsstraat 1}}}
    mistake: {call: POST /relaties, body: {}}
    remove: DELETE /relaties/${id}
    searches: {email: "GET /relaties?mail=${email}"}
    fields: {id: /id, name: /naam, address: /adres, email: /mail}
  transactions:
    list: GET /boekingen
    read: GET /boekingen/${id}
    create:
      call: POST /boekingen
      body: {nr: "${number}", datum: "${date}", kenmerk: "${reference}", relatie: "${debtorId}", btw: "${btw}"}
    mistake: {call: POST /boekingen, body: {}}
    remove: DELETE /boekingen/${id}
    searches:
      number: GET /boekingen?nr=${number}
      date: GET /boekingen?datum=${date}
      reference: GET /boekingen?kenmerk=${reference}
    fields: {id: /id, number: /nr, date: /datum, reference: /kenmerk}
  products: null
  vatRates: {list: GET /btw, fields: {id: /id, percentage: /tarief, code: /code}}
  ledgerAccounts: {list: GET /rekeningen, fields: {id: /id, code: /code, description: /naam}}
  journals: null
  paymentTerms: null
  invoiceProfiles: null
limits: {headers: [X-Room]}
support: {call: GET /hulp, contact: /mail, languages: /talen, answeredWithin: /werkdagen}
values:
  btw: {from: vatRates, where: {/code: H}}
"""

WITH_PRODUCTS: Final = VENDOR.replace(
    "  products: null",
    """
  products:
    list: GET /artikelen
    read: GET /artikelen/${id}
    create: {call: POST /artikelen, body: {code: "${sku}", naam: "${description}", prijs: "12.50"}}
    mistake: {call: POST /artikelen, body: {}}
    remove: DELETE /artikelen/${id}
    searches: {sku: "GET /artikelen?code=${sku}"}
    fields: {id: /id, sku: /code, description: /naam, price: /prijs}
""",
)

DOCUMENT: Final = {
    "openapi": "3.1.0",
    "info": {"title": "De Korenaar", "version": "1", "contact": {"email": "help@korenaar.example"}},
    "paths": {
        "/relaties": {
            "post": {
                "requestBody": {
                    "content": {
                        "application/json": {
                            "schema": {
                                "type": "object",
                                "required": ["naam"],
                                "properties": {"naam": {"type": "string", "description": "Naam van de relatie."}},
                            }
                        }
                    }
                },
                "responses": {"200": {"description": "De relatie."}},
            }
        }
    },
}
OAUTH_PAGE: Final = "<h1>OAuth</h1> GET /authorize?response_type=code … POST /token grant_type=authorization_code"

SANNE: Final[Mapping[str, Any]] = {
    "id": 1,
    "naam": "Sanne",
    "mail": "sanne@korenaar.example",
    "adres": {"straat": "Kade 1"},
}
SALE: Final[Mapping[str, Any]] = {
    "id": 2,
    "nr": "2026-0001",
    "datum": "2026-10-01",
    "kenmerk": "ORD-1",
    "relatie": "1",
    "btw": 7,
}
TOKEN: Final = Credentials(token="sleutel")

Reaction = Callable[[Request], Answer | Trouble | None]
"""What a test has the API do instead; None leaves it as it is."""


def answer(status: int, body: object = None, **headers: str) -> Answer:
    """Make an answer of JSON."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    kept = {"Content-Type": "application/json", **named}
    return Answer(status=status, headers=tuple(kept.items()), body=b"" if body is None else json.dumps(body).encode())


def broken_off() -> Trouble:
    """Make the trouble of a connection that breaks off."""
    return Trouble(kind=Kind.BROKEN_OFF, what=Text("the connection was broken off", "de verbinding brak af"))


@dataclass
class Korenaar:
    """The API, as the wire to itself; `reactions` are asked first."""

    reactions: Sequence[Reaction] = ()
    key: str = "X-Key"
    metadata: Mapping[str, str] | None = None
    credentials: Credentials = TOKEN
    relaties: dict[int, dict[str, Any]] = field(default_factory=lambda: {1: dict(SANNE)})
    boekingen: dict[int, dict[str, Any]] = field(default_factory=lambda: {2: dict(SALE)})
    artikelen: dict[int, dict[str, Any]] = field(default_factory=dict)
    exchanges: list[Exchange] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)
    ids: Any = field(default_factory=lambda: count(100))
    room: Any = field(default_factory=lambda: count(5000, -1))
    clock: Callable[[], float] = field(default_factory=lambda: count().__next__)

    def send(self, request: Request, *, most_bytes: int = MOST_BYTES) -> Exchange:
        """Answer a request; nothing here is as long as `most_bytes`."""
        reacted = (reaction(request) for reaction in self.reactions)
        came = next((each for each in reacted if each is not None), None) or self.usual(request)
        assert most_bytes
        exchange = Exchange(
            request=request,
            answer=came if isinstance(came, Answer) else None,
            trouble=came if isinstance(came, Trouble) else None,
        )
        self.exchanges.append(exchange)
        return exchange

    def judged(self, *, allow_writes: bool = True, vendor: str = VENDOR) -> Judgement:
        """Have it judged."""
        return judge(self.target(allow_writes=allow_writes, vendor=vendor))

    def target(self, *, allow_writes: bool = True, vendor: str = VENDOR) -> Target:
        """Make it a target."""
        session = Session(
            vendor=load_vendor(vendor.encode(), source="korenaar.yaml"),
            base_url="https://api.korenaar.example/v1",
            client=self,
            credentials=self.credentials,
            sleep=self.waits.append,
            allow_writes=allow_writes,
        )
        return Target(
            session=session,
            run="r1",
            now=lambda: datetime(2026, 10, 15, 9, tzinfo=UTC),
            seconds=self.clock,
        )

    def usual(self, request: Request) -> Answer:
        """Answer as it does by itself."""
        parts = urlsplit(request.url)
        if parts.path.startswith("/.well-known/"):
            return answer(200, self.metadata) if self.metadata else answer(404)
        if parts.path in PAGES:
            return PAGES[parts.path]
        if request.headers.get(self.key) != "sleutel":
            return answer(401, {"melding": "Geen sleutel."}, WWW_Authenticate="Key")
        came = self._acted(request, parts.path.removeprefix("/v1"), parse_qs(parts.query))
        return Answer(status=came.status, headers=(*came.headers, ("X-Room", str(next(self.room)))), body=came.body)

    def _acted(self, request: Request, path: str, query: Mapping[str, list[str]]) -> Answer:
        if path in LISTS:
            return answer(200, LISTS[path])
        kind, _, identifier = path.strip("/").partition("/")
        kept = {"relaties": self.relaties, "boekingen": self.boekingen, "artikelen": self.artikelen}[kind]
        if request.method == "POST":
            return self._made(kept, json.loads(request.body or b"{}"))
        if not identifier:
            same = [row for row in kept.values() if all(row.get(key) == value[0] for key, value in query.items())]
            return answer(200, {"rows": same})
        row = kept.pop if request.method == "DELETE" else kept.get
        found = row(int(identifier), None) if identifier.isdigit() else None
        return answer(200, found) if found else answer(400, {"melding": f"Er is geen {kind} met id {identifier}."})

    def repeats(self, request: Request) -> bool:
        """Tell whether a booking has a number that is taken."""
        sent = json.loads(request.body or b"{}") if request.url.endswith("/boekingen") else {}
        return any(row["nr"] == sent.get("nr") for row in self.boekingen.values())

    def _made(self, kept: dict[int, dict[str, Any]], sent: dict[str, Any]) -> Answer:
        if not sent:
            return answer(400, {"melding": "Er is niets ingevuld."})
        if "nr" in sent and any(row["nr"] == sent["nr"] for row in kept.values()):
            return answer(400, {"melding": f"Nummer {sent['nr']} bestaat al."})
        identifier = next(self.ids)
        price = {"prijs": float(sent["prijs"])} if "prijs" in sent else {}
        kept[identifier] = {"id": identifier, **sent, **price}
        return answer(200, kept[identifier])


def on(method: str, path: str, came: Answer | Trouble) -> Reaction:
    """Have calls answered otherwise: those with this method, whose path and query match a pattern as a whole."""

    def react(request: Request) -> Answer | Trouble | None:
        parts = urlsplit(request.url)
        place = parts.path.removeprefix("/v1") + (f"?{parts.query}" if parts.query else "")
        return came if request.method == method and re.fullmatch(path, place) else None

    return react


def outcome_of(judgement: Judgement, number: str) -> Outcome:
    """Give the outcome of a condition or a part of one."""
    each = [part for judged in judgement.conditions for part in (judged, *judged.parts)]
    return next(judged.outcome for judged in each if judged.condition.number == number)


def findings_of(judgement: Judgement, number: str) -> list[Finding]:
    """Give the findings of a condition or a part of one."""
    each = [part for judged in judgement.conditions for part in (judged, *judged.parts)]
    return [finding for judged in each if judged.condition.number == number for finding in judged.findings]


def faulty(judgement: Judgement) -> set[str]:
    """Name the conditions and parts with a finding that is not met or partly met."""
    each = [part for judged in judgement.conditions for part in (judged, *judged.parts)]
    bad = {Outcome.PARTLY, Outcome.NOT_MET}
    return {judged.condition.number for judged in each if any(finding.outcome in bad for finding in judged.findings)}


LISTS: Final[Mapping[str, object]] = {
    "/btw": {"rows": [{"id": 7, "tarief": 21, "code": "H"}, {"id": 8, "tarief": 0, "code": "N"}]},
    "/rekeningen": {"rows": [{"id": 9, "code": "8000", "naam": "Omzet"}]},
    "/hulp": {"mail": "help@korenaar.example", "talen": ["Nederlands"], "werkdagen": 1},
}
PAGES: Final = {
    "/openapi.json": answer(200, DOCUMENT),
    "/help/oauth": Answer(status=200, headers=(("Content-Type", "text/html"),), body=OAUTH_PAGE.encode()),
    "/token": answer(401, {"error": "invalid_client"}),
}
