"""What an `error_description` may hold."""

import re
from typing import Final

LONGEST_QUOTED: Final = 200

# Everything but %x20-21 / %x23-5B / %x5D-7E (RFC 6749, section 4.1.2.1).
_FORBIDDEN: Final = re.compile(r"[^\x20-\x21\x23-\x5b\x5d-\x7e]")


def described(text: str) -> str:
    """Keep to the characters that an `error_description` may hold."""
    return _FORBIDDEN.sub("?", text.replace('"', "'").replace("\\", "/"))


def shortened(text: str) -> str:
    """Keep to what a person reads of a value that came."""
    return text if len(text) <= LONGEST_QUOTED else f"{text[:LONGEST_QUOTED]}..."
