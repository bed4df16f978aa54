"""Asking a running server for its verdict: the last step of a CI job."""

import os
import sys
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

import click

from mockbooks.cli.asking import NoAnswerError, answer_to, is_url_of_server, server_of
from mockbooks.cli.telling import EXIT_FAILED, EXIT_UNREACHABLE, EXIT_USAGE, fail, tell
from mockbooks.cli.writing import write_whole
from mockbooks.settings import URL_VARIABLE
from mockbooks.traffic.operation import CONTROL_PREFIX

TOKEN_VARIABLE: Final = "MOCKBOOKS_CONTROL_TOKEN"  # noqa: S105 - the name of a variable
DEFAULT_URL: Final = "http://127.0.0.1:8080"
VERDICT_HEADER: Final = "Mockbooks-Verdict"

_HELP = f"""Print the verdict of a running server on what it has seen, and exit 0 when it passed.

URL is where the server is; by default that of {URL_VARIABLE}, or {DEFAULT_URL}.

\b
Example, in a CI job:
  mockbooks serve --scenario lost-reply &
  npm test
  mockbooks verdict
  mockbooks verdict --format junit --output verdict.xml

\b
Exit codes: 0 passed, {EXIT_FAILED} failed or not exercised, {EXIT_USAGE} a flag is wrong,
{EXIT_UNREACHABLE} the server cannot be reached or gives no verdict.
"""


@click.command(help=_HELP, short_help="Print what a running server makes of an integration.")
@click.argument("url", default=lambda: os.environ.get(URL_VARIABLE, DEFAULT_URL))
@click.option("--format", "form", type=click.Choice(["text", "json", "junit"]), default="text", help="How to print it.")
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File to write it to, whole or not at all, instead of printing it.",
)
@click.option("--administration", help="Whose verdict; by default that of the administration demo.")
@click.option("--control-token", envvar=TOKEN_VARIABLE, help=f"What the server was started with. [{TOKEN_VARIABLE}]")
@click.option(
    "--ca",
    "authority",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Certificate of the CA to trust (`mockbooks ca` prints it).",
)
def verdict(  # noqa: PLR0913, PLR0917 - an argument for each option
    url: str,
    form: str,
    output: Path | None,
    administration: str | None,
    control_token: str | None,
    authority: Path | None,
) -> None:
    """Ask, print or write, and exit."""
    query = {"format": form} | ({"administration": administration} if administration else {})
    body, passed = _verdict(_server(url), query, control_token, authority)
    text = body if body.endswith(b"\n") else body + b"\n"
    if output is None:
        sys.stdout.buffer.write(text)
    else:
        _write(output, text, passed=passed)
    raise SystemExit(0 if passed else EXIT_FAILED)


def _server(url: str) -> str:
    """Understand what was copied from elsewhere too: the base URL of the API, as an integration knows it."""
    if not is_url_of_server(url):
        fail([f"{url} is no URL of a server: write one such as {DEFAULT_URL}"], EXIT_USAGE)
    server, prefix = server_of(url)
    if prefix:
        tell(f"asking {server}, since the verdict is not below {prefix}")
    return server


def _verdict(server: str, query: dict[str, str], token: str | None, authority: Path | None) -> tuple[bytes, bool]:
    """Give what the server says, and whether its verdict is a pass."""
    try:
        headers, body = answer_to(f"{server}{CONTROL_PREFIX}/verdict?{urlencode(query)}", token, authority)
    except NoAnswerError as error:
        fail([f"there is no verdict from {server}: {error}"], EXIT_UNREACHABLE)
    told = headers.get(VERDICT_HEADER)
    if told is None:
        fail([f"there is no verdict from {server}: it answers, but is that mockbooks?"], EXIT_UNREACHABLE)
    return body, told == "passed"


def _write(file: Path, text: bytes, *, passed: bool) -> None:
    try:
        write_whole(file, text)
    except OSError as error:
        fail([f"{file} cannot be written: {error.strerror}"], EXIT_USAGE)
    click.echo(f"{'Passed' if passed else 'Not passed'}: see {file}")
