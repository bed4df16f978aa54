"""The command line; what is slow to import is imported inside the command that needs it."""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Any, NoReturn

import click

from mockbooks import __version__
from mockbooks.oauth.demo import DEMO_CLIENT, DEMO_SECRET, DEMO_TOKEN
from mockbooks.settings import CONFIG_VARIABLE, FILE_NAME, SETTINGS, Setting, Settings, SettingsError, load_settings
from mockbooks.tls import TlsError
from mockbooks.traffic.clock import RealClock
from mockbooks.traffic.operation import API_PREFIX, CONTROL_PREFIX

if TYPE_CHECKING:
    from mockbooks.server import Server

EXIT_ADDRESS = 1
EXIT_USAGE = 2
Command = Callable[..., None]

_LOOPBACK = ("127.0.0.1", "::1", "localhost")

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

_CA_HELP = f"""Print the certificate of the CA behind `mockbooks serve --tls`, in PEM; made when there is none yet.

A client that trusts it calls the server by https with no other change:

\b
  mockbooks ca > ca.pem
  curl --cacert ca.pem https://localhost:8080/api/v1/support
  NODE_EXTRA_CA_CERTS=ca.pem node test.mjs
  REQUESTS_CA_BUNDLE=ca.pem python test.py    (requests)
  SSL_CERT_FILE=ca.pem python test.py         (httpx; Go and Ruby as well)
  php -d openssl.cafile=ca.pem -d curl.cainfo=ca.pem test.php

\b
Java wants a trust store:
  keytool -importcert -noprompt -alias mockbooks -file ca.pem -keystore ca.p12 -storepass changeit
  java -Djavax.net.ssl.trustStore=ca.p12 -Djavax.net.ssl.trustStorePassword=changeit Test.java

\b
Exit codes: 0 printed, {EXIT_USAGE} a flag, variable or file is wrong.
"""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="mockbooks %(version)s")
def main() -> None:
    """Mock accounting system: test your integration before it meets real books."""


def _options(*settings: Setting) -> Callable[[Command], Command]:
    """Give a command a flag for each of these settings, and one for the file."""

    def add(command: Command) -> Command:
        help_ = f"File to read instead of {FILE_NAME}. [{CONFIG_VARIABLE}]"
        command = click.option("--config", type=click.Path(path_type=Path), help=help_)(command)
        for setting in reversed(settings):
            command = _option(setting)(command)
        return command

    return add


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
@_options(*SETTINGS)
def serve(config: Path | None, **flags: Any) -> None:  # noqa: ANN401 - click gives what each option makes
    """Run the server in the foreground."""
    settings = _settings(config, flags)
    # Nothing that is made from here to the first request is garbage: `serve` switches it on again.
    gc.disable()
    from mockbooks.server import AddressError, serve  # noqa: PLC0415 - brings Flask along

    try:
        serve(settings, _announce)
    except AddressError as error:
        _fail([str(error)], EXIT_ADDRESS)
    except TlsError as error:
        _fail([str(error)], EXIT_USAGE)


@main.command(help=_CA_HELP, short_help="Print the CA of --tls.")
@_options(*(setting for setting in SETTINGS if setting.name == "tls_folder"))
def ca(config: Path | None, **flags: Any) -> None:  # noqa: ANN401 - as above
    """Print the certificate of the CA."""
    settings = _settings(config, flags)
    from mockbooks.tls.folder import TlsFolder  # noqa: PLC0415 - brings cryptography along

    try:
        authority = TlsFolder(settings.tls_folder, now=RealClock().now(), tell=_tell).authority()
    except TlsError as error:
        _fail([str(error)], EXIT_USAGE)
    sys.stdout.buffer.write(authority.certificate_bytes())


@main.command()
def openapi() -> None:
    """Print the OpenAPI document of the reference API."""
    from mockbooks.web.openapi import document_bytes  # noqa: PLC0415 - brings Flask along

    sys.stdout.buffer.write(document_bytes())
    sys.stdout.buffer.write(b"\n")


def _settings(config: Path | None, flags: dict[str, Any]) -> Settings:
    """Read the settings, tell what seems strange, and leave when they cannot be used."""
    named = os.environ.get(CONFIG_VARIABLE)
    try:
        settings, warnings = load_settings(_texts(flags), os.environ, config or (Path(named) if named else None))
    except SettingsError as error:
        _fail(error.complaints, EXIT_USAGE)
    for warning in warnings:
        _tell(warning)
    return settings


def _texts(flags: dict[str, Any]) -> dict[str, str]:
    """Write what came by flag as it would stand in a variable."""
    return {name: _text(value) for name, value in flags.items() if value is not None and value != ()}


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return ",".join(value) if isinstance(value, tuple) else str(value)


def _announce(server: "Server") -> None:
    click.echo(_announcement(server.base_url, demo=server.settings.demo, authority_file=server.authority_file))
    sys.stdout.flush()
    if server.settings.host not in _LOOPBACK:
        _tell(
            f"whoever can reach {server.settings.host}:{server.port} can also control this server, for"
            f" {CONTROL_PREFIX} asks for no token: keep it inside a network of your own"
        )


def _announcement(base_url: str, *, demo: bool, authority_file: Path | None) -> str:
    """Say where to call and with what; plain text, that reads well in a terminal and in a log."""
    lines = [
        f"mockbooks {__version__} is ready. State is in memory and is lost on stop (Ctrl+C).",
        "",
        f"  API            {base_url}{API_PREFIX}",
        f"  Documentation  {base_url}/docs",
        f"  OAuth          {base_url}/docs/oauth",
    ]
    if demo:
        lines += [f"  Demo client    {DEMO_CLIENT} / {DEMO_SECRET}", f"  Demo token     {DEMO_TOKEN}"]
    if authority_file is not None:
        lines += [f"  CA certificate {authority_file}"]
    return "\n".join([*lines, "", "Try it:", f"  {_curl(base_url, demo=demo, authority_file=authority_file)}"])


def _curl(base_url: str, *, demo: bool, authority_file: Path | None) -> str:
    """Write a line that works when it is pasted, from any folder; without the demo it makes books and their token."""
    trust = f"--cacert {quote(str(authority_file))} " if authority_file is not None else ""
    if not demo:
        return f'curl {trust}-X POST "{base_url}{CONTROL_PREFIX}/administrations"'
    return f'curl {trust}-H "Authorization: Bearer {DEMO_TOKEN}" "{base_url}{API_PREFIX}/debtors?pageSize=2"'


def _fail(complaints: Sequence[str], exit_code: int) -> NoReturn:
    for complaint in complaints:
        _tell(complaint)
    raise SystemExit(exit_code)


def _tell(text: str) -> None:
    click.echo(f"mockbooks: {text}", err=True)
