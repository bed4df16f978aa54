"""Which API is checked, what things are called there, and with what one gets in: argument and options in one place."""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import field
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click
from click.core import ParameterSource

from mockbooks.cli.document_source import demand_no_credentials
from mockbooks.cli.telling import EXIT_USAGE, fail, tell
from mockbooks.cli.timeout import timeout
from mockbooks.cli.vendor import name_of, vendor_file
from mockbooks.frozen import dataclass
from mockbooks.settings.variables import CA_VARIABLE
from mockbooks.traffic.operation import API_PREFIX

if TYPE_CHECKING:
    from mockbooks.conformance.live.access import Credentials
    from mockbooks.conformance.vendor.model import Vendor

Command = Callable[..., None]

_URL: Final = re.compile(r"(?i)https?://[^\s/?#]+(?:/[^\s?#]*)?")
_API_URL_VARIABLE: Final = "MOCKBOOKS_API_URL"
_TOKEN: Final = "MOCKBOOKS_TOKEN"  # noqa: S105 - the name of a variable
_CLIENT_ID: Final = "MOCKBOOKS_CLIENT_ID"
_CLIENT_SECRET: Final = "MOCKBOOKS_CLIENT_SECRET"  # noqa: S105 - as above


@dataclass(frozen=True, kw_only=True, slots=True)
class Approach:
    """How an API is approached; what is wrong with that ends the command. Secrets are in no text of it."""

    url: str | None
    file: str | None
    token: str | None = field(repr=False)
    client_id: str | None
    client_secret: str | None = field(repr=False)
    authority: Path | None
    seconds: float

    @property
    def vendor_path(self) -> Path | None:
        """Where the vendor file stands, where there is one that is no stdin."""
        return None if self.file in {None, "-"} else Path(str(self.file))

    def vendor(self) -> "Vendor":
        """Read the vendor file, or take the names of the contract."""
        from mockbooks.conformance.vendor.loading import VendorFileError, load_vendor, reference  # noqa: PLC0415 - slow

        if self.file is None:
            return reference()
        try:
            return load_vendor(vendor_file(self.file), source=name_of(self.file))
        except VendorFileError as error:
            fail(error.complaints, EXIT_USAGE)
        except (OSError, ValueError) as error:
            fail([f"{self.file} cannot be read: {getattr(error, 'strerror', None) or error}"], EXIT_USAGE)

    def base_url(self, vendor: "Vendor", environment: Mapping[str, str] = os.environ) -> str:
        """Say where the API is: as it was named, else as the vendor file says, else as the variable does."""
        named = self.url or vendor.base_url or environment.get(_API_URL_VARIABLE)
        if named is None:
            fail(["there is no URL to check: name one, or write baseUrl into the vendor file"], EXIT_USAGE)
        demand_no_credentials(named)
        if not _URL.fullmatch(named):
            # A key may stand behind it.
            before = re.split("[?#]", named)[0]
            fail([f"{before} is no base URL: write one as https://api.example.com/v1, without ? and #"], EXIT_USAGE)
        if self.file is None and not named.rstrip("/").endswith(API_PREFIX):
            tell(f"no vendor file is named, so the calls are those of mockbooks, whose API is below {API_PREFIX}")
        return named

    def credentials(self) -> "Credentials":
        """Give what was given to get in with; a client that is named by flag goes before a token of a variable."""
        from mockbooks.conformance.live.access import Credentials  # noqa: PLC0415 - as above

        if (self.client_id is None) != (self.client_secret is None):
            fail(["a client needs both: --client-id and --client-secret"], EXIT_USAGE)
        return Credentials(token=self.token, client_id=self.client_id, client_secret=self.client_secret)


def approaches(command: Command) -> Command:
    """Give a command the argument and the options that say how an API is approached; it gets an `approach`."""

    @click.argument(
        "url",
        required=False,
        help=f"Base URL of the API; by default baseUrl of the vendor file, else {_API_URL_VARIABLE}.",
    )
    @click.option(
        "--vendor",
        "file",
        metavar="FILE",
        help="Vendor file, which says what things are called; by default those of mockbooks. - is stdin.",
    )
    @click.option("--token", envvar=_TOKEN, help=f"Access token; better given as a variable. [{_TOKEN}]")
    @click.option("--client-id", envvar=_CLIENT_ID, help=f"OAuth client to get a token for. [{_CLIENT_ID}]")
    @click.option(
        "--client-secret", envvar=_CLIENT_SECRET, help=f"Its secret; better given as a variable. [{_CLIENT_SECRET}]"
    )
    @click.option(
        "--ca",
        "authority",
        envvar=CA_VARIABLE,
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help=f"Certificate of the CA to trust, where the API needs one of its own. [{CA_VARIABLE}]",
    )
    @timeout(15, "How long one call may take at most.")
    @wraps(command)
    def with_approach(  # noqa: PLR0913 - one for each option
        *,
        url: str | None,
        file: str | None,
        token: str | None,
        client_id: str | None,
        client_secret: str | None,
        authority: Path | None,
        seconds: float,
        **others: Any,  # noqa: ANN401 - click gives what each option makes
    ) -> None:
        approach = Approach(
            url=url,
            file=file,
            token=None if _is_by_flag("client_id") and not _is_by_flag("token") else token,
            client_id=client_id,
            client_secret=client_secret,
            authority=authority,
            seconds=seconds,
        )
        command(approach=approach, **others)

    return with_approach


def _is_by_flag(parameter: str) -> bool:
    return click.get_current_context().get_parameter_source(parameter) is ParameterSource.COMMANDLINE
