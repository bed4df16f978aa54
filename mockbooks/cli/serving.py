"""Serving: the settings as flags, and what is printed once requests are answered."""

import gc
import sys
from functools import partial
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Any

import click

from mockbooks import __version__
from mockbooks.cli.options import options, settings_from
from mockbooks.cli.telling import EXIT_ADDRESS, EXIT_USAGE, fail, tell
from mockbooks.oauth.demo import DEMO_CLIENT, DEMO_SECRET, DEMO_TOKEN
from mockbooks.settings import FILE_NAME, SETTINGS, Settings
from mockbooks.tls import TlsError
from mockbooks.traffic.operation import API_PREFIX, CONTROL_PREFIX

if TYPE_CHECKING:
    from mockbooks.scenarios.model import Scenario
    from mockbooks.server import Server

_LOOPBACK = ("127.0.0.1", "::1", "localhost")

_SERVE_HELP = f"""Serve the reference API until Ctrl+C or SIGTERM.

State is in memory and is lost on stop.

\b
Example:
  mockbooks serve --port 0 --debtors 1000 --clock 2026-11-23T10:15:30Z
  mockbooks serve --scenario lost-reply

Each flag can also be set by the environment variable that is named with it, or in {FILE_NAME} by a key that is named
like the variable (MOCKBOOKS_LOCK_DATE is lock_date). A flag beats a variable, a variable beats the file.

\b
Exit codes: 0 stopped as asked, {EXIT_ADDRESS} the address cannot be listened on,
{EXIT_USAGE} a flag, variable, file or scenario is wrong.
"""


@click.command(help=_SERVE_HELP)
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
    click.echo(
        _announcement(
            server.base_url,
            demo=server.settings.demo,
            authority_file=server.authority_file,
            scenario=scenario,
            has_token=server.settings.control_token is not None,
        )
    )
    sys.stdout.flush()
    settings = server.settings
    if settings.control and settings.control_token is None and settings.host not in _LOOPBACK:
        tell(
            f"whoever can reach {settings.host}:{server.port} can also control this server, for {CONTROL_PREFIX}"
            " asks for no token: keep it inside a network of your own"
        )


def _announcement(
    base_url: str, *, demo: bool, authority_file: Path | None, scenario: str | None, has_token: bool
) -> str:
    """Say where to call and with what; plain text, that reads well in a terminal and in a log."""
    lines = [
        f"mockbooks {__version__} is ready. State is in memory and is lost on stop (Ctrl+C).",
        "",
        f"  API            {base_url}{API_PREFIX}",
        f"  Documentation  {base_url}/docs",
        f"  OAuth          {base_url}/docs/oauth",
        f"  Scenarios      {base_url}/docs/scenarios",
    ]
    if demo:
        lines += [f"  Demo client    {DEMO_CLIENT} / {DEMO_SECRET}", f"  Demo token     {DEMO_TOKEN}"]
    if scenario is not None:
        token = " --control-token TOKEN" if has_token else ""
        lines += [f"  Scenario       {scenario}", f"  Verdict        mockbooks verdict {base_url}{token}"]
    if authority_file is not None:
        lines += [f"  CA certificate {authority_file}"]
    return "\n".join([*lines, "", "Try it:", f"  {_curl(base_url, demo=demo, authority_file=authority_file)}"])


def _curl(base_url: str, *, demo: bool, authority_file: Path | None) -> str:
    """Write a line that works when it is pasted, from any folder; without the demo it makes books and their token."""
    trust = f"--cacert {quote(str(authority_file))} " if authority_file is not None else ""
    if not demo:
        return f'curl {trust}-X POST "{base_url}{CONTROL_PREFIX}/administrations"'
    return f'curl {trust}-H "Authorization: Bearer {DEMO_TOKEN}" "{base_url}{API_PREFIX}/debtors?pageSize=2"'
