"""Books a year of a real shop from one process, and tells which of the two took more CPU, the client or the server."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Final

from bench._goals import Goal, Outcome
from bench._proc import cpu_seconds
from bench._report import BenchError, Options, Report, tell
from bench._running import HOST, Program, free_port, running
from bench._tables import Table
from bench._titles import Title
from examples.accounting import Accounting
from examples.booking import book_all
from examples.connection import Connection
from examples.online_retail import read_retail_year
from examples.orders import Order
from examples.tokens import FixedToken
from mockbooks.oauth.demo import DEMO_TOKEN

_FILE: Final = "online-retail-invoices.csv"
_QUICK_INVOICES: Final = 1500
_STEPS: Final = 5
_GOAL: Final = Goal(what="a real year: CPU of the server ÷ that of its client", at_most=1.0, unit="×")
_EMPTY: Final = ("--clock=2011-12-31T12:00:00Z", "--debtors=0", "--products=0", "--transactions=0", "--limit=none")


def measure(options: Options) -> Report:
    """Book the invoices one by one, as an integration does; without the files, tell what is missing."""
    file = options.data / _FILE if options.data else None
    if file is None or not file.is_file():
        reason = f"{file} is not there" if file else f"it takes the folder with {_FILE} (--data)"
        return Report(outcomes=[Outcome.missing(_GOAL, f"{reason}; examples/README.md says how to make it")])
    orders = read_retail_year(file).orders
    return _book(orders[:_QUICK_INVOICES] if options.quick else orders)


def _book(orders: Sequence[Order]) -> Report:
    with TemporaryDirectory() as name:
        port = free_port()
        command = [str(Path(sys.executable).with_name("mockbooks")), "serve", f"--port={port}", *_EMPTY]
        program = Program(
            command=command, folder=Path(name), port=port, ready="/_mockbooks/health", headers={"Accept": "*/*"}
        )
        with running(program) as server:
            began, ours, its = perf_counter(), process_time(), cpu_seconds(server.pid)
            booked = _booked(f"http://{HOST}:{port}", orders)
            client, used = process_time() - ours, cpu_seconds(server.pid) - its
            seconds = perf_counter() - began
    table = Table(
        title=Title.YEAR,
        headings=("invoices", "seconds", "CPU of the client", "CPU of the server", "ms of the server an invoice"),
        rows=[(str(booked), f"{seconds:.1f}", f"{client:.1f} s", f"{used:.1f} s", f"{1000 * used / booked:.2f}")],
    )
    detail = f"{booked} invoices in {seconds:.0f} s; limited by the {'client' if used < client else 'server'}"
    return Report(tables=[table], outcomes=[Outcome(goal=_GOAL, reached=used / client, detail=detail)])


def _booked(url: str, orders: Sequence[Order]) -> int:
    with Accounting(Connection(url, FixedToken(DEMO_TOKEN))) as accounting:
        run = book_all(accounting, orders, _told(orders))
    if run.refused or len(run.booked) != len(orders):
        raise BenchError(f"{len(run.booked)} of {len(orders)} invoices were booked, {len(run.refused)} refused")
    return len(run.booked)


def _told(orders: Sequence[Order]) -> Iterator[Order]:
    step = len(orders) // _STEPS
    for count, order in enumerate(orders):
        if count % step == 0:
            tell(f"the year: {count} of {len(orders)} invoices")
        yield order
