"""What a step decides: to let pass, to answer, or to have the caller wait before it decides."""

from collections.abc import Callable, Generator
from typing import Any, TypeVar

from mockbooks.frozen import dataclass
from mockbooks.traffic.exchange import Answer

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Wait:
    """Real time for which a caller is kept waiting; whoever drives the road spends it, harming nobody else."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Errand:
    """Work that takes long; whoever drives the road has it done beside everything else, and sends back what it gives.

    What only prepares an answer gives None.
    """

    work: Callable[[], Answer | None]


Road = Generator[Wait | Errand, Any, T]
"""What takes time, one after the other, and in the end what was decided."""

Decision = Answer | Road[Answer | None] | None
"""On the way in: None lets the request pass."""

Departure = Answer | Road[Answer]
"""On the way out: the answer that goes on."""
