"""Books the orders of a web shop, twice, and shows that the books agree with the file to the cent.

Run `python -m examples.webshop` from the root of the project; `--help` tells the rest. The second run is there to show
that running again, after a crash or by a nervous cron job, books nothing twice.
"""

import argparse
import contextlib
import datetime as dt
import re
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

import httpx
from rich import box
from rich.console import Console
from rich.progress import track
from rich.table import Table

from examples.accounting import Accounting, Connection, RefusedError, UnusableError, signed_total
from examples.orders import Order, OrderFile, read_retail_lines, read_retail_year, read_woocommerce

SAMPLE = Path(__file__).with_name("orders.json")
DEMO_TOKEN = "mockbooks-demo-token"  # noqa: S105 (public: every mockbooks has it)
# The clock of the server that we start: it decides which fiscal years are open.
SAMPLE_CLOCK, DATA_CLOCK = "2026-11-30T12:00:00Z", "2011-12-31T12:00:00Z"
START_TIMEOUT_SECONDS = 30.0
MANY_ORDERS = 1000
TITLES = ("first run", "second run")
# What only the shop's owner can put right, with the customer. Any other refusal is a fault of this program.
OWNERS_CODES = frozenset({"vat_number_invalid", "vat_number_required", "vat_number_country_mismatch"})


@dataclass(kw_only=True)
class Run:
    """What one run did with the orders; every order ends up in exactly one of the three."""

    booked: dict[str, str] = field(default_factory=dict)
    found: dict[str, str] = field(default_factory=dict)
    refused: dict[str, RefusedError] = field(default_factory=dict)
    seconds: float = 0.0


@dataclass(frozen=True, kw_only=True)
class Reconciliation:
    """The file beside the books, as they are read back from the server."""

    file: OrderFile
    file_total: Decimal
    refused_total: Decimal
    booked_total: Decimal
    booked_count: int
    debtor_count: int
    vat: Mapping[tuple[str, Decimal], tuple[Decimal, Decimal]]
    wrong_references: tuple[str, ...]

    @property
    def difference(self) -> Decimal:
        """What the file holds and neither the books nor the list of refused orders account for."""
        return self.file_total - self.refused_total - self.booked_total

    @property
    def is_exact(self) -> bool:
        """Whether all agrees: the sum, each order by itself, and base and VAT together."""
        return self.difference == 0 and not self.wrong_references and self.vat_total == self.booked_total

    @property
    def vat_total(self) -> Decimal:
        """Base and VAT of all rates together."""
        return sum((base + vat for base, vat in self.vat.values()), Decimal(0))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run from the command line: 0 when the books are exact and nothing but the owner's orders was refused."""
    options = _options(arguments)
    console = Console(width=None if sys.stdout.isatty() else 100)
    file = _read(options)
    if not file.orders:
        console.print("no orders, nothing to book")
        return 0
    try:
        return _book_and_show(console, file, options)
    except UnusableError as error:
        console.print(f"stopped, what is booked stays booked: {error}", markup=False)
        return 1


def _book_and_show(console: Console, file: OrderFile, options: argparse.Namespace) -> int:
    with contextlib.ExitStack() as stack:
        url = options.url or stack.enter_context(own_server(DATA_CLOCK if options.data else SAMPLE_CLOCK))
        accounting = stack.enter_context(Accounting(Connection(url, options.token)))
        runs = [book_all(accounting, file.orders, _with_progress(console, file.orders, title)) for title in TITLES]
        outcome = reconcile(accounting, file, refused=runs[-1].refused)
    _show_runs(console, runs)
    _show_reconciliation(console, outcome)
    is_expected = all(refusal.code in OWNERS_CODES for refusal in runs[-1].refused.values())
    return 0 if outcome.is_exact and is_expected and not runs[-1].booked else 1


