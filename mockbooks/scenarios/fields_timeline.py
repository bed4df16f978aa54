"""The field `bookkeeper` of a timeline: deeds that are done at a time, so that no call can say what they are about."""

from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError

from mockbooks.bookkeeper.call import needs_call
from mockbooks.errors import Complaint
from mockbooks.scenarios.fields_plain import demand_object, takes_objects
from mockbooks.service.fields import Strict
from mockbooks.stage.bookkeeping import Deeds, Work


class TimedDeeds(Deeds):
    """Deeds with what each is about, which is known beforehand."""

    def __init__(self, description: str, *, example: object) -> None:
        """Declare it; what it takes is one of the definitions of the JSON Schema of the whole file."""
        Strict.__init__(self, description, required=True, example=example, schema={"$ref": "#/$defs/deeds"})

    def read(self, value: object) -> Work:
        """Take one object or a list of them; the values are given as their fields read them."""
        if takes_objects(self, value):
            demand_object(self.name or "", self, value)
        work = super().read(value)
        for deed, raw_value in work:
            if needs_call(raw_value):
                _refuse(deed.name, value)
        return tuple((deed, deed.field.deserialize(raw_value)) for deed, raw_value in work)


def _refuse(name: str, value: object) -> None:
    """Refuse what points into a call, at its place where the deeds are not in a list."""
    messages: Any = [Complaint("no_call_here")]
    raise ValidationError({name: messages} if isinstance(value, Mapping) else messages)
