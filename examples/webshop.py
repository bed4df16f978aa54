"""Books the orders of a web shop, twice, and shows that the books agree with the file to the cent.

Run `python -m examples.webshop` from the root of the project; `--help` tells the rest. The second run is there to show
that running again, after a crash or by a nervous cron job, books nothing twice.
"""

import argparse
import contextlib
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from examples.accounting import Accounting
from examples.answers import UnusableError
from examples.booking import book_all
from examples.connection import Connection
from examples.online_retail import read_retail_lines, read_retail_year
from examples.orders import OrderFile
from examples.own_server import own_server
from examples.reconciliation import reconcile
from examples.report import OWNERS_CODES, TITLES, show_reconciliation, show_runs, with_progress
from examples.tokens import FixedToken
from examples.woocommerce import read_woocommerce

SAMPLE = Path(__file__).with_name("orders.json")
DEMO_TOKEN = "mockbooks-demo-token"  # noqa: S105 (public: every mockbooks has it)
# The clock of the server that we start: it decides which fiscal years are open.
SAMPLE_CLOCK, DATA_CLOCK = "2026-11-30T12:00:00Z", "2011-12-31T12:00:00Z"


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
        accounting = stack.enter_context(_books(url, options.token))
        runs = [book_all(accounting, file.orders, with_progress(console, file.orders, title)) for title in TITLES]
        outcome = reconcile(accounting, file, refused=runs[-1].refused)
    show_runs(console, runs)
    show_reconciliation(console, outcome)
    is_expected = all(refusal.code in OWNERS_CODES for refusal in runs[-1].refused.values())
    return 0 if outcome.is_exact and is_expected and not runs[-1].booked else 1


def _books(url: str, token: str) -> Accounting:
    return Accounting(Connection(url, FixedToken(token)))


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


if __name__ == "__main__":
    sys.exit(main())
