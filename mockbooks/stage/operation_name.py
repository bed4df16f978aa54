"""A field for the name of an operation, as the OpenAPI document has it."""

from difflib import get_close_matches
from functools import cache
from typing import Any

from marshmallow import fields

from mockbooks.oauth.operations import OPERATIONS
from mockbooks.resources import operations
from mockbooks.service.fields import Strict, refuse, shown
from mockbooks.texts import cut


@cache
def operation_ids() -> tuple[str, ...]:
    """List the operations of the API, and those of OAuth behind them."""
    return tuple(operation.operation_id for operation in (*operations(), *OPERATIONS))


class OperationName(Strict, fields.String):
    """An operationId of the API or of OAuth."""

    def __init__(self, description: str, **options: Any) -> None:  # noqa: ANN401
        """Declare it with the list of all."""
        super().__init__(description, schema={"enum": list(operation_ids())}, **options)

    def read(self, value: object) -> str:
        """Take a name that exists; a near miss gets a suggestion."""
        if not isinstance(value, str):
            refuse("not_text", came=shown(value))
        if value not in operation_ids():
            near = get_close_matches(cut(value), operation_ids(), n=1)
            refuse("unknown_operation", name=cut(value), suggestion=near[0] if near else None)
        return value
