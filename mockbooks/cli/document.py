"""Printing the OpenAPI document."""

import sys

import click


@click.command()
def openapi() -> None:
    """Print the OpenAPI document of the reference API."""
    from mockbooks.web.openapi import document_bytes  # noqa: PLC0415 - brings Flask along

    sys.stdout.buffer.write(document_bytes())
    sys.stdout.buffer.write(b"\n")