def book_all(accounting: Accounting, orders: Sequence[Order], shown: Iterable[Order] | None = None) -> Run:
    """Book what is not booked yet; an order that is refused is noted, and the ones behind it go on.

    `shown` is the same orders with something that shows how far we are.
    """
    run = Run()
    started = time.perf_counter()
    known = _known(accounting, orders) if len(orders) > MANY_ORDERS else None
    for order in shown or orders:
        reference = order.reference
        try:
            earlier = known.get(reference) if known is not None else accounting.transaction_id(reference)
            if earlier:
                run.found[reference] = earlier
            else:
                run.booked[reference] = accounting.book(order, _original(accounting, order, run))
        except RefusedError as refusal:
            run.refused[reference] = refusal
    run.seconds = time.perf_counter() - started
    return run


def reconcile(accounting: Accounting, file: OrderFile, refused: Iterable[str]) -> Reconciliation:
    """Read everything back, not trusting our own memory, and lay it beside the file."""
    ours = {order.reference: order.signed_total for order in file.orders}
    vat: defaultdict[tuple[str, Decimal], tuple[Decimal, Decimal]] = defaultdict(lambda: (Decimal(0), Decimal(0)))
    booked: defaultdict[str, list[Decimal]] = defaultdict(list)
    debtors = set()
    for transaction in accounting.transactions(*_period(file.orders)):
        if transaction["reference"] not in ours:
            continue
        booked[transaction["reference"]].append(signed_total(transaction))
        debtors.add(transaction["debtorId"])
        sign = 1 if transaction["type"] == "sales" else -1
        for total in transaction["vatTotals"]:
            rate = total["code"], Decimal(total["percentage"])
            base, amount = vat[rate]
            vat[rate] = base + sign * Decimal(total["base"]), amount + sign * Decimal(total["vat"])
    left_out = set(refused)
    return Reconciliation(
        file=file,
        file_total=sum(ours.values(), Decimal(0)),
        refused_total=sum((ours[reference] for reference in left_out), Decimal(0)),
        booked_total=sum((amount for amounts in booked.values() for amount in amounts), Decimal(0)),
        booked_count=sum(len(amounts) for amounts in booked.values()),
        debtor_count=len(debtors),
        vat=dict(sorted(vat.items())),
        wrong_references=tuple(
            reference
            for reference, total in ours.items()
            if booked.get(reference, []) != ([] if reference in left_out else [total])
        ),
    )


def _known(accounting: Accounting, orders: Sequence[Order]) -> dict[str, str]:
    """Ask once for all that is booked in the period, where asking for each order would be thousands of questions."""
    return {found["reference"]: found["id"] for found in accounting.transactions(*_period(orders))}


def _original(accounting: Accounting, order: Order, run: Run) -> str | None:
    """Find what a credit credits; one whose original is not in the books cannot be booked either."""
    reference = order.credits_reference
    if reference is None:
        return None
    found = run.booked.get(reference) or run.found.get(reference) or accounting.transaction_id(reference)
    if found is None:
        raise RefusedError("original_not_booked", (f"{order.reference} credits {reference}, which is not booked",))
    return found


def _period(orders: Sequence[Order]) -> tuple[dt.date, dt.date]:
    dates = [order.date for order in orders]
    return min(dates), max(dates)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m examples.webshop", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--orders", type=Path, default=SAMPLE, help="a file in the shape of WooCommerce's orders")
    parser.add_argument("--data", type=Path, help="a folder with the files of Online Retail, booked instead")
    parser.add_argument("--year", action="store_true", help="with --data: the 18 532 invoices of the whole year")
    parser.add_argument("--url", help="a server that runs already, as http://127.0.0.1:8080; else one is started")
    parser.add_argument("--token", default=DEMO_TOKEN, help="the access token for --url")
    options = parser.parse_args(arguments)
    if options.year and not options.data:
        parser.error("--year needs --data, the folder with the files of Online Retail")
    if options.data and not options.data.is_dir():
        parser.error(f"--data: there is no folder {options.data}")
    return options


def _read(options: argparse.Namespace) -> OrderFile:
    if options.data is None:
        return read_woocommerce(options.orders)
    if options.year:
        return read_retail_year(options.data / "online-retail-invoices.csv")
    return read_retail_lines(options.data / "online-retail-lines.csv")


