"""The scenarios at hand: listed, shown, checked, and the JSON Schema that editors check them with."""

import sys
from collections.abc import Callable
from typing import Any

import click

from mockbooks.cli.command import Command, Group
from mockbooks.cli.listing import print_listing
from mockbooks.cli.options import options, settings_from
from mockbooks.cli.reading import Reader
from mockbooks.cli.telling import EXIT_FAILED, EXIT_USAGE, fail
from mockbooks.settings import SETTINGS

_own_folder: Callable[..., Any] = options(*(setting for setting in SETTINGS if setting.name == "scenario_folder"))

_HELP = """Scenarios say how the server misbehaves, and what an integration that copes must have done.

A running server explains every fault, expectation and setting, with examples, at /docs/scenarios.
"""

_EXAMPLES = """
mockbooks scenario list
mockbooks scenario show lost-reply > mine.yaml
mockbooks scenario check mine.yaml
mockbooks serve --scenario mine.yaml
"""

_LIST_EXAMPLES = """
mockbooks scenario list
mockbooks scenario list --scenario-folder scenarios/ | grep vat
"""

_SHOW_EXAMPLES = """
mockbooks scenario show lost-reply
mockbooks scenario show lost-reply > mine.yaml
"""

_CHECK_EXAMPLES = """
mockbooks scenario check mine.yaml
mockbooks scenario check scenarios/*.yaml lost-reply
"""

_SCHEMA_EXAMPLES = """
mockbooks scenario schema > scenario.schema.json
"""


def _names_beginning_with(_context: click.Context, _parameter: click.Parameter, beginning: str) -> list[str]:
    """Complete the name of a scenario of the library."""
    from mockbooks.scenarios.command_line import names  # noqa: PLC0415 - only a shell asks for it

    return [name for name in names(None) if name.startswith(beginning)]


@click.group(cls=Group, help=_HELP, short_help="List, show and check scenarios.", examples=_EXAMPLES)
def scenario() -> None:
    """Work with scenarios."""


@scenario.command(
    "list",
    cls=Command,
    examples=_LIST_EXAMPLES,
    exit_codes={0: "listed", EXIT_USAGE: "a flag, variable or file is wrong"},
)
@_own_folder
def list_(config: Any, **flags: Any) -> None:  # noqa: ANN401 - click gives what each option makes
    """List the scenarios of the library, and those of your own folder."""
    folder = settings_from(config, flags).scenario_folder
    from mockbooks.scenarios.command_line import listing  # noqa: PLC0415 - brings YAML along

    print_listing(("Scenario", "What happens"), listing(folder))


@scenario.command(
    cls=Command,
    examples=_SHOW_EXAMPLES,
    exit_codes={0: "printed", EXIT_USAGE: "there is no such scenario, or a flag is wrong"},
)
@click.argument("name", shell_complete=_names_beginning_with, help="The name of a scenario.")
@_own_folder
def show(name: str, config: Any, **flags: Any) -> None:  # noqa: ANN401 - as above
    """Print a scenario as its file stands, to start your own from."""
    folder = settings_from(config, flags).scenario_folder
    from mockbooks.scenarios.command_line import text_of  # noqa: PLC0415 - as above

    text, complaints = text_of(name, folder)
    if text is None:
        fail(complaints, EXIT_USAGE)
    if Reader.of_file(sys.stdout).has_colours:
        _print_in_colours(text.decode())
    else:
        sys.stdout.buffer.write(text)


def _print_in_colours(text: str) -> None:
    """Colour YAML for a person; not a character of the text is another."""
    from rich.console import Console  # noqa: PLC0415 - only a person needs it
    from rich.style import Style  # noqa: PLC0415 - as above
    from rich.syntax import ANSISyntaxTheme, Syntax  # noqa: PLC0415 - as above

    keys_and_comments = ANSISyntaxTheme({("Name", "Tag"): Style(color="cyan"), ("Comment",): Style(dim=True)})
    highlighted = Syntax("", "yaml", theme=keys_and_comments).highlight(text)
    Console(force_terminal=True).print(highlighted, soft_wrap=True, end="")


@scenario.command(
    cls=Command,
    examples=_CHECK_EXAMPLES,
    exit_codes={0: "all can be used", EXIT_FAILED: "one of them cannot", EXIT_USAGE: "a flag or variable is wrong"},
)
@click.argument("files", nargs=-1, required=True, metavar="NAME|FILE...", help="Files, or names of scenarios.")
@_own_folder
def check(files: tuple[str, ...], config: Any, **flags: Any) -> None:  # noqa: ANN401 - as above
    """Check scenarios: every mistake with its file, line and column."""
    folder = settings_from(config, flags).scenario_folder
    from mockbooks.scenarios.command_line import read_or_complain  # noqa: PLC0415 - as above

    wrong: list[str] = []
    for file in files:
        read, complaints = read_or_complain(file, folder)
        wrong += complaints
        if read is not None:
            click.echo(f"{file}: {read.name} can be used")
    if wrong:
        fail(wrong, EXIT_FAILED)


@scenario.command(cls=Command, examples=_SCHEMA_EXAMPLES, exit_codes={0: "printed"})
def schema() -> None:
    """Print the JSON Schema of scenario files, for editors and linters."""
    import orjson  # noqa: PLC0415 - as above

    from mockbooks.scenarios.json_schema import schema as json_schema  # noqa: PLC0415 - as above

    sys.stdout.buffer.write(orjson.dumps(json_schema(), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
