"""The option that says how many seconds a command may take at most."""

from collections.abc import Callable
from typing import Any, Final, cast

import click

from mockbooks.settings.kinds import seconds_up_to

_KIND: Final = seconds_up_to(86_400)


class _Seconds(click.ParamType[float]):
    """A length of time, as settings take it: what is no number, or not a finite one, is refused."""

    name = "seconds"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:  # noqa: ANN401 - of click
        try:
            return cast("float", _KIND.read(str(value)))
        except ValueError:
            self.fail(f'"{value}" will not do; allowed: {_KIND.allowed}', param, ctx)


def timeout(seconds: float, meant: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the option `--timeout`, by default so many seconds; it gets them as `seconds`."""
    help_ = f"{meant} [default: {seconds:g}]"
    return click.option("--timeout", "seconds", metavar="SECONDS", type=_Seconds(), default=seconds, help=help_)
