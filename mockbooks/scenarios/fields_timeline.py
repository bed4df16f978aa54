"""The field `bookkeeper` of a timeline: deeds that are done at a time, so that no call can say what they are about."""

from typing import Any

from mockbooks.bookkeeper.call import needs_call
from mockbooks.bookkeeper.deed import Deed
from mockbooks.scenarios.fields_plain import demand_object, takes_objects
from mockbooks.service.fields import Strict, refuse
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
        return super().read(value)

    def _one(self, name: str, raw_value: object) -> tuple[Deed[Any], Any]:
        deed, raw_value = super()._one(name, raw_value)
        if needs_call(raw_value):
            refuse("no_call_here")
        return deed, deed.field.deserialize(raw_value)
