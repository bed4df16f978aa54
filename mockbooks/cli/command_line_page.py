"""The page of documentation about the command line, made from the commands themselves."""

import inspect
from collections.abc import Iterator
from textwrap import fill
from typing import Final

import click

from mockbooks.cli import main
from mockbooks.cli.command import Explained, SubjectOption
from mockbooks.cli.telling import EXIT_CODES
from mockbooks.web.reference.written.pieces import block, code, joined, table

_WIDTH: Final = 120
_INTRODUCTION: Final = """
`make run` and `make setup` install the command into `.venv/bin`, where `. .venv/bin/activate` lets a terminal find it
by its name; `pip install .` in a checkout installs it into an environment of your own.

`mockbooks COMMAND --help` says the same at the terminal. What a command prints goes to stdout, and nothing else does:
what is told besides goes to stderr. Notes and complaints have `mockbooks:` before each line; a command line that
cannot be read is told with its usage, and the log of requests and what a job of GitHub is to mask stand as they are.
"""

_FINDING: Final = """
`wait`, `health`, `verdict`, `env` and `new-administration` ask a running server. Which one, the first of these tells
that is there:

1. the argument `URL`; the base URL of the API will do as well;
2. the variable `MOCKBOOKS_URL`;
3. in a container of the image, the command line and the environment of the server itself (`MOCKBOOKS_SERVER_PROCESS`
   names its process), so that `docker exec books mockbooks verdict` needs no argument;
4. the [settings](settings.md) that a server would be started with here: `MOCKBOOKS_PORT`, `MOCKBOOKS_TLS`,
   `MOCKBOOKS_CONTROL_TOKEN` and so on, or the file `mockbooks.toml`;
5. `http://127.0.0.1:8080`.

For a server on this machine the settings also tell the control token, and the CA that `--tls` has made: neither needs
to be named. With `--port 0` nobody but the server knows its port: name the URL that it printed.
"""

_COMPLETION: Final = """
Have your shell complete commands, flags and the names of scenarios by a line in its start-up file. For bash
(`~/.bashrc`):
"""


def command_line_reference() -> str:
    """Write the page: every command with its arguments, options, examples and exit codes."""
    context = click.Context(main, info_name="mockbooks")
    return joined(
        "# Command line",
        _INTRODUCTION,
        table(("command", "does"), _contents(context, main)),
        block(main.examples, "sh"),
        "## Exit codes",
        "Each command tells its own below; they agree in this:",
        table(("exit code", "means"), ((str(code), told) for code, told in EXIT_CODES.items())),
        "## Which server is asked",
        _FINDING,
        *_chapters(context, main),
        "## Completion",
        _COMPLETION,
        block('eval "$(_MOCKBOOKS_COMPLETE=bash_source mockbooks)"', "sh"),
        "For zsh (`~/.zshrc`):",
        block('eval "$(_MOCKBOOKS_COMPLETE=zsh_source mockbooks)"', "sh"),
        "For fish (`~/.config/fish/completions/mockbooks.fish`):",
        block("_MOCKBOOKS_COMPLETE=fish_source mockbooks | source", "text"),
    )


def _commands(context: click.Context, group: click.Group) -> Iterator[tuple[click.Context, click.Command]]:
    for name in group.list_commands(context):
        command = group.commands[name]
        yield click.Context(command, info_name=name, parent=context), command


def _contents(context: click.Context, group: click.Group) -> Iterator[tuple[str, str]]:
    for inner, command in _commands(context, group):
        anchor = inner.command_path.replace(" ", "-")
        yield f"[`{inner.command_path}`](#{anchor})", command.get_short_help_str(limit=200)


def _chapters(context: click.Context, group: click.Group) -> Iterator[str]:
    for inner, command in _commands(context, group):
        assert isinstance(command, Explained)  # noqa: S101 - all of ours are # nosec B101
        yield _chapter(inner, command)
        if isinstance(command, click.Group):
            yield from _chapters(inner, command)


def _chapter(context: click.Context, command: Explained) -> str:
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    return joined(
        f"## {context.command_path}",
        *(fill(paragraph, _WIDTH) for paragraph in inspect.cleandoc(command.help or "").split("\n\n")),
        block(usage, "text"),
        block(command.examples, "sh"),
        _parameters(command, context),
        table(("exit code", "means"), ((str(code), told) for code, told in command.exit_codes.items())),
    )


def _parameters(command: Explained, context: click.Context) -> str:
    shown = [each for each in command.params if not isinstance(each, SubjectOption)]
    rows = [row for each in shown if (row := _row(each, context))]
    settings = "Its other flags are the [settings](settings.md)." if len(shown) < len(command.params) else ""
    return joined(table(("option", "means"), rows), settings) if rows or settings else ""


def _row(parameter: click.Parameter, context: click.Context) -> tuple[str, str] | None:
    record = parameter.get_help_record(context)
    if record is None:
        return None
    name, told = record
    is_optional = isinstance(parameter, click.Argument) and not parameter.required
    return code(name[1:-1] if is_optional else name), told
