"""How an answer is put on the wire, when not as it should be."""

from typing import Literal

from mockbooks.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Drop:
    """No answer at all: the connection is reset (TCP RST), or closed in silence."""

    how: Literal["reset", "close"]


@dataclass(frozen=True, slots=True)
class Cut:
    """The headers announce the whole body, and the connection is closed after so many bytes of it."""

    at_bytes: int


@dataclass(frozen=True, slots=True)
class Dribble:
    """The body comes in so many pieces, spread evenly over a time in seconds."""

    pieces: int
    seconds: float


Delivery = Drop | Cut | Dribble
