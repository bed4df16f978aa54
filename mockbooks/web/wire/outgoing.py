"""What goes out on a connection: one answer at a time, in one piece where it can be, however slowly it is read."""

import asyncio
from collections.abc import Callable
from functools import partial

from mockbooks.errors import RequestError
from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.web.wire.connection import Connection
from mockbooks.web.wire.delivery import Way, deliver
from mockbooks.web.wire.driver import Driver, Later, failed
from mockbooks.web.wire.incoming import Asked
from mockbooks.web.wire.registry import Registry
from mockbooks.web.wire.response import response

HasSent = Callable[[Asked, bool], None]


class Outgoing:
    """The answers on one connection.

    `has_sent` is told when the caller has one, or will never have it, and whether that was the last.
    """

    def __init__(self, driver: Driver, connection: Connection, registry: Registry, has_sent: HasSent) -> None:
        """Begin with nothing to answer."""
        self._driver = driver
        self._connection = connection
        self._transport = connection.transport
        self._registry = registry
        self._has_sent = has_sent
        self._is_paused = False
        self._when_read: Callable[[], None] | None = None
        self.is_leaving = False
        """Whether the next answer is the last one in any case."""

    def answer(self, asked: Asked) -> None:
        """Answer a request: at once where that takes no time, and else in a task."""
        answer = self._driver.answer(asked, self._connection)
        if isinstance(answer, Answer) and answer.delivery is None:
            self._send(asked, answer)
            return
        self._registry.keep(asyncio.get_running_loop().create_task(self._answer_in_time(asked, answer)))

    def refuse(self, refusal: RequestError, headers: dict[str, str]) -> None:
        """Refuse what could not be read, of which its headers are all that can be told, and say no more."""
        exchange = Exchange(method="", path="", headers=headers, client_address=self._connection.client_address)
        answer = self._driver.refuse(refusal, exchange)
        self._transport.write(response(answer, self._registry.date_line, is_head=False, is_last=True))
        self._say_no_more()

    def pause(self) -> None:
        """Note that the caller reads more slowly than it is answered."""
        self._is_paused = True
        self._connection.uptake.watch()

    def resume(self) -> None:
        """Go on with what waited until the caller had read, or was gone."""
        self._is_paused = False
        if not self._transport.is_closing():
            self._connection.uptake.rest()
        then, self._when_read = self._when_read, None
        if then is not None:
            then()

    def forget(self) -> None:
        """Let go of whoever was to be told what is sent: its caller is gone, and an exchange only ends."""
        self.resume()
        self._has_sent = _end

    def _send(self, asked: Asked, answer: Answer) -> None:
        """Hand an answer over; a slow caller has it when it has read it."""
        if not self._transport.is_closing():
            self._transport.write(self._bytes_of(asked, answer, is_head=asked.exchange.is_head))
        if self._is_paused:
            self._when_read = partial(self._done, asked, answer)
        else:
            self._done(asked, answer)

    def _bytes_of(self, asked: Asked, answer: Answer, *, is_head: bool) -> bytes:
        date_line, is_last = self._registry.date_line, self._is_last(asked)
        try:
            return response(answer, date_line, is_head=is_head, is_last=is_last)
        except (LookupError, ValueError) as error:
            return response(failed(asked.exchange, error), date_line, is_head=is_head, is_last=is_last)

    def _is_last(self, asked: Asked) -> bool:
        return self.is_leaving or not asked.keeps_alive

    def _done(self, asked: Asked, answer: Answer) -> None:
        """Go on; who is refused while it may still be talking is let go when it has read why."""
        is_last = self._is_last(asked)
        if is_last and asked.refusal is None:
            self._connection.close()
        elif is_last:
            self._say_no_more()
        self._driver.note(asked, answer)
        self._has_sent(asked, is_last)

    def _say_no_more(self) -> None:
        """End our half of the connection, where it has halves."""
        if self._transport.can_write_eof() and not self._transport.is_closing():
            self._transport.write_eof()

    async def _answer_in_time(self, asked: Asked, coming: Answer | Later) -> None:
        """Answer a request where that takes time."""
        try:
            answer = coming if isinstance(coming, Answer) else await coming
            if answer.delivery is None:
                self._send(asked, answer)
                return
            body = b"" if asked.exchange.is_head else answer.body
            way = Way(self._connection, self._write, partial(self._wait, asked.exchange))
            await deliver(answer, partial(self._bytes_of, asked, answer, is_head=True), body, way)
            self._done(asked, answer)
        except BaseException:
            asked.exchange.end()
            self._transport.abort()
            raise

    async def _write(self, data: bytes) -> None:
        """Write, and come back when the caller can take more."""
        if not self._transport.is_closing():
            self._transport.write(data)
        if self._is_paused:
            read = asyncio.Event()
            self._when_read = read.set
            await read.wait()

    async def _wait(self, exchange: Exchange, seconds: float) -> bool:
        return await self._driver.wait(seconds, exchange, self._connection)


def _end(asked: Asked, _: bool) -> None:  # noqa: FBT001 - as `has_sent` is called
    """End an exchange that nobody waits for."""
    asked.exchange.end()
