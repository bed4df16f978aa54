"""The scenarios that can be named: those that ship with the server, and those of a folder of the user's own."""

import os
from itertools import islice
from pathlib import Path
from typing import Final

from mockbooks.control.server import Control
from mockbooks.errors import RequestError
from mockbooks.frozen import dataclass

LibraryState = tuple[tuple[str, int, int], ...]

_MOST_FILES: Final = 1_000
_LISTINGS: Final[dict[LibraryState, tuple["Listed", ...]]] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A scenario of the library; one with `problems` cannot be used."""

    name: str
    description: str = ""
    problems: tuple[str, ...] = ()


def library_of(control: Control) -> tuple[Listed, ...]:
    """List the scenarios in the order of the alphabet; all of them are read again when a file has changed."""
    state = library_state(control)
    return _LISTINGS.get(state) or _kept(state, _listing(folders_of(control)))


def library_state(control: Control) -> LibraryState:
    """Tell by which files it is made, when each was changed last and how long it is."""
    return tuple(stamp for folder in folders_of(control) for stamp in _stamps_in(folder))


def folders_of(control: Control) -> tuple[Path, ...]:
    """Give the folders in which scenarios are looked up, in that order."""
    from mockbooks.scenarios import library  # noqa: PLC0415 - a start does not need it

    return library.folders(Path(control.scenario_folder) if control.scenario_folder else None)


def _listing(folders: tuple[Path, ...]) -> tuple[Listed, ...]:
    from mockbooks.scenarios import library  # noqa: PLC0415 - as above

    return tuple(_listed(name, folders) for name in library.names(folders))


def _listed(name: str, folders: tuple[Path, ...]) -> Listed:
    from mockbooks.scenarios import library  # noqa: PLC0415 - as above
    from mockbooks.scenarios.complaints import told  # noqa: PLC0415 - as above
    from mockbooks.scenarios.loader import load  # noqa: PLC0415 - as above

    try:
        found = library.read(name, folders)
        return Listed(name=name, description=load(found.text, source=found.source).description)
    except RequestError as error:
        return Listed(name=name, problems=tuple(told(error, name)))


def _kept(state: LibraryState, listed: tuple[Listed, ...]) -> tuple[Listed, ...]:
    """Keep a listing in the place of all others: most processes have one server with one folder."""
    _LISTINGS.clear()
    _LISTINGS[state] = listed
    return listed


def _stamps_in(folder: Path) -> list[tuple[str, int, int]]:
    """Look at the files without making a Path of each: every open dashboard has this done each second."""
    try:
        with os.scandir(folder) as files:
            return sorted(_stamp(file) for file in islice(files, _MOST_FILES))
    except OSError:
        return []


def _stamp(file: os.DirEntry[str]) -> tuple[str, int, int]:
    """Tell when a file was changed last; one that is gone by now counts as never."""
    try:
        told = file.stat()
    except OSError:
        return file.path, 0, 0
    return file.path, told.st_mtime_ns, told.st_size
