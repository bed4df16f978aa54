"""`reshape`: a vendor changed its API, or has always done it in another way: other fields, headers and statuses."""

from dataclasses import replace
from typing import Final

import orjson

from mockbooks.stage import pointer_edits
from mockbooks.stage.fault import DEPARTING, Fault
from mockbooks.stage.header_edits import having, without
from mockbooks.stage.scene import Scene
from mockbooks.stage.settings import Settings
from mockbooks.stage.shape import ReshapeBody, Shape
from mockbooks.traffic.content import content_of
from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.traffic.negotiation import JSON, PROBLEM

_OK: Final = 200
_NO_CONTENT: Final = 204
_REFUSED: Final = 400


def takes(shape: Shape, answer: Answer, exchange: Exchange) -> bool:
    """Tell whether there is anything to change; others wait meanwhile, so nothing is copied."""
    if shape.is_about_headers or _status_of_success(shape, answer, exchange) is not None:
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
    if status or is_changed:
        answer = _rewritten(answer, status or answer.status, content)
    elif not shape.is_about_headers:
        return None
    return having(without(answer, shape.drop_headers or ()), shape.set_headers or {})


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
    summary="Add, drop, null or rename fields of an answer, take headers off or put others on, and give it another"
    " status: `created: 201`, `deleted: 204`, `refused: 422`.",
    settings=Settings(
        "What changes in an answer: members of its body by their places, its headers, and its status.",
        form=ReshapeBody(),
        make=Shape,
        example={"drop": ["/data/email"], "created": 201},
    ),
    phases=DEPARTING,
    act=_act,
    takes=takes,
)
