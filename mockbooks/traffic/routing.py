"""From a method and a path to the operation that is meant: a small table, read without any framework."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

from mockbooks.errors import Complaint, UnknownUrlError, WrongMethodError
from mockbooks.traffic.operation import Operation

_LONGEST_COMPARED = 100


@dataclass(frozen=True, slots=True)
class _Road:
    """One path of the table with the operations on it; None in `segments` stands for a parameter."""

    segments: tuple[str | None, ...]
    names: tuple[str, ...]
    operations: dict[str, Operation]

    def values_in(self, segments: list[str]) -> tuple[str, ...] | None:
        """Give the values of the parameters, or None when the path is another one."""
        pairs = list(zip(self.segments, segments, strict=True))
        if all(wanted == came if wanted is not None else came for wanted, came in pairs):
            return tuple(came for wanted, came in pairs if wanted is None)
        return None


class Router:
    """Finds operations; a trailing slash is another URL, and never redirected."""

    def __init__(self, operations: Iterable[Operation]) -> None:
        """Lay out the table once."""
        self._roads: dict[int, list[_Road]] = {}
        self._fixed: dict[str, _Road] = {}
        for operation in operations:
            road = self._fixed.get(operation.url) or self._lay(operation.url)
            road.operations[operation.method] = operation
        self._fixed = {url: road for url, road in self._fixed.items() if not road.names}

    def find(self, method: str, path: str) -> tuple[Operation, dict[str, str]]:
        """Find the operation with the values of its path parameters; refuse with 404, or 405 with what is allowed."""
        road, values = self._road(path)
        operation = road.operations.get(method)
        if operation is None:
            raise wrong_method(method, _allowed(road))
        return operation, dict(zip(road.names, values, strict=True))

    def allowed(self, path: str) -> tuple[str, ...]:
        """Name the methods that a path has, for the header Allow; refuse a path that does not exist."""
        road, _ = self._road(path)
        return _allowed(road)

    def _lay(self, url: str) -> _Road:
        segments = url.split("/")[1:]
        names = tuple(segment[1:-1] for segment in segments if segment.startswith("{"))
        road = _Road(tuple(None if segment.startswith("{") else segment for segment in segments), names, {})
        self._fixed[url] = road
        self._roads.setdefault(len(segments), []).append(road)
        return road

    def _road(self, path: str) -> tuple[_Road, tuple[str, ...]]:
        fixed = self._fixed.get(path)
        if fixed is not None:
            return fixed, ()
        segments = path.split("/")[1:]
        for road in self._roads.get(len(segments), ()):
            values = road.values_in(segments)
            if values is not None:
                return road, values
        raise UnknownUrlError(
            Complaint("unknown_url", values={"path": path, "suggestion": nearest_of(path, self._fixed)})
        )


def nearest_of(path: str, urls: Iterable[str]) -> str | None:
    """Give the URL that looks most like a path where nothing is, or None when none does."""
    near = get_close_matches(path[:_LONGEST_COMPARED], list(urls), n=1)
    return near[0] if near else None


def wrong_method(method: str, allowed: tuple[str, ...]) -> WrongMethodError:
    """Make the refusal of a method that a URL does not have."""
    values = {"method": method, "allowed": ", ".join(allowed)}
    return WrongMethodError(Complaint("wrong_method", values=values), allowed=allowed)


def _allowed(road: _Road) -> tuple[str, ...]:
    head = ("HEAD",) if "GET" in road.operations else ()
    return (*road.operations, *head, "OPTIONS")
