"""Safe YAML: from bytes to plain data, with where everything stands; whatever could cost much is refused on the way.

Nothing but the events of the parser is used: no tag is ever resolved, and nothing is made but dicts, lists, texts,
numbers, true, false and null. A JSON text is YAML as well, but for a few escapes: those are read as JSON.
"""

import re
from typing import Final, NoReturn

import yaml

from mockbooks.frozen import dataclass
from mockbooks.texts import Text
from mockbooks.yaml_text.bounds import Bounds
from mockbooks.yaml_text.json_text import read_json
from mockbooks.yaml_text.positions import START, Position, Spot
from mockbooks.yaml_text.refusals import refuse
from mockbooks.yaml_text.tree import Tree

# What YAML 1.2, section 5.1 does not let stand in a text.
_UNPRINTABLE: Final = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_LINE_END: Final = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
# libyaml where it is built in, as in every wheel: it takes a tenth of the time.
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TAB: Final = Text(
    "found a tab character where only spaces may stand", "hier staat een tab, en er mogen alleen spaties staan"
)
_NOT_UTF_8: Final = Text("it is not UTF-8", "het is geen UTF-8")


@dataclass(frozen=True, slots=True)
class Located:
    """Plain data as JSON knows it, and where its parts stand; `spot` is None where that is not known."""

    data: object
    spot: Spot | None


def read_yaml(text: bytes, bounds: Bounds) -> Located:
    """Read one document of YAML or JSON; raises NotAllowedError with the place of what is wrong."""
    decoded = _decoded(text)
    try:
        return _from_events(decoded, bounds)
    except yaml.YAMLError as error:
        return _as_json(decoded, bounds) or _refuse(error, decoded)


def _decoded(text: bytes) -> str:
    try:
        decoded = text.decode().removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        refuse(_NOT_UTF_8, _position(text[: error.start].decode()))
    if unprintable := _UNPRINTABLE.search(decoded):
        shown = f"U+{ord(unprintable[0]):04X}"
        reason = Text(f"the character {shown} is not allowed", f"het teken {shown} is niet toegestaan")
        refuse(reason, _position(decoded[: unprintable.start()]))
    return decoded


def _from_events(decoded: str, bounds: Bounds) -> Located:
    tree = Tree(bounds)
    for event in yaml.parse(decoded, Loader=_LOADER):
        tree.take(event)
    return Located(None, Spot(START)) if tree.root is None else Located(tree.root.value, tree.root.spot)


def _as_json(decoded: str, bounds: Bounds) -> Located | None:
    """Read what is no YAML because of the surrogate pairs with which JSON writes other planes of Unicode."""
    if not decoded.lstrip().startswith("{"):
        return None
    try:
        return Located(read_json(decoded, bounds), None)
    except ValueError:
        return None


def _refuse(error: yaml.YAMLError, decoded: str) -> NoReturn:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    position = Position(mark.line + 1, mark.column + 1) if mark else START
    reason = str(getattr(error, "problem", None) or "no YAML")
    refuse(_TAB if _stands_at(decoded, position) == "\t" else Text(reason, reason), position)


def _stands_at(decoded: str, position: Position) -> str:
    lines = _LINE_END.split(decoded)
    line = lines[position.line - 1] if position.line <= len(lines) else ""
    return line[position.column - 1 : position.column]


def _position(before: str) -> Position:
    """Tell where the text behind this one begins."""
    lines = _LINE_END.split(before)
    return Position(len(lines), len(lines[-1]) + 1)
