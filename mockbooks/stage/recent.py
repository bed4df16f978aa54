"""A memory of what was seen lately: the newest of it, so many at most, however long a run lasts."""

from collections.abc import Hashable
from typing import Final, Generic, TypeVar

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")
MOST_REMEMBERED: Final = 5_000


class Recent(Generic[K, T]):
    """Values by key, of which the one put in longest ago goes when there are too many."""

    __slots__ = ("_kept", "_most")

    def __init__(self, most: int = MOST_REMEMBERED) -> None:
        """Start with none."""
        self._most = most
        self._kept: dict[K, T] = {}

    def __contains__(self, key: K) -> bool:
        return key in self._kept

    def put(self, key: K, value: T) -> None:
        """Keep a value as the newest, in the place of an earlier one under its key."""
        self._kept.pop(key, None)
        self._kept[key] = value
        if len(self._kept) > self._most:
            del self._kept[next(iter(self._kept))]

    def get(self, key: K) -> T | None:
        """Give the value under a key."""
        return self._kept.get(key)

    def pop(self, key: K) -> T | None:
        """Give the value under a key, and forget it."""
        return self._kept.pop(key, None)
