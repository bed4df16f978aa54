"""The headings of a page: what they are called in an address, as readers of repositories know it."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from markdown_it.token import Token

from mockbooks.frozen import dataclass

_NO_PART_OF_A_NAME: Final = re.compile(r"[^\w\- ]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """One heading: how deep it is (1 is the title of the page), its words, and its id."""

    level: int
    text: str
    anchor: str


def name_headings(tokens: Sequence[Token]) -> tuple[Heading, ...]:
    """Give every heading among these tokens an id of its own, and list them."""
    found: list[Heading] = []
    for opening, inline in pairwise(tokens):
        if opening.type == "heading_open":
            text = plain_text(inline)
            anchor = _new_anchor(text, {heading.anchor for heading in found})
            opening.attrSet("id", anchor)
            found.append(Heading(level=int(opening.tag[1:]), text=text, anchor=anchor))
    return tuple(found)


def plain_text(inline: Token) -> str:
    """Give the words of a piece of text without its marks."""
    return "".join(child.content or " " for child in inline.children or () if _has_words(child))


def _has_words(token: Token) -> bool:
    return token.type in {"text", "code_inline", "softbreak", "hardbreak"}


def _new_anchor(text: str, taken: set[str]) -> str:
    """Name a heading by its words; the second of the same words ends in -1, the third in -2."""
    anchor = _NO_PART_OF_A_NAME.sub("", text.lower()).strip().replace(" ", "-") or "section"
    if anchor not in taken:
        return anchor
    return next(name for number in range(1, len(taken) + 2) if (name := f"{anchor}-{number}") not in taken)
