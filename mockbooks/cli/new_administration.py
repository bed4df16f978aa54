"""Making an isolated set of books on a running server, and printing what opens it."""

import json
import sys
from typing import Any, Final
from urllib.parse import quote

import click

from mockbooks.asking.call import Call
from mockbooks.asking.no_answer import NoAnswerError
from mockbooks.asking.over_http import answer_to
from mockbooks.asking.recognising import told_by_mockbooks
from mockbooks.cli.client_variables import Credentials, client_variables
from mockbooks.cli.command import Command
from mockbooks.cli.env import print_variables, written
from mockbooks.cli.finding import Server, asks_server, success_of, without
from mockbooks.cli.reading import Reader
from mockbooks.cli.telling import EXIT_UNREACHABLE, EXIT_USAGE, UNREACHABLE, USAGE, fail
from mockbooks.cli.variable_formats import FORMATS
from mockbooks.cli.whereabouts import Whereabouts
from mockbooks.traffic.operation import API_PREFIX

_WANTED: Final = "there is no new administration"

_HELP = """Make an administration: an isolated set of books with a client and a token of its own.

It begins with the start data and the scenario of the server, or with a scenario of its own.
"""

_EXAMPLES = """
mockbooks new-administration --name "Webwinkel De Fietsenmaker B.V."
eval "$(mockbooks new-administration --format shell)"
mockbooks new-administration --scenario lost-reply --format json
mockbooks new-administration --format github >> "$GITHUB_ENV"
"""


@click.command(
    "new-administration",
    cls=Command,
    help=_HELP,
    short_help="Make books of your own, with a client and a token.",
    examples=_EXAMPLES,
    exit_codes={0: "made", EXIT_USAGE: USAGE, EXIT_UNREACHABLE: UNREACHABLE},
)
@asks_server
@click.option("--name", help="What people call it; by default a name with its id.")
@click.option(
    "--scenario",
    metavar="NAME|FILE",
    help="The scenario that it begins with: one that the server knows by name, or a file; by default the server's.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", *FORMATS]),
    default="table",
    help="How to print what opens it. [default: table]",
)
def new_administration(server: Server, name: str | None, scenario: str | None, form: str) -> None:
    """Make it, and print."""
    activation = None if scenario is None else _activation(scenario)
    where = server.told_where()
    if form in FORMATS:
        # What opens the books is told once: they are made when it is sure that it can be written down.
        written(client_variables(where, "", None), form)
    made = _made(where, name)
    if activation is not None:
        _begin(where, made["id"], activation)
    _print(where, made, form)


def _made(where: Whereabouts, name: str | None) -> dict[str, Any]:
    """Give what the server tells of a new administration, or leave saying why there is none."""
    body = json.dumps({"name": name} if name else {}).encode()
    answer = success_of(where, Call(method="POST", path="/administrations", body=body), _WANTED)
    try:
        return told_by_mockbooks(answer, "id", "name", "clientId", "clientSecret", "accessToken")
    except NoAnswerError as error:
        without(where, _WANTED, error)


def _activation(scenario: str) -> tuple[bytes, str]:
    """Give the body that puts a scenario in force, with its media type: a file as it stands, else a name."""
    from mockbooks.scenarios.command_line import is_path, text_of  # noqa: PLC0415 - brings YAML along

    if not is_path(scenario):
        return json.dumps({"name": scenario}).encode(), "application/json"
    text, complaints = text_of(scenario, None)
    if text is None:
        fail(complaints, EXIT_USAGE)
    return text, "application/yaml"


def _begin(where: Whereabouts, administration: str, activation: tuple[bytes, str]) -> None:
    """Have an administration begin with a scenario; where that cannot be, it goes again."""
    body, media_type = activation
    place = quote(administration, safe="")
    call = Call(method="PUT", path=f"/scenario?administration={place}", body=body, media_type=media_type)
    try:
        answer_to(where, call)
    except NoAnswerError as error:
        success_of(where, Call(method="DELETE", path=f"/administrations/{place}"), _WANTED)
        without(where, _WANTED, error)


def _print(where: Whereabouts, made: dict[str, Any], form: str) -> None:
    if form == "json":
        click.echo(json.dumps(made, indent=2, ensure_ascii=False))
    elif form == "table":
        click.echo(_table(where, made), color=Reader.of(sys.stdout).has_colours)
    else:
        print_variables(client_variables(where, made["id"], Credentials.told_in(made)), form)


def _table(where: Whereabouts, made: dict[str, Any]) -> str:
    reader = Reader.of(sys.stdout)
    rows = {
        "Administration": made["id"],
        "Name": made["name"],
        "API": f"{where.public_url or where.url}{API_PREFIX}",
        "Client id": made["clientId"],
        "Client secret": made["clientSecret"],
        "Access token": made["accessToken"],
    }
    return "\n".join(f"{reader.styled(f'{label:15}', dim=True)} {value}" for label, value in rows.items())
