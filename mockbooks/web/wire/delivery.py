"""Answers that arrive as they should not: dropped, cut off or in pieces, on the connection itself."""

from collections.abc import Awaitable, Callable

from mockbooks.frozen import dataclass
from mockbooks.traffic.delivery import Cut, Dribble, Drop
from mockbooks.traffic.exchange import Answer
from mockbooks.web.wire.connection import Connection

Write = Callable[[bytes], Awaitable[None]]
Wait = Callable[[float], Awaitable[bool]]


@dataclass(frozen=True, slots=True)
class Way:
    """How one answer reaches its caller: its connection, what writes on it, and what spends a wait.

    Writing comes back when the caller can take more; waiting tells whether a reset has broken it off.
    """

    connection: Connection
    write: Write
    wait: Wait


async def deliver(answer: Answer, head: Callable[[], bytes], body: bytes, way: Way) -> None:
    """Put an answer on the wire in the way that it says; where that breaks the connection, until that is noticed."""
    match answer.delivery:
        case Drop(how=how):
            way.connection.reset() if how == "reset" else way.connection.close()
        case Cut(at_bytes=at_bytes):
            await way.write(head() + body[:at_bytes])
            way.connection.close()
        case Dribble() as dribble:
            await way.write(head())
            if not await _dribble(body, dribble, way):
                return
            way.connection.close()
        case None:
            raise LookupError("an answer that is delivered as usual came to where the unusual ones are")
    await way.connection.lost()


async def _dribble(body: bytes, dribble: Dribble, way: Way) -> bool:
    """Send the body piece by piece; tell whether a reset has broken it off."""
    pieces = pieces_of(body, dribble.pieces)
    for number, piece in enumerate(pieces):
        if number and await way.wait(dribble.seconds / (len(pieces) - 1)):
            return True
        await way.write(piece)
    return False


def pieces_of(body: bytes, count: int) -> list[bytes]:
    """Cut a body into so many pieces of about one size, fewer when it has fewer bytes."""
    size = max(1, -(-len(body) // count))
    return [body[place : place + size] for place in range(0, len(body), size)] or [b""]
