"""What the connections of a server have in common: the date, and how everybody leaves."""

import asyncio

from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.web.wire.protocol import HttpProtocol
from mockbooks.web.wire.registry import Registry
from tests.unit.web.wire.line import Line, pipeline_to, turns

MONDAY = 1_795_424_400


def hello(_: Exchange) -> Answer:
    return Answer(status=200, body=b"hello", media_type="text/plain")


def test_the_date_is_written_anew_when_the_second_has_changed() -> None:
    async def tell() -> list[bytes]:
        moments = iter([MONDAY + 0.1, MONDAY + 0.9, MONDAY + 1.0])
        registry = Registry(lambda: next(moments))
        return [registry.date_line, registry.date_line, registry.date_line]

    first, second, third = asyncio.run(tell())
    assert (first, third) == (b"date: Mon, 23 Nov 2026 09:00:00 GMT\r\n", b"date: Mon, 23 Nov 2026 09:00:01 GMT\r\n")
    assert second is first


def test_leaving_closes_idle_connections_and_waits_until_they_and_all_tasks_are_gone() -> None:
    async def leave() -> list[bool]:
        line, go = Line(pipeline_to(hello)), asyncio.Event()
        registry = line.registered

        async def answer() -> None:
            await go.wait()

        registry.keep(asyncio.create_task(answer()))
        leaving = asyncio.create_task(registry.leave())
        await turns()
        seen = [line.is_closed, leaving.done()]
        line.lose()
        await turns()
        seen.append(leaving.done())
        go.set()
        await turns()
        return [*seen, leaving.done()]

    assert asyncio.run(leave()) == [True, False, False, True]


def test_leaving_takes_no_time_where_nobody_is() -> None:
    async def leave() -> bool:
        leaving = asyncio.create_task(Registry(lambda: MONDAY).leave())
        await turns()
        return leaving.done()

    assert asyncio.run(leave())


def test_whoever_comes_in_while_everybody_leaves_is_let_go() -> None:
    async def come() -> bool:
        line = Line(pipeline_to(hello))
        line.registered.is_leaving = True
        late = HttpProtocol(line.terms, line.registered)
        late.connection_made(line.protocol.transport)
        return line.is_closed

    assert asyncio.run(come())


def test_of_those_who_are_waited_for_each_is_counted_once() -> None:
    async def count() -> list[int]:
        line = Line(pipeline_to(hello))
        seen = [line.registered.unfinished]
        for _ in range(2):
            line.registered.keep(asyncio.create_task(asyncio.sleep(0)))
        seen.append(line.registered.unfinished)
        line.lose()
        await turns()
        return [*seen, line.registered.unfinished]

    assert asyncio.run(count()) == [1, 2, 0]
