"""Answers that arrive as they should not: dropped, cut off or in pieces, on the connection itself."""

import socket
import struct
from asyncio import Transport
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, Final

from mockbooks.traffic.delivery import Cut, Dribble, Drop
from mockbooks.traffic.exchange import Answer

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Wait = Callable[[float], Awaitable[bool]]

TRANSPORT_KEY: Final = "mockbooks.transport"
"""Where the protocol puts the connection, so that it can be broken."""
DROPPED: Final = Answer(status=500, delivery=Drop("close"))
"""What becomes of a call that a reset has overtaken: nothing, and no word of it."""
_DISCONNECTED: Final = "http.disconnect"
# To linger for no time at all makes the operating system send RST in place of FIN (socket(7)).
_NO_LINGER: Final = struct.pack("ii", 1, 0)


async def deliver(  # noqa: PLR0913, PLR0917 - what ASGI hands over
    answer: Answer, headers: list[tuple[bytes, bytes]], scope: Scope, receive: Receive, send: Send, wait: Wait
) -> None:
    """Put an answer on the wire in the way that it says."""
    start = {"type": "http.response.start", "status": answer.status, "headers": headers}
    match answer.delivery:
        case Drop(how=how):
            drop(scope[TRANSPORT_KEY], how)
        case Cut(at_bytes=at_bytes):
            await send(start)
            await send({"type": "http.response.body", "body": answer.body[:at_bytes], "more_body": True})
            drop(scope[TRANSPORT_KEY], "close")
        case Dribble() as dribble:
            await send(start)
            if not await _dribble(answer.body, dribble, send, wait):
                await send({"type": "http.response.body"})
                return
            drop(scope[TRANSPORT_KEY], "close")
        case None:
            raise LookupError("an answer that is delivered as usual came to where the unusual ones are")
    await _gone(receive)


def drop(transport: Transport, how: str) -> None:
    """Break a connection: with RST at once, or with FIN after what was written before."""
    if how == "reset":
        connection = transport.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
        transport.abort()
    else:
        transport.close()


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
    """Wait until the server has noticed that the connection is gone, so that it misses no answer."""
    while (await receive())["type"] != _DISCONNECTED:
        pass
