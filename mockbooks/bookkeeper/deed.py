"""What a deed is: one thing that somebody else does in the books between two calls of an integration."""

from collections.abc import Callable
from typing import Generic, TypeVar

from mockbooks.frozen import dataclass
from mockbooks.service.context import Context
from mockbooks.service.fields import Strict

V = TypeVar("V")


@dataclass(frozen=True, kw_only=True)
class Deed(Generic[V]):
    """One deed: `name` is its key in a scenario file, `summary` one sentence for the reference of scenarios.

    `field` reads the plain value that stands under that key; its description and example document it. `do` works in the
    books as one unit of work, for the actor of the context, and by their own rules: RefusedError when these refuse,
    LookupError, with a sentence for whoever wrote the scenario, when what the value names is not there. What is already
    so is left alone.
    """

    name: str
    summary: str
    field: Strict
    do: Callable[[Context, V], None]
