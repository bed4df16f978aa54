"""A client that used a refresh token again: each is good for one refresh, and the second use may cost the consent."""

from typing import Final

from mockbooks.stage.callers import digest
from mockbooks.stage.observation import Observation, Seen
from mockbooks.stage.recent import Recent
from mockbooks.stage.scene import World
from mockbooks.traffic.request_log import Entry
from mockbooks.traffic.secret_names import fingerprint

_OK: Final = 200


class _Watcher:
    """A situation is a refresh.

    Who never got the answer to a refresh has no other token to try, and is not blamed for trying it again.
    """

    def __init__(self, _world: World) -> None:
        self.seen = Seen()
        self._spent: Recent[bytes, tuple[str, str]] = Recent()

    def see(self, entry: Entry) -> None:
        content = entry.content if entry.operation_id == "issueToken" else None
        if not isinstance(content, dict) or content.get("grant_type") != "refresh_token":
            return
        token = content.get("refresh_token")
        if not isinstance(token, str) or not token:
            return
        self.seen.situations += 1
        spent = self._spent.get(digest(token))
        if spent is not None:
            first, how = spent
            detail = f"refresh token {fingerprint(token)} was used again after {how}"
            self.seen.add(detail, first, entry.request_id)
        how_now = _how_spent(entry)
        if spent is None and how_now is not None:
            self._spent.put(digest(token), (entry.request_id, how_now))


def _how_spent(entry: Entry) -> str | None:
    """Tell how the client knows that the token is of no more use; None when it does not."""
    content = entry.sent_content
    if not entry.was_delivered or not isinstance(content, dict):
        return None
    if entry.sent.status == _OK and "access_token" in content:
        return "it had been exchanged for a new one"
    return "it had been refused with invalid_grant" if content.get("error") == "invalid_grant" else None


OBSERVATION: Final = Observation(name="usedRefreshTokenTwice", summary="used a refresh token twice", watch=_Watcher)
