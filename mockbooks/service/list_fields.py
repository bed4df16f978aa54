"""Fields that hold a list of plain values, such as codes or years; lists of objects are `Parts`, beside the schemas."""

from typing import Any

from marshmallow import ValidationError, fields, missing

from mockbooks.service.fields import Strict, refuse, shown


class ListOf(Strict, fields.List[Any]):
    """A list whose items are all read by one strict field."""

    def __init__(self, item: Strict, description: str, *, example: object, required: bool = False) -> None:
        """Declare the field of an item and the list as a whole; optional means that null is taken and given."""
        self.item = item
        self.check = None
        fields.List.__init__(
            self,
            item,
            required=required,
            load_default=missing if required else None,
            metadata={"description": description, "examples": [example]},
        )

    def read(self, value: object) -> tuple[Any, ...]:
        """Take a list; each item that is wrong is told by its position."""
        if not isinstance(value, list):
            refuse("not_list", came=shown(value))
        wrong: dict[str | int, Any] = {}
        items: list[Any] = []
        for position, item in enumerate(value):
            try:
                items.append(self.item.deserialize(item))
            except ValidationError as error:
                wrong[position] = error.messages
        if wrong:
            raise ValidationError(wrong)
        return tuple(items)
