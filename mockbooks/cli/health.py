"""Asking a running server once whether it is healthy: what a container asks every few seconds, so it starts fast."""

import click

from mockbooks.asking.call import Call
from mockbooks.asking.no_answer import NoAnswerError
from mockbooks.asking.over_http import answer_to
from mockbooks.asking.recognising import told_by_mockbooks
from mockbooks.cli.command import Command
from mockbooks.cli.finding import Server, asks_server
from mockbooks.cli.telling import EXIT_UNREACHABLE, EXIT_USAGE, USAGE, fail
from mockbooks.cli.timeout import timeout
from mockbooks.cli.whereabouts import Whereabouts

_HELP = """Ask a running server once whether it is healthy, and say so in one line."""

_EXAMPLES = """
mockbooks health
mockbooks health http://127.0.0.1:9000 --timeout 0.5
"""


@click.command(
    cls=Command,
    help=_HELP,
    short_help="Ask once whether a server is healthy.",
    examples=_EXAMPLES,
    exit_codes={0: "healthy", EXIT_USAGE: USAGE, EXIT_UNREACHABLE: "not healthy, or not there"},
)
@asks_server
@timeout(2, "How long the answer may take.")
def health(server: Server, seconds: float) -> None:
    """Ask, tell, and exit."""
    where = server.where()
    try:
        click.echo(is_up(version_at(where, seconds), where))
    except NoAnswerError as error:
        fail([f"{where.url} is not healthy: {error}"], EXIT_UNREACHABLE)


def version_at(where: Whereabouts, seconds: float) -> str:
    """Give the version of a server that is healthy; raises NoAnswerError for any other."""
    data = told_by_mockbooks(answer_to(where, Call(path="/health"), seconds), "status", "version")
    if data["status"] != "up":
        raise NoAnswerError(f"it says that it is {data['status']}", passes=True)
    return str(data["version"])


def is_up(version: str, where: Whereabouts) -> str:
    """Say that a server is healthy."""
    return f"mockbooks {version} is up at {where.url}"
