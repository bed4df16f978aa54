"""Asking a running server for its verdict: the last step of a CI job."""

import sys
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

import click

from mockbooks.asking.call import Call, Success
from mockbooks.asking.no_answer import not_mockbooks
from mockbooks.cli.command import Command
from mockbooks.cli.finding import Server, asks_server, of_administration, success_of, without
from mockbooks.cli.reading import Reader
from mockbooks.cli.telling import EXIT_FAILED, EXIT_UNREACHABLE, EXIT_USAGE, UNREACHABLE, USAGE, fail
from mockbooks.cli.verdict_shown import shown
from mockbooks.cli.whereabouts import Whereabouts
from mockbooks.cli.writing import write_whole

VERDICT_HEADER: Final = "Mockbooks-Verdict"

_HELP = """Print the verdict of a running server on what it has seen, and exit 0 when it passed."""

_EXAMPLES = """
mockbooks serve --scenario lost-reply &
mockbooks wait
npm test
mockbooks verdict
mockbooks verdict --format junit --output verdict.xml
mockbooks verdict http://mockbooks:8080 --administration adm_000001
"""


@click.command(
    cls=Command,
    help=_HELP,
    short_help="Print what a server makes of an integration.",
    examples=_EXAMPLES,
    exit_codes={
        0: "passed",
        EXIT_FAILED: "failed or not exercised",
        EXIT_USAGE: USAGE,
        EXIT_UNREACHABLE: f"{UNREACHABLE}, or gives no verdict",
    },
)
@asks_server
@click.option("--format", "form", type=click.Choice(["text", "json", "junit"]), default="text", help="How to print it.")
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File to write it to, whole or not at all, instead of printing it.",
)
@of_administration("Whose verdict; by default that of the administration demo.")
def verdict(server: Server, form: str, output: Path | None, administration: str | None) -> None:
    """Ask, print or write, and exit."""
    query = {"format": form} | ({"administration": administration} if administration else {})
    answer, passed = _verdict(server.told_where(), query)
    text = answer.body if answer.body.endswith(b"\n") else answer.body + b"\n"
    if output is None:
        _print(text, form)
    else:
        _write(output, text, passed=passed)
    raise SystemExit(0 if passed else EXIT_FAILED)


def _verdict(where: Whereabouts, query: dict[str, str]) -> tuple[Success, bool]:
    """Give what the server says, and whether its verdict is a pass."""
    wanted = "there is no verdict"
    answer = success_of(where, Call(path=f"/verdict?{urlencode(query)}"), wanted)
    told = answer.headers.get(VERDICT_HEADER)
    if told is None:
        without(where, wanted, not_mockbooks())
    return answer, told == "passed"


def _print(text: bytes, form: str) -> None:
    """Print it byte for byte, unless a person reads it."""
    reader = Reader.of(sys.stdout)
    if form == "text" and reader.is_person:
        text = shown(text.decode("utf-8", "replace"), reader).encode()
    sys.stdout.buffer.write(text)


def _write(file: Path, text: bytes, *, passed: bool) -> None:
    try:
        write_whole(file, text)
    except OSError as error:
        fail([f"{file} cannot be written: {error.strerror}"], EXIT_USAGE)
    click.echo(f"{'Passed' if passed else 'Not passed'}: see {file}")
