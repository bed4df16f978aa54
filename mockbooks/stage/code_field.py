"""A field for error codes: those of the catalogue, those of OAuth, and whatever a vendor calls its own."""

import re
from contextlib import suppress
from http import HTTPStatus
from typing import Any, Final

from marshmallow import fields

from mockbooks.service.fields import Strict, refuse, shown

_CODE: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:-]{0,59}")


class ErrorCode(Strict, fields.String):
    """One word of letters, digits and the signs `_` `.` `:` `-`, at most 60 characters."""

    def __init__(self, description: str, **options: Any) -> None:  # noqa: ANN401
        """Declare it."""
        options["schema"] = {"pattern": f"^{_CODE.pattern}$"}
        super().__init__(description, **options)

    def read(self, value: object) -> str:
        """Take one word."""
        if not isinstance(value, str) or not _CODE.fullmatch(value):
            refuse("not_error_code", came=shown(value), suggestion=self._beside_status(value))
        return value

    def _beside_status(self, value: object) -> str | None:
        """Write a code with the status that came in its place, where one did."""
        if isinstance(value, int) and self.name:
            with suppress(ValueError):
                return f"{{{self.name}: {HTTPStatus(value).name.lower()}, status: {value}}}"
        return None
