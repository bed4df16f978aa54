"""Reads the settings from flags, environment and file; flag beats variable beats file."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from mockbooks.settings.kinds import NONE, Kind
from mockbooks.settings.table import ENVIRONMENT_PREFIX, SETTINGS, Settings
from mockbooks.settings.variables import OF_CLIENTS, OF_COMMANDS

FILE_NAME = "mockbooks.toml"
_NO_SETTINGS = frozenset({*OF_COMMANDS, *OF_CLIENTS})


class SettingsError(ValueError):
    """Settings that cannot be used: every complaint at once, each with where it comes from."""

    def __init__(self, complaints: Iterable[str]) -> None:
        """Keep the complaints, one line each."""
        self.complaints = tuple(complaints)
        super().__init__("\n".join(self.complaints))


class Given(NamedTuple):
    """One text that was given for a setting, and where."""

    text: str
    source: str


def load_settings(
    flags: Mapping[str, str],
    environment: Mapping[str, str],
    file: Path | None = None,
    *,
    folder: Path = Path(),
    only: Collection[str] | None = None,
) -> tuple[Settings, tuple[str, ...]]:
    """Read the settings, with warnings for the person who starts the server; flag beats variable beats file.

    `flags` holds texts by the name of the setting. `file` None reads mockbooks.toml in the folder, by default the
    working directory, if there is one; a file that is named must exist. With `only` nothing else is read.
    Raises SettingsError with all that is wrong.
    """
    complaints: list[str] = []
    warnings: list[str] = []
    given = _from_file(file, folder, complaints) | _from_environment(environment, warnings)
    given |= {name: Given(text, _BY_NAME[name].flag) for name, text in flags.items()}
    wanted = given if only is None else {name: given[name] for name in only if name in given}
    values = {name: _value(_BY_NAME[name].kind, each, complaints) for name, each in wanted.items()}
    if complaints:
        raise SettingsError(complaints)
    return Settings(**values), tuple(warnings)


def _value(kind: Kind, given: Given, complaints: list[str]) -> Any:  # noqa: ANN401 - of any type
    try:
        return kind.read(given.text)
    except (ValueError, OverflowError):
        came = "what came, which is secret," if kind.is_secret else f'"{given.text}"'
        complaints.append(f"{given.source}: {came} will not do; allowed: {kind.allowed}")
        return None


def _from_environment(environment: Mapping[str, str], warnings: list[str]) -> dict[str, Given]:
    """Take what is ours; a variable that only looks like ours may belong to someone else, so it is no error."""
    found = {}
    for variable, text in environment.items():
        if not variable.startswith(ENVIRONMENT_PREFIX) or variable in _NO_SETTINGS:
            continue
        name = variable.removeprefix(ENVIRONMENT_PREFIX).lower()
        if text.startswith("tcp://"):
            warnings.append(f"{variable} is ignored: Kubernetes sets it for a service that is named mockbooks")
        elif name in _BY_NAME and variable == _BY_NAME[name].variable:
            found[name] = Given(text.strip(), variable)
        else:
            warnings.append(f"{variable} is ignored: there is no such setting{_variable_meant(name)}")
    return found


def _from_file(file: Path | None, folder: Path, complaints: list[str]) -> dict[str, Given]:
    path = folder / (file or FILE_NAME)
    if file is None and not path.is_file():
        return {}
    found = {}
    for key, value in _read_toml(path).items():
        if key in _BY_NAME:
            found[key] = Given(_toml_text(value), f"{path}: {key}")
        else:
            complaints.append(
                f'{path}: unknown key "{key}"{_suggestion(key.lower(), _BY_NAME)}; allowed: {", ".join(_BY_NAME)}'
            )
    return found


def _read_toml(path: Path) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415 - most starts have no file

    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise SettingsError([f"{path}: cannot be read ({error.strerror})"]) from error
    except ValueError as error:
        raise SettingsError([f"{path}: is no TOML that can be read: {error}"]) from error
    except RecursionError:
        raise SettingsError([f"{path}: is no TOML that can be read: it nests too deeply"]) from None


def _toml_text(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case datetime() | date():
            return value.isoformat()
        case list():
            return ",".join(_toml_text(item) for item in value) or NONE
        case _:
            return str(value)


def _suggestion(came: str, known: Iterable[str], beginning: str = "") -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only a mistake needs it

    near = get_close_matches(came, list(known), n=1)
    return f'; did you mean "{beginning}{near[0]}"?' if near else ""


def _variable_meant(name: str) -> str:
    """Compare without the beginning, which all of them share."""
    return _suggestion(name.upper(), (known.upper() for known in _BY_NAME), beginning=ENVIRONMENT_PREFIX)


_BY_NAME = {setting.name: setting for setting in SETTINGS}
