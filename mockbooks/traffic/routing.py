"""From a method and a path to the operation that is meant: a small table, read without any framework."""

from collections.abc import Iterable
from dataclasses import field
from difflib import get_close_matches

from mockbooks.errors import Complaint, UnknownUrlError, WrongMethodError
from mockbooks.frozen import dataclass
from mockbooks.traffic.operation import Operation

_LONGEST_COMPARED = 100


@dataclass(frozen=True, slots=True)
class _Road:
    """One path of the table with the operations on it, and the names of its parameters."""

    names: tuple[str, ...]
    operations: dict[str, Operation]


@dataclass(frozen=True, slots=True)
class _Shape:
    """All paths that have their parameters at the same places, the last place first, by the segments between them."""

    places: tuple[int, ...]
    roads: dict[tuple[str, ...], _Road] = field(default_factory=dict)

    def parted(self, segments: list[str]) -> tuple[tuple[str, ...], list[str]]:
        """Part the segments of a path into those that are fixed, and those at the places of parameters."""
        fixed = segments.copy()
        values = [fixed.pop(place) for place in self.places]
        values.reverse()
        return tuple(fixed), values


class Router:
    """Finds operations; a trailing slash is another URL, and never redirected."""

    def __init__(self, operations: Iterable[Operation]) -> None:
        """Lay out the table once."""
        self._shapes: dict[int, list[_Shape]] = {}
        self._fixed: dict[str, _Road] = {}
        for operation in operations:
            road = self._fixed.get(operation.url) or self._lay(operation.url)
            road.operations[operation.method] = operation
        self._fixed = {url: road for url, road in self._fixed.items() if not road.names}
        self._shapes = {count: [each for each in shapes if each.places] for count, shapes in self._shapes.items()}

    def find(self, method: str, path: str) -> tuple[Operation, dict[str, str]]:
        """Find the operation with the values of its path parameters; refuse with 404, or 405 with what is allowed."""
        road, values = self._road(path)
        operation = road.operations.get(method)
        if operation is None:
            raise wrong_method(method, _allowed(road))
        return operation, dict(zip(road.names, values, strict=True)) if values else {}

    def allowed(self, path: str) -> tuple[str, ...]:
        """Name the methods that a path has, for the header Allow; refuse a path that does not exist."""
        road, _ = self._road(path)
        return _allowed(road)

    def _lay(self, url: str) -> _Road:
        segments = url.split("/")[1:]
        places = tuple(place for place, segment in enumerate(segments) if segment.startswith("{"))[::-1]
        shapes = self._shapes.setdefault(len(segments), [])
        shape = next((each for each in shapes if each.places == places), None)
        if shape is None:
            shapes.append(shape := _Shape(places))
        fixed, parameters = shape.parted(segments)
        road = self._fixed[url] = shape.roads[fixed] = _Road(tuple(name[1:-1] for name in parameters), {})
        return road

    def _road(self, path: str) -> tuple[_Road, list[str]]:
        fixed_road = self._fixed.get(path)
        if fixed_road is not None:
            return fixed_road, []
        segments = path.split("/")[1:]
        for shape in self._shapes.get(len(segments), ()):
            fixed, values = shape.parted(segments)
            road = shape.roads.get(fixed)
            if road is not None and all(values):
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
