"""The same calls for curl: what earlier answers gave stands in variables of the shell."""

import re
import shlex
from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import quote_plus

from mockbooks.traffic.negotiation import JSON
from mockbooks.web.walkthrough.recording import RECORDED_BASE_URL
from mockbooks.web.walkthrough.step import Call, filled, has_blanks

_SAFE: Final = re.compile(r"[\w.~:@/=-]*")


def curl_line(call: Call) -> str:
    """Write the command that sends a call and shows the whole answer, one option on a line."""
    return " \\\n  ".join([f"curl -i {_url(call)}", *_options(call)])


def kept_lines(kept: Mapping[str, str]) -> str:
    """Write what an answer gave as variables, for the commands that follow."""
    return "\n".join(f"{name.upper()}={shlex.quote(value)}" for name, value in kept.items())


def _url(call: Call) -> str:
    """Write the address, a parameter on a line: between double quotes a shell drops a backslash at the end of one.

    Curl could make the query itself (-G), but writes %2f or %2F by its version, and the consent page repeats what came.
    """
    address = f"{RECORDED_BASE_URL}{call.path}"
    if not call.query:
        return address
    lines = [f"{name}={_encoded(value)}" for name, value in call.query]
    return '"' + _with_variables(f"{address}\\\n?" + "\\\n&".join(lines)) + '"'


def _options(call: Call) -> Iterator[str]:
    if call.basic is not None:
        yield "-u " + _quoted(":".join(call.basic))
    if call.bearer:
        yield "-H " + _quoted(f"Authorization: Bearer {call.bearer}")
    if call.json:
        yield "-H " + _quoted(f"Content-Type: {JSON}")
    for name, value in call.headers:
        yield "-H " + _quoted(f"{name}: {value}")
    for name, value in call.form:
        plain = has_blanks(value) or quote_plus(value) == value
        yield ("-d " if plain else "--data-urlencode ") + _quoted(f"{name}={value}")
    if call.json:
        yield "-d " + shlex.quote(call.json)


def _encoded(value: str) -> str:
    """Encode a value for a query, but not its blanks: what fills them needs no encoding."""
    return value if has_blanks(value) else quote_plus(value)


def _quoted(text: str) -> str:
    """Quote for the shell: with double quotes where a variable has to be filled in."""
    if has_blanks(text):
        return f'"{_with_variables(text)}"'
    return text if _SAFE.fullmatch(text) else shlex.quote(text)


def _with_variables(text: str) -> str:
    return filled(text, lambda name: f"${name.upper()}")
