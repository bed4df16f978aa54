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
from mockbooks.cli.reporting import JUDGED, Reporting, demand_apart, reports
from mockbooks.cli.stopping import stoppable
from mockbooks.cli.telling import EXIT_UNREACHABLE, EXIT_USAGE, fail, tell
from mockbooks.texts import Language, Text

if TYPE_CHECKING:
    from mockbooks.conformance.judgement import Judgement
    from mockbooks.conformance.live.target import Target
    from mockbooks.conformance.vendor.model import Vendor

EXIT_INTERRUPTED: Final = 130
_NOT_WRITTEN: Final = Text(
    "nothing is written, so what can only be tried by writing is not asked; --allow-writes would write this:",
    "er wordt niets geschreven, dus wat alleen schrijvend te proberen is, wordt niet gevraagd; --allow-writes zou dit"
    " schrijven:",
)
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
        EXIT_UNREACHABLE: "the API cannot be reached, lets nobody in, or answers not one call as an API would",
        EXIT_INTERRUPTED: "interrupted by Ctrl+C, or told to end",
    },
)
@approaches
@click.option("--allow-writes", is_flag=True, help="Let it create, change and remove records; use test books.")
@click.option("--run-id", metavar="TEXT", callback=_run_id, help="What it calls all it makes. [default: a new one]")
@reports
def check(*, approach: Approach, allow_writes: bool, run_id: str, reporting: Reporting) -> None:
    """Tell what will be written, ask, clean up, and report."""
    from mockbooks.conformance.check_api import unjudged  # noqa: PLC0415 - a start needs none of it

    files = {"--vendor": approach.vendor_path, "--output": reporting.output}
    demand_apart({name: file for name, file in files.items() if file is not None})
    reporting.demand_room()
    vendor = approach.vendor()
    target = _target(approach, vendor, reporting.language, allow_writes=allow_writes, run_id=run_id)
    _tell_plan(vendor, reporting.language, allow_writes=allow_writes, run_id=run_id)
    try:
        judgement = _judged(target, reporting.language)
    finally:
        for text in target.left:
            tell(text.in_language(reporting.language))
    reporting.finish(judgement, unjudged(target))


def _target(approach: Approach, vendor: "Vendor", language: Language, *, allow_writes: bool, run_id: str) -> "Target":
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
        fail([error.what.in_language(language)], EXIT_USAGE)


def _tell_plan(vendor: "Vendor", language: Language, *, allow_writes: bool, run_id: str) -> None:
    from mockbooks.conformance.check_api import plan  # noqa: PLC0415 - as above

    written = Text(f"this will be written, by the name of {run_id}:", f"dit wordt geschreven, onder de naam {run_id}:")
    tell((written if allow_writes else _NOT_WRITTEN).in_language(language))
    for text in plan(vendor):
        tell(f"  {text.in_language(language)}")


def _judged(target: "Target", language: Language) -> "Judgement":
    from mockbooks.conformance.check_api import CheckError, judge  # noqa: PLC0415 - as above

    calls = target.session.client.exchanges
    try:
        with stoppable(), at_work() as say:
            say(lambda: _asking(target).in_language(language))
            return judge(target)
    except CheckError as error:
        fail([error.what.in_language(language)], EXIT_UNREACHABLE)
    except KeyboardInterrupt:
        en, nl = "interrupted after {} calls; there is no report", "onderbroken na {} aanroepen; er is geen rapport"
        fail([Text(en, nl).in_language(language).format(len(calls))], EXIT_INTERRUPTED)


def _asking(target: "Target") -> Text:
    url, count = target.session.base_url, len(target.session.client.exchanges)
    return Text(f"asking {url}; calls so far: {count}", f"{url} wordt gevraagd; aanroepen tot nu toe: {count}")
