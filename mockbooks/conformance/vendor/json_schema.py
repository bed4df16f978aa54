"""The JSON Schema of vendor files (draft 2020-12), for editors: made of the same table that reads them."""

from typing import Final

from mockbooks.conformance.vendor.calls import definitions
from mockbooks.conformance.vendor.fields import JsonSchema
from mockbooks.conformance.vendor.table import VENDOR

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def schema() -> JsonSchema:
    """Give the schema."""
    return {"$schema": DIALECT, "title": "Vendor file of mockbooks", **VENDOR.schema(), "$defs": definitions()}