@contextlib.contextmanager
def own_server(clock: str) -> Iterator[str]:
    """Start mockbooks on a free port with empty books, give its URL, and stop it. All else goes over HTTP."""
    flags = ["--port", "0", "--clock", clock, "--debtors", "0", "--products", "0", "--transactions", "0"]
    command = [sys.executable, "-m", "mockbooks", "serve", "--limit", "none", *flags]
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder, "output.txt")  # a file, because a pipe that nobody reads would fill up
        with output.open("wb") as file:
            process = subprocess.Popen(command, stdout=file, stderr=subprocess.STDOUT)  # noqa: S603 (our own words)
        try:
            yield _url_when_ready(process, output)
        finally:
            process.terminate()
            process.wait(timeout=10)


def _url_when_ready(process: "subprocess.Popen[bytes]", output: Path) -> str:
    """Wait until the server printed where it listens and answers there."""
    deadline = time.monotonic() + START_TIMEOUT_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        printed = re.search(r"http://127\.0\.0\.1:\d+", output.read_text(encoding="utf-8", errors="replace"))
        with contextlib.suppress(httpx.TransportError):
            if printed and httpx.get(f"{printed[0]}/_mockbooks/health").is_success:
                return printed[0]
        time.sleep(0.05)
    raise SystemExit(f"mockbooks did not start:\n{output.read_text(encoding='utf-8', errors='replace')}")


def _with_progress(console: Console, orders: Sequence[Order], title: str) -> Iterable[Order]:
    """Show a bar on a terminal, and ten plain lines elsewhere; nothing for a handful of orders."""
    if len(orders) <= MANY_ORDERS:
        return orders
    return track(orders, title, console=console) if console.is_terminal else _with_lines(console, orders, title)


def _with_lines(console: Console, orders: Sequence[Order], title: str) -> Iterator[Order]:
    step = len(orders) // 10
    for count, order in enumerate(orders, start=1):
        yield order
        if count % step == 0:
            console.print(f"{title}: {count} of {len(orders)}")


def _show_runs(console: Console, runs: Sequence[Run]) -> None:
    table = _table(console, "Runs", "", "booked", "found", "refused", "seconds", "booked per second")
    for title, run in zip(TITLES, runs, strict=True):
        counts = (len(run.booked), len(run.found), len(run.refused))
        table.add_row(title, *map(str, counts), f"{run.seconds:.2f}", f"{len(run.booked) / run.seconds:.0f}")
    console.print(table)
    for reference, refusal in runs[-1].refused.items():
        who = "needs the owner's attention" if refusal.code in OWNERS_CODES else "a fault of this program"
        console.print(f"refused: {reference}, {who}: {refusal}", markup=False, highlight=False)


def _show_reconciliation(console: Console, outcome: Reconciliation) -> None:
    vat = _table(console, "VAT in the books", "code", "%", "base", "VAT", "together")
    for (code, percentage), (base, amount) in outcome.vat.items():
        vat.add_row(code, str(percentage), _euros(base), _euros(amount), _euros(base + amount))
    table = _table(console, "Reconciliation", "", "euros")
    written = outcome.file.total_as_written
    table.add_row("file, as it is written", f"{written:,f}")
    moved = outcome.file_total - written
    table.add_row(f"rounding each order to cents moved {100 * moved:+.2f} cents", f"{moved:+,f}")
    table.add_row(f"file, {len(outcome.file.orders)} orders in cents", _euros(outcome.file_total))
    table.add_row("refused, not booked", _euros(outcome.refused_total))
    booked = f"{outcome.booked_count} transactions of {outcome.debtor_count} debtors"
    table.add_row(f"read back from the books, {booked}", _euros(outcome.booked_total))
    table.add_row("difference", _euros(outcome.difference))
    console.print(vat, table)
    wrong = ", ".join(outcome.wrong_references[:20])
    console.print("exact to the cent" if outcome.is_exact else f"NOT EXACT {wrong}", style="bold")


def _table(console: Console, title: str, *headings: str) -> Table:
    """Make a table with lines on a terminal, and plain columns in a file or a log."""
    table = Table(title=title, title_justify="left", box=box.ROUNDED if console.is_terminal else None)
    for number, heading in enumerate(headings):
        table.add_column(heading, justify="right" if number else "left")
    return table


def _euros(amount: Decimal) -> str:
    return f"{amount:,.2f}"


if __name__ == "__main__":
    sys.exit(main())
