"""What can go wrong on the wire, as values with a sentence for people: a judge is never stopped by a stranger."""

import http.client
import socket
import ssl
from enum import StrEnum
from typing import Final

from mockbooks.frozen import dataclass
from mockbooks.texts import Text


class Kind(StrEnum):
    """Why there is no answer."""

    UNKNOWN_HOST = "unknown_host"
    REFUSED = "refused"
    BROKEN_OFF = "broken_off"
    TOO_SLOW = "too_slow"
    NOT_TRUSTED = "not_trusted"
    NO_TLS = "no_tls"
    NO_HTTP = "no_http"
    INCOMPLETE = "incomplete"
    UNREADABLE = "unreadable"
    UNSENDABLE = "unsendable"
    UNREACHABLE = "unreachable"
    NOT_ASKED = "not_asked"


UNFINISHED: Final = frozenset({Kind.BROKEN_OFF, Kind.TOO_SLOW, Kind.INCOMPLETE, Kind.UNREADABLE})
"""With these somebody was there, and did not finish what was begun."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """Why there is no answer, and the sentence that says so, which follows upon the name of the host or call."""

    kind: Kind
    what: Text


_SENTENCES: Final[dict[Kind, Text]] = {
    Kind.UNKNOWN_HOST: Text("there is no host of that name", "er is geen host met die naam"),
    Kind.REFUSED: Text("nothing listens there", "daar luistert niets"),
    Kind.BROKEN_OFF: Text(
        "the connection was broken off before an answer came", "de verbinding werd verbroken voordat er antwoord kwam"
    ),
    Kind.NO_TLS: Text("it does not speak TLS", "er wordt geen TLS gesproken"),
    Kind.NO_HTTP: Text("what answers does not speak HTTP", "wat antwoordt, spreekt geen HTTP"),
    Kind.INCOMPLETE: Text("the answer ended before it was complete", "het antwoord hield op voordat het compleet was"),
    Kind.UNREADABLE: Text(
        "the answer is not encoded as its headers say", "het antwoord is niet gecodeerd zoals de headers zeggen"
    ),
    Kind.UNSENDABLE: Text(
        "there is something in the URL or in a header that HTTP does not take",
        "er staat iets in de URL of in een header dat HTTP niet toelaat",
    ),
}


def too_slow(seconds: float) -> Trouble:
    """Say that the answer was not there, or not complete, in time."""
    shown = f"{seconds:g}"
    return Trouble(
        kind=Kind.TOO_SLOW,
        what=Text(
            f"there was no complete answer within {shown} seconds",
            f"er was geen compleet antwoord binnen {shown} seconden",
        ),
    )


def no_connection(seconds: float) -> Trouble:
    """Say that nobody took the connection in time."""
    shown = f"{seconds:g}"
    en, nl = f"there was no connection within {shown} seconds", f"er was geen verbinding binnen {shown} seconden"
    return Trouble(kind=Kind.UNREACHABLE, what=Text(en, nl))


def trouble_of(error: Exception, seconds: float) -> Trouble:
    """Say what an error of a call within so many seconds means."""
    from urllib3 import exceptions as of_urllib3  # noqa: PLC0415 - slow to import, and only needed once asked

    cause = _cause(error)
    if isinstance(cause, ssl.SSLCertVerificationError):
        return _not_trusted(cause)
    if isinstance(cause, TimeoutError | of_urllib3.TimeoutError):
        return too_slow(seconds)
    kinds: tuple[tuple[type[Exception] | tuple[type[Exception], ...], Kind], ...] = (
        ((socket.gaierror, of_urllib3.NameResolutionError), Kind.UNKNOWN_HOST),
        (ConnectionRefusedError, Kind.REFUSED),
        ((of_urllib3.IncompleteRead, http.client.IncompleteRead, of_urllib3.InvalidChunkLength), Kind.INCOMPLETE),
        (of_urllib3.DecodeError, Kind.UNREADABLE),
        (ConnectionError, Kind.BROKEN_OFF),
        ((ssl.SSLError, of_urllib3.SSLError), Kind.NO_TLS),
        ((http.client.InvalidURL, of_urllib3.LocationValueError), Kind.UNSENDABLE),
        ((http.client.HTTPException, of_urllib3.HTTPError), Kind.NO_HTTP),
        (ValueError, Kind.UNSENDABLE),
    )
    kind = next((kind for types, kind in kinds if isinstance(cause, types)), Kind.UNREACHABLE)
    told = str(cause) or type(cause).__name__
    return Trouble(kind=kind, what=_SENTENCES.get(kind) or Text(told, told))


def _cause(error: Exception) -> Exception:
    """Look behind what urllib3 wraps: a refused connection is told by the operating system."""
    inner = error.__cause__ or error.__context__ or next((arg for arg in error.args if isinstance(arg, OSError)), None)
    is_wrapped = type(error).__module__.startswith("urllib3") and isinstance(inner, OSError | http.client.HTTPException)
    return inner if is_wrapped and isinstance(inner, Exception) else error


def _not_trusted(error: ssl.SSLCertVerificationError) -> Trouble:
    reason = error.verify_message.removesuffix(".")
    return Trouble(
        kind=Kind.NOT_TRUSTED,
        what=Text(f"its certificate is not trusted: {reason}", f"het certificaat wordt niet vertrouwd: {reason}"),
    )
