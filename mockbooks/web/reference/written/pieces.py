"""Pieces of Markdown that the reference pages are put together from."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from mockbooks.web.printed_address import PRINTED_ADDRESS
from mockbooks.web.reference.kinds import Kind
from mockbooks.web.reference.values import Value

_LINK_ON_SERVER: Final = re.compile(r"\]\((/[^)]*)\)")


def joined(*parts: str) -> str:
    """Put parts below each other, with a blank line between them; an empty part is left out."""
    return "\n\n".join(part.strip("\n") for part in parts if part) + "\n"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table, without the columns that are empty in every row; nothing where there are no rows."""
    columns = [column for column in zip(heads, *rows, strict=True) if any(column[1:])]
    first, *others = zip(*columns, strict=True) if columns else ((),)
    lines = (first, ["---"] * len(first), *others) if others else ()
    return "\n".join(f"| {' | '.join(map(_cell, line))} |" for line in lines)


def code(text: str | None) -> str:
    """Mark a word as code; nothing for no word."""
    return f"`{text}`" if text else ""


def block(text: str, language: str = "yaml") -> str:
    """Write a block of code."""
    return f"```{language}\n{text.rstrip()}\n```"


def on_server(text: str) -> str:
    """Lead the links of a text of the API, which are paths, to the running server."""
    return _LINK_ON_SERVER.sub(rf"]({PRINTED_ADDRESS}\1)", text)


def anchor(heading: str) -> str:
    """Give the fragment of a heading that is a single name."""
    return heading.lower()


def values(of: Iterable[Value], head: str = "key") -> str:
    """List the keys of an object: what each means, and what it is when it is left out."""
    return table(
        (head, "meaning", "left out", "such as"), ((code(v.name), _meaning(v), _default(v), _example(v)) for v in of)
    )


def kind(each: Kind, *, marks: str = "") -> str:
    """Describe a fault, an expectation or a deed, with an example that can be used as it stands."""
    takes = "" if each.takes in {None, each.summary} else f"Takes: {each.takes}"
    words = f"One of {', '.join(map(code, each.words))}." if each.words else ""
    return joined(
        f"## {each.name}",
        each.summary,
        marks,
        " ".join(filter(None, (takes, words))),
        values(each.values),
        block(each.example),
    )


def _meaning(value: Value) -> str:
    return f"{value.description} One of {', '.join(map(code, value.words))}." if value.words else value.description


def _default(value: Value) -> str:
    return "required" if value.required else code(value.default)


def _example(value: Value) -> str:
    return "" if value.words else code(value.example)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
