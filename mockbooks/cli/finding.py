"""The argument and the options by which every command that asks a running server finds it, in one place."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, Final, NoReturn

import click

from mockbooks.asking.address import DEFAULT_URL, server_of
from mockbooks.asking.call import Call, Success
from mockbooks.asking.no_answer import NoAnswerError
from mockbooks.asking.over_http import USUAL_SECONDS, answer_to
from mockbooks.cli.telling import EXIT_UNREACHABLE, EXIT_USAGE, fail, tell
from mockbooks.cli.whereabouts import Named, Whereabouts, WhereaboutsError, find
from mockbooks.frozen import dataclass
from mockbooks.settings.variables import ADMINISTRATION_VARIABLE, CA_VARIABLE, CONTROL_TOKEN_VARIABLE, URL_VARIABLE
from mockbooks.traffic.operation import API_PREFIX

_URL_HELP: Final = (
    f"Where the server is; by default as {URL_VARIABLE} says, else where the settings here would start one, which is"
    f" {DEFAULT_URL} without any."
)

Command = Callable[..., None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Server:
    """The server that a command asks; what is wrong with that ends the command."""

    named: Named

    def where(self) -> Whereabouts:
        """Find it, or leave saying why it cannot be found."""
        try:
            return find(self.named)
        except WhereaboutsError as error:
            fail(error.complaints, EXIT_USAGE)

    def told_where(self) -> Whereabouts:
        """Find it, and say so where the base URL of the API was named: people copy what an integration has."""
        where = self.where()
        if self.named.url and server_of(self.named.url)[1] == API_PREFIX:
            tell(f"asking {where.url}, since the control API is not below {API_PREFIX}")
        return where


def asks_server(command: Command) -> Command:
    """Give a command the argument and the options that say which server it asks; it gets a `server`."""

    @click.argument("url", required=False, envvar=URL_VARIABLE, help=_URL_HELP)
    @click.option(
        "--control-token",
        envvar=CONTROL_TOKEN_VARIABLE,
        help=f"What the server was started with. [{CONTROL_TOKEN_VARIABLE}]",
    )
    @click.option(
        "--ca",
        "authority",
        envvar=CA_VARIABLE,
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help=f"Certificate of the CA to trust (`mockbooks ca` prints it). [{CA_VARIABLE}]",
    )
    @wraps(command)
    def with_server(
        *,
        url: str | None,
        control_token: str | None,
        authority: Path | None,
        **others: Any,  # noqa: ANN401 - click gives what each option makes
    ) -> None:
        command(server=Server(named=Named(url=url, token=control_token, authority=authority)), **others)

    return with_server


def of_administration(meant: str) -> Callable[[Command], Command]:
    """Give a command the option that says which administration is meant."""
    return click.option(
        "--administration", metavar="ID", envvar=ADMINISTRATION_VARIABLE, help=f"{meant} [{ADMINISTRATION_VARIABLE}]"
    )


def success_of(where: Whereabouts, call: Call, wanted: str, seconds: float = USUAL_SECONDS) -> Success:
    """Make a call, or leave saying what is wanting because of it, such as "there is no verdict"."""
    try:
        return answer_to(where, call, seconds)
    except NoAnswerError as error:
        without(where, wanted, error)


def without(where: Whereabouts, wanted: str, error: NoAnswerError) -> NoReturn:
    """Leave, saying what is wanting and why."""
    fail([f"{wanted} from {where.url}: {error}"], EXIT_UNREACHABLE)
