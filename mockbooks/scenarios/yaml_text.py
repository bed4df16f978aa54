"""Safe YAML: from bytes to plain data, with where everything stands; whatever could cost much is refused on the way.

Nothing but the events of the parser is used: no tag is ever resolved, and nothing is made but dicts, lists, texts,
numbers, true, false and null. A JSON text is YAML as well, but for a few escapes: those are read as JSON.
"""

import re
from dataclasses import dataclass
from typing import Final

import yaml

from mockbooks.catalogue.entry import Text
from mockbooks.errors import Complaint, RefusedError
from mockbooks.scenarios.json_text import read_json
from mockbooks.scenarios.positions import START, Position, Spot
from mockbooks.scenarios.yaml_refusals import NotAllowedError
from mockbooks.scenarios.yaml_tree import Tree

MOST_BYTES: Final = 128 * 1024
# What YAML 1.2, section 5.1 does not let stand in a text.
_UNPRINTABLE: Final = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_LINE_END: Final = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
# libyaml where it is built in, as in every wheel: it takes a tenth of the time.
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOT_UTF_8: Final = Text("it is not UTF-8", "het is geen UTF-8")


@dataclass(frozen=True, slots=True)
class Located:
    """Plain data as JSON knows it, and where its parts stand; `spot` is None where that is not known."""

    data: object
    spot: Spot | None


def read_yaml(text: bytes) -> Located:
    """Read one document of YAML or JSON; raises RefusedError with the line and column of what is wrong."""
    if len(text) > MOST_BYTES:
        raise RefusedError(Complaint("scenario_too_large", values={"length": len(text), "maximum": MOST_BYTES}))
    decoded = _decoded(text)
    try:
        return _from_events(decoded)
    except NotAllowedError as error:
        raise _malformed(error.reason, error.position) from None
    except yaml.YAMLError as error:
        return _as_json(decoded) or _refuse(error)


def _decoded(text: bytes) -> str:
    try:
        decoded = text.decode().removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise _malformed(_NOT_UTF_8, _position(text[: error.start].decode())) from None
    if unprintable := _UNPRINTABLE.search(decoded):
        shown = f"U+{ord(unprintable[0]):04X}"
        reason = Text(f"the character {shown} is not allowed", f"het teken {shown} is niet toegestaan")
        raise _malformed(reason, _position(decoded[: unprintable.start()]))
    return decoded


def _from_events(decoded: str) -> Located:
    tree = Tree()
    for event in yaml.parse(decoded, Loader=_LOADER):
        tree.take(event)
    return Located(None, Spot(START)) if tree.root is None else Located(tree.root.value, tree.root.spot)


def _as_json(decoded: str) -> Located | None:
    """Read what is no YAML because of the surrogate pairs with which JSON writes other planes of Unicode."""
    if not decoded.lstrip().startswith("{"):
        return None
    try:
        return Located(read_json(decoded), None)
    except NotAllowedError as error:
        raise _malformed(error.reason, error.position) from None
    except ValueError:
        return None


def _refuse(error: yaml.YAMLError) -> Located:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    position = Position(mark.line + 1, mark.column + 1) if mark else START
    reason = getattr(error, "problem", None) or "no YAML"
    raise _malformed(str(reason), position)


def _position(before: str) -> Position:
    """Tell where the text behind this one begins."""
    lines = _LINE_END.split(before)
    return Position(len(lines), len(lines[-1]) + 1)


def _malformed(reason: str | Text, position: Position) -> RefusedError:
    values = {"reason": reason, "line": position.line, "column": position.column}
    return RefusedError(Complaint("malformed_yaml", values=values))
