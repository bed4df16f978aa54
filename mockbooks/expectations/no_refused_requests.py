"""`noRefusedRequests`: the API itself refused nothing, so that what was sent was right the first time."""

from typing import Final

from mockbooks.stage.expectation import MOST_REQUEST_IDS, Bounds, Expectation
from mockbooks.stage.observed import counted
from mockbooks.stage.scene import World
from mockbooks.stage.verdict import Outcome
from mockbooks.traffic.request_log import Entry
from mockbooks.traffic.why import injected_in_place, why

_FIRST_SUCCESS, _FIRST_REFUSAL, _LAST_REFUSAL = 200, 400, 499
# These say nothing of what was sent: come with another token, send faster, or come later.
_NO_FAULT_OF_THE_REQUEST: Final = frozenset({401, 408, 429})


class _Watch:
    """Counts what the API refused by itself; what an injection refused says nothing of the request."""

    def __init__(self, _settings: None, _bounds: Bounds, _world: World) -> None:
        self._calls = self._judged = self._refused = 0
        self._request_ids: list[str] = []
        self._first_reason = ""

    def see(self, entry: Entry) -> None:
        self._calls += 1
        self._judged += _is_judged(entry)
        if not _is_refused(entry):
            return
        self._refused += 1
        self._first_reason = self._first_reason or f"{entry.operation_id or entry.method}: {why(entry)}"
        if len(self._request_ids) < MOST_REQUEST_IDS:
            self._request_ids.append(entry.request_id)

    def outcome(self, world: World) -> Outcome:  # noqa: ARG002 - a watch is handed the world
        calls = counted(self._calls, "call")
        if self._refused:
            refused = f"{self._refused} {'was' if self._refused == 1 else 'were'} refused"
            detail = f"Of {calls}, {refused}; the first was {self._first_reason}."
            return Outcome(state="failed", detail=detail, request_ids=tuple(self._request_ids))
        if self._calls == 0:
            return Outcome(state="not_exercised", detail="No call came.")
        if self._judged == 0:
            return Outcome(state="not_exercised", detail=f"Of {calls}, none got as far as an action.")
        return Outcome(state="passed", detail=f"Of {calls}, none was refused.")


def _is_judged(entry: Entry) -> bool:
    """Tell whether a call got as far as an action, or was refused for what it is: the answer says whether it is right.

    A failure of the server says nothing, nor does a call that was broken off.
    """
    return _is_refused(entry) or (
        entry.operation_id is not None
        and _FIRST_SUCCESS <= entry.answer.status < _FIRST_REFUSAL
        and injected_in_place(entry) is None
    )


def _is_refused(entry: Entry) -> bool:
    status = entry.answer.status
    is_refusal = _FIRST_REFUSAL <= status <= _LAST_REFUSAL and status not in _NO_FAULT_OF_THE_REQUEST
    return is_refusal and injected_in_place(entry) is None


EXPECTATION: Final[Expectation[None]] = Expectation(
    name="noRefusedRequests",
    summary="The API refused no request by itself, other than with 401, 408 or 429.",
    settings=None,
    watch=_Watch,
)
