"""Marks JSON, YAML and program text for the style sheet: keys in `<b>`, strings in `<q>`, comments in `<i>`.

In a sentence what stands between backticks is marked as code.
"""

import json
import re
from typing import Final

from markupsafe import Markup, escape

_KEY: Final = re.compile(r"^( *)&#34;([\w-]+)&#34;:", re.MULTILINE)
# A list of plain values over several lines, as json.dumps indents it.
_PLAIN_LIST: Final = re.compile(r"\[\n\s+([^\[\]{}]*?)\n\s*\]")
_LONGEST_LIST: Final = 84
_CODE: Final = re.compile(r"`([^`]+)`")
# Whichever begins first: the sign of a comment within a string begins none, nor a quote within a comment a string.
_PIECE: Final = re.compile(
    r'(?P<i>"""[\s\S]*?"""|(?<![^\s])(?:#|//).*)|(?P<q>"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|`[^`]*`)'
)

# As above, and keys: at the beginning of a line, behind a dash or within braces.
_YAML_PIECE: Final = re.compile(
    r"""(?P<i>(?<![^\s])\#.*)|(?P<q>"(?:\\.|[^"\\\n])*"|'[^'\n]*')"""
    r"""|(?P<b>(?:^\ *(?:-\ )*|(?<=\{)|(?<=,\ ))[\w/*.-]+(?=:(?:\s|$)))""",
    re.MULTILINE,
)


def with_code(text: str) -> Markup:
    """Mark what stands between backticks as code."""
    return Markup(_CODE.sub(r"<code>\1</code>", str(escape(text))))  # noqa: S704 - escaped in this line # nosec B704


def coloured_json(value: object) -> Markup:
    """Write a value as JSON for reading: indented, short lists on one line."""
    written = json.dumps(value, indent=2, ensure_ascii=False)
    marked = _KEY.sub(r'\1<b>"\2"</b>:', str(escape(_PLAIN_LIST.sub(_on_one_line, written))))
    return Markup(marked)  # noqa: S704 - escaped in the line above # nosec B704


def coloured_code(text: str) -> Markup:
    """Mark strings and comments of Python, PHP, JavaScript or the shell."""
    return _coloured(text, _PIECE)


def coloured_yaml(text: str) -> Markup:
    """Mark keys, strings and comments of YAML."""
    return _coloured(text, _YAML_PIECE)


def _coloured(text: str, piece: re.Pattern[str]) -> Markup:
    pieces: list[str] = []
    position = 0
    for found in piece.finditer(text):
        tag = found.lastgroup
        pieces.append(str(escape(text[position : found.start()])))
        pieces.append(f"<{tag}>{escape(found[0])}</{tag}>")
        position = found.end()
    pieces.append(str(escape(text[position:])))
    return Markup("".join(pieces))  # noqa: S704 - every piece is escaped # nosec B704


def _on_one_line(found: re.Match[str]) -> str:
    line = "[" + re.sub(r",\n\s+", ", ", found[1]) + "]"
    return line if len(line) <= _LONGEST_LIST else found[0]
