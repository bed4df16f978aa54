"""The settings: each line of the table makes a flag, an environment variable and a key of mockbooks.toml."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple

ENVIRONMENT_PREFIX = "MOCKBOOKS_"
FILE_NAME = "mockbooks.toml"
CONFIG_VARIABLE = "MOCKBOOKS_CONFIG"
NONE = "none"

_SIZE = re.compile(r"(\d{1,12}) ?(B|KiB|MiB)?")
_UNITS = {None: 1, "B": 1, "KiB": 1024, "MiB": 1024 * 1024}
_ORIGIN = re.compile(r"\*|https?://[A-Za-z0-9.\-\[\]:]+")
_QUARTER = re.compile(r"\d{4}-Q[1-4]")
_SWITCH = {"true": True, "on": True, "yes": True, "1": True, "false": False, "off": False, "no": False, "0": False}
_LARGEST_PORT = 65_535
_MOST_RECORDS = 1_000_000
# The seeded VAT rates begin in 2001, and the year before the clock's is open too; due dates need room at the end.
_FIRST_CLOCK_YEAR, _LAST_CLOCK_YEAR = 2003, 2999


class SettingsError(ValueError):
    """Settings that cannot be used: every complaint at once, each with where it comes from."""

    def __init__(self, complaints: Iterable[str]) -> None:
        """Keep the complaints, one line each."""
        self.complaints = tuple(complaints)
        super().__init__("\n".join(self.complaints))


@dataclass(frozen=True, kw_only=True, slots=True)
class Kind:
    """What texts a setting takes: `read` makes its value or raises ValueError, `allowed` says what would do."""

    read: Callable[[str], object]
    allowed: str
    metavar: str
    is_switch: bool = False
    is_list: bool = False


def _whole(minimum: int, maximum: int, allowed: str) -> Kind:
    def read(text: str) -> int:
        number = int(text) if re.fullmatch(r"-?\d{1,18}", text) else None
        if number is None or not minimum <= number <= maximum:
            raise ValueError(text)
        return number

    return Kind(read=read, allowed=allowed, metavar="NUMBER")


def _seconds(maximum: int) -> Kind:
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


_HOST = Kind(read=_read_host, allowed="a host name or an IP address", metavar="ADDRESS")
_PORT = _whole(0, _LARGEST_PORT, "a whole number from 0 to 65535; 0 picks a free port")
_SEED = _whole(0, 2**32 - 1, "a whole number from 0 to 4294967295")
_COUNT = _whole(0, _MOST_RECORDS, "a whole number from 0 to 1000000")
_DEPTH = _whole(1, 500, "a whole number from 1 to 500")
_BYTES = Kind(read=_read_size, allowed='a number of bytes, or one such as "32 KiB" or "10 MiB"', metavar="SIZE")
_MOMENT = Kind(
    read=_read_clock,
    allowed='"real", or a moment in RFC 3339 from 2003 to 2999, such as "2026-11-23T10:15:30Z"',
    metavar="MOMENT",
)
_DATE = Kind(read=_read_date, allowed='a date such as "2025-12-31", or "none"', metavar="DATE")
_QUARTERS = Kind(
    read=_read_list(_QUARTER), allowed='quarters such as "2026-Q1,2026-Q2", or "none"', metavar="QUARTER", is_list=True
)
_ORIGINS = Kind(
    read=_read_list(_ORIGIN),
    allowed='"*", origins such as "https://app.example,http://localhost:3000", or "none"',
    metavar="ORIGIN",
    is_list=True,
)
_ON_OR_OFF = Kind(read=_read_switch, allowed="true or false", metavar="", is_switch=True)


def _setting(kind: Kind, default: str, description: str, *, flag: str = "") -> Any:  # noqa: ANN401 - of any type
    """Make one line of the table; the default is written as a caller would write it."""
    value = None if default == "" else kind.read(default)
    return field(default=value, metadata={"kind": kind, "default": default, "description": description, "flag": flag})


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """The settings as values; `clock` and `lock_date` are None for the real clock and for no lock."""

    host: str = _setting(_HOST, "127.0.0.1", "Address to listen on; 0.0.0.0 for every one of this machine.")
    port: int = _setting(_PORT, "8080", "Port to listen on; 0 picks a free one and prints it.")
    random_seed: int = _setting(_SEED, "42", "The same number gives the same books and the same ids.")
    debtors: int = _setting(_COUNT, "25", "Made-up debtors at the start.")
    products: int = _setting(_COUNT, "40", "Made-up products at the start.")
    transactions: int = _setting(_COUNT, "30", "Made-up transactions at the start; they need debtors and products.")
    clock: datetime | None = _setting(_MOMENT, "real", "The time in the books: real, or frozen at a moment.")  # noqa: RUF009 - a field
    lock_date: date | None = _setting(_DATE, NONE, "Nothing can be booked on or before this date.")  # noqa: RUF009 - a field
    filed_quarters: tuple[str, ...] = _setting(
        _QUARTERS, NONE, "A quarter whose VAT return is filed: closed for bookings.", flag="filed-quarter"
    )
    demo: bool = _setting(
        _ON_OR_OFF, "true", "Have the administration demo ready, with its token; without it no call is let in yet."
    )
    cors_origins: tuple[str, ...] = _setting(
        _ORIGINS, "*", "An origin whose web pages may call the API; * for all.", flag="cors-origin"
    )
    max_body_bytes: int = _setting(_BYTES, "10 MiB", "The largest body that is read (else 413).")
    max_header_bytes: int = _setting(_BYTES, "32 KiB", "The largest header fields that are read (else 431).")
    max_url_bytes: int = _setting(_BYTES, "8 KiB", "The longest URL that is read (else 414).")
    max_json_depth: int = _setting(_DEPTH, "32", "How deep arrays and objects of a body may nest (else 400).")
    slow_request_seconds: float = _setting(
        _seconds(3600), "30", "A whole request must be in by then, or its connection is dropped (408)."
    )
    shutdown_seconds: float = _setting(_seconds(3600), "5", "How long running requests may take to finish on stop.")
    log_requests: bool | None = _setting(
        _ON_OR_OFF, "", "Write one line per request to stderr; by default only when that is a terminal."
    )


class Setting(NamedTuple):
    """One setting with its names: `name` itself is the key in mockbooks.toml."""

    name: str
    flag: str
    variable: str
    kind: Kind
    default: str
    description: str


def _named(name: str, metadata: Mapping[str, Any]) -> Setting:
    return Setting(
        name=name,
        flag=f"--{metadata['flag'] or name.replace('_', '-')}",
        variable=f"{ENVIRONMENT_PREFIX}{name.upper()}",
        kind=metadata["kind"],
        default=metadata["default"],
        description=metadata["description"],
    )


SETTINGS = tuple(_named(each.name, each.metadata) for each in fields(Settings))


class Given(NamedTuple):
    """One text that was given for a setting, and where."""

    text: str
    source: str


def load_settings(
    flags: Mapping[str, str], environment: Mapping[str, str], file: Path | None = None
) -> tuple[Settings, tuple[str, ...]]:
    """Read the settings, with warnings for the person who starts the server; flag beats variable beats file.

    `flags` holds texts by the name of the setting. `file` None reads mockbooks.toml in the working directory if there
    is one; a file that is named must exist. Raises SettingsError with all that is wrong.
    """
    complaints: list[str] = []
    warnings: list[str] = []
    given = _from_file(file, complaints) | _from_environment(environment, warnings)
    given |= {name: Given(text, _BY_NAME[name].flag) for name, text in flags.items()}
    values = {name: _value(_BY_NAME[name].kind, each, complaints) for name, each in given.items()}
    if complaints:
        raise SettingsError(complaints)
    return Settings(**values), tuple(warnings)


def _value(kind: Kind, given: Given, complaints: list[str]) -> Any:  # noqa: ANN401 - of any type
    try:
        return kind.read(given.text)
    except (ValueError, OverflowError):
        complaints.append(f'{given.source}: "{given.text}" will not do; allowed: {kind.allowed}')
        return None


def _from_environment(environment: Mapping[str, str], warnings: list[str]) -> dict[str, Given]:
    """Take what is ours; a variable that only looks like ours may belong to someone else, so it is no error."""
    found = {}
    for variable, text in environment.items():
        if not variable.startswith(ENVIRONMENT_PREFIX) or variable == CONFIG_VARIABLE:
            continue
        name = variable.removeprefix(ENVIRONMENT_PREFIX).lower()
        if text.startswith("tcp://"):
            warnings.append(f"{variable} is ignored: Kubernetes sets it for a service that is named mockbooks")
        elif name in _BY_NAME and variable == _BY_NAME[name].variable:
            found[name] = Given(text.strip(), variable)
        else:
            warnings.append(f"{variable} is ignored: there is no such setting{_suggestion(variable, _VARIABLES)}")
    return found


def _from_file(file: Path | None, complaints: list[str]) -> dict[str, Given]:
    path = file or Path(FILE_NAME)
    if file is None and not path.is_file():
        return {}
    found = {}
    for key, value in _read_toml(path).items():
        if key in _BY_NAME:
            found[key] = Given(_toml_text(value), f"{path}: {key}")
        else:
            complaints.append(
                f'{path}: unknown key "{key}"{_suggestion(key, _BY_NAME)}; allowed: {", ".join(_BY_NAME)}'
            )
    return found


def _read_toml(path: Path) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415 - most starts have no file

    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise SettingsError([f"{path}: cannot be read ({error.strerror})"]) from error
    except ValueError as error:
        raise SettingsError([f"{path}: is no TOML that can be read: {error}"]) from error


def _toml_text(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case datetime() | date():
            return value.isoformat()
        case list():
            return ",".join(_toml_text(item) for item in value) or NONE
        case _:
            return str(value)


def _suggestion(came: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only a mistake needs it

    near = get_close_matches(came, list(known), n=1)
    return f'; did you mean "{near[0]}"?' if near else ""


_BY_NAME = {setting.name: setting for setting in SETTINGS}
_VARIABLES = tuple(setting.variable for setting in SETTINGS)
