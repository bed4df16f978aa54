"""The form that a client sends to the token, revocation and introspection endpoints (RFC 6749, appendix B)."""

from collections import Counter
from collections.abc import Iterable
from typing import Final
from urllib.parse import parse_qsl

from mockbooks.oauth.descriptions import shortened
from mockbooks.oauth.errors import OAuthError
from mockbooks.traffic.exchange import Exchange

Form = dict[str, str]

FORM: Final = "application/x-www-form-urlencoded"
MOST_PARAMETERS: Final = 100
# What clients send is below 2 KiB. Whoever calls is not known yet while a body is read, so a large one is not.
MAXIMUM_BODY_BYTES: Final = 65_536

# The parameters that we read; what has one of these names in the URL was meant for us.
_READ: Final = frozenset(
    {
        "client_id",
        "client_secret",
        "code",
        "code_verifier",
        "grant_type",
        "redirect_uri",
        "refresh_token",
        "scope",
        "token",
        "token_type_hint",
    }
)
# RFC 8707, section 2: one for each resource that the token is for. Ours are all for the same, so it is not read.
_REPEATABLE: Final = frozenset({"resource"})


def read_form(exchange: Exchange) -> Form:
    """Read the parameters of a request, or refuse it; what has no value counts as absent (RFC 6749, section 3.2)."""
    _demand_form(exchange.headers.get("content-type"), has_body=bool(exchange.body))
    _demand_small(exchange.body)
    _refuse_in_url(exchange.query_string)
    pairs = _pairs_in(exchange.body)
    form = dict(pairs)
    if len(form) != len(pairs):
        _refuse_repeated(name for name, _ in pairs)
    return form


def is_form(content_type: str | None) -> bool:
    """Tell whether a body comes as a form; a charset beside it is passed over, as browsers do."""
    return content_type == FORM or (content_type or "").partition(";")[0].strip().lower() == FORM


def _demand_form(content_type: str | None, *, has_body: bool) -> None:
    if is_form(content_type):
        return
    came = f"as '{shortened(content_type)}'" if content_type else "without a Content-Type"
    what = f"The body came {came}" if has_body else "The request came without a body"
    raise OAuthError("invalid_request", f"{what}; parameters are read from a body of the type {FORM}.")


def _demand_small(body: bytes) -> None:
    if len(body) > MAXIMUM_BODY_BYTES:
        text = f"The form is {len(body)} bytes; {MAXIMUM_BODY_BYTES} are allowed."
        raise OAuthError("invalid_request", text)


def _refuse_in_url(query_string: bytes) -> None:
    """Refuse parameters in the URL, which is written into logs (RFC 6749, sections 2.3.1 and 3.2)."""
    if not query_string:
        return
    names = {name for name, _ in parse_qsl(query_string.decode("latin-1"), keep_blank_values=True)}
    misplaced = sorted(names & _READ)
    if misplaced:
        text = f"In the URL came {', '.join(misplaced)}; parameters are read from the body alone."
        raise OAuthError("invalid_request", text)


def _pairs_in(body: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(body.decode("utf-8"), encoding="utf-8", errors="strict", max_num_fields=MOST_PARAMETERS)
    except UnicodeDecodeError:
        text = "The form holds bytes that are not UTF-8 (RFC 6749, appendix B)."
    except ValueError:
        text = f"The form holds more than {MOST_PARAMETERS} parameters."
    raise OAuthError("invalid_request", text)


def _refuse_repeated(names: Iterable[str]) -> None:
    """Refuse a parameter that came more than once (RFC 6749, section 3.2)."""
    repeated = [name for name, times in Counter(names).items() if times > 1 and name not in _REPEATABLE]
    if repeated:
        raise OAuthError(
            "invalid_request", f"More than once came {shortened(', '.join(repeated))}; one time is allowed."
        )
