"""The request log of an administration: searched, read and cleared."""

from collections.abc import Callable, Container
from typing import Any, Final

from mockbooks.administration import Administration
from mockbooks.errors import Complaint, RefusedError
from mockbooks.frozen import dataclass
from mockbooks.service.paging import Page
from mockbooks.texts import Text, cut
from mockbooks.traffic.request_log import Entry

_REQUEST: Final = Text("request", "verzoek")
_IN_THE_LOG: Final = Text("in the request log", "In het verzoekenlogboek")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """Which exchanges: those that answer everything that is not None.

    `status` is that of the true answer or of the one that was sent; `since` the number of an exchange, which does not
    belong to what is sought. One that `is_answered` had its answer whole.
    """

    operation: str | None = None
    status: int | None = None
    injection: str | None = None
    client: str | None = None
    method: str | None = None
    path: str | None = None
    since: int | None = None
    is_answered: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What there is in a log: operations, statuses as they were sent, and injections, also those that never acted.

    With `unanswered` there are exchanges whose callers got no answer, or not the whole of it.
    """

    operations: tuple[str, ...]
    statuses: tuple[int, ...]
    injections: tuple[str, ...]
    unanswered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Newest:
    """Some of the exchanges, the newest first; of `total` that were found, and whether there are older ones."""

    entries: list[Entry]
    total: int
    older_than: int | None = None


def found_requests(
    administration: Administration, sought: Sought, *, number: int, size: int
) -> tuple[list[Entry], Page]:
    """Give one page of the exchanges, from 1, the newest last."""
    found = _found(administration, sought)
    return found[(number - 1) * size : number * size], Page(number=number, size=size, total_items=len(found))


def newest_requests(
    administration: Administration, sought: Sought, *, size: int, before: int | None = None, also: Container[int] = ()
) -> Newest:
    """Give the newest of the exchanges, or of those `before` a number; below them those that are `also` asked for."""
    found = _found(administration, sought)
    old = found if before is None else [entry for entry in found if entry.number < before]
    rest, newest = old[:-size], old[-size:]
    named = [entry for entry in rest if entry.number in also]
    return Newest(
        entries=[*reversed(newest), *reversed(named)],
        total=len(found),
        older_than=newest[0].number if rest else None,
    )


def seen_in(administration: Administration) -> Seen:
    """Tell what the log can be searched for."""
    entries = tuple(administration.request_log)
    acted = (fired.injection for entry in entries for fired in entry.fired)
    return Seen(
        operations=tuple(sorted({entry.operation_id for entry in entries if entry.operation_id})),
        statuses=tuple(sorted({entry.sent.status for entry in entries} - {0})),
        injections=tuple(dict.fromkeys((*administration.firings(), *acted))),
        unanswered=not all(map(is_answered, entries)),
    )


def is_answered(entry: Entry) -> bool:
    """Tell whether the caller got an answer, and the whole of it."""
    return entry.was_delivered and entry.sent.status > 0


def request_of(administration: Administration, request_id: str, *, parameter: str = "requestId") -> Entry:
    """Give the newest exchange with this request id; raises RefusedError when none is in the log."""
    entry = administration.request_log.find(request_id)
    if entry is None:
        values = {"resource": _REQUEST, "id": cut(request_id), "place": _IN_THE_LOG}
        raise RefusedError(Complaint("not_found", parameter=parameter, values=values))
    return entry


def number_of(administration: Administration, since: str) -> int:
    """Tell the number of the exchange that `since` names: by its number, or by its request id."""
    if since.isascii() and since.isdigit():
        return int(since)
    return request_of(administration, since, parameter="since").number


def clear_requests(administration: Administration) -> int:
    """Empty the log, which counts from 1 again; what the verdict has seen stays seen. Tell how many there were."""
    count = len(administration.request_log)
    administration.request_log.clear()
    return count


def _found(administration: Administration, sought: Sought) -> list[Entry]:
    tests = [_TESTS[name](value) for name in _TESTS if (value := getattr(sought, name)) is not None]
    return [entry for entry in administration.request_log if all(test(entry) for test in tests)]


Test = Callable[[Entry], bool]

_TESTS: Final[dict[str, Callable[[Any], Test]]] = {
    "since": lambda number: lambda entry: entry.number > number,
    "operation": lambda name: lambda entry: entry.operation_id == name,
    "status": lambda status: lambda entry: status in {entry.answer.status, entry.sent.status},
    "injection": lambda name: lambda entry: any(fired.injection == name for fired in entry.fired),
    "client": lambda client_id: lambda entry: entry.client_id == client_id,
    "method": lambda method: lambda entry: entry.method == method,
    "path": lambda path: lambda entry: entry.path == path,
    "is_answered": lambda wanted: lambda entry: is_answered(entry) == wanted,
}
