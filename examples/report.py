"""What the person in front of the terminal sees of a run."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from rich import box
from rich.console import Console
from rich.progress import track
from rich.table import Table

from examples.booking import MANY_ORDERS, Run
from examples.orders import Order
from examples.reconciliation import Reconciliation

TITLES = ("first run", "second run")
# What only the shop's owner can put right, with the customer or the bookkeeper. Any other refusal is a fault of this
# program.
OWNERS_CODES = frozenset(
    {"vat_number_invalid", "vat_number_required", "vat_number_country_mismatch", "setting_inactive"}
)


def with_progress(console: Console, orders: Sequence[Order], title: str) -> Iterable[Order]:
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


def show_runs(console: Console, runs: Sequence[Run]) -> None:
    """Show both runs side by side, and each order that was refused."""
    table = _table(console, "Runs", "", "booked", "found", "refused", "seconds", "booked per second")
    for title, run in zip(TITLES, runs, strict=True):
        counts = (len(run.booked), len(run.found), len(run.refused))
        table.add_row(title, *map(str, counts), f"{run.seconds:.2f}", f"{len(run.booked) / run.seconds:.0f}")
    console.print(table)
    for reference, refusal in runs[-1].refused.items():
        who = "needs the owner's attention" if refusal.code in OWNERS_CODES else "a fault of this program"
        console.print(f"refused: {reference}, {who}: {refusal}", markup=False, highlight=False)


def show_reconciliation(console: Console, outcome: Reconciliation) -> None:
    """Show the VAT per rate, and the sums from the file to the books."""
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
