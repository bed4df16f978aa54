"""One stretch of asking an API: calls with their token, waits when it is told to wait, and every reply is kept."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urlsplit

import orjson

from mockbooks.conformance.live.access import Credentials, metadata_of, token_in, token_request
from mockbooks.conformance.live.json_places import NOTHING, parse
from mockbooks.conformance.live.obstacle import Obstacle, not_acted_upon, too_large, unanswered
from mockbooks.conformance.live.private import private_headers, secrets_of
from mockbooks.conformance.live.reply import Reply
from mockbooks.conformance.live.substituting import Values, in_body, in_target, in_text
from mockbooks.conformance.vendor.model import Call, OAuth, Vendor
from mockbooks.conformance.wire.client import MOST_BYTES
from mockbooks.conformance.wire.exchange import Answer, Exchange, Request
from mockbooks.conformance.wire.masking import masked
from mockbooks.conformance.wire.shown import shown
from mockbooks.conformance.wire.trouble import Kind, Trouble
from mockbooks.conformance.wire.wire import Wire
from mockbooks.texts import Text

MOST_WAIT_SECONDS: Final = 30.0
MOST_WAITS_SECONDS: Final = 120.0
MOST_SILENCES: Final = 3
MOST_KEPT_BYTES: Final = 16 * 1024 * 1024
"""All answers together, which are looked at again at the end; read as JSON they take twenty times as much."""
LEAST_BYTES: Final = 64 * 1024
"""What is read of every answer also after that."""
MOST_RENEWALS: Final = 5

# Something in front of the API answers: bad gateway, unavailable, no answer in time.
_PASSING: Final = frozenset({502, 503, 504})
_FALLEN_SILENT: Final = Obstacle(
    what=Text(
        f"the API was asked no more, since {MOST_SILENCES} calls in a row got no answer",
        f"de API is niet meer gevraagd, want {MOST_SILENCES} aanroepen achter elkaar kregen geen antwoord",
    ),
    remedy=Text(
        "Let the API answer every call in time, or give it more with --timeout.",
        "Laat de API elke aanroep op tijd beantwoorden, of geef meer tijd met --timeout.",
    ),
)
_OUT_OF_TIME: Final = Obstacle(
    what=Text("the check ran out of its time", "de tijd voor de toets is op"),
    remedy=Text(
        "Check when the API answers faster: a whole check may take ten minutes.",
        "Toets als de API sneller antwoordt: een hele toets mag tien minuten duren.",
    ),
)


class UnaskableError(Exception):
    """A call cannot be made, because a value that it needs is not to be had; `why` says which."""

    def __init__(self, why: Obstacle) -> None:
        """Keep the reason."""
        super().__init__(why.what.en)
        self.why = why


@dataclass(slots=True, kw_only=True)
class Session:
    """The calls to one API: none that may write goes without `allow_writes`.

    `secrets` are never shown, nor are `variables`, those of the environment that the vendor file names. A token that
    expires on the way is got anew once for each call that finds out.
    """

    vendor: Vendor
    base_url: str
    client: Wire
    credentials: Credentials
    sleep: Callable[[float], None]
    allow_writes: bool
    token: str | None = None
    replies: list[Reply] = field(default_factory=list)
    secrets: set[str] = field(default_factory=set)
    variables: Mapping[str, str] = field(default_factory=dict)
    waited_seconds: float = 0.0
    renewals: int = 0
    silences: int = 0
    ends_at: float | None = None
    kept_bytes: int = 0

    @property
    def root(self) -> str:
        """The host that has the base URL, without a slash at the end."""
        parts = urlsplit(self.base_url)
        return f"{parts.scheme}://{parts.netloc}"

    def url(self, place: str) -> str:
        """Give the whole URL of a place that a vendor file names by a URL or by a path on the host."""
        return self.root + place if place.startswith("/") else place

    def show(self, exchange: Exchange) -> str:
        """Write an exchange for evidence."""
        return shown(exchange, self._hidden(), private=frozenset(map(str.lower, private_headers(self.vendor))))

    def mask(self, text: str) -> str:
        """Mask every secret in what may quote the API."""
        return masked(text, self._hidden())

    def ask(self, call: Call, values: Values, *, is_doomed: bool = False) -> Reply:
        """Make a call; whatever comes of it is a reply."""
        name = f"{call.method} {call.target.partition('?')[0]}"
        if why := self._why_no_more() or self._why_not(call):
            return Reply(call=name, answers=self.vendor.answers, fault=why)
        try:
            request, sent = self._request(call, values)
        except UnaskableError as error:
            return Reply(call=name, answers=self.vendor.answers, fault=error.why)
        exchange = self._sent(request)
        if _status(exchange) == 401 and self._renew_token():  # noqa: PLR2004 - RFC 6750, section 3.1
            request, sent = self._request(call, values)
            exchange = self._sent(request)
        reply = self._reply(name, exchange, is_doomed=is_doomed, sent=sent)
        self.replies.append(reply)
        return reply

    def ask_with(self, call: Call, values: Values, token: str | None) -> Exchange:
        """Make a call with another token than one's own, or with none."""
        kept, self.token = self.token, token
        try:
            return self._sent(self._request(call, values)[0])
        finally:
            self.token = kept

    def oauth(self) -> OAuth | None:
        """Tell how a token is got: as the vendor file says, else as the server itself does."""
        if self.vendor.oauth is not None:
            return self.vendor.oauth
        told = metadata_of(self.send, self.root)
        return OAuth(token_url=str(told["token_endpoint"])) if told else None

    def get_token(self, oauth: OAuth) -> Exchange:
        """Ask for a token with the credentials of the client, and keep it."""
        exchange = self.send(token_request(self.url(oauth.token_url), oauth, self.credentials))
        if token := token_in(exchange):
            self.secrets.add(token)
            self.token = token
        return exchange

    def send(self, request: Request, *, most_bytes: int = MOST_BYTES) -> Exchange:
        """Send a request, unless time is up or the API was silent too often; another host may be."""
        if why := self._why_no_more():
            return Exchange(request=request, trouble=Trouble(kind=Kind.NOT_ASKED, what=why.what))
        exchange = self.client.send(request, most_bytes=most_bytes)
        if request.url.startswith(f"{self.root}/"):
            self.silences = 0 if exchange.trouble is None else self.silences + 1
        return exchange

    def start_anew(self, seconds: float) -> None:
        """Forget earlier silences, and go on for so long at most."""
        self.silences, self.ends_at = 0, self.client.clock() + seconds

    def _why_no_more(self) -> Obstacle | None:
        if self.silences >= MOST_SILENCES:
            return _FALLEN_SILENT
        return _OUT_OF_TIME if self.ends_at is not None and self.client.clock() > self.ends_at else None

    def _hidden(self) -> tuple[str, ...]:
        given = (*self.secrets, *self.credentials.secrets, *self.variables.values(), self.token or "")
        return (*given, *secrets_of(self.vendor))

    def _why_not(self, call: Call) -> Obstacle | None:
        if self.allow_writes or not call.may_write:
            return None
        return Obstacle(
            what=Text(
                f"{call.method} may write, and the vendor file does not say onlyReads",
                f"{call.method} kan schrijven, en het leveranciersbestand zegt geen onlyReads",
            ),
            remedy=Text(
                "Use --allow-writes, or say onlyReads of the call in the vendor file.",
                "Gebruik --allow-writes, of zet onlyReads bij de aanroep in het leveranciersbestand.",
            ),
        )

    def _renew_token(self) -> bool:
        may_renew = self.token and self.credentials.has_client and self.renewals < MOST_RENEWALS
        oauth = self.oauth() if may_renew else None
        self.renewals += 1
        return oauth is not None and token_in(self.get_token(oauth)) is not None

    def _request(self, call: Call, values: Values) -> tuple[Request, Mapping[str, object]]:
        def own(name: str) -> object:
            return (self.token or "") if name == "token" else values(name)

        headers = {name: in_text(text, own) for name, text in {**self.vendor.headers, **call.headers}.items()}
        if self.token is not None:
            headers[self.vendor.token_header] = in_text(self.vendor.token_value, own)
        body = in_body(call.body, own)
        if call.body is not None:
            headers.setdefault("Content-Type", "application/json")
        request = Request(
            method=call.method,
            url=self.base_url.rstrip("/") + in_target(call.target, own),
            headers=headers,
            body=None if call.body is None else orjson.dumps(body),
        )
        return request, body if isinstance(body, Mapping) else {}

    def _sent(self, request: Request) -> Exchange:
        """Send a request, and once more after a wait that the API asks for, if that is bearable."""
        exchange = self._bounded(request)
        seconds = _asked_wait(exchange.answer)
        if seconds is None or self.waited_seconds + seconds > MOST_WAITS_SECONDS:
            return exchange
        self.waited_seconds += seconds
        self.sleep(seconds)
        return self._bounded(request)

    def _bounded(self, request: Request) -> Exchange:
        """Send a request, and read of its answer what there is still room for."""
        room = max(LEAST_BYTES, MOST_KEPT_BYTES - self.kept_bytes)
        exchange = self.send(request, most_bytes=min(MOST_BYTES, room))
        self.kept_bytes += len(exchange.answer.body) if exchange.answer else 0
        return exchange

    def _reply(self, name: str, exchange: Exchange, *, is_doomed: bool, sent: Mapping[str, object]) -> Reply:
        answer = exchange.answer
        return Reply(
            call=name,
            answers=self.vendor.answers,
            exchange=exchange,
            data=parse(answer.body) if answer and not answer.is_cut else NOTHING,
            fault=_fault(name, exchange, is_doomed=is_doomed and any(reply.succeeded for reply in self.replies)),
            is_doomed=is_doomed,
            item_at=self.vendor.answers.item,
            items_at=self.vendor.answers.items,
            sent=sent,
        )


def _fault(name: str, exchange: Exchange, *, is_doomed: bool) -> Obstacle | None:
    """Say why nothing can be concluded; an API that works, and fails on what cannot succeed, does so by habit."""
    if exchange.trouble is not None:
        return unanswered(name, exchange.trouble)
    if exchange.answer is not None and exchange.answer.is_cut:
        return too_large(name)
    status = _status(exchange)
    if status in {401, 403, 429} or (status >= 500 and not (is_doomed and status not in _PASSING)):  # noqa: PLR2004 - no action was reached, or the server broke down
        return not_acted_upon(name, status)
    return None


def _status(exchange: Exchange) -> int:
    return exchange.answer.status if exchange.answer else 0


def _asked_wait(answer: Answer | None) -> float | None:
    """Read after how many seconds to come back (RFC 9110, section 10.2.3); None where not, or too long."""
    if answer is None or answer.status != 429:  # noqa: PLR2004 - RFC 6585, section 4
        return None
    told = (answer.header("Retry-After") or "1").strip()
    seconds = float(told) if told.isascii() and told.isdigit() and len(told) < 6 else MOST_WAIT_SECONDS + 1  # noqa: PLR2004
    return seconds if seconds <= MOST_WAIT_SECONDS else None
