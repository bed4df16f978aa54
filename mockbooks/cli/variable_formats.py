"""How environment variables are written down: for a shell, for a .env file, and for a job of GitHub Actions."""

import re
from collections.abc import Callable, Mapping
from shlex import quote
from typing import Final

Variables = Mapping[str, str]

_PLAIN: Final = re.compile(r"[A-Za-z0-9_./:@%+,=~-]*")
_READ_DIFFERENTLY: Final = re.compile(r"[\"$`\\\n]")


class UnwritableError(ValueError):
    """A variable cannot be written down in a form so that all who read it read the same."""


def shell(variables: Variables) -> str:
    """Write what `eval` takes in any shell of the Bourne family."""
    return "".join(f"export {name}={quote(value)}\n" for name, value in variables.items())


def dotenv(variables: Variables) -> str:
    """Write a .env file; only what needs it is quoted, since `docker run --env-file` knows no quotes.

    Raises UnwritableError.
    """
    return "".join(f"{name}={_dotenv_value(name, value)}\n" for name, value in variables.items())


def github(variables: Variables) -> str:
    """Write what is appended to the file that $GITHUB_ENV names."""
    return "".join(f"{name}={value}\n" for name, value in variables.items())


def masks(secrets: list[str]) -> str:
    """Write the commands by which GitHub Actions hides values in the log of a job."""
    return "".join(f"::add-mask::{secret}\n" for secret in secrets)


def _dotenv_value(name: str, value: str) -> str:
    """Quote a value that has to be: within double quotes each reader expands and unescapes in its own way."""
    if _PLAIN.fullmatch(value):
        return value
    if "'" not in value:
        return f"'{value}'"
    if found := _READ_DIFFERENTLY.search(value):
        raise UnwritableError(
            f"{name} holds both ' and {found[0]!r}, which programs do not read alike in a .env file; use --format shell"
        )
    return f'"{value}"'


FORMATS: Final[Mapping[str, Callable[[Variables], str]]] = {"shell": shell, "dotenv": dotenv, "github": github}
