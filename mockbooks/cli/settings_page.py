"""The page of documentation about settings, made from their one table."""

from collections.abc import Iterable
from itertools import groupby
from typing import Final

from mockbooks.settings import FILE_NAME, SETTINGS, Setting
from mockbooks.settings.kinds import NONE
from mockbooks.settings.variables import OF_CLIENTS, OF_COMMANDS
from mockbooks.web.reference.written.pieces import block, code, joined, table

_INTRODUCTION: Final = f"""
`mockbooks serve` takes each setting from a flag, from an environment variable, or from the file `{FILE_NAME}` in the
folder where it is started. A flag beats a variable, a variable beats the file. `--config FILE`, or the variable
`MOCKBOOKS_CONFIG`, names another file. A key of the file is called like the variable: `MOCKBOOKS_LOCK_DATE` is
`lock_date`. What cannot be used is refused with what came and what is allowed; so is a key of the file that is not
known. A variable that only looks like one of these is told on stderr, and ignored.

A flag that takes a list is repeated (`--limit 5/second --limit 600/minute`); a variable separates its values by commas
(`MOCKBOOKS_LIMITS=5/second,600/minute`); the file has a list (`limits = ["5/second", "600/minute"]`).
"""

_COLOURS: Final = """
Where a person reads, at a terminal, there are colours and tables; in a pipe and in a log there are neither. `NO_COLOR`
takes the colours away, and `FORCE_COLOR=1` brings them to a log that shows them. What is meant to be kept as a file,
such as the scenario of `mockbooks scenario show`, has none outside a terminal even then.
"""


def settings_reference() -> str:
    """Write the page: a table for each subject, the other variables, and a file with every key."""
    return joined(
        "# Settings",
        _INTRODUCTION,
        *(_chapter(subject, settings) for subject, settings in groupby(SETTINGS, key=lambda each: each.subject)),
        "## Variables of commands and clients",
        "These are no settings of the server. `mockbooks env` prints most of them, for the programs that call it.",
        table(("variable", "meaning"), ((code(name), told) for name, told in {**OF_COMMANDS, **OF_CLIENTS}.items())),
        "## Colours",
        _COLOURS,
        f"## A whole {FILE_NAME}",
        "Every key with its default; take the `#` away before what you change.",
        block(settings_file(), "toml"),
    )


def settings_file() -> str:
    """Write a file with every key and its default, all of it in comments."""
    chapters = (
        "\n".join([f"# ---- {subject} ----", *(_key(each) for each in settings)])
        for subject, settings in groupby(SETTINGS, key=lambda each: each.subject)
    )
    return "\n\n".join(chapters) + "\n"


def _chapter(subject: str, settings: Iterable[Setting]) -> str:
    return joined(
        f"## {subject}",
        table(("flag and variable", "default", "meaning"), map(_row, settings)),
    )


def _row(setting: Setting) -> tuple[str, ...]:
    flag = f"{setting.flag} {setting.kind.metavar}".strip()
    flags = f"`{flag}`, `--no-{setting.flag.removeprefix('--')}`" if setting.kind.is_switch else code(flag)
    meaning = f"{setting.description} Allowed: {setting.kind.allowed}."
    return f"{flags} {code(setting.variable)}", code(setting.default), meaning


def _key(setting: Setting) -> str:
    return f"# {setting.description}\n# {setting.name} = {_toml_value(setting)}"


def _toml_value(setting: Setting) -> str:
    """Write the default as TOML has it; a switch without one stands on, since TOML knows no nothing."""
    text = setting.default or "true"
    if setting.kind.is_list:
        items = [] if text == NONE else text.split(",")
        return f"[{', '.join(_quoted(item) for item in items)}]"
    return text if setting.kind.is_switch or text.isdecimal() else _quoted(text)


def _quoted(text: str) -> str:
    return f'"{text}"'
