"""Snapshots: made, listed, restored and thrown away."""

from typing import Any, Final

from mockbooks.administration.snapshots import MAXIMUM, Frozen
from mockbooks.control.snapshots import LONGEST_NAME, NAME, counts_in, freeze, restore, throw_away
from mockbooks.service.fields import PlainText, Whole
from mockbooks.service.paging import Page, page_field, page_size_field
from mockbooks.service.schema import StrictSchema
from mockbooks.traffic.clock import moment_text
from mockbooks.web import envelopes
from mockbooks.web.control.desk import Bench, OnAdministration, json_of, name_parameter, on_administration, operation
from mockbooks.web.control.fields import told_moment

_PATTERN: Final = f"^{NAME.pattern}$"
_EXAMPLE: Final = "before-import"


def _count(what: str, example: int) -> Whole:
    return Whole(f"How many {what} it holds.", lowest=0, highest=2_147_483_647, required=True, example=example)


class NewSnapshot(StrictSchema):
    """The snapshot to be made."""

    name = PlainText(
        "What to call it: letters, digits, dots, underscores and hyphens. `start` is taken.",
        maximum=LONGEST_NAME,
        required=True,
        schema={"pattern": _PATTERN},
        example=_EXAMPLE,
    )


class SnapshotInfo(StrictSchema):
    """A copy of an administration that can be restored any number of times."""

    name = PlainText("What it is called.", maximum=LONGEST_NAME, required=True, example=_EXAMPLE)
    taken_at = told_moment("When it was made")
    debtors = _count("debtors", 25)
    products = _count("products", 40)
    transactions = _count("transactions", 30)


class ListSnapshotsQuery(OnAdministration):
    """The page that is wanted."""

    page = page_field()
    page_size = page_size_field()


def _told(frozen: Frozen) -> dict[str, object]:
    return {"name": frozen.name, "takenAt": moment_text(frozen.at), **counts_in(frozen.books)}


def _list(bench: Bench, query: dict[str, Any]) -> tuple[bytes, Page]:
    number, size = query["page"], query["page_size"]
    snapshots = list(bench.administration.snapshots)
    shown = snapshots[(number - 1) * size : number * size]
    return json_of([_told(each) for each in shown]), Page(number=number, size=size, total_items=len(snapshots))


def _create(bench: Bench, values: dict[str, Any]) -> bytes:
    return json_of(_told(freeze(bench.administration, values["name"])))


def _restore(bench: Bench, name: str) -> bytes:
    return json_of(_told(restore(bench.administration, name)))


def _delete(bench: Bench, name: str) -> bytes:
    return json_of(_told(throw_away(bench.administration, name)))


_ANSWER: Final = envelopes.object_schema("SnapshotInfo", SnapshotInfo())
_NAME: Final = name_parameter("name", "Name of the snapshot; an unknown one is 400 `not_found`.", _EXAMPLE)
TAG: Final = "Snapshots", "Copies of an administration that cost next to nothing, whatever its size."
CALLS: Final = (
    on_administration(
        operation("listSnapshots", "GET", "/snapshots"),
        _list,
        summary="List snapshots",
        description="Gives the snapshots of an administration in the order in which they were made.",
        answer=envelopes.list_schema("SnapshotInfo", SnapshotInfo()),
        query=ListSnapshotsQuery,
    ),
    on_administration(
        operation("createSnapshot", "POST", "/snapshots"),
        _create,
        summary="Make a snapshot",
        description="Keeps a copy of books, clock and Idempotency-Keys under a name, in the place of an earlier one "
        f"with that name. Of more than {MAXIMUM} the oldest goes. A reset leaves snapshots as they are.",
        answer=_ANSWER,
        body=NewSnapshot(),
    ),
    on_administration(
        operation("restoreSnapshot", "POST", "/snapshots/{name}/restore"),
        _restore,
        summary="Restore a snapshot",
        description="Makes books, clock and Idempotency-Keys what they were. The scenario with its counters, the "
        "limits and the request log go on. Callers who are being kept waiting by a scenario are broken off.",
        answer=_ANSWER,
        path_parameter=_NAME,
    ),
    on_administration(
        operation("deleteSnapshot", "DELETE", "/snapshots/{name}"),
        _delete,
        summary="Throw a snapshot away",
        description="Throws a snapshot away, and gives it as it was.",
        answer=_ANSWER,
        path_parameter=_NAME,
    ),
)
