"""Follows `$ref` within a document; what stands in another document is not fetched, and noted."""

from typing import Any, Final
from urllib.parse import unquote

from mockbooks.conformance.document.notes import Notes
from mockbooks.texts import Text, cut

_MOST_STEPS: Final = 30
_EXTERNAL: Final = Text("a $ref to another document, which is not followed", "een $ref naar een ander document")
_NOWHERE: Final = Text("a $ref to nowhere", "een $ref naar iets dat er niet is")
_CIRCLE: Final = Text(
    "a $ref that leads to itself, or through too many others", "een $ref die bij zichzelf uitkomt, of te ver gaat"
)


class References:
    """Where the refs of one document lead."""

    def __init__(self, root: dict[str, Any], notes: Notes) -> None:
        """Begin at the root of the document."""
        self._root = root
        self._notes = notes
        self._known: dict[str, Any] = {}

    def follow(self, node: object) -> Any:  # noqa: ANN401 - whatever stands there
        """Give what a node stands for: itself, or what its `$ref` leads to; None where that is nothing."""
        ref: object = None
        for _ in range(_MOST_STEPS):
            ref = node.get("$ref") if isinstance(node, dict) else None
            if not isinstance(ref, str):
                return node
            node = self._at(ref)
        self._notes.add(_CIRCLE, str(ref))
        return None

    def _at(self, ref: str) -> Any:  # noqa: ANN401
        if ref not in self._known:
            self._known[ref] = self._found(ref)
        return self._known[ref]

    def _found(self, ref: str) -> Any:  # noqa: ANN401
        if not ref.startswith("#"):
            self._notes.add(_EXTERNAL, cut(ref))
            return None
        node: Any = self._root
        for token in unquote(ref[1:]).split("/")[1:]:
            node = _step(node, token.replace("~1", "/").replace("~0", "~"))
        if node is None:
            self._notes.add(_NOWHERE, cut(ref))
        return node


def _step(node: object, token: str) -> object:
    if isinstance(node, dict):
        return node.get(token)
    if isinstance(node, list) and token.isascii() and token.isdigit() and int(token[:9]) < len(node):
        return node[int(token[:9])]
    return None
