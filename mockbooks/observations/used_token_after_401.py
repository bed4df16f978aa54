"""A client that went on using an access token after it was answered 401 for it."""

from typing import Final

from mockbooks.stage.callers import bearer_digest, bearer_fingerprint, caller_of
from mockbooks.stage.observation import Observation, Seen
from mockbooks.stage.recent import Recent
from mockbooks.stage.scene import World
from mockbooks.stage.told import Told
from mockbooks.traffic.operation import API_PREFIX
from mockbooks.traffic.request_log import Entry

_UNAUTHENTICATED: Final = 401


class _Watcher:
    """A situation is an access token for which a 401 was answered."""

    def __init__(self, world: World) -> None:
        self.seen = Seen()
        self._tokens = world.tokens
        self._dead: Recent[bytes, Told] = Recent()

    def see(self, entry: Entry) -> None:
        token = bearer_digest(entry) if entry.path.startswith(f"{API_PREFIX}/") else None
        if token is None:
            return
        told = self._dead.get(token)
        if told is not None and told.reached(entry):
            who = caller_of(entry, self._tokens)
            detail = f"{who} used access token {bearer_fingerprint(entry)} again after a 401 for it"
            self.seen.add(detail, told.request_id, entry.request_id)
        if entry.sent.status != _UNAUTHENTICATED or not entry.was_delivered:
            return
        if told is None:
            self.seen.situations += 1
            self._dead.put(token, Told.by(entry))
        else:
            told.also(entry)


OBSERVATION: Final = Observation(
    name="usedTokenAfter401", summary="used an access token again after a 401 for it", watch=_Watcher
)
