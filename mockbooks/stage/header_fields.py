"""Fields for the headers of an answer: names and values that can be put on the wire (RFC 9110, section 5)."""

import re
from typing import Any, Final

from marshmallow import fields

from mockbooks.service.fields import Strict, refuse, shown

_NAME: Final = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}")
_VALUE: Final = re.compile(r"[\x21-\x7e](?:[\t\x20-\x7e]{0,998}[\x21-\x7e])?")
# Whoever puts an answer on the wire counts its bytes and keeps the connection; a second word on that would break it.
_OF_THE_WIRE: Final = frozenset({"connection", "content-length", "keep-alive", "transfer-encoding", "upgrade"})


class HeaderName(Strict, fields.String):
    """The name of a header."""

    def __init__(self, description: str, **options: Any) -> None:  # noqa: ANN401
        """Declare it."""
        options["schema"] = {"pattern": f"^{_NAME.pattern}$"}
        super().__init__(description, **options)

    def read(self, value: object) -> str:
        """Take a token, but not one of those that the server sets by what it sends."""
        if not isinstance(value, str) or not _NAME.fullmatch(value):
            refuse("not_header", came=shown(value))
        if value.lower() in _OF_THE_WIRE:
            refuse("header_of_the_wire", name=value)
        return value


class HeaderValue(Strict, fields.Field[Any]):
    """The value of a header: one line of printable ASCII, or a whole number."""

    def __init__(self, description: str, **options: Any) -> None:  # noqa: ANN401
        """Declare it."""
        options["schema"] = {"type": ["string", "integer"], "maxLength": 1000}
        super().__init__(description, **options)

    def read(self, value: object) -> str:
        """Take a line, or a number as it is written."""
        is_number = isinstance(value, int) and not isinstance(value, bool)
        text = str(value) if is_number else value
        if not isinstance(text, str) or not _VALUE.fullmatch(text):
            refuse("not_header", came=shown(value))
        return text
