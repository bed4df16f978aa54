"""Where a command finds the server that it asks: named by hand, or as the settings tell."""

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from mockbooks.asking.address import Address, UrlError, server_of
from mockbooks.cli.options import file_named
from mockbooks.cli.server_process import ServerProcess
from mockbooks.frozen import dataclass
from mockbooks.settings import Settings, SettingsError, load_settings
from mockbooks.settings.address import local_url

_NEEDED: Final = frozenset({"host", "port", "public_url", "tls", "tls_folder", "control_token"})
_THIS_MACHINE: Final = ("localhost", "127.0.0.1", "::1")


class WhereaboutsError(Exception):
    """It cannot be told where the server is: a line for each reason."""

    def __init__(self, *complaints: str) -> None:
        """Keep the lines."""
        super().__init__("\n".join(complaints))
        self.complaints = complaints


@dataclass(frozen=True, kw_only=True, slots=True)
class Whereabouts(Address):
    """The address of a server, and what else is known of it.

    One that was found by its process is in a container as a rule: others cannot read the file of its CA. Where its
    settings say so, others also call it by a public URL.
    """

    public_url: str | None = None
    is_of_process: bool = False


class _Told(NamedTuple):
    """Settings, the folder that they were read in, and whether they are those of a process."""

    settings: Settings
    folder: Path
    is_of_process: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Named:
    """What was named by hand, by argument, option or variable; each is None where nothing was."""

    url: str | None = None
    token: str | None = None
    authority: Path | None = None


def find(named: Named, environment: Mapping[str, str] = os.environ) -> Whereabouts:
    """Say where the server is: as it was named, else as the settings of its process say, else as those here do.

    For a server on this machine the settings also tell the CA that was not named, and for one on their port the token.
    Raises WhereaboutsError for what is no URL, for settings that cannot be used, and for a port that nobody can know.
    """
    own = _own(_settings(environment)) if named.url is None else _known_of(_url_of_server(named.url), environment)
    return replace(own, token=named.token or own.token, authority=named.authority or own.authority)


def _url_of_server(named: str) -> str:
    try:
        return server_of(named)[0]
    except UrlError as error:
        raise WhereaboutsError(str(error)) from None


def _known_of(url: str, environment: Mapping[str, str]) -> Whereabouts:
    """Tell what the settings say of a server whose URL was named; nothing of one on another machine."""
    parts = urlsplit(url)
    if parts.hostname not in _THIS_MACHINE:
        return Whereabouts(url=url)
    try:
        told = _settings(environment)
    except WhereaboutsError:
        return Whereabouts(url=url)
    token = told.settings.control_token if told.settings.port in {0, parts.port} else None
    return Whereabouts(url=url, token=token, authority=_authority(url, told), is_of_process=told.is_of_process)


def _own(told: _Told) -> Whereabouts:
    settings = told.settings
    if settings.port == 0:
        raise WhereaboutsError(
            "the server picks a free port itself (--port 0), which cannot be known here: name the URL that it printed"
        )
    url = local_url(settings, settings.port)
    return Whereabouts(
        url=url,
        token=settings.control_token,
        authority=_authority(url, told),
        public_url=settings.public_url,
        is_of_process=told.is_of_process,
    )


def _authority(url: str, told: _Told) -> Path | None:
    """Give the CA that a server with these settings has, once it has made one."""
    file = (told.folder / told.settings.tls_folder / "ca.pem").absolute()
    return file if url.startswith("https:") and file.is_file() else None


def _settings(environment: Mapping[str, str]) -> _Told:
    """Give the settings of the server's process where one is told of and can be read, else those here."""
    process = ServerProcess.told(environment)
    settings = process.settings(_NEEDED) if process else None
    if process is not None and settings is not None:
        return _Told(settings, process.folder, is_of_process=True)
    try:
        here, _ = load_settings({}, environment, file_named(None, environment), only=_NEEDED)
    except SettingsError as error:
        raise WhereaboutsError(*error.complaints) from error
    return _Told(here, Path(), is_of_process=False)
