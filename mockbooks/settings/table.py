"""The table of settings: each line makes a flag, an environment variable and a key of mockbooks.toml."""

from collections.abc import Mapping
from dataclasses import field, fields
from datetime import date, datetime
from typing import Any, NamedTuple

from mockbooks.frozen import dataclass
from mockbooks.settings import kinds
from mockbooks.settings.subjects import Subject

ENVIRONMENT_PREFIX = "MOCKBOOKS_"


def _setting(subject: Subject, kind: kinds.Kind, default: str, description: str, *, flag: str = "") -> Any:  # noqa: ANN401 - of any type
    """Make one line of the table; the default is written as a caller would write it."""
    value = None if default == "" else kind.read(default)
    told = {"subject": subject, "kind": kind, "default": default, "description": description, "flag": flag}
    return field(default=value, metadata=told)


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """The settings as values; `clock` and `lock_date` are None for the real clock and for no lock."""

    host: str = _setting(
        Subject.ADDRESS, kinds.HOST, "127.0.0.1", "Address to listen on; 0.0.0.0 for every one of this machine."
    )
    port: int = _setting(Subject.ADDRESS, kinds.PORT, "8080", "Port to listen on; 0 picks a free one and prints it.")
    public_url: str | None = _setting(
        Subject.ADDRESS,
        kinds.URL,
        kinds.NONE,
        "Where callers find the server, as OAuth tells it; by default what each request names.",
    )
    cors_origins: tuple[str, ...] = _setting(
        Subject.ADDRESS,
        kinds.ORIGINS,
        "*",
        "An origin whose web pages may call the API; * for all.",
        flag="cors-origin",
    )
    random_seed: int = _setting(
        Subject.BOOKS, kinds.SEED, "42", "The same number gives the same books and the same ids."
    )
    debtors: int = _setting(Subject.BOOKS, kinds.COUNT, "25", "Made-up debtors at the start.")
    products: int = _setting(Subject.BOOKS, kinds.COUNT, "40", "Made-up products at the start.")
    transactions: int = _setting(
        Subject.BOOKS, kinds.COUNT, "30", "Made-up transactions at the start; they need debtors and products."
    )
    demo: bool = _setting(
        Subject.BOOKS, kinds.ON_OR_OFF, "true", "Have the administration demo ready, with its client and token."
    )
    max_administrations: int = _setting(
        Subject.BOOKS,
        kinds.ADMINISTRATIONS,
        "250",
        "Administrations that are kept beside demo; beyond it the one unused longest goes.",
    )
    clock: datetime | None = _setting(
        Subject.TIME,
        kinds.MOMENT,
        "real",
        "The time in the books: real, or frozen at a moment; then no token expires and no limit renews.",
    )
    lock_date: date | None = _setting(
        Subject.TIME,
        kinds.DATE,
        kinds.NONE,
        "Nothing can be booked on or before this date, as in 2026-09-30.",
    )
    filed_quarters: tuple[str, ...] = _setting(
        Subject.TIME,
        kinds.QUARTERS,
        kinds.NONE,
        "A quarter whose VAT return is filed, as in 2026-Q3: closed for bookings.",
        flag="filed-quarter",
    )
    scenario: str | None = _setting(
        Subject.SCENARIO,
        kinds.SCENARIO,
        kinds.NONE,
        "How the server misbehaves and what it expects: a scenario of the library (mockbooks scenario list) or a file.",
    )
    scenario_folder: str | None = _setting(
        Subject.SCENARIO,
        kinds.OWN_FOLDER,
        kinds.NONE,
        "A folder with scenarios of your own, known by their names beside the library.",
    )
    mark_injections: bool = _setting(
        Subject.SCENARIO,
        kinds.ON_OR_OFF,
        "false",
        "Tell in a header Mockbooks-Injection which injection acted on an answer.",
    )
    limits: tuple[kinds.Limit, ...] = _setting(
        Subject.TRAFFIC,
        kinds.LIMITS,
        "6000/minute,500000/day",
        "Requests that an administration allows, as in 600/minute; repeat it for more windows, none for no limits.",
        flag="limit",
    )
    concurrent: int | None = _setting(
        Subject.TRAFFIC, kinds.CONCURRENT, kinds.NONE, "Requests of an administration that may run at the same time."
    )
    auto_approve: bool = _setting(
        Subject.OAUTH,
        kinds.ON_OR_OFF,
        "false",
        "Skip the consent page: every authorization request is approved at once (for CI).",
    )
    access_token_seconds: int = _setting(Subject.OAUTH, kinds.LIFE, "3600", "How long an access token lives.")
    code_seconds: int = _setting(Subject.OAUTH, kinds.LIFE, "60", "How long an authorization code lives.")
    refresh_token_seconds: int = _setting(
        Subject.OAUTH, kinds.LIFE, "5184000", "How long a refresh token lives that is not used; the default is 60 days."
    )
    refresh_grace_seconds: int = _setting(
        Subject.OAUTH,
        kinds.GRACE,
        "0",
        "How long a used refresh token may be used again without revoking its grant, as some vendors allow.",
    )
    tls: bool = _setting(
        Subject.TLS,
        kinds.ON_OR_OFF,
        "false",
        "Serve https with a certificate from a CA of its own (`mockbooks ca` prints it).",
    )
    tls_folder: str = _setting(
        Subject.TLS, kinds.FOLDER, "mockbooks-tls", "Where CA and certificate are kept; made when missing."
    )
    tls_names: tuple[str, ...] = _setting(
        Subject.TLS,
        kinds.NAMES,
        kinds.NONE,
        "One more name or IP address that the certificate is for.",
        flag="tls-name",
    )
    control: bool = _setting(
        Subject.CONTROL,
        kinds.ON_OR_OFF,
        "true",
        "Offer the dashboard, and the control API under /_mockbooks; without it only its health is there.",
    )
    control_token: str | None = _setting(
        Subject.CONTROL,
        kinds.CONTROL_TOKEN,
        kinds.NONE,
        "A token that the dashboard asks for, and that calls under /_mockbooks must bring (Authorization: Bearer).",
    )
    control_hosts: tuple[str, ...] = _setting(
        Subject.CONTROL,
        kinds.NAMES,
        kinds.NONE,
        "One more host name under which the dashboard and /_mockbooks may be called; local names and addresses may be.",
        flag="control-host",
    )
    max_body_bytes: int = _setting(Subject.BOUNDS, kinds.BYTES, "10 MiB", "The largest body that is read (else 413).")
    max_header_bytes: int = _setting(
        Subject.BOUNDS, kinds.BYTES, "32 KiB", "The largest header fields that are read (else 431)."
    )
    max_url_bytes: int = _setting(Subject.BOUNDS, kinds.BYTES, "8 KiB", "The longest URL that is read (else 414).")
    max_json_depth: int = _setting(
        Subject.BOUNDS, kinds.DEPTH, "32", "How deep arrays and objects of a body may nest (else 400)."
    )
    slow_request_seconds: float = _setting(
        Subject.BOUNDS,
        kinds.seconds_up_to(3600),
        "30",
        "A whole request must be in by then (else 408), and some more of an answer be read, or its connection is "
        "dropped.",
    )
    shutdown_seconds: float = _setting(
        Subject.PROCESS, kinds.seconds_up_to(3600), "5", "How long running requests may take to finish on stop."
    )
    log_requests: bool | None = _setting(
        Subject.PROCESS,
        kinds.ON_OR_OFF,
        "",
        "Write one line per request to stderr; by default only when that is a terminal.",
    )


class Setting(NamedTuple):
    """One setting with its names: `name` itself is the key in mockbooks.toml."""

    name: str
    flag: str
    variable: str
    subject: Subject
    kind: kinds.Kind
    default: str
    description: str


def _named(name: str, metadata: Mapping[str, Any]) -> Setting:
    return Setting(
        name=name,
        flag=f"--{metadata['flag'] or name.replace('_', '-')}",
        variable=f"{ENVIRONMENT_PREFIX}{name.upper()}",
        subject=metadata["subject"],
        kind=metadata["kind"],
        default=metadata["default"],
        description=metadata["description"],
    )


SETTINGS = tuple(_named(each.name, each.metadata) for each in fields(Settings))
