"""The command line: one file for each command, imported when it is needed, so that each starts as fast as it can."""

from collections.abc import Iterator, MutableMapping
from importlib import import_module
from typing import Final

import click

from mockbooks import __version__
from mockbooks.cli.command import Group

# Heading → command → its module and the name that it has there.
_COMMANDS: Final = {
    "Serve": {"serve": "serving:serve", "scenario": "scenario:scenario"},
    "Ask a running server": {"wait": "wait:wait", "health": "health:health", "verdict": "verdict:verdict"},
    "Judge a vendor": {"audit": "audit:audit", "check": "check:check", "vendor": "vendor:vendor"},
    "Connect a client": {
        "env": "env:env",
        "new-administration": "new_administration:new_administration",
        "ca": "authority:ca",
        "openapi": "document:openapi",
    },
}


class _Commands(MutableMapping[str, click.Command]):
    """The commands by name; a command is imported when it is asked for."""

    def __init__(self) -> None:
        self._places = {name: place for commands in _COMMANDS.values() for name, place in commands.items()}

    def __getitem__(self, name: str) -> click.Command:
        module, _, attribute = self._places[name].partition(":")
        command: click.Command = getattr(import_module(f"{__name__}.{module}"), attribute)
        return command

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __setitem__(self, name: str, command: click.Command) -> None:
        raise TypeError(f"{name}: commands stand in the table")

    def __delitem__(self, name: str) -> None:
        raise TypeError(f"{name}: commands stand in the table")


class _Main(Group):
    """The whole command line, its commands under headings."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - of click
        """Show what each command is for, in one line."""
        width = max(len(name) for name in self.commands)
        for heading, names in _COMMANDS.items():
            with formatter.section(heading):
                formatter.write_dl([(name.ljust(width), self.commands[name].get_short_help_str(100)) for name in names])


_HELP = """Mock accounting system: test your integration before it meets real books.

`mockbooks COMMAND --help` explains a command, with examples and exit codes.
"""

_EXAMPLES = """
mockbooks serve --scenario lost-reply &
mockbooks wait
eval "$(mockbooks env)"    # MOCKBOOKS_API_URL, MOCKBOOKS_TOKEN and so on
npm test
mockbooks verdict          # exits 0 when your integration coped
"""


@click.group(
    cls=_Main,
    commands=_Commands(),
    help=_HELP,
    examples=_EXAMPLES,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, message="mockbooks %(version)s")
def main() -> None:
    """Mock accounting system: test your integration before it meets real books."""
