"""Builds plain data from the events of a YAML parser, and stops at the first that is not allowed.

Aliases share what they stand for, and count as much as a copy of it would: a text that grows into millions of values is
refused before any of them exists.
"""

from dataclasses import dataclass, field
from typing import Any, Final

from yaml import events

from mockbooks.texts import Text
from mockbooks.yaml_text.bounds import Bounds
from mockbooks.yaml_text.positions import START, Position, Spot
from mockbooks.yaml_text.refusals import (
    KEY_IS_NO_SCALAR,
    NO_ANCHORED_KEYS,
    NO_MERGING,
    NOTHING_TO_MERGE,
    ONE_DOCUMENT,
    contains_itself,
    key_is_no_text,
    no_such_anchor,
    refuse,
    refuse_aliases,
    refuse_depth,
    refuse_size,
    refuse_tag,
    stands_twice,
)
from mockbooks.yaml_text.scalars import read_plain

_MERGE: Final = "<<"


@dataclass(slots=True)
class _Branch:
    """A mapping or list that is being read, or has been: how many values it holds and how deep it goes."""

    value: Any
    spot: Spot
    anchor: str | None = None
    key: str | None = None
    size: int = 1
    levels: int = 0
    is_merged: bool = False


@dataclass(slots=True)
class Tree:
    """The data so far; `root` is None for as long as there is no document."""

    bounds: Bounds
    root: _Branch | None = None
    _open: list[_Branch] = field(default_factory=list)
    _anchors: dict[str, _Branch] = field(default_factory=dict)
    _values: int = 0
    _aliases: int = 0
    _documents: int = 0

    def take(self, event: events.Event) -> None:
        """Take the next event; raises NotAllowedError."""
        mark = event.start_mark
        position = Position(mark.line + 1, mark.column + 1) if mark else START
        match event:
            case events.ScalarEvent():
                self._take_scalar(event, position)
            case events.MappingStartEvent() | events.SequenceStartEvent():
                self._begin(event, position)
            case events.MappingEndEvent() | events.SequenceEndEvent():
                self._end()
            case events.AliasEvent():
                self._take_alias(str(event.anchor), position)
            case events.DocumentStartEvent():
                self._begin_document(position)
            case _:
                pass

    def _begin_document(self, position: Position) -> None:
        self._documents += 1
        if self._documents > 1:
            refuse(ONE_DOCUMENT, position)

    def _take_scalar(self, event: events.ScalarEvent, position: Position) -> None:
        refuse_tag(event.tag, position)
        # The first of the two tells whether a plain scalar may be read as what it looks like.
        value = read_plain(event.value) if event.implicit[0] else event.value
        if self._wants_key():
            self._take_key(value, event, position)
        else:
            self._keep(_Branch(value, Spot(position), event.anchor), position)

    def _take_key(self, value: object, event: events.ScalarEvent, position: Position) -> None:
        branch = self._open[-1]
        if not isinstance(value, str):
            if not self.bounds.has_any_keys:
                refuse(key_is_no_text(event.value), position)
            value = str(event.value)
        if value == _MERGE and event.implicit[0]:
            if not self.bounds.has_merging:
                refuse(NO_MERGING, position)
            branch.is_merged = True
        if value in branch.value:
            refuse(stands_twice(value), position)
        if event.anchor:
            refuse(NO_ANCHORED_KEYS, position)
        branch.key = value
        branch.spot.keys[value] = position

    def _begin(self, event: events.MappingStartEvent | events.SequenceStartEvent, position: Position) -> None:
        refuse_tag(event.tag, position)
        if self._wants_key():
            refuse(KEY_IS_NO_SCALAR, position)
        if len(self._open) >= self.bounds.levels:
            refuse_depth(self.bounds, position)
        value: Any = {} if isinstance(event, events.MappingStartEvent) else []
        branch = _Branch(value, Spot(position), event.anchor)
        self._anchors.pop(str(event.anchor), None)
        self._keep(branch, position)
        self._open.append(branch)

    def _end(self) -> None:
        branch = self._open.pop()
        branch.levels += 1
        if branch.is_merged:
            _merge(branch)
        if branch.anchor:
            self._anchors[branch.anchor] = branch
        if self._open:
            self._open[-1].size += branch.size - 1
            self._open[-1].levels = max(self._open[-1].levels, branch.levels)

    def _take_alias(self, anchor: str, position: Position) -> None:
        self._aliases += 1
        if self._aliases > self.bounds.aliases:
            refuse_aliases(self.bounds, position)
        if self._wants_key():
            refuse(KEY_IS_NO_SCALAR, position)
        branch = self._anchors.get(anchor)
        if branch is None:
            refuse(self._unknown_anchor(anchor), position)
        if len(self._open) + branch.levels > self.bounds.levels:
            refuse_depth(self.bounds, position)
        spot = Spot(position, branch.spot.keys, branch.spot.inner)
        self._keep(_Branch(branch.value, spot, size=branch.size, levels=branch.levels), position)

    def _unknown_anchor(self, anchor: str) -> Text:
        within_itself = any(branch.anchor == anchor for branch in self._open)
        return contains_itself(anchor) if within_itself else no_such_anchor(anchor)

    def _wants_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1].value, dict) and self._open[-1].key is None

    def _keep(self, branch: _Branch, position: Position) -> None:
        """Put a value where it belongs, when there is room for it and all that it brings along."""
        self._values += branch.size
        if self._values > self.bounds.values:
            refuse_size(self.bounds, position)
        if branch.anchor and not isinstance(branch.value, dict | list):
            self._anchors[branch.anchor] = branch
        if not self._open:
            self.root = branch
            return
        around = self._open[-1]
        around.size += branch.size
        around.levels = max(around.levels, branch.levels)
        self._put(around, branch)

    @staticmethod
    def _put(around: _Branch, branch: _Branch) -> None:
        if isinstance(around.value, list):
            around.spot.inner[str(len(around.value))] = branch.spot
            around.value.append(branch.value)
        elif around.key is not None:
            around.spot.inner[around.key] = branch.spot
            around.value[around.key] = branch.value
            around.key = None


def _merge(branch: _Branch) -> None:
    """Bring in what is merged, the first of several mappings going before the next; it was counted where it stands."""
    merged, spot = branch.value.pop(_MERGE), branch.spot.inner.pop(_MERGE)
    position = branch.spot.keys.pop(_MERGE)
    mappings = merged if isinstance(merged, list) else [merged]
    if not all(isinstance(mapping, dict) for mapping in mappings):
        refuse(NOTHING_TO_MERGE, position)
    spots = [spot.inner[str(number)] for number in range(len(mappings))] if isinstance(merged, list) else [spot]
    for mapping, its_spot in zip(mappings, spots, strict=True):
        for key in mapping.keys() - branch.value.keys():
            branch.spot.keys[key], branch.spot.inner[key] = its_spot.keys[key], its_spot.inner[key]
        branch.value.update({key: value for key, value in mapping.items() if key not in branch.value})
