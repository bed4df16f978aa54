"""A command that explains itself: examples to copy, options by subject, and what its exit codes mean."""

import sys
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any, Final

import click

from mockbooks.cli.reading import Reader

_PLAIN_OPTIONS: Final = "Options"


class SubjectOption(click.Option):
    """An option that is shown under the heading of its subject."""

    def __init__(self, *arguments: Any, subject: str, **options: Any) -> None:  # noqa: ANN401 - what click takes
        """Keep the heading."""
        super().__init__(*arguments, **options)
        self.subject = subject


class _Formatter(click.HelpFormatter):
    """Writes help, its headings bold for a person."""

    def write_heading(self, heading: str) -> None:
        super().write_heading(Reader.of(sys.stdout).styled(heading, bold=True))


class _Context(click.Context):
    """A context whose help is written so."""

    formatter_class = _Formatter


class Explained(click.Command):
    """What commands and groups of commands have in common: `examples` are lines of a shell."""

    context_class = _Context
    examples: str
    exit_codes: Mapping[int, str]

    def __init__(
        self,
        *arguments: Any,  # noqa: ANN401 - what click takes
        examples: str,
        exit_codes: Mapping[int, str] | None = None,
        **options: Any,  # noqa: ANN401 - as above
    ) -> None:
        """Keep what is told beside the options."""
        super().__init__(*arguments, **options)
        self.examples = examples.strip()
        self.exit_codes = exit_codes or {}

    def options_by_subject(self, context: click.Context) -> Iterator[tuple[str, list[click.Parameter]]]:
        """Give the options under their headings, in the order in which they were declared."""
        shown = (each for each in self.get_params(context) if not isinstance(each, click.Argument))
        for subject, options in groupby(shown, key=_subject):
            yield subject, list(options)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Show the examples right below what the command does."""
        super().format_help_text(ctx, formatter)
        with formatter.section("Examples"):
            for line in self.examples.splitlines():
                formatter.write(f"  {line}".rstrip() + "\n")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Show the options under their headings."""
        for subject, options in self.options_by_subject(ctx):
            records = [record for option in options if (record := option.get_help_record(ctx))]
            with formatter.section(subject):
                formatter.write_dl(records)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Show the exit codes last."""
        super().format_epilog(ctx, formatter)
        if self.exit_codes:
            with formatter.section("Exit codes"):
                formatter.write_dl([(str(code), meaning) for code, meaning in self.exit_codes.items()])


class Command(Explained):
    """One command."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Say how it is given where an argument came as an option, such as `--url`."""
        try:
            return super().parse_args(ctx, args)
        except click.exceptions.NoSuchOption as error:
            name = error.option_name.lstrip("-")
            if not any(isinstance(each, click.Argument) and each.name == name for each in self.params):
                raise
            told = f"{error.message} It is given by itself: {ctx.command_path} {name.upper()}"
            raise click.exceptions.NoSuchOption(error.option_name, told, ctx=ctx) from None


class Group(Explained, click.Group):
    """A group of commands, shown in the order in which they were added."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the signature of click
        """Keep the order."""
        return list(self.commands)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Show the commands before the few options of a group."""
        self.format_commands(ctx, formatter)
        super().format_options(ctx, formatter)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Say which commands there are, where none is near to what came."""
        try:
            return super().resolve_command(ctx, args)
        except click.exceptions.NoSuchCommand as error:
            if error.possibilities:
                raise
            told = f"{error.message} There are: {', '.join(self.list_commands(ctx))}."
            raise click.exceptions.NoSuchCommand(error.command_name, told, ctx=ctx) from None


def _subject(parameter: click.Parameter) -> str:
    return parameter.subject if isinstance(parameter, SubjectOption) else _PLAIN_OPTIONS
