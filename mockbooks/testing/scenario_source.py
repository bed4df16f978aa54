"""A scenario as a test names it: one of the library, a file, YAML, or a dictionary; and what is wrong with it."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from mockbooks.frozen import dataclass
from mockbooks.testing.control import ControlError

Scenario = str | Path | Mapping[str, Any]
"""The name of one of the library, the path of a file, the text of one (YAML, of several lines), or its values."""

_JSON: Final = "application/json"
_YAML: Final = "application/yaml"
_SUFFIXES: Final = (".yaml", ".yml", ".json")


class ScenarioError(ControlError):
    """A scenario that cannot be used: a line for each mistake, with where it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The body that activates a scenario, and how whoever wrote it knows it; without `lines` it has no line numbers."""

    body: bytes
    media_type: str
    known_as: str
    has_lines: bool = False


def source_of(scenario: Scenario, folders: Iterable[Path] = ()) -> Source:
    """Read a scenario; a relative path is looked up in the `folders`, in that order, or else where the program runs.

    Raises ScenarioError when there is no such file, and for what is none of these.
    """
    match scenario:
        case Mapping():
            return Source(body=_json_of(scenario), media_type=_JSON, known_as="the scenario")
        case str() if "\n" in scenario:
            return Source(body=scenario.encode(), media_type=_YAML, known_as="the scenario", has_lines=True)
        case str() if "/" not in scenario and not scenario.endswith(_SUFFIXES):
            return Source(body=_json_of({"name": scenario}), media_type=_JSON, known_as=f'scenario "{scenario}"')
        case str() | Path():
            return _file(Path(scenario), tuple(folders))
        case _:
            raise ScenarioError(f"a scenario is a name, a path, YAML or a dict, and not {scenario!r}")


def mistakes_in(source: Source, error: ControlError) -> ScenarioError:
    """Tell what is wrong, a line for each mistake: `lost.yaml:4:12: There is no fault "dealy". ...`."""
    if not error.mistakes:
        return ScenarioError(str(error))
    return ScenarioError("\n".join(_line(source, mistake) for mistake in error.mistakes), error.mistakes)


def _json_of(values: Mapping[str, Any]) -> bytes:
    try:
        return json.dumps(dict(values)).encode()
    except (TypeError, ValueError) as error:
        raise ScenarioError(f"a scenario holds what JSON can hold, such as durations as texts: {error}") from None


def _file(path: Path, folders: tuple[Path, ...]) -> Source:
    tried = [folder / path for folder in folders or (Path(),)]
    for each in tried:
        if each.is_file():
            return Source(body=each.read_bytes(), media_type=_YAML, known_as=str(path), has_lines=True)
    raise ScenarioError(f"there is no scenario file {path}; looked for {', '.join(map(str, dict.fromkeys(tried)))}")


def _line(source: Source, mistake: dict[str, Any]) -> str:
    place = f":{mistake['line']}:{mistake['column']}" if source.has_lines and "line" in mistake else ""
    pointer = f" {mistake['pointer']}:" if mistake.get("pointer") and source.known_as == "the scenario" else ""
    return f"{source.known_as}{place}:{pointer} {mistake['detail']}"
