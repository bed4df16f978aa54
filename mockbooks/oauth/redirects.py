"""Redirect URIs: which ones may be registered, and whether one that came is one that was registered.

Compared character by character (RFC 9700, section 4.1.3), but for the port of a loopback address: programs on the
person's own machine take the port that happens to be free (RFC 8252, section 7.3).
"""

import re
from collections.abc import Mapping, Sequence
from ipaddress import ip_address
from itertools import takewhile
from typing import Final, NamedTuple
from urllib.parse import SplitResult, quote, urlsplit

from mockbooks.texts import Text

MAXIMUM_LENGTH: Final = 2000

# RFC 3986, section 2: the characters of which a URI is made.
_CHARACTERS: Final = re.compile(r"(?:[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*+")
# RFC 3986, appendix B, with the port apart; changes nothing of what it splits, unlike `urlsplit`.
_PARTS_OF_URI: Final = re.compile(r"([^:/?#]+):(?://([^/?#]*?)(:\d*)?(?=[/?#]|$))?([^?#]*)(\?.*)?")
_LOOPBACK: Final = re.compile(r"(http://(?:127\.0\.0\.1|\[::1\]|localhost))(?::\d{1,5})?((?:[/?].*)?)")
_WEB: Final = frozenset({"http", "https"})
# A browser that is sent there runs it, shows it or asks the system to open it, and no client ever hears of it.
_NO_CLIENT_LISTENS: Final = frozenset(
    {"about", "blob", "data", "file", "filesystem", "ftp", "intent", "javascript", "mailto", "sms", "tel", "vbscript"}
)
_PATH: Final = Text("path", "pad")
_PARTS: Final = (Text("scheme", "schema"), Text("host", "host"), Text("port", "poort"), _PATH, Text("query", "query"))


class Difference(NamedTuple):
    """One part in which a URI that came differs from one that is registered; a part that is not there is empty."""

    part: Text
    came: str
    registered: str


def flaw_of(uri: str) -> Text | None:
    """Tell why nobody could be sent to a URI, or None when somebody can (RFC 6749, section 3.1.2)."""
    if len(uri) > MAXIMUM_LENGTH:
        return Text(
            f"it is {len(uri)} characters long; {MAXIMUM_LENGTH} are allowed",
            f"hij is {len(uri)} tekens lang; {MAXIMUM_LENGTH} mag",
        )
    readable = _CHARACTERS.match(uri)
    if readable is not None and readable.end() < len(uri):
        return _stray_character(uri, readable.end())
    try:
        parts = urlsplit(uri)
        _ = parts.port
    except ValueError:
        return Text("its host or port cannot be read", "de host of poort is niet te lezen")
    return _flaw_in(uri, parts)


def is_registered(uri: str, registered: Sequence[str]) -> bool:
    """Tell whether a URI is one of those that are registered."""
    if uri in registered:
        return True
    without_port = _without_port(uri)
    return without_port is not None and without_port in map(_without_port, registered)


def is_loopback(uri: str) -> bool:
    """Tell whether a URI of the web leads to the machine that the browser runs on (RFC 6761, section 6.3)."""
    parts = urlsplit(uri)
    host = parts.hostname or ""
    if parts.scheme not in _WEB:
        return False
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def nearest(uri: str, registered: Sequence[str]) -> str | None:
    """Give the registered URI that was most likely meant."""
    return min(
        registered,
        key=lambda each: (len(differences(uri, each)), -_length_of_common_start(uri, each)),
        default=None,
    )


def differences(came: str, registered: str) -> tuple[Difference, ...]:
    """Tell two URIs without a flaw apart, part by part."""
    pairs = zip(_PARTS, _parts(came), _parts(registered), strict=True)
    return tuple(Difference(_named(part, one, other), one, other) for part, one, other in pairs if one != other)


def with_parameters(uri: str, values: Mapping[str, str], *, state_as_written: str | None, issuer: str) -> str:
    """Add parameters to a redirect URI, whose own query stays (RFC 6749, section 4.1.2; `iss`: RFC 9207, section 2)."""
    written = [f"{name}={quote(value, safe='')}" for name, value in values.items()]
    if state_as_written is not None:
        written.append(f"state={state_as_written}")
    written.append(f"iss={quote(issuer, safe='')}")
    return uri + _joint(uri) + "&".join(written)


def _length_of_common_start(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _stray_character(uri: str, place: int) -> Text:
    came = uri[place]
    character = f"U+{ord(came):04X} ({came})" if came.isprintable() and came != " " else f"U+{ord(came):04X}"
    return Text(
        f"character {place + 1} is {character}, which may only stand in a URI percent-encoded",
        f"teken {place + 1} is {character}, dat alleen procentgecodeerd in een URI mag staan",
    )


def _flaw_in(uri: str, parts: SplitResult) -> Text | None:
    scheme = parts.scheme
    judged = (
        (
            not scheme,
            Text(
                "it is not absolute: it does not begin with a scheme such as https:",
                "hij is niet absoluut: hij begint niet met een schema zoals https:",
            ),
        ),
        (
            scheme in _NO_CLIENT_LISTENS,
            Text(f"no client can be reached by {scheme}:", f"via {scheme}: is geen client te bereiken"),
        ),
        (
            "#" in uri,
            Text(
                "it holds a fragment (#), which may not be part of a redirect URI",
                "er staat een fragment (#) in, en dat mag niet in een redirect-URI",
            ),
        ),
        (
            "@" in parts.netloc,
            Text("it holds a user name before its host", "er staat een gebruikersnaam voor de host"),
        ),
        (scheme in _WEB and not parts.hostname, Text("it names no host", "er staat geen host in")),
        (not uri.partition(":")[2], Text("nothing follows its scheme", "er staat niets na het schema")),
    )
    return next((flaw for is_so, flaw in judged if is_so), None)


def _without_port(uri: str) -> tuple[str, str] | None:
    loopback = _LOOPBACK.fullmatch(uri)
    return None if loopback is None else (loopback[1], loopback[2])


def _parts(uri: str) -> tuple[str, ...]:
    parts = _PARTS_OF_URI.fullmatch(uri)
    if parts is None:
        raise ValueError(uri)
    return tuple(part or "" for part in parts.groups())


def _named(part: Text, came: str, registered: str) -> Text:
    """Name a part that differs, and say what it is about it where the eye passes over that."""
    if part is _PATH and came.rstrip("/") == registered.rstrip("/"):
        return Text("slash at the end of the path", "schuine streep aan het eind van het pad")
    if came.lower() == registered.lower():
        return Text(f"{part.en}: upper and lower case", f"{part.nl}: hoofdletters en kleine letters")
    return part


def _joint(uri: str) -> str:
    if uri.endswith(("?", "&")):
        return ""
    return "&" if "?" in uri else "?"
