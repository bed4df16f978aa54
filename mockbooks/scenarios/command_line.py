"""What the command line does with scenarios, as plain values: it reads, lists and complains in lines of text."""

from pathlib import Path

from mockbooks.errors import RequestError
from mockbooks.scenarios import library
from mockbooks.scenarios.complaints import told
from mockbooks.scenarios.library import is_path
from mockbooks.scenarios.loader import load
from mockbooks.scenarios.model import Scenario

__all__ = ["is_path", "listing", "names", "read_or_complain", "text_of"]


def read_or_complain(name_or_path: str, own_folder: str | None) -> tuple[Scenario | None, list[str]]:
    """Read a scenario by its name or path; without one there is a line for everything that is wrong with it."""
    source = name_or_path
    try:
        found = library.find(name_or_path, _folders(own_folder))
        source = found.source
        return load(found.text, source=source), []
    except RequestError as error:
        return None, told(error, source)


def text_of(name: str, own_folder: str | None) -> tuple[bytes | None, list[str]]:
    """Give a scenario as its file stands, or why there is none."""
    try:
        return library.find(name, _folders(own_folder)).text, []
    except RequestError as error:
        return None, told(error, name)


def listing(own_folder: str | None) -> list[tuple[str, str]]:
    """List the scenarios by name with the first sentence of what each is about; one that cannot be read says so."""
    folders = _folders(own_folder)
    return [(name, _about(name, own_folder)) for name in library.names(folders)]


def names(own_folder: str | None) -> list[str]:
    """List the scenarios by name alone, which reads no file."""
    return list(library.names(_folders(own_folder)))


def _about(name: str, own_folder: str | None) -> str:
    scenario, complaints = read_or_complain(name, own_folder)
    return complaints[0] if scenario is None else _first_sentence(scenario.description)


def _first_sentence(text: str) -> str:
    sentence, dot, _ = text.replace("\n", " ").partition(". ")
    return sentence.removesuffix(".") + ("." if dot or sentence else "")


def _folders(own: str | None) -> tuple[Path, ...]:
    return library.folders(Path(own) if own else None)
