"""What changed in the books, and through whom."""

from functools import cache
from typing import TYPE_CHECKING, Any, Final, get_args

from marshmallow import Schema

from mockbooks.control.changes import changes_since
from mockbooks.control.snapshots import LONGEST_NAME, START
from mockbooks.service.actor import ActorKind
from mockbooks.service.answers import part_schema
from mockbooks.service.fields import Choice, Flag, PlainText, Whole
from mockbooks.service.paging import DEFAULT_SIZE, LARGEST_SIZE, Page, page_field
from mockbooks.service.query_fields import QueryWhole
from mockbooks.service.schema import Part, StrictSchema
from mockbooks.traffic.negotiation import JSON
from mockbooks.web import envelopes
from mockbooks.web.calls import Reply
from mockbooks.web.control.desk import Bench, OnAdministration, json_of, on_administration, operation
from mockbooks.web.control.fields import AnyObject, told_moment
from mockbooks.web.control.media import chosen_format

if TYPE_CHECKING:
    from mockbooks.changes import ToldChange, ToldChanges

TEXT: Final = "text/plain"
_FORMATS: Final = {JSON: "json", TEXT: "text"}
_KINDS: Final = ("created", "changed", "reversed", "deleted")
_FORGOTTEN: Final = "(older changes are no longer known)"


class ListChangesQuery(OnAdministration):
    """Since when, and the page that is wanted."""

    since = PlainText(
        "`start`, or the name of a snapshot.", maximum=LONGEST_NAME, filled=True, default=START, example=START
    )
    format = Choice("The form of the answer; it beats the header Accept.", allowed=("json", "text"), example="json")
    page = page_field()
    page_size = QueryWhole(
        f"How many changes a page holds; left out {DEFAULT_SIZE} in JSON, and all of them in text.",
        lowest=1,
        highest=LARGEST_SIZE,
        example=DEFAULT_SIZE,
    )


class ChangeActorBody(StrictSchema):
    """Through whom a change came about."""

    kind = Choice("Who it was.", allowed=get_args(ActorKind), required=True, example="client")
    name = PlainText(
        "The id of the client, or the injection of the scenario; null where there is none.",
        maximum=200,
        example="mockbooks-demo",
    )
    request_id = PlainText("The request in which it happened.", maximum=128, example="req_3f2a9c41")


class ChangeBody(StrictSchema):
    """What one actor made of one record in one call."""

    number = Whole("Counts the changes of these books.", lowest=1, highest=2_147_483_647, required=True, example=1)
    kind = Choice("What happened.", allowed=_KINDS, required=True, example="created")
    resource = PlainText("What kind of record it is.", maximum=40, required=True, example="Debtor")
    id = PlainText("The id of the record.", maximum=40, required=True, example="deb_000026")
    label = PlainText("What the record is known by.", maximum=1000, required=True, example="00026, Garage Visser")
    actor = Part(
        ChangeActorBody(),
        "Through whom.",
        example={"kind": "client", "name": "mockbooks-demo", "requestId": "req_3f2a9c41"},
        required=True,
    )
    at = told_moment("When")
    differences = AnyObject(
        "What each JSON field `was` and `is`, by its name; empty for what was created or deleted.",
        required=True,
        example={"email": {"was": "info@visser.example", "is": "post@visser.example"}},
    )
    line = PlainText(
        "All of it in one line.", maximum=10_000, required=True, example="client mockbooks-demo created debtor …"
    )


def _told(change: "ToldChange") -> dict[str, object]:
    return {
        "number": change.number,
        "kind": change.kind,
        "resource": change.resource,
        "id": change.id,
        "label": change.label,
        "actor": {"kind": change.actor_kind, "name": change.actor_name, "requestId": change.request_id},
        "at": change.at,
        "differences": {name: {"was": was, "is": now} for name, (was, now) in change.differences.items()},
        "line": change.line,
    }


def _list(bench: Bench, query: dict[str, Any]) -> Reply:
    changes = changes_since(bench.administration, query["since"])
    size, total = query["page_size"], len(changes.changes)
    if chosen_format(bench.exchange, query["format"], _FORMATS) == "text":
        page = Page(number=query["page"], size=size or max(1, total), total_items=total)
        return _as_text(changes, page)
    return _as_json(changes, Page(number=query["page"], size=size or DEFAULT_SIZE, total_items=total))


def _shown(changes: "ToldChanges", page: Page) -> "list[ToldChange]":
    return changes.changes[(page.number - 1) * page.size : page.number * page.size]


def _as_json(changes: "ToldChanges", page: Page) -> Reply:
    listed = envelopes.list_bytes(json_of([_told(change) for change in _shown(changes, page)]), page)
    complete = b',"complete":%s}' % (b"false" if changes.forgotten else b"true")
    return Reply(body=listed[:-1] + complete, page=page)


def _as_text(changes: "ToldChanges", page: Page) -> Reply:
    lines = [*([_FORGOTTEN] if changes.forgotten else []), *(change.line for change in _shown(changes, page))]
    text = "".join(f"{line}\n" for line in lines)
    return Reply(body=text.encode(), media_type=f"{TEXT}; charset=utf-8", page=page)


_COMPLETE: Final = Flag(
    "Whether these are all changes: of more than ten thousand the oldest are no longer known.",
    required=True,
    example=True,
)


@cache
def _answer() -> Schema:
    """Describe a list that also tells whether it is complete."""
    listed = type(envelopes.list_schema("Change", part_schema("Change", ChangeBody)())())
    described: Schema = type("ChangeListAnswer", (listed,), {"complete": _COMPLETE})()
    return described


TAG: Final = "Changes", "What became of the books, and through whom: a client, the bookkeeper, or the seed."
CALLS: Final = (
    on_administration(
        operation("listChanges", "GET", "/changes"),
        _list,
        summary="List what changed",
        description="Tells every record that was created, changed, reversed or deleted since the start or a snapshot, "
        "the newest last. As `text/plain` it is a line for each. What follows from bookkeeping by itself, such as the "
        "next number of a journal, is left out. After `PUT /books`, or a snapshot from before, the books have another "
        "history: that is 400 `books_replaced`.",
        answer=_answer,
        query=ListChangesQuery,
        takes_long=True,
        gives=(JSON, TEXT),
    ),
)
