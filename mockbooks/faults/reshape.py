"""`reshape`: a vendor changed its API, or has always done it in another way: other fields, other statuses."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

import orjson

from mockbooks.service.fields import PlainText, Whole
from mockbooks.service.schema import StrictSchema
from mockbooks.stage import pointer_edits
from mockbooks.stage.any_json import AnyJson
from mockbooks.stage.code_field import ErrorCode
from mockbooks.stage.fault import DEPARTING, Fault
from mockbooks.stage.many import Listed, Named
from mockbooks.stage.pointer_field import Pointer
from mockbooks.stage.scene import Scene
from mockbooks.stage.settings import Settings
from mockbooks.traffic.content import content_of
from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.traffic.negotiation import JSON, PROBLEM

MOST_PLACES: Final = 100
_OK: Final = 200
_NO_CONTENT: Final = 204
_REFUSED: Final = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What an answer is made into: the places of its body that change, and the statuses; `add` holds written JSON."""

    add: Mapping[str, bytes] | None = None
    drop: tuple[str, ...] | None = None
    null: tuple[str, ...] | None = None
    rename: Mapping[str, str] | None = None
    created: int | None = None
    deleted: int | None = None
    refused: int | None = None
    codes: Mapping[str, int] | None = None


def _place(example: str) -> Pointer:
    return Pointer("A place in the body.", required=True, example=example)


def _status(description: str, example: int, *, required: bool = False) -> Whole:
    return Whole(description, lowest=200, highest=599, required=required, example=example)


class ReshapeBody(StrictSchema):
    """What changes; a place that is not there is passed over, and `*` stands for every item of a list."""

    add = Named(
        "Members that answers get, or other values for those that they have.",
        name=Pointer("Place of the member.", required=True, example="/data/displayName"),
        value=AnyJson("Its value.", required=True, example="Bakkerij De Korenaar"),
        most=MOST_PLACES,
        example={"/data/displayName": "Bakkerij De Korenaar"},
    )
    drop = Listed(
        _place("/data/email"), "What answers have no longer.", fewest=1, most=MOST_PLACES, example=["/data/email"]
    )
    null = Listed(_place("/data/*/phone"), "What becomes null.", fewest=1, most=MOST_PLACES, example=["/data/*/phone"])
    rename = Named(
        "Members that get another name.",
        name=_place("/data/name"),
        value=PlainText("Its new name.", maximum=100, required=True, example="displayName"),
        most=MOST_PLACES,
        example={"/data/name": "displayName"},
    )
    created = _status("Status of what was created or done by a POST, where the API has 200.", 201)
    deleted = _status("Status of what was deleted, where the API has 200; a 204 has no body.", 204)
    refused = _status("Status of every refused action, where the API has 400; the body tells it too.", 422)
    codes = Named(
        "Statuses of refusals by their code; they go before `refused`.",
        name=ErrorCode("Code of the problem.", required=True, example="not_found"),
        value=_status("Its status.", 404, required=True),
        most=MOST_PLACES,
        example={"not_found": 404},
    )


def takes(shape: Shape, answer: Answer, exchange: Exchange) -> bool:
    """Tell whether there is anything to change; others wait meanwhile, so nothing is copied."""
    if _status_of_success(shape, answer, exchange) is not None:
        return True
    content = content_of(answer.body, answer.media_type)
    return _status_of_refusal(shape, answer, content) is not None or _changes(shape, content)


def _act(scene: Scene, shape: Shape) -> Answer | None:
    answer = scene.answer
    if answer is None:
        return None
    content = content_of(answer.body, answer.media_type)
    status = _status_of_refusal(shape, answer, content) or _status_of_success(shape, answer, scene.exchange)
    is_changed = _changes(shape, content)
    if is_changed:
        _edit(shape, content)
    return _rewritten(answer, status or answer.status, content) if status or is_changed else None


def _rewritten(answer: Answer, status: int, content: object) -> Answer:
    """Write an answer anew; a problem that calls itself a success is no longer announced as a problem."""
    if status == _NO_CONTENT:
        return replace(answer, status=status, body=b"", media_type="")
    if isinstance(content, dict) and content.get("status") == answer.status:
        content["status"] = status
    body = answer.body if content is None else orjson.dumps(content)
    is_success = answer.media_type == PROBLEM and status < _REFUSED
    return replace(answer, status=status, body=body, media_type=JSON if is_success else answer.media_type)


def _changes(shape: Shape, content: object) -> bool:
    """Tell whether one of the edits would change something; the first that does finds the content as it is now."""
    return (
        any(True for pointer in shape.drop or () for _ in pointer_edits.values(content, pointer))
        or any(value is not None for pointer in shape.null or () for value in pointer_edits.values(content, pointer))
        or any(
            name in holder and name != new_name
            for pointer, new_name in (shape.rename or {}).items()
            for holder, name in pointer_edits.holders(content, pointer)
        )
        or any(
            name not in holder or orjson.dumps(holder[name]) != value
            for pointer, value in (shape.add or {}).items()
            for holder, name in pointer_edits.holders(content, pointer)
        )
    )


def _edit(shape: Shape, content: object) -> None:
    for pointer in shape.drop or ():
        pointer_edits.drop(content, pointer)
    for pointer in shape.null or ():
        pointer_edits.empty(content, pointer)
    for pointer, name in (shape.rename or {}).items():
        pointer_edits.rename(content, pointer, name)
    for pointer, value in (shape.add or {}).items():
        pointer_edits.add(content, pointer, orjson.loads(value))


def _status_of_success(shape: Shape, answer: Answer, exchange: Exchange) -> int | None:
    if answer.status != _OK or exchange.operation is None or exchange.operation.area != "api":
        return None
    return {"POST": shape.created, "DELETE": shape.deleted}.get(exchange.method)


def _status_of_refusal(shape: Shape, answer: Answer, content: object) -> int | None:
    if answer.status < _REFUSED:
        return None
    code = content.get("code") if isinstance(content, dict) else None
    by_code = (shape.codes or {}).get(str(code))
    return by_code or (shape.refused if answer.status == _REFUSED else None)


FAULT: Final[Fault[Shape]] = Fault(
    name="reshape",
    summary="Add, drop, null or rename fields of an answer, and give it another status: `created: 201`, `deleted: 204`,"
    " `refused: 422`.",
    settings=Settings(
        "What changes in an answer: members of its body by their places, and its status.",
        form=ReshapeBody(),
        make=Shape,
        example={"drop": ["/data/email"], "created": 201},
    ),
    phases=DEPARTING,
    act=_act,
    takes=takes,
)
