"""What texts a setting takes: each kind reads a text into its value, and says what would do."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal, NamedTuple, cast, get_args
from urllib.parse import urlsplit

from mockbooks.frozen import dataclass

NONE = "none"

_SIZE = re.compile(r"(\d{1,12}) ?(B|KiB|MiB)?")
_UNITS = {None: 1, "B": 1, "KiB": 1024, "MiB": 1024 * 1024}
_ORIGIN = re.compile(r"\*|https?://[A-Za-z0-9.\-\[\]:]+")
_URL = re.compile(r"(?i:https?)://[A-Za-z0-9.\-\[\]:]+/?")
_NAME = re.compile(r"[A-Za-z0-9._:-]{1,253}")
# A b64token (RFC 6750, section 2.1).
_TOKEN = re.compile(r"[A-Za-z0-9._~+/-]{1,200}=*")
_QUARTER = re.compile(r"\d{4}-Q[1-4]")
_SWITCH = {"true": True, "on": True, "yes": True, "1": True, "false": False, "off": False, "no": False, "0": False}
_LARGEST_PORT = 65_535
_DEFAULT_PORTS = {"http": 80, "https": 443}
_MOST_RECORDS = 1_000_000
_MOST_ADMINISTRATIONS = 10_000
_LONGEST_LIFE_SECONDS = 10 * 366 * 24 * 3600
_HIGHEST_LIMIT = 2_000_000_000
# The seeded VAT rates begin in 2001, and the year before the clock's is open too; due dates need room at the end.
_FIRST_CLOCK_YEAR, _LAST_CLOCK_YEAR = 2003, 2999

Per = Literal["second", "minute", "hour", "day"]


class Limit(NamedTuple):
    """So many requests in a window of that length."""

    requests: int
    per: Per


@dataclass(frozen=True, kw_only=True, slots=True)
class Kind:
    """What texts a setting takes: `read` makes its value or raises ValueError, `allowed` says what would do.

    What came for a kind that is secret is never shown, not even when it will not do.
    """

    read: Callable[[str], object]
    allowed: str
    metavar: str
    is_switch: bool = False
    is_list: bool = False
    is_secret: bool = False


def whole(minimum: int, maximum: int, allowed: str) -> Kind:
    """Take whole numbers within bounds."""

    def read(text: str) -> int:
        number = int(text) if re.fullmatch(r"-?\d{1,18}", text) else None
        if number is None or not minimum <= number <= maximum:
            raise ValueError(text)
        return number

    return Kind(read=read, allowed=allowed, metavar="NUMBER")


def seconds_up_to(maximum: int) -> Kind:
    """Take a length of time, fractions included."""

    def read(text: str) -> float:
        seconds = float(text)
        if not 0 < seconds <= maximum:
            raise ValueError(text)
        return seconds

    return Kind(read=read, allowed=f"a number of seconds above 0, at most {maximum}", metavar="SECONDS")


def _matched(text: str, pattern: re.Pattern[str]) -> re.Match[str]:
    match = pattern.fullmatch(text)
    if match is None:
        raise ValueError(text)
    return match


def _read_size(text: str) -> int:
    match = _matched(text, _SIZE)
    size = int(match[1]) * _UNITS[match[2]]
    if size < 1:
        raise ValueError(text)
    return size


def _read_host(text: str) -> str:
    return _matched(text, re.compile(r"[A-Za-z0-9._:%-]+"))[0]


def _read_switch(text: str) -> bool:
    switch = _SWITCH.get(text.lower())
    if switch is None:
        raise ValueError(text)
    return switch


def _read_clock(text: str) -> datetime | None:
    if text == "real":
        return None
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None or not _FIRST_CLOCK_YEAR <= moment.year <= _LAST_CLOCK_YEAR:
        raise ValueError(text)
    return moment.astimezone(UTC)


def _read_date(text: str) -> date | None:
    return None if text == NONE else date.fromisoformat(_matched(text, re.compile(r"\d{4}-\d\d-\d\d"))[0])


def _read_list(pattern: re.Pattern[str]) -> Callable[[str], tuple[str, ...]]:
    def read(text: str) -> tuple[str, ...]:
        if text == NONE:
            return ()
        return tuple(dict.fromkeys(_matched(item.strip(), pattern)[0] for item in text.split(",")))

    return read


def _read_limits(text: str) -> tuple[Limit, ...]:
    """Read windows such as `600/minute`; two of one length would say the same thing twice."""
    if text == NONE:
        return ()
    limits = tuple(_read_limit(item.strip()) for item in text.split(","))
    if len({limit.per for limit in limits}) < len(limits):
        raise ValueError(text)
    return limits


def _read_limit(text: str) -> Limit:
    match = _matched(text, re.compile(rf"(\d{{1,10}})/({'|'.join(get_args(Per))})"))
    requests = int(match[1])
    if not 1 <= requests <= _HIGHEST_LIMIT:
        raise ValueError(text)
    return Limit(requests, cast("Per", match[2]))


def _read_url(text: str) -> str | None:
    """Write a URL as browsers write an origin, which it will be compared with (RFC 6454, section 6.2)."""
    if text == NONE:
        return None
    url = urlsplit(_matched(text, _URL)[0])
    if not url.hostname:
        raise ValueError(text)
    host = f"[{url.hostname}]" if ":" in url.hostname else url.hostname
    port = "" if url.port in {None, _DEFAULT_PORTS[url.scheme]} else f":{url.port}"
    return f"{url.scheme}://{host}{port}"


def _read_folder(text: str) -> str:
    if not text or "\0" in text:
        raise ValueError(text)
    return text


def _read_present_folder(text: str) -> str:
    if not Path(_read_folder(text)).is_dir():
        raise ValueError(text)
    return text


def _or_none(kind: Kind) -> Kind:
    """Take "none" as well."""

    def read(text: str) -> object:
        return None if text == NONE else kind.read(text)

    return Kind(read=read, allowed=f'{kind.allowed}, or "none"', metavar=kind.metavar)


HOST = Kind(read=_read_host, allowed="a host name or an IP address", metavar="ADDRESS")
PORT = whole(0, _LARGEST_PORT, "a whole number from 0 to 65535; 0 picks a free port")
SEED = whole(0, 2**32 - 1, "a whole number from 0 to 4294967295")
COUNT = whole(0, _MOST_RECORDS, "a whole number from 0 to 1000000")
DEPTH = whole(1, 500, "a whole number from 1 to 500")
BYTES = Kind(read=_read_size, allowed='a number of bytes, or one such as "32 KiB" or "10 MiB"', metavar="SIZE")
MOMENT = Kind(
    read=_read_clock,
    allowed='"real", or a moment in RFC 3339 from 2003 to 2999, such as "2026-11-23T10:15:30Z"',
    metavar="MOMENT",
)
DATE = Kind(read=_read_date, allowed='a date such as "2025-12-31", or "none"', metavar="DATE")
QUARTERS = Kind(
    read=_read_list(_QUARTER), allowed='quarters such as "2026-Q1,2026-Q2", or "none"', metavar="QUARTER", is_list=True
)
ORIGINS = Kind(
    read=_read_list(_ORIGIN),
    allowed='"*", origins such as "https://app.example,http://localhost:3000", or "none"',
    metavar="ORIGIN",
    is_list=True,
)
ON_OR_OFF = Kind(read=_read_switch, allowed="true or false", metavar="", is_switch=True)
LIMITS = Kind(
    read=_read_limits,
    allowed='limits from 1, such as "600/minute,50000/day", at most one per second, minute, hour and day, or "none"',
    metavar="LIMIT",
    is_list=True,
)
CONCURRENT = _or_none(whole(1, _HIGHEST_LIMIT, "a whole number from 1"))
ADMINISTRATIONS = whole(1, _MOST_ADMINISTRATIONS, "a whole number from 1 to 10000")
LIFE = whole(1, _LONGEST_LIFE_SECONDS, "a whole number of seconds from 1 to 316224000 (ten years)")
GRACE = whole(0, _LONGEST_LIFE_SECONDS, "a whole number of seconds from 0 to 316224000 (ten years)")
URL = Kind(
    read=_read_url, allowed='a URL without a path such as "https://books.example:8443", or "none"', metavar="URL"
)
FOLDER = Kind(read=_read_folder, allowed="a folder", metavar="FOLDER")
SCENARIO = Kind(
    read=lambda text: None if text == NONE else _read_folder(text),
    allowed='the name of a scenario of the library such as "lost-reply", a file, or "none"',
    metavar="NAME|FILE",
)
OWN_FOLDER = _or_none(Kind(read=_read_present_folder, allowed="a folder that is there", metavar="FOLDER"))
NAMES = Kind(
    read=_read_list(_NAME),
    allowed='names or IP addresses such as "books.test,10.0.0.7", or "none"',
    metavar="NAME",
    is_list=True,
)
CONTROL_TOKEN = Kind(
    read=lambda text: None if text == NONE else _matched(text, _TOKEN)[0],
    allowed='letters, digits and the signs - . _ ~ + / of a bearer token, at most 200, or "none"',
    metavar="TOKEN",
    is_secret=True,
)
