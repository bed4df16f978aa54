"""The example integration at work in the library's tests: two workers with one consent, started anew every hour."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import httpx

from examples.accounting import Accounting, signed_total
from examples.answers import RefusedError, UnusableError
from examples.booking import book_all
from examples.connection import Connection
from examples.orders import Customer, Order
from examples.tokens import SharedTokens, Vault
from tests.e2e.library.surroundings import Surroundings

RUNS = 8
HOUR_SECONDS = 3600.0
JOURNAL_CODE = "70"  # the one in which the bookkeeper books too


class CarefulShop:
    """What the shop keeps between runs: which orders are booked, what was refused and why."""

    def __init__(self, surroundings: Surroundings, *, at_once: bool = False) -> None:
        """Book one order after the other, or at the same time where `at_once` is asked for."""
        self.failed: dict[str, str] = {}
        self.booked: dict[str, str] = {}
        self._surroundings = surroundings
        self._at_once = at_once

    def sync(self, orders: Sequence[Order], phone_of: tuple[Customer, str], credit: Order) -> None:
        """Run until nothing is left over, as a scheduler does; what was refused, the owner puts right meanwhile."""
        vault = Vault()
        for _ in range(RUNS):
            wait_seconds = self._run(vault, [*orders, credit], phone_of)
            if not wait_seconds:
                return
            self._surroundings.sleep(wait_seconds)

    def _run(self, vault: Vault, orders: Sequence[Order], phone_of: tuple[Customer, str]) -> float:
        """Do what is left to do, and tell in how many seconds to come back: 0 for never."""
        self.failed = {}
        with ExitStack() as stack:
            workers = [stack.enter_context(self._worker(stack, vault)) for _ in range(2)]
            try:
                self._do(workers, [order for order in orders if order.reference not in self.booked], phone_of)
            except UnusableError as error:
                self.failed["run"] = str(error)
                return error.retry_after_seconds or HOUR_SECONDS
        return HOUR_SECONDS if self.failed else 0.0

    def _do(self, workers: Sequence[Accounting], orders: Sequence[Order], phone_of: tuple[Customer, str]) -> None:
        workers[0].debtors.learn()
        if self._at_once:
            shares = [orders[::2], orders[1::2]]
            with ThreadPoolExecutor(len(workers)) as pool:
                list(pool.map(self._book, workers, shares))
        else:
            for number, order in enumerate(orders):
                self._book(workers[number % 2], [order])
        self._set_phone(workers[0], *phone_of)
        self._read_back(workers[1], orders)

    def _book(self, worker: Accounting, orders: Sequence[Order]) -> None:
        for order in orders:
            run = book_all(worker, [order], earlier=self.booked)
            self.booked |= run.found | run.booked
            self.failed |= {reference: str(refusal) for reference, refusal in run.refused.items()}

    def _set_phone(self, worker: Accounting, customer: Customer, phone: str) -> None:
        try:
            worker.debtors.change(worker.debtors.id_of(customer), phone=phone)
        except RefusedError as refusal:
            self.failed["phone"] = str(refusal)

    def _read_back(self, worker: Accounting, orders: Sequence[Order]) -> None:
        """Read each by its id, which works from the moment it is booked, and compare it with the order."""
        for order in orders:
            if order.reference in self.booked:
                booked = worker.transaction(self.booked[order.reference])
                if signed_total(booked) != order.signed_total:
                    self.failed[order.reference] = f"{booked['totalInclVat']} was booked, not {order.total}"

    def _worker(self, stack: ExitStack, vault: Vault) -> Accounting:
        here = self._surroundings
        http = stack.enter_context(here.oauth())
        tokens = SharedTokens(vault, http, ask_owner=here.consent, sleep=here.sleep, now=here.now)
        connection = Connection(
            here.url, tokens, sleep=here.sleep, now=here.now, timeout=httpx.Timeout(here.timeout_seconds)
        )
        return Accounting(connection, JOURNAL_CODE)
