"""Names with what each is about: aligned lines for a program, a table that fits the terminal for a person."""

import sys
from collections.abc import Sequence
from typing import Final

import click

from mockbooks.cli.reading import Reader

_NARROW: Final = 60

Rows = Sequence[tuple[str, str]]


def print_listing(headings: tuple[str, str], rows: Rows) -> None:
    """Print rows for who reads stdout; the headings are those of the table."""
    if Reader.of(sys.stdout).is_person:
        _print_table(headings, rows)
    else:
        width = max(len(name) for name, _ in rows)
        for name, about in rows:
            click.echo(f"{name:{width}}  {about}")


def _print_table(headings: tuple[str, str], rows: Rows) -> None:
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415 - as below
    from rich.console import Console  # noqa: PLC0415 - only a person needs it
    from rich.padding import Padding  # noqa: PLC0415 - as above
    from rich.table import Table  # noqa: PLC0415 - as above
    from rich.text import Text  # noqa: PLC0415 - as above

    console = Console(no_color=not Reader.of(sys.stdout).has_colours, force_terminal=True)
    if console.width < _NARROW:
        for name, about in rows:
            console.print(Text(name, style="bold cyan"), Padding(Text(about), (0, 0, 0, 2)), sep="\n")
        return
    table = Table(box=SIMPLE_HEAD, header_style="bold", pad_edge=False)
    table.add_column(headings[0], no_wrap=True, style="cyan")
    table.add_column(headings[1])
    for name, about in rows:
        table.add_row(Text(name), Text(about))
    console.print(table)
