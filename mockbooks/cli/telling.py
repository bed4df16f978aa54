"""What goes wrong, in one way: on stderr, each line with the name of the program; and the exit codes."""

from collections.abc import Sequence
from typing import Final, NoReturn

import click

EXIT_ADDRESS: Final = 1
EXIT_FAILED: Final = 1
EXIT_USAGE: Final = 2
EXIT_UNREACHABLE: Final = 3
USAGE: Final = "a flag, variable or file is wrong"
UNREACHABLE: Final = "the server cannot be reached, or refuses"


def fail(complaints: Sequence[str], exit_code: int) -> NoReturn:
    """Tell what is wrong, and leave."""
    for complaint in complaints:
        tell(complaint)
    raise SystemExit(exit_code)


def tell(text: str) -> None:
    """Tell the person at the terminal, without mixing it with what a command prints."""
    click.echo(f"mockbooks: {text}", err=True)
