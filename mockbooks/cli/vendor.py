"""Vendor files: one to start from, the JSON Schema that editors check them with, and every mistake in one."""

import json
import sys
from pathlib import Path
from typing import Final

import click

from mockbooks.cli.command import Command, Group
from mockbooks.cli.telling import EXIT_FAILED, EXIT_USAGE, fail

_STDIN: Final = "-"

_HELP = """A vendor file says what an API calls the things that the nine conditions speak of.

`mockbooks audit OPENAPI --draft FILE` writes one from a document, and `mockbooks check --vendor FILE` goes by it.
"""

_EXAMPLES = """
mockbooks vendor example > vendor.yaml
mockbooks vendor check vendor.yaml
mockbooks check https://api.example.com/v1 --vendor vendor.yaml
"""

_EXAMPLE_EXAMPLES = """
mockbooks vendor example > vendor.yaml
"""

_SCHEMA_EXAMPLES = """
mockbooks vendor schema > vendor.schema.json
"""

_CHECK_EXAMPLES = """
mockbooks vendor check vendor.yaml
mockbooks vendor check vendors/*.yaml
mockbooks vendor example | mockbooks vendor check -
"""


@click.group(cls=Group, help=_HELP, short_help="Write and check vendor files.", examples=_EXAMPLES)
def vendor() -> None:
    """Work with vendor files."""


@vendor.command(cls=Command, examples=_EXAMPLE_EXAMPLES, exit_codes={0: "printed"})
def example() -> None:
    """Print a whole vendor file, that of mockbooks itself, to start your own from."""
    from importlib.resources import files  # noqa: PLC0415 - a start of the command line needs none of it

    sys.stdout.buffer.write(files("mockbooks.conformance.vendor").joinpath("reference.yaml").read_bytes())


@vendor.command(cls=Command, examples=_SCHEMA_EXAMPLES, exit_codes={0: "printed"})
def schema() -> None:
    """Print the JSON Schema of vendor files, for editors and linters."""
    from mockbooks.conformance.vendor.json_schema import schema as json_schema  # noqa: PLC0415 - as above

    click.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))


@vendor.command(
    cls=Command,
    examples=_CHECK_EXAMPLES,
    exit_codes={0: "all can be used", EXIT_FAILED: "one of them cannot", EXIT_USAGE: "a flag is wrong"},
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...", help="Vendor files, or - for stdin.")
def check(files: tuple[str, ...]) -> None:
    """Check vendor files: every mistake with its file, line and column."""
    from mockbooks.conformance.reports.printable import one_line  # noqa: PLC0415 - as above
    from mockbooks.conformance.vendor.loading import VendorFileError, load_vendor  # noqa: PLC0415 - as above

    wrong: list[str] = []
    for file in files:
        try:
            read = load_vendor(vendor_file(file), source=name_of(file))
        except VendorFileError as error:
            wrong += error.complaints
        except OSError as error:
            wrong.append(f"{file} cannot be read: {error.strerror}")
        else:
            click.echo(f"{name_of(file)}: {one_line(read.name)} can be used")
    if wrong:
        fail(wrong, EXIT_FAILED)


def vendor_file(file: str) -> bytes:
    """Read what a vendor file holds, and not endlessly more than it may; raises OSError."""
    from mockbooks.conformance.vendor.loading import MOST_BYTES  # noqa: PLC0415 - as above

    if file == _STDIN:
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    with Path(file).open("rb") as opened:
        return opened.read(MOST_BYTES + 1)


def name_of(file: str) -> str:
    """Name a file as complaints do."""
    return "stdin" if file == _STDIN else file
