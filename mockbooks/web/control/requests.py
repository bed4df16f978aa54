"""The request log: searched, read and emptied."""

from typing import Any, Final, get_args

from mockbooks.control.requests import Sought, clear_requests, found_requests, number_of, request_of
from mockbooks.service.answers import part_schema
from mockbooks.service.fields import Choice, Flag, PlainText, Whole
from mockbooks.service.list_fields import ListOf
from mockbooks.service.paging import Page, page_field, page_size_field
from mockbooks.service.query_fields import QueryFlag, QueryWhole
from mockbooks.service.schema import Part, Parts, StrictSchema
from mockbooks.stage.operation_name import OperationName
from mockbooks.traffic.injection import Phase
from mockbooks.web import envelopes
from mockbooks.web.control.desk import Bench, OnAdministration, json_of, name_parameter, on_administration, operation
from mockbooks.web.control.entries import told_entry
from mockbooks.web.control.fields import AnyJsonValue, AnyObject, Number, told_moment

_MOST: Final = 2_147_483_647
_LONGEST: Final = 100_000
_REQUEST_ID: Final = "req_3f2a9c41"
_DROP_EXAMPLE: Final = {"kind": "drop", "how": "reset", "atBytes": None, "pieces": None, "seconds": None}


def _secrets() -> QueryFlag:
    return QueryFlag(
        "true: tokens, passwords and codes stand there as they came; else each is `***` with four digits that are the "
        "same for the same secret.",
        default=False,
        example="true",
    )


class RequestLogQuery(OnAdministration):
    """Which exchanges are wanted; filters combine with "and"."""

    operation = OperationName("operationId, as in the OpenAPI document.", example="createDebtor")
    status = QueryWhole("Status of the true answer or of the one that was sent.", lowest=0, highest=999, example=400)
    injection = PlainText("Name of an injection that acted.", maximum=200, filled=True, example="the answer is lost")
    client = PlainText("Id of the client, as far as it was known.", maximum=200, filled=True, example="mockbooks-demo")
    since = PlainText(
        "Only what came after this exchange: its number, or its request id.",
        maximum=128,
        filled=True,
        example="17",
    )
    method = PlainText("Method of the request.", maximum=40, filled=True, example="POST")
    path = PlainText("Path of the request, without its query.", maximum=2000, filled=True, example="/api/v1/debtors")
    secrets = _secrets()
    page = page_field()
    page_size = page_size_field()


class GetRequestQuery(OnAdministration):
    """Whether secrets are told."""

    secrets = _secrets()


class LoggedRequestBody(StrictSchema):
    """What came in."""

    headers = AnyObject(
        "The header fields, with their names in lower case; `traceparent` among them.",
        required=True,
        example={"content-type": "application/json", "traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b71-01"},
    )
    body = AnyJsonValue(
        "The body: a JSON value where it is one, else a text; null where there is none.", example={"name": "Garage"}
    )
    body_bytes = Whole("How long the body was.", lowest=0, highest=_MOST, required=True, example=17)
    cut = Flag("Whether only the beginning of the body was kept.", required=True, example=False)


class LoggedDeliveryBody(StrictSchema):
    """How an answer was put on the wire, when not as it should be."""

    kind = Choice(
        "`drop`: no answer, `cut`: the connection ended within the body, `dribble`: in pieces.",
        allowed=("drop", "cut", "dribble"),
        required=True,
        example="drop",
    )
    how = Choice("Of a drop: TCP RST or an orderly end.", allowed=("reset", "close"), example="reset")
    at_bytes = Whole("Of a cut: after so many bytes.", lowest=0, highest=_MOST, example=100)
    pieces = Whole("Of a dribble: in so many pieces.", lowest=0, highest=_MOST, example=5)
    seconds = Number("Of a dribble: over so many seconds.", above=-1, highest=_MOST, example=10)


class LoggedAnswerBody(StrictSchema):
    """What went out."""

    status = Whole(
        "The HTTP status; 0 where no answer was made at all.", lowest=0, highest=999, required=True, example=200
    )
    headers = AnyObject(
        "The header fields, with their names in lower case.", required=True, example={"x-request-id": _REQUEST_ID}
    )
    body = AnyJsonValue(
        "The body: a JSON value where it is one, else a text; null where there is none.", example={"success": True}
    )
    cut = Flag("Whether only the beginning of the body was kept.", required=True, example=False)
    delivery = Part(
        LoggedDeliveryBody(),
        "How it was put on the wire; null: as it should be.",
        example=_DROP_EXAMPLE,
    )


