"""The options by which `audit` and `check` report what they judged, and what becomes of a judgement."""

import os
import sys
from collections.abc import Callable, Mapping
from functools import wraps
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from mockbooks.cli.reading import Reader
from mockbooks.cli.telling import EXIT_FAILED, EXIT_UNREACHABLE, EXIT_USAGE, fail
from mockbooks.cli.writing import write_whole
from mockbooks.frozen import dataclass
from mockbooks.texts import Language, Text

if TYPE_CHECKING:
    from mockbooks.conformance.judgement import Judgement
    from mockbooks.conformance.reports.edition import Edition

Command = Callable[..., None]

FORMS: Final = ("text", "json", "junit", "markdown", "html")
# What to fail on → the worst outcome that can be borne.
BEARABLE: Final = {"not-met": "partly", "partly": "cannot_tell", "cannot-tell": "met", "never": "not_met"}

JUDGED: Final = {
    0: "judged, and good enough",
    EXIT_FAILED: "judged, and a condition or part of one is as bad as --fail-on or worse",
    EXIT_USAGE: "a flag, variable or file is wrong",
    EXIT_UNREACHABLE: "what was to be judged cannot be reached",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Reporting:
    """How a judgement is reported: in which form and language, where to, and what makes the command fail."""

    form: str
    output: Path | None
    language: Language
    fail_on: str

    def demand_room(self) -> None:
        """Leave where the report could not be written, before any work is done for it."""
        if self.output is not None:
            demand_room_for(self.output)

    def finish(self, judgement: "Judgement", unjudged: Text | None = None) -> None:
        """Print or write the report, and leave with the exit code that the judgement earns.

        `unjudged` is why nothing was judged at all, if so: that is no verdict, whatever is to be borne.
        """
        from mockbooks.conformance.outcome import Outcome  # noqa: PLC0415 - a start of the command line needs none of it
        from mockbooks.conformance.reports import REPORTS  # noqa: PLC0415 - as above
        from mockbooks.conformance.reports.edition import Edition  # noqa: PLC0415 - as above

        edition = Edition(judgement=judgement, language=self.language, bearable=Outcome(BEARABLE[self.fail_on]))
        if self.output is not None:
            write_or_leave(self.output, REPORTS[self.form](edition))
            click.echo(f"{edition.name}: {edition.headline}; {edition.say('see', 'zie')} {self.output}")
        elif self.form == "text" and Reader.of(sys.stdout).is_person:
            _print_for_person(edition)
        else:
            sys.stdout.buffer.write(REPORTS[self.form](edition))
            sys.stdout.buffer.flush()
        if unjudged is not None:
            fail(
                [f"{edition.say('nothing could be judged', 'er was niets te beoordelen')}: {edition.said(unjudged)}"],
                EXIT_UNREACHABLE,
            )
        raise SystemExit(EXIT_FAILED if judgement.is_worse_than(edition.bearable) else 0)


def reports(command: Command) -> Command:
    """Give a command the options that say how it reports; it gets them as `reporting`."""

    @click.option("--format", "form", type=click.Choice(FORMS), default="text", help="How to report. [default: text]")
    @click.option(
        "--output",
        type=click.Path(dir_okay=False, path_type=Path),
        help="File to write the report to, whole or not at all, instead of printing it.",
    )
    @click.option(
        "--language", type=click.Choice(["en", "nl"]), default="en", help="Language of the report. [default: en]"
    )
    @click.option(
        "--fail-on",
        type=click.Choice(list(BEARABLE)),
        default="partly",
        help="From which verdict on a condition, or a part of one, to exit with 1. [default: partly]",
    )
    @wraps(command)
    def with_reporting(
        *,
        form: str,
        output: Path | None,
        language: Language,
        fail_on: str,
        **others: Any,  # noqa: ANN401 - click gives what each option makes
    ) -> None:
        command(reporting=Reporting(form=form, output=output, language=language, fail_on=fail_on), **others)

    return with_reporting


def demand_room_for(file: Path) -> None:
    """Leave where a file could not be put in its place."""
    folder = file.resolve().parent
    if not folder.is_dir():
        fail([f"{file} cannot be written: there is no folder {folder}"], EXIT_USAGE)
    if not os.access(folder, os.W_OK) and not file.exists():
        fail([f"{file} cannot be written: the folder {folder} may not be written to"], EXIT_USAGE)


def demand_apart(files: Mapping[str, Path]) -> None:
    """Leave where two files of which one is written are the same; each is known by what it is called here."""
    for (name, file), (other, same) in combinations(files.items(), 2):
        if _is_one(file, same):
            fail([f"{file} is {name} and {other} at once: one would be lost; name another file"], EXIT_USAGE)


def _is_one(file: Path, other: Path) -> bool:
    """Tell whether two paths are one file; what is no plain file, such as a terminal, may be read and written."""
    if file.exists() and other.exists():
        return file.is_file() and file.samefile(other)
    return file.resolve() == other.resolve()


def write_or_leave(file: Path, content: bytes) -> None:
    """Write a file whole, or leave saying why it cannot be."""
    try:
        write_whole(file, content)
    except OSError as error:
        fail([f"{file} cannot be written: {error.strerror}"], EXIT_USAGE)


def _print_for_person(edition: "Edition") -> None:
    from mockbooks.cli.judgement_shown import shown  # noqa: PLC0415 - as above

    click.echo(shown(edition, Reader.of(sys.stdout)), nl=False)
