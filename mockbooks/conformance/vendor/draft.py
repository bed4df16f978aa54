"""Writing a vendor file: YAML with comments, which reads as the same vendor again."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

import orjson

from mockbooks.conformance.vendor.fields import escaped
from mockbooks.conformance.vendor.model import Vendor
from mockbooks.conformance.vendor.table import VENDOR
from mockbooks.yaml_text.scalars import read_plain

_STEP: Final = "  "
_LONGEST_LINE: Final = 100
_WORDS: Final = {None: "null", True: "true", False: "false"}
# What YAML 1.1 took for true and false, and many programs still do.
_OLD_WORDS: Final = frozenset({"y", "yes", "on", "n", "no", "off"})
# Texts that need no quotes anywhere: none that begins like something else, or holds a sign of YAML.
_PLAIN: Final = re.compile(r"[A-Za-z/_][^\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff:#,\[\]{}\"'\\&*!|>%@`]*(?<! )")
# A call with `${name}`, or a URL: plain in the block style, where no key ends in a text with ": ".
_LINE: Final = re.compile(r"(?:(?:GET|POST|PUT|PATCH|DELETE) |https?:/)/[A-Za-z0-9/?=&%${}_.:+~-]*(?<!:)")


def draft(vendor: Vendor, notes: Mapping[str, str]) -> str:
    """Write a vendor as a file; `notes` are comments, by the JSON Pointer of what stands below them in the file."""
    head = [*_comment(notes.get("", ""))]
    return "\n".join([*head, *_block(VENDOR.write(vendor), "", notes)]) + "\n"


def _block(value: object, at: str, notes: Mapping[str, str]) -> Iterator[str]:
    if isinstance(value, Mapping) and value:
        for key, inner in value.items():
            below = f"{at}/{escaped(key)}"
            yield from _comment(notes.get(below, ""))
            yield from _headed(f"{_flow(key)}:", inner, below, notes)
    elif isinstance(value, list) and value:
        for number, item in enumerate(value):
            below = f"{at}/{number}"
            yield from _comment(notes.get(below, ""))
            first, *others = _block(item, below, {}) if isinstance(item, Mapping) and item else [_flow(item)]
            yield f"- {first}"
            yield from (_STEP + line for line in others)
    else:
        yield _flow(value)


def _headed(head: str, value: object, at: str, notes: Mapping[str, str]) -> Iterator[str]:
    """Write a value behind its key, or below it where that is too long or holds notes."""
    flow = value if isinstance(value, str) and _LINE.fullmatch(value) else _flow(value)
    line = f"{head} {flow}"
    is_noted = any(pointer.startswith(f"{at}/") for pointer in notes)
    is_whole = not isinstance(value, Mapping | list) or not value
    if is_whole or (at.count("/") > 1 and len(line) <= _LONGEST_LINE and not is_noted):
        yield line
        return
    yield head
    yield from (_STEP + below for below in _block(value, at, notes))


def _comment(note: str) -> Iterator[str]:
    yield from (f"# {line}".rstrip() for line in note.splitlines())


def _flow(value: object) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{_flow(key)}: {_flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, str):
        is_plain = _PLAIN.fullmatch(value) and read_plain(value) == value and value.lower() not in _OLD_WORDS
        return value if is_plain else _quoted(value)
    return _WORDS[value] if value is None or isinstance(value, bool) else str(value)


def _quoted(text: str) -> str:
    """Quote a text as JSON does, with escapes for what YAML does not let stand in a text."""
    written = orjson.dumps(text).decode()
    return "".join(each if each.isprintable() else f"\\U{ord(each):08x}" for each in written)
