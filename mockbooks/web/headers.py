"""The headers of every answer: the API's version, the request's id and what the Dutch API Design Rules ask for."""

from mockbooks.oauth.operations import OPERATIONS
from mockbooks.traffic.exchange import Answer, Exchange, names_header
from mockbooks.web.cors import Cors, Headers

# The version of the API (semver, rule /core/version-header), not of the program.
API_VERSION = "1.0.0"
_VERSION = ("API-Version", API_VERSION)
# NLGov REST API Design Rules 2.x, module transport security, rule /transport/security-headers.
SECURITY_HEADERS = (
    ("Cache-Control", "no-store"),
    ("Content-Security-Policy", "frame-ancestors 'none'"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "no-referrer"),
)
# Where a person decides, no script of another origin may read the page, or it could press Approve itself. And none may
# register clients, or any web page could register so many that every administration makes room for them: a body of JSON
# is sent by no page before a preflight has allowed it (the Fetch standard, section 4.8), and it allows nothing here.
_CLOSED_TO_OTHER_ORIGINS = frozenset(
    operation.url
    for operation in OPERATIONS
    if operation.operation_id in {"authorize", "decideAuthorization", "registerClient"}
)
# What answers of the API often carry themselves, and no other answer does.
_NEVER_COMMON = frozenset(
    {"link", "content-language", "www-authenticate", "retry-after", "idempotency-replayed", "allow"}
)
_STRICT_TRANSPORT = (("Strict-Transport-Security", "max-age=31536000"),)


def complete(answer: Answer, exchange: Exchange, cors: Cors, limits: Headers = ()) -> Answer:
    """Give the answer with every common header that it does not already carry itself, and with those of its limits."""
    common: Headers = (_VERSION, ("X-Request-Id", exchange.request_id), *SECURITY_HEADERS, *limits)
    if exchange.scheme == "https" and not _is_shared(exchange.host):
        common += _STRICT_TRANSPORT
    if answer.headers:
        own = {name.lower() for name, _ in answer.headers}
        if not own <= _NEVER_COMMON:
            common = tuple((name, value) for name, value in common if name.lower() not in own)
    common += _cors_headers(answer, exchange, cors)
    if answer.withheld:
        common = tuple((name, value) for name, value in common if not names_header(answer.withheld, name))
    return answer.with_headers(*common)


def _is_shared(host: str) -> bool:
    """Tell whether this name may stand for all that runs on a machine, or for another machine tomorrow.

    So do localhost, other names of one label (`mockbooks`, as containers are called) and those that end on .internal
    (host.docker.internal). Strict-Transport-Security holds for every port of a name (RFC 6797, section 8.3), so a
    browser that once trusted our CA would refuse http from whatever else somebody develops there, for a year.
    """
    name = host.partition(":")[0].lower().removesuffix(".")
    return "." not in name or name.endswith((".localhost", ".internal"))


def _cors_headers(answer: Answer, exchange: Exchange, cors: Cors) -> Headers:
    if exchange.path in _CLOSED_TO_OTHER_ORIGINS:
        return ()
    origin = exchange.headers.get("origin")
    headers = cors.headers(origin)
    if exchange.method != "OPTIONS":
        return headers
    return headers + cors.preflight_headers(origin, answer.header("Allow") or "")
