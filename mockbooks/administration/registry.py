"""The registry of administrations: by their ids, bounded in number."""

from collections.abc import Callable
from itertools import count
from threading import Lock

from mockbooks.administration.administration import Administration
from mockbooks.administration.beginning import Beginning, Start
from mockbooks.frozen import dataclass
from mockbooks.oauth.tokens import TokenStore
from mockbooks.traffic.idempotency import IdempotencyStore
from mockbooks.traffic.request_log import LogRoom


@dataclass(slots=True)
class _Kept:
    """An administration with the place of its last use among the uses of all; one that stays never makes room."""

    administration: Administration
    last_use: int
    stays: bool


class Administrations:
    """The administrations by their ids, bounded in number; safe to use from several threads.

    A call that runs while its administration goes is finished on the books that it holds.
    """

    def __init__(
        self, beginning: Beginning, *, maximum: int, tokens: TokenStore, idempotency: IdempotencyStore
    ) -> None:
        """Start with none; tokens and idempotency keys of all of them are kept together, within their bounds."""
        self.beginning = beginning
        self._start = beginning.start
        self._maximum = maximum
        self._tokens = tokens
        self._idempotency = idempotency
        self._log_room = LogRoom()
        self._forget: list[Callable[[str], None]] = []
        self._kept: dict[str, _Kept] = {}
        self._numbers = count(1)
        self._uses = count(1)
        self._lock = Lock()

    def begin_with(self, start: Start) -> None:
        """Have every administration that is made from now on begin with this start, such as that of a scenario."""
        self._start = start

    def on_removal(self, forget: Callable[[str], None]) -> None:
        """Have `forget` told the id of each one that goes."""
        self._forget.append(forget)

    def find(self, administration_id: str) -> Administration | None:
        """Give an administration, which counts as using it, or None.

        Every call comes by here, so it takes no lock: a use that meets a removal is noted on what is gone already.
        """
        kept = self._kept.get(administration_id)
        if kept is None:
            return None
        kept.last_use = next(self._uses)
        return kept.administration

    def __getitem__(self, administration_id: str) -> Administration:
        return self._kept[administration_id].administration

    def all(self) -> tuple[Administration, ...]:
        """Give all of them, in order of creation."""
        with self._lock:
            return tuple(kept.administration for kept in self._kept.values())

    def create(self, name: str | None = None, administration_id: str | None = None) -> Administration:
        """Make an administration with the start data in its books; beyond the maximum, the one unused longest goes.

        Its id is the next one, and never that of another, not even of one that is gone. One that is given an id here
        stays whatever the number of the others, and is not counted among them.
        """
        with self._lock:
            own_id = administration_id or f"adm_{next(self._numbers):06}"
            made = self._made(own_id, name or f"Administratie {own_id}")
            self._kept[own_id] = _Kept(made, next(self._uses), stays=administration_id is not None)
            gone = self._make_room(own_id)
        self._tell_removed(gone)
        return made

    def delete(self, administration_id: str) -> Administration | None:
        """Remove an administration and give it as it was; None when there is none."""
        with self._lock:
            kept = self._kept.pop(administration_id, None)
        if kept is None:
            return None
        self._tell_removed(administration_id)
        return kept.administration

    def _made(self, own_id: str, name: str) -> Administration:
        return Administration(
            id=own_id,
            name=name,
            start=self._start,
            source=self.beginning.source,
            tokens=self._tokens,
            idempotency=self._idempotency,
            request_log=self._log_room.log_of(own_id),
        )

    def _make_room(self, newest_id: str) -> str | None:
        """Take out the one that was unused longest when there are too many, but never the newest.

        That one may be unused longest by now: `find` takes no lock, so all others may have been used since it was made.
        """
        uses = {own_id: kept.last_use for own_id, kept in self._kept.items() if not kept.stays}
        if len(uses) <= self._maximum:
            return None
        uses.pop(newest_id, None)
        unused_longest = min(uses, key=uses.__getitem__)
        del self._kept[unused_longest]
        return unused_longest

    def _tell_removed(self, administration_id: str | None) -> None:
        """Tell outside the lock: who is told takes locks of its own."""
        if administration_id is not None:
            self._log_room.forget(administration_id)
            for forget in self._forget:
                forget(administration_id)
