"""How environment variables are written down: for a shell, for a .env file, and for a job of GitHub Actions."""

import re
from collections.abc import Callable, Mapping
from shlex import quote
from typing import Final

Variables = Mapping[str, str]

_PLAIN: Final = re.compile(r"[A-Za-z0-9_./:@%+,=~-]*")


def shell(variables: Variables) -> str:
    """Write what `eval` takes in any shell of the Bourne family."""
    return "".join(f"export {name}={quote(value)}\n" for name, value in variables.items())


def dotenv(variables: Variables) -> str:
    """Write a .env file; only what needs it is quoted, since `docker run --env-file` knows no quotes."""
    return "".join(f"{name}={_dotenv_value(value)}\n" for name, value in variables.items())


def github(variables: Variables) -> str:
    """Write what is appended to the file that $GITHUB_ENV names."""
    return "".join(f"{name}={value}\n" for name, value in variables.items())


def masks(secrets: list[str]) -> str:
    """Write the commands by which GitHub Actions hides values in the log of a job."""
    return "".join(f"::add-mask::{secret}\n" for secret in secrets)


def _dotenv_value(value: str) -> str:
    if _PLAIN.fullmatch(value):
        return value
    if "'" not in value:
        return f"'{value}'"
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


FORMATS: Final[Mapping[str, Callable[[Variables], str]]] = {"shell": shell, "dotenv": dotenv, "github": github}
