"""The library of scenarios, which ships with the server, and a folder of the user's own: both are read by name.

A name is small letters, digits and dashes, and what it leads to must be a plain file within its folder: whoever may
name a scenario over HTTP reads scenarios, and no other file of the machine. A file of the user's own goes before one of
the library with the same name, so that a copy can be changed and used at once.
"""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from itertools import islice
from pathlib import Path
from typing import Final, NoReturn

from mockbooks.errors import Complaint, RefusedError
from mockbooks.frozen import dataclass
from mockbooks.scenarios.naming import is_scenario_name
from mockbooks.scenarios.yaml_text import MOST_BYTES
from mockbooks.texts import Text, cut

SUFFIXES: Final = (".yaml", ".yml", ".json")
_MOST_FILES: Final = 1_000
_LEADS_OUT: Final = Text("it is a link that leads out of its folder", "het is een link die buiten zijn map leidt")
_NO_FILE: Final = Text("there is no such file", "zo'n bestand is er niet")
_NOT_PLAIN: Final = Text("it is no plain file", "het is geen gewoon bestand")
_UNREADABLE: Final = Text("the server may not read it", "de server mag het niet lezen")


@dataclass(frozen=True, slots=True)
class Found:
    """The bytes of a scenario, and the path that they were read from."""

    text: bytes
    source: str


def folders(own: Path | None = None) -> tuple[Path, ...]:
    """Give the folders in which scenarios are looked up, in that order."""
    return (_library(),) if own is None else (own, _library())


def names(among: Sequence[Path]) -> tuple[str, ...]:
    """List the names of the scenarios in these folders, in the order of the alphabet."""
    return tuple(sorted({path.stem for folder in among for path in _files(folder)}))


def read(name: str, among: Sequence[Path]) -> Found:
    """Read a scenario by its name; RefusedError when there is none, or it cannot be read."""
    for folder in among if is_scenario_name(name) else ():
        for suffix in SUFFIXES:
            path = folder / f"{name}{suffix}"
            if path.is_symlink() or path.exists():
                return _within(folder, path, name)
    return _unknown(name, among)


def find(name_or_path: str, among: Sequence[Path]) -> Found:
    """Read a scenario by its name, or any plain file by its path: for the person who starts the server, and no other.

    Raises RefusedError.
    """
    return _plain(Path(name_or_path), name_or_path) if is_path(name_or_path) else read(name_or_path, among)


def is_path(name_or_path: str) -> bool:
    """Tell a path from a name: it has a slash or an ending such as `.yaml`."""
    path = Path(name_or_path)
    return path.suffix.lower() in SUFFIXES or len(path.parts) > 1 or path.is_absolute()


def _library() -> Path:
    """Give the folder in the package; a checkout has it beside the package instead."""
    inside = Path(__file__).with_suffix("")
    return inside if inside.is_dir() else Path(__file__).parents[2] / "scenarios"


def _files(folder: Path) -> Iterator[Path]:
    try:
        entries = list(islice(folder.iterdir(), _MOST_FILES))
    except OSError:
        return
    yield from (path for path in entries if path.suffix in SUFFIXES and is_scenario_name(path.stem))


def _within(folder: Path, path: Path, name: str) -> Found:
    try:
        leads_out = not path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        leads_out = True
    return _refuse(name, _LEADS_OUT) if leads_out else _plain(path, name)


def _plain(path: Path, name: str) -> Found:
    """Read no more than a scenario may have; what is longer is refused by whoever reads the text."""
    try:
        if not path.exists():
            _refuse(name, _NO_FILE)
        if not path.is_file():
            _refuse(name, _NOT_PLAIN)
        with path.open("rb") as file:
            return Found(file.read(MOST_BYTES + 1), str(path))
    except (OSError, ValueError):
        return _refuse(name, _UNREADABLE)


def _unknown(name: str, among: Sequence[Path]) -> NoReturn:
    known = names(among)
    near = get_close_matches(cut(name), known, n=1)
    values = {"name": cut(name), "allowed": known, "suggestion": near[0] if near else None}
    raise RefusedError(Complaint("unknown_scenario", "/name", values=values))


def _refuse(name: str, reason: Text) -> NoReturn:
    raise RefusedError(Complaint("scenario_unreadable", values={"name": cut(name), "reason": reason}))
