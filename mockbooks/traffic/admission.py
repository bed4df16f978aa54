"""The first steps of every call: which operation is meant, and whether we can speak with this caller."""

from collections.abc import Callable

from mockbooks.errors import Complaint, NotAcceptableError, RequestError, UnsupportedMediaTypeError
from mockbooks.texts import Text
from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.traffic.negotiation import accepts_json, is_json_in_utf8
from mockbooks.traffic.recording import arrive
from mockbooks.traffic.routing import Router
from mockbooks.traffic.surroundings import Surroundings

_WITH_BODY = frozenset({"POST", "PUT"})
_NO_CODING = ("", "identity")
_NO_CONTENT_TYPE = Text("no Content-Type", "geen Content-Type")


class Reception:
    """Finds out what a call means and whom it concerns, before anything on its road can act; it refuses nobody.

    What has fallen due in that administration by now happens before the call does anything.
    """

    def __init__(self, router: Router, attribute: Callable[[Exchange], Surroundings | None]) -> None:
        """Keep the table of operations, and what tells the administration that a call concerns."""
        self._router = router
        self._attribute = attribute

    def enter(self, exchange: Exchange) -> Answer | None:
        """Set the operation of the exchange, if there is one, and the administration that it concerns."""
        try:
            exchange.operation, exchange.path_parameters = self._router.find(exchange.method, exchange.path)
        except RequestError:
            exchange.operation = None
        concerned = self._attribute(exchange)
        if concerned is not None:
            concerned.catch_up()
            arrive(exchange, concerned)
        return None


class Admission:
    """Finds the operation and judges media types before anything else is done: 404, 405, 406 and 415.

    OAuth has manners of its own: forms in, pages out, and errors as its RFCs say; its endpoints judge for themselves.
    """

    def __init__(self, router: Router) -> None:
        """Keep the table of operations."""
        self._router = router

    def enter(self, exchange: Exchange) -> Answer | None:
        """Set the operation of the exchange; OPTIONS (a CORS preflight among them) is answered here."""
        if exchange.method == "OPTIONS":
            allowed = ", ".join(self._router.allowed(exchange.path))
            return Answer(status=204, headers=(("Allow", allowed),), media_type="")
        if exchange.operation is None:
            exchange.operation, exchange.path_parameters = self._router.find(exchange.method, exchange.path)
        if exchange.operation.area != "oauth":
            _demand_acceptable(exchange)
            _demand_json(exchange)
        return None


def _demand_acceptable(exchange: Exchange) -> None:
    accept = exchange.headers.get("accept")
    if not accepts_json(accept):
        raise NotAcceptableError(Complaint("not_acceptable", parameter="Accept", values={"came": accept}))


def _demand_json(exchange: Exchange) -> None:
    """Refuse a body that is not announced as JSON, or is compressed (RFC 9110, section 15.5.16)."""
    if not exchange.body or exchange.method not in _WITH_BODY:
        return
    coding = exchange.headers.get("content-encoding", "").strip().lower()
    content_type = exchange.headers.get("content-type")
    if coding not in _NO_CODING:
        raise _unsupported("Content-Encoding", f"Content-Encoding: {coding}")
    if not is_json_in_utf8(content_type):
        raise _unsupported("Content-Type", f"Content-Type: {content_type}" if content_type else _NO_CONTENT_TYPE)


def _unsupported(header: str, came: str | Text) -> UnsupportedMediaTypeError:
    return UnsupportedMediaTypeError(Complaint("unsupported_media_type", parameter=header, values={"came": came}))
