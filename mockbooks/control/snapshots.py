"""Snapshots of an administration by their names: made, restored and thrown away in microseconds."""

import re
from collections.abc import Mapping
from typing import Final

from mockbooks.administration import Administration
from mockbooks.administration.snapshots import Frozen
from mockbooks.errors import Complaint, RefusedError
from mockbooks.resources import debtors, products
from mockbooks.resources.transactions.spec import SPEC as TRANSACTIONS
from mockbooks.store import Snapshot
from mockbooks.store.records import EVERY
from mockbooks.texts import Text, cut

LONGEST_NAME: Final = 60
NAME: Final = re.compile(rf"[A-Za-z0-9._-]{{1,{LONGEST_NAME}}}", re.ASCII)
START: Final = "start"
"""What the state at the start is called where a snapshot can be named, so that no snapshot can be."""
COUNTED: Final[Mapping[str, str]] = {
    "debtors": debtors.SPEC.name,
    "products": products.SPEC.name,
    "transactions": TRANSACTIONS.name,
}
_SNAPSHOT: Final = Text("snapshot", "momentopname")
_OF_IT: Final = Text("of this administration", "Van deze administratie")


def freeze(administration: Administration, name: str) -> Frozen:
    """Keep a copy of books, clock and Idempotency-Keys under a name, in the place of an earlier one with that name."""
    if not NAME.fullmatch(name) or name == START:
        raise RefusedError(Complaint("not_snapshot_name", "/name", values={"came": cut(name)}))
    return administration.freeze(name)


def snapshot_named(administration: Administration, name: str, *, parameter: str = "name") -> Frozen:
    """Give a snapshot; raises RefusedError when there is none of that name."""
    found = administration.snapshots.find(name)
    if found is None:
        raise _unknown(name, parameter)
    return found


def restore(administration: Administration, name: str) -> Frozen:
    """Become what was kept under a name; scenario, counters, limits and request log go on."""
    frozen = snapshot_named(administration, name)
    administration.restore(frozen)
    return frozen


def throw_away(administration: Administration, name: str) -> Frozen:
    """Throw a snapshot away, and give it as it was."""
    removed = administration.snapshots.remove(name)
    if removed is None:
        raise _unknown(name, "name")
    return removed


def counts_in(books: Snapshot) -> dict[str, int]:
    """Count the records of a snapshot that tests ask after."""
    return {told: len(books.records[name].postings[EVERY].get(EVERY)) for told, name in COUNTED.items()}


def _unknown(name: str, parameter: str) -> RefusedError:
    values = {"resource": _SNAPSHOT, "id": cut(name), "place": _OF_IT}
    return RefusedError(Complaint("not_found", parameter=parameter, values=values))
