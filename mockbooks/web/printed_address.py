"""The address that pages are made with, and that their reader's own is put for.

A page is made once for everybody: neither the time nor the memory that it takes depends on the header Host.
"""

from typing import Final

from markupsafe import escape

PRINTED_ADDRESS: Final = "http://127.0.0.1:8080"


def at_address(page: bytes, base_url: str) -> bytes:
    """Give a page of HTML to a reader who finds the server at `base_url`."""
    return page.replace(PRINTED_ADDRESS.encode(), escape(base_url).encode())
