"""`refreshedAfter401`: who was answered 401 got a new access token before calling again, and was let in with it."""

from dataclasses import dataclass
from typing import Final

from mockbooks.observations.used_token_after_401 import OBSERVATION
from mockbooks.stage.callers import bearer_digest, caller_of
from mockbooks.stage.expectation import MOST_REQUEST_IDS, Bounds, Expectation
from mockbooks.stage.observed import counted, times
from mockbooks.stage.recent import Recent
from mockbooks.stage.scene import World
from mockbooks.stage.told import Told
from mockbooks.stage.verdict import Outcome
from mockbooks.traffic.operation import API_PREFIX
from mockbooks.traffic.request_log import Entry

_UNAUTHENTICATED: Final = 401
_OK: Final = 200


@dataclass(slots=True, kw_only=True)
class _Locked:
    """A client that was answered 401: for which token, and what it did about it."""

    told: Told
    token: bytes
    refused: bool = False


class _Watch:
    """A situation is a 401 after which the client called again, with the same token or another."""

    def __init__(self, _settings: None, _bounds: Bounds, world: World) -> None:
        self._tokens = world.tokens
        self._locked: Recent[str, _Locked] = Recent()
        self._answered = self._good = self._bad = self._calls_with_dead = 0
        self._refresh_refused = False
        self._request_ids: list[str] = []

    def see(self, entry: Entry) -> None:
        caller = caller_of(entry, self._tokens)
        if caller is None:
            return
        if entry.operation_id == "issueToken":
            self._note_refusal(caller, entry)
            return
        token = bearer_digest(entry) if entry.path.startswith(f"{API_PREFIX}/") else None
        if token is None:
            return
        locked = self._locked.get(caller)
        if locked is not None:
            self._judge(caller, locked, token, entry)
        if entry.sent.status == _UNAUTHENTICATED and entry.was_delivered:
            self._lock(caller, token, entry)

    def outcome(self, world: World) -> Outcome:  # noqa: ARG002 - a watch is handed the world
        ids = tuple(self._request_ids)
        if self._bad:
            detail = (
                f"After {self._bad} of {self._good + self._bad} 401s a client called again with the same access token, "
                f"{counted(self._calls_with_dead, 'call')} in all."
            )
            return Outcome(state="failed", detail=detail, request_ids=ids)
        if self._good:
            detail = f"Clients got a new access token after a 401 and were let in with it {times(self._good)}."
            return Outcome(state="passed", detail=detail)
        return Outcome(state="not_exercised", detail=self._why_not())

    def _why_not(self) -> str:
        if not self._answered:
            return "No access token was answered with 401."
        refused = ": its request for a new token was refused" if self._refresh_refused else ""
        return f"A 401 was answered, but no client was let in again after it{refused}."

    def _note_refusal(self, caller: str, entry: Entry) -> None:
        if caller in self._locked and entry.sent.status != _OK:
            self._refresh_refused = True

    def _judge(self, caller: str, locked: _Locked, token: bytes, entry: Entry) -> None:
        if token != locked.token:
            if entry.sent.status == _OK:
                self._good += 1
                self._locked.pop(caller)
        elif locked.told.reached(entry):
            self._calls_with_dead += 1
            self._blame(locked, entry)

    def _blame(self, locked: _Locked, entry: Entry) -> None:
        """Blame a client once for each 401, however often it goes on so."""
        if not locked.refused:
            self._bad += 1
            locked.refused = True
            self._request_ids += [locked.told.request_id, entry.request_id]
            del self._request_ids[MOST_REQUEST_IDS:]

    def _lock(self, caller: str, token: bytes, entry: Entry) -> None:
        self._answered += 1
        locked = self._locked.get(caller)
        if locked is None or locked.token != token:
            self._locked.put(caller, _Locked(told=Told.by(entry), token=token))
        else:
            locked.told.also(entry)


EXPECTATION: Final[Expectation[None]] = Expectation(
    name="refreshedAfter401",
    summary="After a 401 for its access token a client called with a new one, and was let in.",
    settings=None,
    observation=OBSERVATION,
    watch=_Watch,
)
