"""Printing the CA behind `mockbooks serve --tls`."""

import os
import sys
from pathlib import Path
from typing import Any

import click

from mockbooks.cli.command import Command
from mockbooks.cli.options import options, settings_from
from mockbooks.cli.server_process import ServerProcess
from mockbooks.cli.telling import EXIT_USAGE, fail, tell
from mockbooks.settings import SETTINGS
from mockbooks.tls import TlsError
from mockbooks.traffic.clock import RealClock

_HELP = """Print the certificate of the CA behind `mockbooks serve --tls`, in PEM; made when there is none yet.

A client that trusts it calls the server by https with no other change. `mockbooks env` prints the variables that do so.
"""

_EXAMPLES = """
mockbooks ca > ca.pem
curl --cacert ca.pem https://localhost:8080/api/v1/support
NODE_EXTRA_CA_CERTS=ca.pem node test.mjs
REQUESTS_CA_BUNDLE=ca.pem python test.py    # requests
SSL_CERT_FILE=ca.pem python test.py         # httpx; Go and Ruby as well
php -d openssl.cafile=ca.pem -d curl.cainfo=ca.pem test.php

# Java wants a trust store:
keytool -importcert -noprompt -alias mockbooks -file ca.pem -keystore ca.p12 -storepass changeit
java -Djavax.net.ssl.trustStore=ca.p12 -Djavax.net.ssl.trustStorePassword=changeit Test.java
"""


@click.command(
    cls=Command,
    help=_HELP,
    short_help="Print the certificate of the CA of --tls.",
    examples=_EXAMPLES,
    exit_codes={0: "printed", EXIT_USAGE: "a flag, variable or file is wrong"},
)
@options(*(setting for setting in SETTINGS if setting.name == "tls_folder"))
def ca(config: Path | None, **flags: Any) -> None:  # noqa: ANN401 - as above
    """Print the certificate of the CA."""
    folder = settings_from(config, flags).tls_folder
    if config is None and flags["tls_folder"] is None:
        folder = _folder_of_server() or folder
    from mockbooks.tls.folder import TlsFolder  # noqa: PLC0415 - brings cryptography along

    try:
        authority = TlsFolder(folder, now=RealClock().now(), tell=tell).authority()
    except TlsError as error:
        fail([str(error)], EXIT_USAGE)
    sys.stdout.buffer.write(authority.certificate_bytes())


def _folder_of_server() -> str | None:
    """Give the folder of the server that the environment tells of, whatever flags that was started with."""
    process = ServerProcess.told(os.environ)
    settings = process.settings({"tls_folder"}) if process else None
    return str(process.folder / settings.tls_folder) if process and settings else None
