"""What errors of OAuth say: what an `error_description` may hold, and where `error_uri` points."""

import re
from typing import Final
from urllib.parse import quote

LONGEST_QUOTED: Final = 200

# Everything but %x20-21 / %x23-5B / %x5D-7E (RFC 6749, section 4.1.2.1).
_FORBIDDEN: Final = re.compile(r"[^\x20-\x21\x23-\x5b\x5d-\x7e]")

# What may stand in a URI as it is (RFC 3986, section 2), a percent sign among them.
_OF_URIS: Final = "%:/?#[]@!$&'()*+,;=~"


def described(text: str) -> str:
    """Keep to the characters that an `error_description` may hold."""
    return _FORBIDDEN.sub("?", text.replace('"', "'").replace("\\", "/"))


def error_uri(base_url: str, error: str) -> str:
    """Give the page where an error is explained, as a URI whatever name the server was called by."""
    return quote(f"{base_url}/docs/oauth#{error.replace('_', '-')}", safe=_OF_URIS, errors="replace")


def shortened(text: str) -> str:
    """Keep to what a person reads of a value that came."""
    return text if len(text) <= LONGEST_QUOTED else f"{text[:LONGEST_QUOTED]}..."
