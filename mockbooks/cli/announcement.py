"""What is printed once a server answers: where to call it and with what, for a terminal and for a log."""

from collections.abc import Iterator
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Final

from mockbooks import __version__
from mockbooks.cli.reading import Reader
from mockbooks.oauth.demo import DEMO_CLIENT, DEMO_SECRET, DEMO_TOKEN
from mockbooks.settings import Settings
from mockbooks.settings.address import is_every_address
from mockbooks.traffic.operation import API_PREFIX, CONTROL_PREFIX

if TYPE_CHECKING:
    from mockbooks.server import Server

_LOOPBACK: Final = ("127.0.0.1", "::1", "localhost")


def announcement(server: "Server", scenario: str | None, reader: Reader) -> str:
    """Say where everything is; `scenario` is the name of the one that the server began with."""
    ready = reader.styled(f"mockbooks {__version__} is ready.", bold=True)
    rows = (f"  {reader.styled(f'{label:14}', dim=True)} {value}" for label, value in _rows(server, scenario))
    curl = reader.styled(
        _curl(server.base_url, demo=server.settings.demo, authority_file=server.authority_file), fg="cyan"
    )
    return "\n".join(
        (f"{ready} State is in memory and is lost on stop (Ctrl+C).", "", *rows, "", "Try it:", f"  {curl}")
    )


def warning(settings: Settings, port: int) -> str | None:
    """Say what to know about a server that others can reach and control."""
    if not settings.control or settings.control_token is not None or settings.host in _LOOPBACK:
        return None
    return (
        f"whoever can reach {settings.host}:{port} can also control this server, for {CONTROL_PREFIX} asks for no"
        " token: keep it inside a network of your own"
    )


def _rows(server: "Server", scenario: str | None) -> Iterator[tuple[str, str]]:
    url, settings = server.base_url, server.settings
    if settings.control:
        yield "Dashboard", f"{url}/"
    yield "API", f"{url}{API_PREFIX}"
    yield "Documentation", f"{url}/docs"
    yield "Guide", f"{url}/docs/guide"
    yield "OAuth", f"{url}/docs/oauth"
    yield "Scenarios", f"{url}/docs/scenarios"
    if settings.public_url is not None:
        yield "Public URL", settings.public_url
    if is_every_address(settings.host):
        yield "Listens on", "every address; outside a container, at the port that is published"
    if settings.demo:
        yield "Demo client", f"{DEMO_CLIENT} / {DEMO_SECRET}"
        yield "Demo token", DEMO_TOKEN
    if scenario is not None:
        token = "" if settings.control_token is None else " --control-token TOKEN"
        yield "Scenario", scenario
        yield "Verdict", f"mockbooks verdict {url}{token}"
    if server.authority_file is not None:
        yield "CA certificate", str(server.authority_file)


def _curl(base_url: str, *, demo: bool, authority_file: Path | None) -> str:
    """Write a line that works when it is pasted, from any folder; without the demo it makes books and their token."""
    trust = f"--cacert {quote(str(authority_file))} " if authority_file is not None else ""
    if not demo:
        return f'curl {trust}-X POST "{base_url}{CONTROL_PREFIX}/administrations"'
    return f'curl {trust}-H "Authorization: Bearer {DEMO_TOKEN}" "{base_url}{API_PREFIX}/debtors?pageSize=2"'
