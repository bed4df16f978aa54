"""What `--help` says: of every command its examples and exit codes, and what was meant by what is not known."""

import re
import shlex
from collections.abc import Iterator
from itertools import chain

import click
import pytest
from click.testing import CliRunner, Result

from mockbooks.cli import main
from mockbooks.cli.command import Explained
from mockbooks.settings import SETTINGS, Subject


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def called(words: list[str]) -> tuple[click.Command, list[str]]:
    command = main.commands[words[0]]
    return (command.commands[words[1]], words[2:]) if isinstance(command, click.Group) else (command, words[1:])


def commands_below(group: click.Group) -> Iterator[Explained]:
    for command in group.commands.values():
        assert isinstance(command, Explained)
        yield command
        yield from commands_below(command) if isinstance(command, click.Group) else ()


COMMANDS = list(commands_below(main))
# What a shell would call: up to a pipe, a redirection, another command, or the end of a substitution or comment.
CALLS = re.compile(r"(?:^|\(|=\w+ )mockbooks ((?:\"[^\"]*\"|[^|>&#)\n\"])+)", re.MULTILINE)
EXAMPLES = [shlex.split(call) for command in (main, *COMMANDS) for call in CALLS.findall(command.examples)]


def test_the_commands_are_shown_in_a_sensible_order_below_headings() -> None:
    told = run("--help").output
    words = [line.split()[0] for line in told.splitlines() if line.strip()]

    assert [each for each in words if each in main.commands or each in {"Serve:", "Ask", "Judge", "Connect"}] == [
        "Serve:",
        "serve",
        "scenario",
        "Ask",
        "wait",
        "health",
        "verdict",
        "Judge",
        "audit",
        "check",
        "vendor",
        "Connect",
        "env",
        "new-administration",
        "ca",
        "openapi",
    ]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: str(command.name))
def test_every_command_has_examples_that_call_it(command: Explained) -> None:
    assert re.search(rf"mockbooks ((scenario|vendor) )?{command.name}\b", command.examples)


@pytest.mark.parametrize(
    "command", [each for each in COMMANDS if not isinstance(each, click.Group)], ids=lambda each: str(each.name)
)
def test_every_command_says_what_its_exit_codes_mean(command: Explained) -> None:
    assert command.exit_codes[0]


def test_the_exit_codes_of_a_command_are_in_its_help() -> None:
    assert run("verdict", "--help").output.endswith(
        "Exit codes:\n"
        "  0  passed\n"
        "  1  failed or not exercised\n"
        "  2  a flag, variable or file is wrong\n"
        "  3  the server cannot be reached, or refuses, or gives no verdict\n"
    )


def test_the_help_of_serve_has_every_setting_below_the_heading_of_its_subject() -> None:
    told = run("serve", "--help").output
    places = [told.index(f"\n{subject}:\n") for subject in Subject]

    assert places == sorted(places)
    assert all(setting.flag in told for setting in SETTINGS)
    assert places[-1] < told.index("--log-requests") < told.index("\nOptions:\n")


@pytest.mark.parametrize("words", EXAMPLES, ids=" ".join)
def test_every_example_is_a_call_that_can_be_made(words: list[str]) -> None:
    command, rest = called(words)

    command.make_parser(click.Context(command)).parse_args(rest)


def test_every_option_of_every_command_is_explained() -> None:
    options = chain.from_iterable(command.params for command in COMMANDS)

    assert [option.name for option in options if not getattr(option, "help", None)] == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("verdct",), "Error: No such command 'verdct'. Did you mean 'verdict'?\n"),
        (("env", "--frmat"), "Error: No such option '--frmat'. Did you mean '--format'?\n"),
        (("health", "--url", "x"), "Error: No such option '--url'. It is given by itself: main health URL\n"),
        (("scenario", "lst"), "Error: No such command 'lst'. Did you mean 'list'?\n"),
        (("scenario", "frobnicate"), "Error: No such command 'frobnicate'. There are: list, show, check, schema.\n"),
    ],
)
def test_what_is_not_known_gets_what_was_meant_or_what_there_is(arguments: tuple[str, ...], told: str) -> None:
    result = run(*arguments)

    assert result.exit_code == 2
    assert result.output.endswith(told)


def test_what_is_not_allowed_gets_what_is() -> None:
    result = run("env", "--format", "yaml")

    assert result.exit_code == 2
    assert "'yaml' is not one of 'shell', 'dotenv', 'github'" in result.output
