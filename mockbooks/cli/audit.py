"""Judging the OpenAPI document of a vendor by the nine conditions."""

from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import click

from mockbooks.cli.at_work import at_work
from mockbooks.cli.command import Command
from mockbooks.cli.document_source import DocumentSource, takes_document
from mockbooks.cli.reporting import JUDGED, Reporting, demand_apart, demand_room_for, reports, write_or_leave
from mockbooks.cli.telling import EXIT_USAGE, fail, tell

if TYPE_CHECKING:
    from mockbooks.conformance.document.model import Document

_HELP = """Judge the OpenAPI document of an API by the nine conditions, and exit 0 when it is good enough.

OPENAPI is a file, a URL, or - for stdin: OpenAPI 3 or Swagger 2, as JSON or YAML. Each condition is met, partly met,
not met, or cannot be told from the document, with the evidence and what to change. Nothing is sent to the API.
"""

_EXAMPLES = """
mockbooks audit openapi.yaml
mockbooks audit https://api.example.com/openapi.json
mockbooks audit openapi.json --format html --language nl --output report.html
mockbooks audit openapi.json --format junit --fail-on not-met > audit.xml
mockbooks audit openapi.json --draft vendor.yaml
mockbooks openapi | mockbooks audit -
"""


@click.command(
    cls=Command,
    help=_HELP,
    short_help="Judge the OpenAPI document of an API.",
    examples=_EXAMPLES,
    exit_codes=JUDGED | {EXIT_USAGE: "a flag or file is wrong, or it is no OpenAPI document"},
)
@takes_document
@reports
@click.option(
    "--draft",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File to write what was guessed to: a vendor file to correct, for `mockbooks check`.",
)
@click.option("--force", is_flag=True, help="Let --draft overwrite a file.")
def audit(*, source: DocumentSource, reporting: Reporting, draft: Path | None, force: bool) -> None:
    """Read, judge, write the draft, and report."""
    from mockbooks.conformance.audit import audit as judge  # noqa: PLC0415 - a start needs none of it

    files = {"OPENAPI": source.file, "--output": reporting.output, "--draft": draft}
    demand_apart({name: file for name, file in files.items() if file is not None})
    reporting.demand_room()
    _demand_place(draft, force=force)
    began = monotonic()
    with at_work() as say:
        document = source.document(say)
        if not document.operations:
            fail([f"{source.named}: it describes no operation: under `paths` stands nothing to call"], EXIT_USAGE)
        say(lambda: f"judging {source.named}")
        now = datetime.now(UTC).replace(microsecond=0)
        judgement = judge(document, judged_at=now, seconds=lambda: monotonic() - began)
    if draft is not None:
        write_or_leave(draft, _drafted(document))
        tell(f"{draft} holds what was guessed: correct it, then run `mockbooks check --vendor {draft}`")
    reporting.finish(judgement)


def _demand_place(draft: Path | None, *, force: bool) -> None:
    """Leave where the draft may not or cannot be written, before anything else is done."""
    if draft is None:
        return
    if draft.exists() and not force:
        fail([f"{draft} is there already, and may hold corrections: --force overwrites it"], EXIT_USAGE)
    demand_room_for(draft)


def _drafted(document: "Document") -> bytes:
    from mockbooks.conformance.vendor.draft import draft  # noqa: PLC0415 - as above
    from mockbooks.conformance.vendor.guessing import guess  # noqa: PLC0415 - as above

    guessed = guess(document)
    return draft(guessed.vendor, guessed.notes).encode()
