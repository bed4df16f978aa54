"""Plays the calls of the walk-through: fills the blanks, sends, and keeps of each answer what later calls need."""

import json
import re
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from mockbooks.traffic.negotiation import JSON, PROBLEM
from mockbooks.web.walkthrough.exchanges import SHOWN_HEADERS, Outcome, Played, Request, Response
from mockbooks.web.walkthrough.step import Call, filled

FORM: Final = "application/x-www-form-urlencoded"
_OF_A_FORM: Final = re.compile(r"<(?:form|input|select|option)\b[^>]*>|<button\b[^>]*>[^<]*</button>|</form>")
# Not error_description, nor error_uri.
_ERROR_OF_CHALLENGE: Final = re.compile(r'\berror="([^"]*)"')
_LOOKS: Final = re.compile(r' class="[^"]*"')

Send = Callable[[Request], Response]
Wait = Callable[[int], None]
Values = Mapping[str, str]


class PlayError(Exception):
    """An answer is not what its call expects, or lacks what a later call needs; the text says what came instead."""


def play(
    calls: Iterable[Call], send: Send, *, base_url: str, given: Values, wait: Wait
) -> Iterator[tuple[Played, dict[str, str]]]:
    """Play calls in order; each comes with the blanks that its answer filled.

    `send` sends one request and follows no redirect, `wait` lets so many seconds pass, `given` fills the blanks that
    the reader chooses.
    """
    values = dict(given)
    for call in calls:
        if call.seconds_later:
            wait(call.seconds_later)
        request = request_of(call, base_url, values)
        response = what_matters(send(request))
        demand_expected(call, response)
        kept = kept_from(call, response)
        values |= kept
        yield Played(name=call.name, request=request, response=response), kept


def request_of(call: Call, base_url: str, values: Values) -> Request:
    """Make the request of a call, its blanks filled."""

    def fill(text: str) -> str:
        return filled(text, values.__getitem__)

    # With + for a space, as forms have it (RFC 6749, appendix B).
    query = urlencode([(name, fill(value)) for name, value in call.query])
    form = urlencode([(name, fill(value)) for name, value in call.form])
    return Request(
        method=call.method,
        url=f"{base_url}{fill(call.path)}" + (f"?{query}" if query else ""),
        headers=tuple((name, fill(value)) for name, value in _headers_of(call, fill)),
        body=form or call.json,
    )


def demand_expected(call: Call, response: Response) -> None:
    """Raise PlayError unless an answer has the status and the error that its call expects."""
    outcome = outcome_of(response)
    if outcome != call.expects:
        raise PlayError(f'"{call.name}" was answered with {outcome}, not {call.expects}: {response.body}')


def outcome_of(response: Response) -> Outcome:
    """Tell what an answer comes down to."""
    members = _members(response)
    challenge = _ERROR_OF_CHALLENGE.search(response.header("WWW-Authenticate"))
    # In the address of a redirect `code` is no problem, but what everyone is after.
    code = "" if response.header("Location") else members.get("code", "")
    return Outcome(response.status, members.get("error", challenge[1] if challenge else ""), code)


def kept_from(call: Call, response: Response) -> dict[str, str]:
    """Take from an answer what the call keeps: from its JSON, or from the address that it redirects to."""
    if not call.keeps:
        return {}
    found = _members(response)
    missing = [member for member in call.keeps.values() if member not in found]
    if missing:
        raise PlayError(f'"{call.name}" was answered {response.status} without {", ".join(missing)}: {response.body}')
    return {blank: found[member] for blank, member in call.keeps.items()}


def _headers_of(call: Call, fill: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    if call.basic is not None:
        yield "Authorization", basic_credentials(*map(fill, call.basic))
    if call.bearer:
        yield "Authorization", f"Bearer {call.bearer}"
    if call.form or call.json:
        yield "Content-Type", FORM if call.form else JSON
    yield from call.headers


def basic_credentials(client_id: str, client_secret: str) -> str:
    """Write the credentials of HTTP Basic; both are form-encoded before (RFC 6749, section 2.3.1)."""
    pair = f"{quote(client_id, safe='')}:{quote(client_secret, safe='')}"
    return f"Basic {b64encode(pair.encode()).decode()}"


def _members(response: Response) -> dict[str, str]:
    if response.header("Location"):
        return dict(parse_qsl(urlsplit(response.header("Location")).query))
    if response.header("Content-Type").startswith((JSON, PROBLEM)):
        return {name: str(value) for name, value in json.loads(response.body).items()}
    return {}


def what_matters(response: Response) -> Response:
    """Keep of an answer what a recording holds: it must be the same on every machine and every day."""
    shown = tuple((name, response.header(name)) for name in SHOWN_HEADERS if response.header(name))
    is_page = response.header("Content-Type").startswith("text/html")
    return Response(status=response.status, headers=shown, body=_form_in(response.body) if is_page else response.body)


def _form_in(page: str) -> str:
    """Keep of a page what a program has to know: its form, without looks and words."""
    tags = [_LOOKS.sub("", tag) for tag in _OF_A_FORM.findall(page)]
    return "\n".join(tag if "form" in tag[:6] else f"  {tag}" for tag in tags)
