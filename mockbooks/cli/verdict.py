"""Asking a running server for its verdict: the last step of a CI job."""

import os
import ssl
import sys
from http.client import HTTPException
from pathlib import Path
from typing import Final
from urllib.error import HTTPError
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPSHandler, ProxyHandler, Request, build_opener

import click

from mockbooks.cli.telling import EXIT_FAILED, EXIT_UNREACHABLE, EXIT_USAGE, fail
from mockbooks.settings import URL_VARIABLE
from mockbooks.traffic.operation import CONTROL_PREFIX

TOKEN_VARIABLE: Final = "MOCKBOOKS_CONTROL_TOKEN"  # noqa: S105 - the name of a variable
DEFAULT_URL: Final = "http://127.0.0.1:8080"
VERDICT_HEADER: Final = "Mockbooks-Verdict"
_TIMEOUT_SECONDS: Final = 60
_LONGEST_SHOWN_BYTES: Final = 2_000

_HELP = f"""Print the verdict of a running server on what it has seen, and exit 0 when it passed.

URL is where the server is; by default that of {URL_VARIABLE}, or {DEFAULT_URL}.

\b
Example, in a CI job:
  mockbooks serve --scenario lost-reply &
  npm test
  mockbooks verdict
  mockbooks verdict --format junit > verdict.xml

\b
Exit codes: 0 passed, {EXIT_FAILED} failed or not exercised, {EXIT_USAGE} a flag is wrong,
{EXIT_UNREACHABLE} the server cannot be reached or gives no verdict.
"""


@click.command(help=_HELP, short_help="Print what a running server makes of an integration.")
@click.argument("url", default=lambda: os.environ.get(URL_VARIABLE, DEFAULT_URL))
@click.option("--format", "form", type=click.Choice(["text", "json", "junit"]), default="text", help="How to print it.")
@click.option("--administration", help="Whose verdict; by default that of the administration demo.")
@click.option("--control-token", envvar=TOKEN_VARIABLE, help=f"What the server was started with. [{TOKEN_VARIABLE}]")
@click.option(
    "--ca",
    "authority",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Certificate of the CA to trust (`mockbooks ca` prints it).",
)
def verdict(url: str, form: str, administration: str | None, control_token: str | None, authority: Path | None) -> None:
    """Ask, print and exit."""
    query = {"format": form} | ({"administration": administration} if administration else {})
    request = _request(url, query, control_token)
    body, passed = _answer(request, authority)
    sys.stdout.buffer.write(body if body.endswith(b"\n") else body + b"\n")
    raise SystemExit(0 if passed else EXIT_FAILED)


def _request(url: str, query: dict[str, str], control_token: str | None) -> Request:
    if urlsplit(url).scheme not in {"http", "https"} or not urlsplit(url).netloc:
        fail([f"{url} is no URL of a server: write one such as {DEFAULT_URL}"], EXIT_USAGE)
    headers = {"Authorization": f"Bearer {control_token}"} if control_token else {}
    return Request(f"{url.rstrip('/')}{CONTROL_PREFIX}/verdict?{urlencode(query)}", headers=headers)  # noqa: S310 - http


def _answer(request: Request, authority: Path | None) -> tuple[bytes, bool]:
    """Give what the server says, and whether its verdict is a pass; a proxy is never asked."""
    context = ssl.create_default_context(cafile=authority)
    opener = build_opener(ProxyHandler({}), HTTPSHandler(context=context))
    try:
        with opener.open(request, timeout=_TIMEOUT_SECONDS) as response:
            told = response.headers.get(VERDICT_HEADER)
            body = response.read()
    except HTTPError as error:
        shown = error.read(_LONGEST_SHOWN_BYTES).decode("utf-8", "replace")
        fail([f"{request.full_url} gave {error.code} in place of a verdict: {shown}"], EXIT_UNREACHABLE)
    except (OSError, HTTPException) as error:
        fail([f"there is no verdict from {request.full_url}: {error}"], EXIT_UNREACHABLE)
    if told is None:
        fail([f"{request.full_url} gave no verdict: is that mockbooks?"], EXIT_UNREACHABLE)
    return body, told == "passed"
