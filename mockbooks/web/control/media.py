"""Which of several media types an answer has: that of `?format=`, else what the header Accept prefers."""

from collections.abc import Mapping

from werkzeug.datastructures import MIMEAccept
from werkzeug.http import parse_accept_header

from mockbooks.errors import Complaint, NotAcceptableError, UnsupportedMediaTypeError
from mockbooks.texts import Text
from mockbooks.traffic.exchange import Exchange
from mockbooks.traffic.negotiation import accepts_json, is_json_in_utf8

_NO_CODING = ("", "identity")
_NO_CONTENT_TYPE = Text("no Content-Type", "geen Content-Type")


def chosen_format(exchange: Exchange, named: str | None, formats: Mapping[str, str]) -> str:
    """Choose one of the formats, given by their media types; the first is the usual one.

    Raises NotAcceptableError when the caller accepts none of them.
    """
    if named is not None:
        return named
    accept = exchange.headers.get("accept")
    if not accept:
        return next(iter(formats.values()))
    best = parse_accept_header(accept, MIMEAccept).best_match(list(formats))
    if best is None:
        raise NotAcceptableError(Complaint("not_acceptable", parameter="Accept", values={"came": accept}))
    return formats[best]


def demand_json_acceptable(exchange: Exchange) -> None:
    """Refuse a caller who does not accept JSON."""
    accept = exchange.headers.get("accept")
    if not accepts_json(accept):
        raise NotAcceptableError(Complaint("not_acceptable", parameter="Accept", values={"came": accept}))


def demand_scenario(exchange: Exchange, taken: tuple[str, ...]) -> None:
    """Refuse a body that is announced as none of these types of a scenario, or is compressed (RFC 9110, 15.5.16)."""
    if not exchange.body:
        return
    coding = exchange.headers.get("content-encoding", "").strip().lower()
    if coding not in _NO_CODING:
        raise _unsupported("Content-Encoding", f"Content-Encoding: {coding}")
    content_type = exchange.headers.get("content-type")
    kind = (content_type or "").partition(";")[0].strip().lower()
    if kind not in taken and not is_json_in_utf8(content_type):
        raise _unsupported("Content-Type", f"Content-Type: {content_type}" if content_type else _NO_CONTENT_TYPE)


def _unsupported(header: str, came: str | Text) -> UnsupportedMediaTypeError:
    return UnsupportedMediaTypeError(Complaint("scenario_media_type", parameter=header, values={"came": came}))
