"""Printing the OpenAPI document."""

import sys

import click

from mockbooks.cli.command import Command

_EXAMPLES = """
mockbooks openapi > openapi.json
"""


@click.command(
    cls=Command,
    short_help="Print the OpenAPI document of the reference API.",
    examples=_EXAMPLES,
    exit_codes={0: "printed"},
)
def openapi() -> None:
    """Print the OpenAPI document of the reference API, in JSON.

    No server needs to run; a running one gives the same at /openapi.json.
    """
    from mockbooks.web.openapi import document_bytes  # noqa: PLC0415 - brings Flask along

    sys.stdout.buffer.write(document_bytes())
    sys.stdout.buffer.write(b"\n")
