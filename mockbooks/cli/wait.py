"""Waiting until a server is healthy: what stands in a CI job between starting it and calling it."""

import time
from contextlib import closing
from typing import Final

import click

from mockbooks.asking.no_answer import NoAnswerError
from mockbooks.cli.command import Command
from mockbooks.cli.finding import Server, asks_server
from mockbooks.cli.health import is_up, version_at
from mockbooks.cli.progress import Progress, progress
from mockbooks.cli.telling import EXIT_UNREACHABLE, EXIT_USAGE, USAGE, fail
from mockbooks.cli.timeout import timeout

_PAUSE_SECONDS: Final = 0.1
_LONGEST_QUESTION_SECONDS: Final = 5.0

_HELP = """Wait until a server is healthy, then say so and exit 0.

What waiting cannot change is told at once: a certificate that is not trusted, something else that answers there.
"""

_EXAMPLES = """
mockbooks serve --scenario lost-reply &
mockbooks wait
mockbooks wait http://mockbooks:8080 --timeout 60 && npm test
"""


@click.command(
    cls=Command,
    help=_HELP,
    short_help="Wait until a server is healthy.",
    examples=_EXAMPLES,
    exit_codes={
        0: "healthy",
        EXIT_USAGE: USAGE,
        EXIT_UNREACHABLE: "not healthy when the time was up, or never going to be",
    },
)
@asks_server
@timeout(30, "How long to wait at most.")
def wait(server: Server, seconds: float) -> None:
    """Ask until it is healthy, tell, and exit."""
    started = time.monotonic()
    where = server.where()
    try:
        with closing(progress(f"waiting for {where.url}, at most {seconds:g} s")) as shown:
            version = _version(server, started, seconds, shown)
    except NoAnswerError as error:
        waited = f" after {seconds:g} s" if error.passes else ""
        fail([f"{where.url} is not healthy{waited}: {error}"], EXIT_UNREACHABLE)
    click.echo(f"{is_up(version, where)} (waited {time.monotonic() - started:.1f} s)")


def _version(server: Server, started: float, seconds: float, shown: Progress) -> str:
    """Give the version of the server once it is healthy; raises the last NoAnswerError when that is not to be."""
    while True:
        where = server.where()
        left = started + seconds - time.monotonic()
        try:
            return version_at(where, min(_LONGEST_QUESTION_SECONDS, max(left, _PAUSE_SECONDS)))
        except NoAnswerError as error:
            waited = time.monotonic() - started
            # A server that makes its CA now shows a certificate that nothing was known of when it was asked.
            is_hopeless = not error.passes and server.where() == where
            if is_hopeless or waited + _PAUSE_SECONDS > seconds:
                raise
            shown.show(waited, str(error))
        time.sleep(_PAUSE_SECONDS)
