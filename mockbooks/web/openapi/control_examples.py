"""The examples of the control API's document, made by asking a server for them: so none can be untrue."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from itertools import count
from typing import Any, Final

import orjson

from mockbooks.administration import Administrations, Beginning
from mockbooks.administration.beginning import planted
from mockbooks.control import Control
from mockbooks.frozen import dataclass
from mockbooks.oauth.authority import Authority, Policy
from mockbooks.oauth.clients import ClientStore
from mockbooks.oauth.demo import DEMO_ADMINISTRATION, DEMO_CLIENT, DEMO_NAME, admit_demo
from mockbooks.oauth.minting import Mint
from mockbooks.oauth.tokens import TokenStore
from mockbooks.resources import operations
from mockbooks.seed import Seed
from mockbooks.settings import Settings
from mockbooks.traffic.clock import RUNNING, FrozenClock
from mockbooks.traffic.exchange import Exchange
from mockbooks.traffic.idempotency import IdempotencyStore
from mockbooks.traffic.negotiation import JSON
from mockbooks.traffic.operation import CONTROL_PREFIX
from mockbooks.traffic.rate_limiter import LimitSetting
from mockbooks.traffic.recording import arrive, record
from mockbooks.traffic.routing import Router
from mockbooks.web.api_calls import api_calls
from mockbooks.web.calls import CallEndpoint
from mockbooks.web.control import CALLS, control_app
from mockbooks.web.control.endpoint import ControlEndpoint
from mockbooks.web.given import CONTROL_KEY, MAXIMUM_DEPTH_KEY
from mockbooks.web.guard import Guard
from mockbooks.web.openapi.examples import NOW
from mockbooks.web.pipeline import Unsettled
from mockbooks.web.rest import FlaskEndpoint

Json = dict[str, Any]
_BASE_URL: Final = "http://127.0.0.1:8080"
_SHOP: Final = "Webwinkel De Fietsenmaker B.V."
_DEBTOR: Final = {
    "name": "Garage Visser",
    "address": {"line1": "Dorpsstraat 12-A", "postalCode": "1234 AB", "city": "Utrecht", "countryCode": "NL"},
}
_MOST_ITEMS: Final = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """One call of the story: the value in its path, its query, and what is sent."""

    operation_id: str
    path_value: str | None = None
    query: str = ""
    sent: Any = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Played:
    """What was sent, and what came back."""

    path_value: str | None
    sent: Any
    answer: Json


# After the call that activates a scenario somebody works in the books, so that there is something to see.
_STORY: Final = (
    Asked(operation_id="listScenarios"),
    Asked(operation_id="activateScenario", sent={"name": "lost-reply"}),
    Asked(operation_id="createSnapshot", sent={"name": "before-import"}),
    Asked(operation_id="getInfo"),
    Asked(operation_id="getScenario"),
    Asked(operation_id="getVerdict"),
    Asked(operation_id="listRequests"),
    Asked(operation_id="getRequest", path_value="shop-4711"),
    Asked(operation_id="listChanges", query="since=before-import"),
    Asked(operation_id="listSnapshots"),
    Asked(operation_id="restoreSnapshot", path_value="before-import"),
    Asked(operation_id="deleteSnapshot", path_value="before-import"),
    Asked(operation_id="clearRequests"),
    Asked(operation_id="getClock"),
    Asked(operation_id="changeClock", sent={"now": "2026-10-15T09:00:00+02:00", "frozen": True}),
    Asked(operation_id="advanceClock", sent={"seconds": 3600}),
    Asked(operation_id="getControlledLimits"),
    Asked(
        operation_id="changeLimits",
        sent={"windows": [{"requests": 60, "per": "minute"}], "concurrent": 5, "retryAfter": "seconds"},
    ),
    Asked(operation_id="expireTokens", sent={"clientId": DEMO_CLIENT}),
    Asked(operation_id="revokeTokens", sent={"clientId": DEMO_CLIENT}),
    Asked(operation_id="leaveScenario"),
    Asked(operation_id="reset"),
    Asked(operation_id="getTrialBalance"),
    Asked(operation_id="listPostings"),
    Asked(operation_id="dumpBooks"),
    Asked(operation_id="createAdministration", sent={"name": _SHOP}),
    Asked(operation_id="listAdministrations"),
    Asked(operation_id="deleteAdministration", path_value="adm_000001"),
)


def played() -> Mapping[str, Played]:
    """Play the story on a server with the default seed, and give each call with its true answer, long ones cut."""
    server = _Server()
    played: dict[str, Played] = {}
    for asked in _STORY:
        if asked.operation_id == "getInfo":
            server.create_debtor()
        played[asked.operation_id] = server.play(asked)
    dumped = played["dumpBooks"].answer["data"]
    played["replaceBooks"] = server.play(Asked(operation_id="replaceBooks", sent=dumped))
    return {operation_id: _cut(one) for operation_id, one in played.items()}


class _Server:
    """A server without a socket, right after its start."""

    def __init__(self) -> None:
        settings, source = Settings(), FrozenClock(datetime.fromisoformat(NOW))
        start_data, tokens = Seed(), TokenStore()
        policy = Policy(
            access_token_life=timedelta(seconds=settings.access_token_seconds),
            refresh_token_life=timedelta(seconds=settings.refresh_token_seconds),
            refresh_grace=timedelta(seconds=settings.refresh_grace_seconds),
            code_life=timedelta(seconds=settings.code_seconds),
            auto_approve=settings.auto_approve,
        )
        beginning = Beginning(
            books=planted(start_data, source, RUNNING),
            source=source,
            limits=LimitSetting(windows=settings.limits, concurrent=settings.concurrent),
            policy=policy,
            seed=start_data,
        )
        administrations = Administrations(
            beginning, maximum=settings.max_administrations, tokens=tokens, idempotency=IdempotencyStore()
        )
        authority = Authority(
            clients=ClientStore(),
            tokens=tokens,
            mint=Mint(settings.random_seed),
            policy=policy,
            administrations=administrations,
        )
        self._demo = administrations.create(DEMO_NAME, DEMO_ADMINISTRATION)
        admit_demo(authority, source.now())
        given = {
            MAXIMUM_DEPTH_KEY: settings.max_json_depth,
            CONTROL_KEY: Control(administrations=administrations, authority=authority),
        }
        self._endpoint = ControlEndpoint(FlaskEndpoint(control_app(), given), Guard(()), recognise=lambda _: None)
        self._api = CallEndpoint(api_calls(), maximum_depth=settings.max_json_depth)
        self._numbers = count(1)

    def play(self, asked: Asked) -> Played:
        """Make a call, which must succeed."""
        operation = next(call.operation for call in CALLS if call.operation.operation_id == asked.operation_id)
        path = operation.path if asked.path_value is None else _filled(operation.path, asked.path_value)
        answer = self._endpoint(
            self._exchange(operation.method, f"{CONTROL_PREFIX}{path}", asked.sent, query_string=asked.query.encode())
        )
        if isinstance(answer, Unsettled):
            answer.settle()
        return Played(path_value=asked.path_value, sent=asked.sent, answer=orjson.loads(answer.body))

    def create_debtor(self) -> None:
        """Have a client create a debtor, which is noted in the request log."""
        exchange = self._exchange("POST", "/api/v1/debtors", _DEBTOR)
        exchange.request_id, exchange.client_id = "shop-4711", DEMO_CLIENT
        exchange.administration = self._demo
        arrive(exchange, self._demo)
        exchange.operation, _ = Router(operations()).find(exchange.method, exchange.path)
        record(exchange, self._api(exchange))

    def _exchange(self, method: str, path: str, sent: object, query_string: bytes = b"") -> Exchange:
        return Exchange(
            method=method,
            path=path,
            query_string=query_string,
            headers={"host": "127.0.0.1:8080"} | ({} if sent is None else {"content-type": JSON}),
            body=b"" if sent is None else orjson.dumps(sent),
            host="127.0.0.1:8080",
            base_url=_BASE_URL,
            request_id=f"req_{next(self._numbers):08x}",
        )


def _filled(path: str, value: str) -> str:
    before, _, rest = path.partition("{")
    return before + value + rest.partition("}")[2]


def _cut(one: Played) -> Played:
    """Show the first items of a list, and of whole books the first record of each collection."""
    data = one.answer["data"]
    shown = data[:_MOST_ITEMS] if isinstance(data, list) else _shortened(data)
    return Played(path_value=one.path_value, sent=_shortened(one.sent), answer={**one.answer, "data": shown})


def _shortened(value: Any) -> Any:  # noqa: ANN401 - JSON
    if not isinstance(value, dict) or "collections" not in value:
        return value
    collections = {
        name: {**collection, "records": collection["records"][:1]} for name, collection in value["collections"].items()
    }
    return {**value, "collections": collections}
