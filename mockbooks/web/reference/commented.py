"""A scenario of the library as its file stands, with a comment above each key: what the schema says of that key."""

import re
from collections.abc import Iterator, Mapping
from textwrap import wrap
from typing import Any, Final

from mockbooks.stage.json_schema import JsonSchema

_LONGEST_LINE: Final = 88
# A key at the beginning of a line, or behind the dash of a list.
_KEY: Final = re.compile(r"(?P<indent> *)(?P<dash>- )?(?P<name>[A-Za-z]+):(?: |$)")


def commented(text: str, schema: JsonSchema) -> str:
    """Write a comment of one sentence above the keys of a file and of its injections."""
    whole = schema["properties"]
    injection = whole["injections"]["items"]["properties"]
    return "\n".join(_lines(text, {0: whole, 4: injection})) + "\n"


def _lines(text: str, known: Mapping[int, Mapping[str, Any]]) -> Iterator[str]:
    told: set[tuple[int, str]] = set()
    for line in text.splitlines():
        found = _KEY.match(line)
        if found is not None:
            depth, name = len(found["indent"]) + len(found["dash"] or ""), found["name"]
            described = known.get(depth, {}).get(name)
            if described is not None and (depth, name) not in told:
                if depth == 0 and told:
                    yield ""
                told.add((depth, name))
                yield from _comment(described["description"], " " * len(found["indent"]))
        yield line


def _comment(description: str, indent: str) -> Iterator[str]:
    sentence, dot, _ = description.replace("`", "").partition(". ")
    head = f"{indent}# "
    return iter(wrap(sentence + dot.strip(), _LONGEST_LINE, initial_indent=head, subsequent_indent=head))
