"""What goes wrong, in one way: on stderr, each line with the name of the program; and the exit codes."""

import re
from collections.abc import Sequence
from typing import Final, NoReturn

import click

# Control characters, and what turns a text around: a complaint may quote what came from elsewhere.
_STEERING: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

EXIT_ADDRESS: Final = 1
EXIT_FAILED: Final = 1
EXIT_USAGE: Final = 2
EXIT_UNREACHABLE: Final = 3
EXIT_CODES: Final = {
    0: "it was done, or it is as it should be",
    EXIT_FAILED: "it is not as it should be: no pass, a vendor that falls short, a scenario that cannot be used, an"
    " address that is taken",
    EXIT_USAGE: "what was asked for cannot be: a flag, a variable, a file or a URL is wrong",
    EXIT_UNREACHABLE: "the server that was asked is not there, is not healthy, or refuses",
}
USAGE: Final = "a flag, variable or file is wrong"
UNREACHABLE: Final = "the server cannot be reached, or refuses"


def fail(complaints: Sequence[str], exit_code: int) -> NoReturn:
    """Tell what is wrong, and leave."""
    for complaint in complaints:
        tell(complaint)
    raise SystemExit(exit_code)


def tell(text: str) -> None:
    """Tell the person at the terminal, without mixing it with what a command prints, or letting others steer it."""
    click.echo(f"mockbooks: {_STEERING.sub('�', text)}", err=True)
