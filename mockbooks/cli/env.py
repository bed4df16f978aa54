"""Printing the variables that a client program needs to call a running server."""

from typing import Final
from urllib.parse import urlencode

import click

from mockbooks.asking.call import Call
from mockbooks.asking.no_answer import NoAnswerError
from mockbooks.asking.over_http import answer_to
from mockbooks.asking.recognising import told_by_mockbooks
from mockbooks.cli.client_variables import TRUSTING, Credentials, client_variables, secrets_in
from mockbooks.cli.command import Command
from mockbooks.cli.finding import Server, asks_server, of_administration, without
from mockbooks.cli.telling import EXIT_UNREACHABLE, EXIT_USAGE, UNREACHABLE, USAGE, fail, tell
from mockbooks.cli.variable_formats import FORMATS, UnwritableError, masks
from mockbooks.cli.whereabouts import Whereabouts
from mockbooks.settings.variables import CA_VARIABLE, OF_CLIENTS

_DEMO: Final = "demo"

_HELP = f"""Print the variables that a client program needs to call a running server.

They are MOCKBOOKS_URL, MOCKBOOKS_ADMINISTRATION, {", ".join(OF_CLIENTS)}; with TLS also MOCKBOOKS_CA and, for programs
that read them, {", ".join(TRUSTING)}. The client and the token are those of the demo; those of another administration
are told once, by `mockbooks new-administration`. The URL is the one that is named, else that of --public-url.
"""

_EXAMPLES = """
eval "$(mockbooks env)"
curl -sH "Authorization: Bearer $MOCKBOOKS_TOKEN" $MOCKBOOKS_API_URL/debtors
mockbooks env --format dotenv > .env
mockbooks env --format github >> "$GITHUB_ENV"
"""


@click.command(
    cls=Command,
    help=_HELP,
    short_help="Print the variables that a client needs.",
    examples=_EXAMPLES,
    exit_codes={
        0: "printed",
        EXIT_USAGE: USAGE,
        EXIT_UNREACHABLE: f"{UNREACHABLE}, or there is no such administration",
    },
)
@asks_server
@click.option(
    "--format", "form", type=click.Choice([*FORMATS]), default="shell", help="How to write them. [default: shell]"
)
@of_administration("Whose variables; by default those of the administration demo.")
@click.option(
    "--trust/--no-trust",
    "trusting",
    default=True,
    help=f"Whether to print {', '.join(TRUSTING)} too; all but the first have a program trust no other CA.",
)
def env(server: Server, form: str, administration: str | None, *, trusting: bool) -> None:
    """Ask whether there is such an administration, and print."""
    where = server.told_where()
    meant = administration or _DEMO
    _demand(where, meant)
    if meant != _DEMO:
        tell(f"the client and the token of {meant} were told when it was made, and are not printed again")
    _tell_of_trust(where, trusting=trusting)
    credentials = Credentials.of_demo() if meant == _DEMO else None
    print_variables(client_variables(where, meant, credentials, trusting=trusting), form)


def print_variables(variables: dict[str, str], form: str) -> None:
    """Print variables in one of the forms; what a job of GitHub Actions should hide is told beside it, on stderr."""
    text = written(variables, form)
    if form == "github":
        click.echo(masks(secrets_in(variables)), nl=False, err=True)
    click.echo(text, nl=False)


def written(variables: dict[str, str], form: str) -> str:
    """Write variables in one of the forms, or leave saying why that cannot be."""
    try:
        return FORMATS[form](variables)
    except UnwritableError as error:
        fail([str(error)], EXIT_USAGE)


def _tell_of_trust(where: Whereabouts, *, trusting: bool) -> None:
    if where.authority and where.is_of_process:
        tell(f"the CA is where the server is: `mockbooks ca` prints it, and {CA_VARIABLE} is to name its file")
    elif where.authority and trusting:
        tell(f"{', '.join(TRUSTING[1:])} have programs trust this CA alone; --no-trust leaves them out")


def _demand(where: Whereabouts, administration: str) -> None:
    """Leave, unless the server has such an administration or cannot be asked for it."""
    try:
        answer = answer_to(where, Call(path=f"/info?{urlencode({'administration': administration})}"))
        told_by_mockbooks(answer, "version")
    except NoAnswerError as error:
        if error.code == "unknown_url":
            tell(f"{where.url} has no control API, and may have no administration {administration}")
        elif error.code == "not_found" and administration == _DEMO:
            told = "it has no administration demo; make one with `mockbooks new-administration --format shell`"
            without(where, "there are no variables", NoAnswerError(told))
        else:
            without(where, "there are no variables", error)
