"""Where the OpenAPI document is that a command reads: a file, a URL or stdin; and reading it from there."""

import re
import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from mockbooks.cli.at_work import Say
from mockbooks.cli.telling import EXIT_UNREACHABLE, EXIT_USAGE, fail
from mockbooks.cli.timeout import timeout
from mockbooks.frozen import dataclass
from mockbooks.settings.variables import CA_VARIABLE

if TYPE_CHECKING:
    from mockbooks.conformance.document.model import Document

Command = Callable[..., None]

_STDIN: Final = "-"
_URL: Final = re.compile(r"(?i)https?://")
_OTHER_URL: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")


@dataclass(frozen=True, kw_only=True, slots=True)
class DocumentSource:
    """What was named; whatever keeps a document from being had or read ends the command."""

    named: str
    authority: Path | None
    seconds: float

    @property
    def file(self) -> Path | None:
        """The file that was named, None where it is a URL or stdin."""
        is_file = self.named != _STDIN and not _OTHER_URL.match(self.named)
        return Path(self.named) if is_file else None

    def document(self, say: Say) -> "Document":
        """Get the document and read it."""
        from mockbooks.conformance.document.kinds import DocumentError  # noqa: PLC0415 - a start needs none of it
        from mockbooks.conformance.document.reading import MOST_BYTES, read_document  # noqa: PLC0415 - as above

        content = self._content(MOST_BYTES + 1, say)
        say(lambda: f"reading {self.named}")
        try:
            return read_document(content, source="stdin" if self.named == _STDIN else self.named)
        except DocumentError as error:
            fail(error.complaints, EXIT_USAGE)

    def _content(self, most_bytes: int, say: Say) -> bytes:
        if self.named == _STDIN:
            return sys.stdin.buffer.read(most_bytes)
        if _URL.match(self.named):
            demand_no_credentials(self.named)
            say(lambda: f"fetching {self.named}")
            return self._fetched()
        if _OTHER_URL.match(self.named):
            fail([f"{self.named} cannot be fetched: name a file, or a URL that begins with https://"], EXIT_USAGE)
        return self._from_file(most_bytes)

    def _fetched(self) -> bytes:
        from mockbooks.conformance.wire.client import AuthorityError, trusting  # noqa: PLC0415 - as above
        from mockbooks.conformance.wire.fetching import FetchError, fetch  # noqa: PLC0415 - as above

        try:
            trusting(self.authority)
            return fetch(self.named, authority=self.authority, timeout_seconds=self.seconds)
        except AuthorityError as error:
            fail([str(error)], EXIT_USAGE)
        except FetchError as error:
            fail([str(error)], EXIT_UNREACHABLE)

    def _from_file(self, most_bytes: int) -> bytes:
        try:
            with Path(self.named).open("rb") as file:
                return file.read(most_bytes)
        except (OSError, ValueError) as error:
            fail([f"{self.named} cannot be read: {getattr(error, 'strerror', None) or error}"], EXIT_USAGE)


def demand_no_credentials(url: str) -> None:
    """Leave where a URL names a user or a password, without repeating it: reports show the URL."""
    if "@" in re.split("[/?#]", url.partition("://")[2])[0]:
        fail(["the URL names credentials, which the report would show: leave out what stands before @"], EXIT_USAGE)


def takes_document(command: Command) -> Command:
    """Give a command the argument that names a document, and the options about fetching it; it gets a `source`."""

    @click.argument("openapi", help="File or URL of the document, or - for stdin.")
    @click.option(
        "--ca",
        "authority",
        envvar=CA_VARIABLE,
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help=f"Certificate of the CA to trust, where a URL needs one of its own. [{CA_VARIABLE}]",
    )
    @timeout(30, "How long fetching from a URL may take at most.")
    @wraps(command)
    def with_source(
        *,
        openapi: str,
        authority: Path | None,
        seconds: float,
        **others: Any,  # noqa: ANN401 - click gives what each option makes
    ) -> None:
        command(source=DocumentSource(named=openapi, authority=authority, seconds=seconds), **others)

    return with_source
