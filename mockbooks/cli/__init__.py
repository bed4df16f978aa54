"""The command line: one file for each command; what is slow to import is imported inside the one that needs it."""

import click

from mockbooks import __version__
from mockbooks.cli.authority import ca
from mockbooks.cli.document import openapi
from mockbooks.cli.scenario import scenario
from mockbooks.cli.serving import serve
from mockbooks.cli.verdict import verdict


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="mockbooks %(version)s")
def main() -> None:
    """Mock accounting system: test your integration before it meets real books."""


for command in (serve, scenario, verdict, openapi, ca):
    main.add_command(command)
