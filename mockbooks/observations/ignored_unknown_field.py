"""A client that was told that a field does not exist, and sent it again."""

from collections.abc import Iterator
from typing import Final

from mockbooks.stage.callers import caller_of
from mockbooks.stage.observation import Observation, Seen
from mockbooks.stage.recent import Recent
from mockbooks.stage.scene import World
from mockbooks.stage.told import Told
from mockbooks.texts import cut
from mockbooks.traffic.request_log import Entry

_CODE: Final = "unknown_field"
_REFUSED: Final = 400
_MOST_FIELDS: Final = 20
_MOST_OPERATIONS: Final = 200
_DEEPEST: Final = 20
_MOST_STEPS: Final = 5_000
_ANY: Final = "*"


class _Watcher:
    """A situation is a field of an operation that a client was told not to send."""

    def __init__(self, world: World) -> None:
        self.seen = Seen()
        self._tokens = world.tokens
        # By client and operation: the fields by their pointers, with `*` for the place in a list.
        self._unknown: Recent[tuple[str, str], dict[str, Told]] = Recent(_MOST_OPERATIONS)

    def see(self, entry: Entry) -> None:
        caller = caller_of(entry, self._tokens)
        if caller is None or entry.operation_id is None:
            return
        key = caller, entry.operation_id
        fields = self._unknown.get(key) or {}
        came = set(_pointers(entry.content)) if fields else set()
        for pointer in sorted(fields.keys() & came):
            if fields[pointer].reached(entry):
                detail = f"{caller} sent {cut(pointer)} to {entry.operation_id} again, which does not exist"
                self.seen.add(detail, fields[pointer].request_id, entry.request_id)
        for pointer in _refused(entry):
            if pointer not in fields and len(fields) < _MOST_FIELDS:
                self.seen.situations += 1
                fields[pointer] = Told.by(entry)
            elif pointer in fields:
                fields[pointer].also(entry)
        if fields:
            self._unknown.put(key, fields)


def _refused(entry: Entry) -> Iterator[str]:
    content = entry.sent_content if entry.was_delivered and entry.sent.status == _REFUSED else None
    mistakes = content.get("errors") if isinstance(content, dict) else None
    for mistake in mistakes if isinstance(mistakes, list) else []:
        if isinstance(mistake, dict) and mistake.get("code") == _CODE and isinstance(mistake.get("pointer"), str):
            steps = mistake["pointer"].split("/")
            yield "/".join(_ANY if step.isdigit() else step for step in steps)


def _pointers(content: object) -> Iterator[str]:
    """Give the pointers of all that came, as far as anybody reads."""
    waiting: list[tuple[str, object, int]] = [("", content, 0)]
    for _ in range(_MOST_STEPS):
        if not waiting:
            return
        pointer, value, depth = waiting.pop()
        yield pointer
        if depth >= _DEEPEST:
            continue
        if isinstance(value, dict):
            waiting += [(f"{pointer}/{_escaped(name)}", inner, depth + 1) for name, inner in value.items()]
        elif isinstance(value, list):
            waiting += [(f"{pointer}/{_ANY}", inner, depth + 1) for inner in value]


def _escaped(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")


OBSERVATION: Final = Observation(
    name="ignoredUnknownField", summary="sent a field again after being told that it does not exist", watch=_Watcher
)
