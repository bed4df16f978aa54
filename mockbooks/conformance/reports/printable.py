"""Texts of vendors as they may be shown: without what steers a terminal, hides in a text or cannot be encoded.

A document or an answer from elsewhere can hold anything; what is shown of it is text, of a bearable length.
"""

import re
from typing import Final

MOST_IN_LINE: Final = 600
MOST_IN_BLOCK: Final = 20_000

# Control characters, what turns the direction of a text around, surrogates and what XML 1.0 (2.2) cannot write.
_HIDDEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
_LINE_END: Final = re.compile("\r\n?|\x85|\u2028|\u2029")


def clean(text: str) -> str:
    """Give a text with line ends of one kind, and a sign in the place of each character that must not be shown."""
    return _HIDDEN.sub("�", _LINE_END.sub("\n", text))


def one_line(text: str, most: int = MOST_IN_LINE) -> str:
    """Give a text in one line, cut where it is too long."""
    flat = " ".join(clean(text).split())
    return flat if len(flat) <= most else flat[: most - 1] + "…"


def block(text: str, most: int = MOST_IN_BLOCK) -> str:
    """Give a text with its lines, cut where it is too long."""
    shown = clean(text).strip("\n")
    return shown if len(shown) <= most else f"{shown[:most]}… (+{len(shown) - most})"