class LoggedInjectionBody(StrictSchema):
    """An injection that acted."""

    name = PlainText("Its name.", maximum=200, required=True, example="the answer is lost")
    phase = Choice("Where on the road.", allowed=get_args(Phase), required=True, example="after")
    faults = ListOf(
        PlainText("A fault.", maximum=60, required=True, example="dropConnection"),
        "Its faults.",
        required=True,
        example=["dropConnection"],
    )


_ANSWER_EXAMPLE: Final = {
    "status": 200,
    "headers": {"x-request-id": _REQUEST_ID},
    "body": {"success": True},
    "cut": False,
    "delivery": None,
}


class LoggedExchangeBody(StrictSchema):
    """One exchange with the API or the endpoints of OAuth."""

    number = Whole("Counts the exchanges since the log was emptied.", lowest=1, highest=_MOST, required=True, example=1)
    request_id = PlainText("Id of the request.", maximum=128, required=True, example=_REQUEST_ID)
    received_at = told_moment("When it came in")
    answered_at = told_moment("When it was answered")
    took_ms = Whole(
        "Milliseconds between the two, on that clock.", lowest=-_MOST, highest=_MOST, required=True, example=3
    )
    method = PlainText("Method.", maximum=100, required=True, example="POST")
    path = PlainText("Path.", maximum=_LONGEST, required=True, example="/api/v1/debtors")
    query = PlainText("Query, as it came; empty where there was none.", maximum=_LONGEST, default="", example="page=2")
    operation = PlainText("operationId; null where no operation was meant.", maximum=60, example="createDebtor")
    client = PlainText(
        "Id of the client, as far as the call told; null where it did not.", maximum=200, example="mockbooks-demo"
    )
    request = Part(
        LoggedRequestBody(),
        "What came in.",
        example={"headers": {}, "body": {"name": "Garage"}, "bodyBytes": 17, "cut": False},
        required=True,
    )
    answer = Part(
        LoggedAnswerBody(),
        "The true answer: what the API made of it.",
        example=_ANSWER_EXAMPLE,
        required=True,
    )
    sent = Part(
        LoggedAnswerBody(),
        "What was sent in its place; null where nothing came between.",
        example={**_ANSWER_EXAMPLE, "delivery": _DROP_EXAMPLE},
    )
    injections = Parts(LoggedInjectionBody(), "The injections that acted, in order.", fewest=0, most=100, example=[])
    why = PlainText("Why it was answered so, in a sentence.", maximum=2000, required=True, example="created")


class ForgottenRequests(StrictSchema):
    """How many exchanges were thrown away."""

    deleted = Whole("Exchanges that the log held.", lowest=0, highest=_MOST, required=True, example=12)


def _list(bench: Bench, query: dict[str, Any]) -> tuple[bytes, Page]:
    named = {name: query[name] for name in ("operation", "status", "injection", "client", "method", "path")}
    since = None if query["since"] is None else number_of(bench.administration, query["since"])
    entries, page = found_requests(
        bench.administration, Sought(**named, since=since), number=query["page"], size=query["page_size"]
    )
    return json_of([told_entry(entry, secrets=query["secrets"]) for entry in entries]), page


def _get(bench: Bench, request_id: str, query: dict[str, Any]) -> bytes:
    return json_of(told_entry(request_of(bench.administration, request_id), secrets=query["secrets"]))


def _clear(bench: Bench) -> bytes:
    return json_of({"deleted": clear_requests(bench.administration)})


_EXCHANGE: Final = part_schema("LoggedExchange", LoggedExchangeBody)()
TAG: Final = "Requests", "What was asked and answered: the newest ten thousand exchanges, within a bound of memory."
CALLS: Final = (
    on_administration(
        operation("listRequests", "GET", "/requests"),
        _list,
        summary="List exchanges",
        description="Gives the exchanges that went through the API and the endpoints of OAuth, the newest last, with "
        "the true answer and the one that was sent. Calls of the control API are not among them.",
        answer=envelopes.list_schema("LoggedExchange", _EXCHANGE),
        query=RequestLogQuery,
        takes_long=True,
    ),
    on_administration(
        operation("getRequest", "GET", "/requests/{requestId}"),
        _get,
        summary="Get an exchange",
        description="Gives the newest exchange with this request id, that of `X-Request-Id`.",
        answer=envelopes.object_schema("LoggedExchange", _EXCHANGE),
        query=GetRequestQuery,
        path_parameter=name_parameter(
            "requestId", "Id of the request; one that is not in the log is 400 `not_found`.", _REQUEST_ID
        ),
    ),
    on_administration(
        operation("clearRequests", "DELETE", "/requests"),
        _clear,
        summary="Empty the request log",
        description="Forgets all exchanges, and counts from 1 again. What the verdict has seen of them stays seen.",
        answer=envelopes.object_schema("ForgottenRequests", ForgottenRequests()),
    ),
)
