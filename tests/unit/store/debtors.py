"""A small debtor with every kind of index, for the tests of the store."""

from dataclasses import dataclass

from mockbooks.store import CollectionSpec, Contains, Exact, Multi, Range


@dataclass(frozen=True, kw_only=True, slots=True)
class Debtor:
    """Just enough of a debtor."""

    id: str
    name: str = "bakkerij de korenaar"
    code: str | None = None
    labels: tuple[str, ...] = ()
    since: str | None = "2026-11-23"
    updated_at: str = "2026-11-23T10:15:30Z"


NAME: Contains[Debtor] = Contains("name", lambda debtor: debtor.name)
CODE: Exact[Debtor] = Exact("code", lambda debtor: debtor.code)
LABELS: Multi[Debtor] = Multi("labels", lambda debtor: debtor.labels)
SINCE: Range[Debtor] = Range("since", lambda debtor: debtor.since)
UPDATED_AT: Range[Debtor] = Range("updated_at", lambda debtor: debtor.updated_at)


def render(debtor: Debtor) -> bytes:
    """Write a debtor out, short enough to read in a test."""
    return f"{debtor.id} {debtor.name}".encode()


DEBTORS: CollectionSpec[Debtor] = CollectionSpec("debtors", "deb", render, (NAME, CODE, LABELS, SINCE, UPDATED_AT))
