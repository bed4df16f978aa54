"""The YAML of scenario files: how large they may be, and what is wrong with one as a complaint of the catalogue."""

from typing import Final

from mockbooks.errors import Complaint, RefusedError
from mockbooks.yaml_text.bounds import Bounds
from mockbooks.yaml_text.reading import Located
from mockbooks.yaml_text.reading import read_yaml as read_within
from mockbooks.yaml_text.refusals import NotAllowedError

MOST_BYTES: Final = 128 * 1024
_BOUNDS: Final = Bounds(values=10_000, aliases=100, levels=32)


def read_yaml(text: bytes) -> Located:
    """Read one document of YAML or JSON; raises RefusedError with the line and column of what is wrong."""
    if len(text) > MOST_BYTES:
        raise RefusedError(Complaint("scenario_too_large", values={"length": len(text), "maximum": MOST_BYTES}))
    try:
        return read_within(text, _BOUNDS)
    except NotAllowedError as error:
        values = {"reason": error.reason, "line": error.position.line, "column": error.position.column}
        raise RefusedError(Complaint("malformed_yaml", values=values)) from None
