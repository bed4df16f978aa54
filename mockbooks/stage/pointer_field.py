"""A field for places in a JSON document (RFC 6901), such as `/data/email`."""

import re
from typing import Any, Final

from marshmallow import fields

from mockbooks.service.fields import Strict, refuse, shown

LONGEST_POINTER: Final = 200
# RFC 6901, section 3; the whole document, the empty text, is no place within it.
_POINTER: Final = re.compile(r"(?:/(?:[^~/]|~[01])*)+")


class Pointer(Strict, fields.String):
    """A JSON Pointer to a place within a document."""

    def __init__(self, description: str, **options: Any) -> None:  # noqa: ANN401
        """Declare it."""
        options["schema"] = {"pattern": "^/", "maxLength": LONGEST_POINTER}
        super().__init__(description, **options)

    def read(self, value: object) -> str:
        """Take a text that begins with a slash; `~` stands there as `~0` or `~1` only."""
        if not isinstance(value, str) or len(value) > LONGEST_POINTER or not _POINTER.fullmatch(value):
            refuse("not_json_pointer", came=shown(value))
        return value
