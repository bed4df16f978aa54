"""Settings as options of a command, and the settings that come of them."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click

from mockbooks.cli.command import SubjectOption
from mockbooks.cli.telling import EXIT_USAGE, fail, tell
from mockbooks.settings import CONFIG_VARIABLE, FILE_NAME, Setting, Settings, SettingsError, load_settings

Command = Callable[..., None]


def options(*settings: Setting) -> Callable[[Command], Command]:
    """Give a command a flag for each of these settings, and one for the file; many stand under headings."""
    headed = len(settings) > 1

    def add(command: Command) -> Command:
        help_ = f"File to read instead of {FILE_NAME}. [{CONFIG_VARIABLE}]"
        command = click.option("--config", type=click.Path(path_type=Path), help=help_)(command)
        for setting in reversed(settings):
            command = _option(setting, headed=headed)(command)
        return command

    return add


def _option(setting: Setting, *, headed: bool) -> Callable[[Command], Command]:
    default = f"default: {setting.default}; " if setting.default else ""
    shown: dict[str, Any] = {"help": f"{setting.description} [{default}{setting.variable}]"}
    if headed:
        shown |= {"cls": SubjectOption, "subject": setting.subject}
    if setting.kind.is_switch:
        flags = f"{setting.flag}/--no-{setting.flag.removeprefix('--')}"
        return click.option(flags, setting.name, default=None, **shown)
    return click.option(
        setting.flag, setting.name, metavar=setting.kind.metavar, multiple=setting.kind.is_list, **shown
    )


def settings_from(config: Path | None, flags: dict[str, Any]) -> Settings:
    """Read the settings, tell what seems strange, and leave when they cannot be used."""
    try:
        settings, warnings = load_settings(texts_of(flags), os.environ, file_named(config, os.environ))
    except SettingsError as error:
        fail(error.complaints, EXIT_USAGE)
    for warning in warnings:
        tell(warning)
    return settings


def file_named(config: Path | None, environment: Mapping[str, str]) -> Path | None:
    """Give the file that a flag names, else the one that the variable names."""
    named = environment.get(CONFIG_VARIABLE)
    return config or (Path(named) if named else None)


def texts_of(flags: dict[str, Any]) -> dict[str, str]:
    """Write what came by flag as it would stand in a variable."""
    return {name: _text(value) for name, value in flags.items() if value is not None and value != ()}


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return ",".join(value) if isinstance(value, tuple) else str(value)
