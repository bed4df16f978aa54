"""`respond`: something that is not the API answers, such as the error page of a proxy in front of it."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Final

from mockbooks.frozen import dataclass
from mockbooks.service.fields import PlainText, Whole, refuse
from mockbooks.service.schema import StrictSchema
from mockbooks.stage.any_json import AnyJson
from mockbooks.stage.fault import EVERYWHERE, Fault
from mockbooks.stage.header_fields import HeaderName, HeaderValue
from mockbooks.stage.many import Named
from mockbooks.stage.scene import Scene
from mockbooks.stage.settings import Settings
from mockbooks.traffic.exchange import Answer
from mockbooks.traffic.negotiation import JSON

LONGEST_BODY: Final = 65_536
MOST_HEADERS: Final = 50
_HTML: Final = "text/html; charset=utf-8"
_TEXT: Final = "text/plain; charset=utf-8"
# RFC 9110, sections 15.3.5 and 15.4.5: these end with their headers.
_WITHOUT_BODY: Final = frozenset({HTTPStatus.NO_CONTENT, HTTPStatus.NOT_MODIFIED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """An answer as it is sent."""

    answer: Answer


class RespondBody(StrictSchema):
    """An answer: its status, and what else it has."""

    status = Whole("HTTP status.", required=True, lowest=200, highest=599, example=502)
    headers = Named(
        "Headers, and none of the API's own; Content-Type goes by the body unless it stands here.",
        name=HeaderName("Name of a header.", required=True, example="Retry-After"),
        value=HeaderValue("Value of a header.", required=True, example=120),
        most=MOST_HEADERS,
        example={"Retry-After": 120},
    )
    body = PlainText(
        "The body as text; what begins with `<` is sent as HTML.",
        maximum=LONGEST_BODY,
        example="<html><body><h1>502 Bad Gateway</h1></body></html>",
    )
    json = AnyJson("The body as JSON.", example={"error": "maintenance"})


def _response(*, status: int, headers: Mapping[str, str] | None, body: str | None, json: bytes | None) -> Response:
    if body is not None and json is not None:
        refuse("not_together", fields="body, json")
    content = json if json is not None else (body or "").encode("utf-8", "replace")
    if content and status in _WITHOUT_BODY:
        refuse("not_together", fields=f"status {status}, {'body' if json is None else 'json'}")
    named = {name.lower(): value for name, value in (headers or {}).items()}
    others = tuple((name, value) for name, value in (headers or {}).items() if name.lower() != "content-type")
    media_type = named.get("content-type") or _media_type(content, is_json=json is not None)
    return Response(answer=Answer(status=status, body=content, headers=others, media_type=media_type, foreign=True))


def _media_type(content: bytes, *, is_json: bool) -> str:
    if is_json:
        return JSON
    if not content:
        return ""
    return _HTML if content.lstrip().startswith(b"<") else _TEXT


def _act(_scene: Scene, response: Response) -> Answer:
    return response.answer


FAULT: Final[Fault[Response]] = Fault(
    name="respond",
    summary="Answer with any status, headers and body: the HTML page of a proxy, a 503 with Retry-After, a 200 with an"
    " error inside, or a 404 as other vendors send it.",
    settings=Settings(
        "What is sent in place of the API's answer.",
        form=RespondBody(),
        make=_response,
        example={"status": 502, "body": "<html><body><h1>502 Bad Gateway</h1></body></html>"},
    ),
    phases=EVERYWHERE,
    act=_act,
)
