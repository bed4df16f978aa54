"""A field for any JSON at all, which a scenario puts into answers as it stands."""

from typing import Any

import orjson
from marshmallow import fields

from mockbooks.service.fields import Strict, refuse


class AnyJson(Strict, fields.Field[Any]):
    """Any value that can be written as JSON, null among them; given as it is written."""

    def take(self, value: object) -> bytes:
        """Take null as a value like any other."""
        return self.read(value)

    def read(self, value: object) -> bytes:
        """Write it out; a number of more than 64 bits is none that every parser reads."""
        try:
            return orjson.dumps(value)
        except TypeError:
            refuse("not_json_value")
