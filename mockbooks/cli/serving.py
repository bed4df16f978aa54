"""Serving: the settings as flags, and what is printed once requests are answered."""

import gc
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mockbooks.cli.command import Command
from mockbooks.cli.options import options, settings_from
from mockbooks.cli.reading import Reader
from mockbooks.cli.telling import EXIT_ADDRESS, EXIT_USAGE, fail, tell
from mockbooks.settings import FILE_NAME, SETTINGS, Settings
from mockbooks.tls import TlsError

if TYPE_CHECKING:
    from mockbooks.scenarios.model import Scenario
    from mockbooks.server import Server

_HELP = f"""Serve the reference API until Ctrl+C or SIGTERM. State is in memory and is lost on stop.

Each flag can also be set by the environment variable that is named with it, or in {FILE_NAME} by a key that is named
like the variable (MOCKBOOKS_LOCK_DATE is lock_date). A flag beats a variable, a variable beats the file.
"""

_EXAMPLES = """
mockbooks serve
mockbooks serve --port 0 --debtors 1000 --clock 2026-11-23T10:15:30Z
mockbooks serve --scenario lost-reply
MOCKBOOKS_TLS=true mockbooks serve
"""


@click.command(
    cls=Command,
    help=_HELP,
    short_help="Serve the reference API until Ctrl+C or SIGTERM.",
    examples=_EXAMPLES,
    exit_codes={
        0: "stopped as asked",
        EXIT_ADDRESS: "the address cannot be listened on",
        EXIT_USAGE: "a flag, variable, file or scenario is wrong",
    },
)
@options(*SETTINGS)
def serve(config: Path | None, **flags: Any) -> None:  # noqa: ANN401 - click gives what each option makes
    """Run the server in the foreground."""
    settings = settings_from(config, flags)
    scenario = _scenario(settings)
    # Nothing that is made from here to the first request is garbage: `serve` switches it on again.
    gc.disable()
    from mockbooks.server import AddressError, serve  # noqa: PLC0415 - brings Flask along

    try:
        serve(settings, partial(_announce, scenario=scenario.name if scenario else None), scenario)
    except AddressError as error:
        fail([str(error)], EXIT_ADDRESS)
    except TlsError as error:
        fail([str(error)], EXIT_USAGE)


def _scenario(settings: Settings) -> "Scenario | None":
    """Read the scenario that the server is to begin with, or leave with everything that is wrong with it."""
    if settings.scenario is None:
        return None
    from mockbooks.scenarios.command_line import read_or_complain  # noqa: PLC0415 - most starts have no scenario

    scenario, complaints = read_or_complain(settings.scenario, settings.scenario_folder)
    if scenario is None:
        fail(complaints, EXIT_USAGE)
    return scenario


def _announce(server: "Server", *, scenario: str | None) -> None:
    from mockbooks.cli.announcement import announcement, warning  # noqa: PLC0415 - knows the demo, as the server does

    reader = Reader.of(sys.stdout)
    click.echo(announcement(server, scenario, reader), color=reader.has_colours)
    sys.stdout.flush()
    told = warning(server.settings, server.port)
    if told is not None:
        tell(told)
