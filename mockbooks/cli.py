"""The command line; what is slow to import is imported inside the command that needs it."""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from mockbooks import __version__
from mockbooks.oauth.tokens import DEMO_TOKEN
from mockbooks.settings import CONFIG_VARIABLE, FILE_NAME, SETTINGS, Setting, SettingsError, load_settings
from mockbooks.traffic.operation import API_PREFIX

if TYPE_CHECKING:
    from mockbooks.server import Server

EXIT_ADDRESS = 1
EXIT_USAGE = 2
Command = Callable[..., None]

_SERVE_HELP = f"""Serve the reference API until Ctrl+C or SIGTERM.

State is in memory and is lost on stop.

\b
Example:
  mockbooks serve --port 0 --debtors 1000 --clock 2026-11-23T10:15:30Z

Each flag can also be set by the environment variable that is named with it, or in {FILE_NAME} by a key that is named
like the variable (MOCKBOOKS_LOCK_DATE is lock_date). A flag beats a variable, a variable beats the file.

\b
Exit codes: 0 stopped as asked, {EXIT_ADDRESS} the address cannot be listened on,
{EXIT_USAGE} a flag, variable or file is wrong.
"""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="mockbooks %(version)s")
def main() -> None:
    """Mock accounting system: test your integration before it meets real books."""


def _options(command: Command) -> Command:
    """Give a command a flag for every setting of the table."""
    for setting in reversed(SETTINGS):
        command = _option(setting)(command)
    return command


def _option(setting: Setting) -> Callable[[Command], Command]:
    default = f"default: {setting.default}; " if setting.default else ""
    told = f"{setting.description} [{default}{setting.variable}]"
    if setting.kind.is_switch:
        flags = f"{setting.flag}/--no-{setting.flag.removeprefix('--')}"
        return click.option(flags, setting.name, default=None, help=told)
    return click.option(
        setting.flag, setting.name, metavar=setting.kind.metavar, multiple=setting.kind.is_list, help=told
    )


@main.command(help=_SERVE_HELP)
@_options
@click.option(
    "--config", type=click.Path(path_type=Path), help=f"File to read instead of {FILE_NAME}. [{CONFIG_VARIABLE}]"
)
def serve(config: Path | None, **flags: Any) -> None:  # noqa: ANN401 - click gives what each option makes
    """Run the server in the foreground."""
    named = os.environ.get(CONFIG_VARIABLE)
    try:
        settings, warnings = load_settings(_texts(flags), os.environ, config or (Path(named) if named else None))
    except SettingsError as error:
        _fail(error.complaints, EXIT_USAGE)
    for warning in warnings:
        click.echo(f"mockbooks: {warning}", err=True)
    # Nothing that is made from here to the first request is garbage: `serve` switches it on again.
    gc.disable()
    from mockbooks.server import AddressError, serve  # noqa: PLC0415 - brings Flask along

    try:
        serve(settings, _announce)
    except AddressError as error:
        _fail([str(error)], EXIT_ADDRESS)


@main.command()
def openapi() -> None:
    """Print the OpenAPI document of the reference API."""
    from mockbooks.web.openapi import document_bytes  # noqa: PLC0415 - brings Flask along

    sys.stdout.buffer.write(document_bytes())
    sys.stdout.buffer.write(b"\n")


def _texts(flags: dict[str, Any]) -> dict[str, str]:
    """Write what came by flag as it would stand in a variable."""
    return {name: _text(value) for name, value in flags.items() if value is not None and value != ()}


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return ",".join(value) if isinstance(value, tuple) else str(value)


def _announce(server: "Server") -> None:
    click.echo(_announcement(server.base_url, demo=server.settings.demo))
    sys.stdout.flush()


def _announcement(base_url: str, *, demo: bool) -> str:
    """Say where to call and with what; plain text, that reads well in a terminal and in a log."""
    lines = [
        f"mockbooks {__version__} is ready. State is in memory and is lost on stop (Ctrl+C).",
        "",
        f"  API            {base_url}{API_PREFIX}",
        f"  Documentation  {base_url}/docs",
    ]
    if demo:
        url = f"{base_url}{API_PREFIX}/debtors?pageSize=2"
        lines += [f"  Demo token     {DEMO_TOKEN}", "", "Try it:"]
        lines += [f'  curl -H "Authorization: Bearer {DEMO_TOKEN}" "{url}"']
    return "\n".join(lines)


def _fail(complaints: Sequence[str], exit_code: int) -> NoReturn:
    for complaint in complaints:
        click.echo(f"mockbooks: {complaint}", err=True)
    raise SystemExit(exit_code)
