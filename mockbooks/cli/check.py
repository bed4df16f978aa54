"""Judging a live API by the nine conditions."""

import re
import secrets
from datetime import UTC, datetime
from time import monotonic, sleep
from typing import TYPE_CHECKING, Final

import click

from mockbooks.cli.approach import Approach, approaches
from mockbooks.cli.at_work import at_work
from mockbooks.cli.command import Command
from mockbooks.cli.reporting import JUDGED, Reporting, reports
from mockbooks.cli.stopping import stoppable
from mockbooks.cli.telling import EXIT_UNREACHABLE, EXIT_USAGE, fail, tell

if TYPE_CHECKING:
    from mockbooks.conformance.judgement import Judgement
    from mockbooks.conformance.live.target import Target
    from mockbooks.conformance.vendor.model import Vendor

EXIT_INTERRUPTED: Final = 130
_RUN_ID: Final = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")

_HELP = """Judge a live API by the nine conditions, and exit 0 when it is good enough.

It makes the calls that a vendor file names (`mockbooks vendor --help`), or those of mockbooks itself without one. It
only reads, unless --allow-writes lets it create what it then looks for; what it will write is told first. Secrets are
better given as variables: a command line can be read by others on this machine. No report shows them.
"""

_EXAMPLES = """
mockbooks check https://api.example.com/v1 --vendor vendor.yaml
mockbooks check --vendor vendor.yaml --allow-writes
mockbooks check --vendor vendor.yaml --format html --language nl > report.html
mockbooks check http://127.0.0.1:8080/api/v1 --token mockbooks-demo-token
"""


def _run_id(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str:
    """Take a name for the run, or make one."""
    if value is None:
        return secrets.token_hex(4)
    if not _RUN_ID.fullmatch(value):
        raise click.BadParameter(f'"{value}" will not do; allowed: at most 40 of the signs a-z, 0-9 and -')
    return value


@click.command(
    cls=Command,
    help=_HELP,
    short_help="Judge a live API.",
    examples=_EXAMPLES,
    exit_codes=JUDGED
    | {
        EXIT_UNREACHABLE: "the API cannot be reached, or lets nobody in",
        EXIT_INTERRUPTED: "interrupted by Ctrl+C, or told to end",
    },
)
@approaches
@click.option("--allow-writes", is_flag=True, help="Let it create, change and remove records; use test books.")
@click.option("--run-id", metavar="TEXT", callback=_run_id, help="What it calls all it makes. [default: a new one]")
@reports
def check(*, approach: Approach, allow_writes: bool, run_id: str, reporting: Reporting) -> None:
    """Tell what will be written, ask, clean up, and report."""
    reporting.demand_room()
    vendor = approach.vendor()
    target = _target(approach, vendor, allow_writes=allow_writes, run_id=run_id)
    _tell_plan(vendor, allow_writes=allow_writes, run_id=run_id)
    try:
        judgement = _judged(target)
    finally:
        for text in target.left:
            tell(text.en)
    reporting.finish(judgement)


def _target(approach: Approach, vendor: "Vendor", *, allow_writes: bool, run_id: str) -> "Target":
    from mockbooks.conformance.check_api import CheckError, target_of  # noqa: PLC0415 - a start needs none of it

    try:
        return target_of(
            vendor,
            approach.base_url(vendor),
            run=run_id,
            credentials=approach.credentials(),
            allow_writes=allow_writes,
            now=lambda: datetime.now(UTC).replace(microsecond=0),
            seconds=monotonic,
            sleep=sleep,
            authority=approach.authority,
            timeout_seconds=approach.seconds,
        )
    except CheckError as error:
        fail([error.what.en], EXIT_USAGE)


def _tell_plan(vendor: "Vendor", *, allow_writes: bool, run_id: str) -> None:
    from mockbooks.conformance.check_api import plan  # noqa: PLC0415 - as above

    if allow_writes:
        tell(f"this will be written, by the name of {run_id}:")
    else:
        tell("nothing is written, so what can only be tried by writing is not asked; --allow-writes would write this:")
    for text in plan(vendor):
        tell(f"  {text.en}")


def _judged(target: "Target") -> "Judgement":
    from mockbooks.conformance.check_api import CheckError, judge  # noqa: PLC0415 - as above

    calls = target.session.client.exchanges
    try:
        with stoppable(), at_work() as say:
            say(lambda: f"asking {target.session.base_url}: {len(calls)} calls so far")
            judgement = judge(target)
    except CheckError as error:
        fail([error.what.en], EXIT_UNREACHABLE)
    except KeyboardInterrupt:
        fail([f"interrupted after {len(calls)} calls; there is no report"], EXIT_INTERRUPTED)
    if not any(call.answer for call in calls):
        fail([f"{target.session.base_url} answered none of {len(calls)} calls"], EXIT_UNREACHABLE)
    return judgement
