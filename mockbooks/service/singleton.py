"""A noun of which there is exactly one: it can be read, and that is all."""

from collections.abc import Callable
from typing import Any

from mockbooks.frozen import dataclass
from mockbooks.service.schema import StrictSchema
from mockbooks.texts import Text
from mockbooks.traffic.operation import Operation


@dataclass(frozen=True, kw_only=True)
class Singleton:
    """One object without an id in its path; `read` gives it as the bytes of a JSON object.

    `read` takes the `Context` of the call, or None where the operation needs no token: then no books are meant.
    """

    operation: Operation
    tag: str
    name: Text
    description: str
    answer: Callable[[], StrictSchema]
    read: Callable[[Any], bytes]

    @property
    def path(self) -> str:
        """The path below the root of the API."""
        return self.operation.path
