"""Answers that arrive as they should not: dropped, cut off or in pieces, on the connection itself."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, Final

from mockbooks.traffic.delivery import Cut, Dribble, Drop
from mockbooks.traffic.exchange import Answer
from mockbooks.web.connection import CONNECTION_KEY, Connection

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Wait = Callable[[float], Awaitable[bool]]

_DISCONNECTED: Final = "http.disconnect"


async def deliver(  # noqa: PLR0913, PLR0917 - what ASGI hands over
    answer: Answer, headers: list[tuple[bytes, bytes]], scope: Scope, receive: Receive, send: Send, wait: Wait
) -> None:
    """Put an answer on the wire in the way that it says."""
    connection: Connection = scope[CONNECTION_KEY]
    start = {"type": "http.response.start", "status": answer.status, "headers": headers}
    match answer.delivery:
        case Drop(how=how):
            connection.reset() if how == "reset" else connection.close()
        case Cut(at_bytes=at_bytes):
            await send(start)
            await send({"type": "http.response.body", "body": answer.body[:at_bytes], "more_body": True})
            connection.close()
        case Dribble() as dribble:
            await send(start)
            if not await _dribble(answer.body, dribble, send, wait):
                await send({"type": "http.response.body"})
                return
            connection.close()
        case None:
            raise LookupError("an answer that is delivered as usual came to where the unusual ones are")
    await _gone(receive)


async def _dribble(body: bytes, dribble: Dribble, send: Send, wait: Wait) -> bool:
    """Send the body piece by piece; tell whether a reset has broken it off."""
    pieces = pieces_of(body, dribble.pieces)
    for number, piece in enumerate(pieces):
        if number and await wait(dribble.seconds / (len(pieces) - 1)):
            return True
        await send({"type": "http.response.body", "body": piece, "more_body": True})
    return False


def pieces_of(body: bytes, count: int) -> list[bytes]:
    """Cut a body into so many pieces of about one size, fewer when it has fewer bytes."""
    size = max(1, -(-len(body) // count))
    return [body[place : place + size] for place in range(0, len(body), size)] or [b""]


async def _gone(receive: Receive) -> None:
    """Wait until the server has noticed that the connection is gone."""
    while (await receive())["type"] != _DISCONNECTED:
        pass
