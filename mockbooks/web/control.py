"""The control API under /_mockbooks: its table of calls, and the endpoint that lets them in.

No steps run here, so neither tokens nor limits nor scenarios can come between a test and the control of its server.
"""

from collections.abc import Callable
from typing import Any, Final, NamedTuple

import orjson
from flask import request
from flask_smorest import Blueprint

from mockbooks.administration import Administration
from mockbooks.control import Control
from mockbooks.errors import Complaint
from mockbooks.service.answers import own_id
from mockbooks.service.fields import PlainText
from mockbooks.service.paging import Page, page_field, page_size_field
from mockbooks.service.schema import QuerySchema, StrictSchema
from mockbooks.traffic.admission import Admission
from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.traffic.operation import CONTROL_PREFIX, Operation
from mockbooks.traffic.routing import Router
from mockbooks.web import envelopes
from mockbooks.web.blueprints import Call, blueprint_with
from mockbooks.web.guard import Guard
from mockbooks.web.parser import CONTROL_KEY, exchange_of


class Desk(NamedTuple):
    """What a call of the control API works with; one Flask application may serve the desks of many servers."""

    control: Control
    base_url: str


def _unprintable(name: str) -> Complaint | None:
    """Complain about what could make the consent page read otherwise, such as text that runs backwards (U+202E)."""
    unprintable = next((character for character in name if not character.isprintable()), None)
    return None if unprintable is None else Complaint("control_character", values={"came": ascii(unprintable)})


class NewAdministration(StrictSchema):
    """The administration to be made."""

    name = PlainText(
        "What people call it, on the consent page and in GET /administration; by default a name with its id.",
        maximum=100,
        filled=True,
        check=_unprintable,
        example="Webwinkel De Fietsenmaker B.V.",
    )


class KeptAdministration(StrictSchema):
    """An administration of this server."""

    id = own_id("adm_000001")
    name = PlainText("What people call it.", maximum=100, required=True, example="Webwinkel De Fietsenmaker B.V.")


class OpenedAdministration(KeptAdministration):
    """A new administration, with everything that is needed to call the API for it."""

    client_id = PlainText(
        "A client whose home it is; it may use every grant, and any redirect URI on the loopback interface.",
        maximum=100,
        required=True,
        example="0ZcWTKUYAgZTT2ZbYhdL9hQfyCHXtBiW",
    )
    client_secret = PlainText(
        "The secret of the client.", maximum=100, required=True, example="8mJ2sSbW1pKx4tDNvQrLzGf6yHc3eUaR"
    )
    access_token = PlainText(
        "An access token for it with every scope, which does not expire; for one that does, use the client.",
        maximum=100,
        required=True,
        example="mb_at_5rTnVb0XkPqLwZc8sYdHfJg2mEuAi4Ro",
    )
    base_url = PlainText(
        "Where this server is: /api/v1 and /oauth stand below it.",
        maximum=2000,
        required=True,
        example="http://127.0.0.1:8080",
    )


class ListAdministrationsQuery(QuerySchema):
    """The page that is wanted."""

    page = page_field()
    page_size = page_size_field()


def _list_administrations(desk: Desk, query: dict[str, Any]) -> tuple[bytes, Page]:
    number, size = query["page"], query["page_size"]
    administrations = desk.control.administrations()
    shown = administrations[(number - 1) * size : number * size]
    page = Page(number=number, size=size, total_items=len(administrations))
    return orjson.dumps([_told(each) for each in shown]), page


def _create_administration(desk: Desk, values: dict[str, Any]) -> bytes:
    opened = desk.control.create_administration(values["name"])
    credentials = opened.credentials
    told = {
        "clientId": credentials.client_id,
        "clientSecret": credentials.client_secret,
        "accessToken": credentials.access_token,
        "baseUrl": desk.base_url,
    }
    return orjson.dumps(_told(opened.administration) | told)


def _delete_administration(desk: Desk, administration_id: str) -> bytes:
    return orjson.dumps(_told(desk.control.delete_administration(administration_id)))


def _told(administration: Administration) -> dict[str, str]:
    return {"id": administration.id, "name": administration.name}


def _desk() -> Desk:
    return Desk(request.environ[CONTROL_KEY], exchange_of(request).base_url)


def _operation(operation_id: str, method: str, path: str) -> Operation:
    return Operation(
        operation_id=operation_id, method=method, path=path, needs_token=False, prefix=CONTROL_PREFIX, area="control"
    )


CALLS: Final = (
    Call(
        operation=_operation("listAdministrations", "GET", "/administrations"),
        summary="List administrations",
        description="Gives the administrations of this server in order of creation. To be listed is not to be used.",
        run=_list_administrations,
        answer=envelopes.list_schema("KeptAdministration", KeptAdministration()),
        query=ListAdministrationsQuery(),
        works_with=_desk,
    ),
    Call(
        operation=_operation("createAdministration", "POST", "/administrations"),
        summary="Create an administration",
        description="Makes an administration with the start data in its books, a client for it and a token that does "
        "not expire: a test can have books of its own. When there are more than `--max-administrations`, the one that "
        "was unused longest goes, and its tokens with it.",
        run=_create_administration,
        answer=envelopes.object_schema("OpenedAdministration", OpenedAdministration()),
        body=NewAdministration(),
        works_with=_desk,
    ),
    Call(
        operation=_operation("deleteAdministration", "DELETE", "/administrations/{id}"),
        summary="Delete an administration",
        description="Deletes an administration with its books, clients and tokens, and gives it as it was. Its id is "
        "never given again. The administration `demo` is not deleted.",
        run=_delete_administration,
        answer=envelopes.object_schema("KeptAdministration", KeptAdministration()),
        works_with=_desk,
    ),
)


def control_blueprints() -> list[Blueprint]:
    """Make the blueprints of the control API."""
    description = "Isolated sets of books, each with its own clients, tokens and limits."
    return [blueprint_with(CALLS, tag="Administrations", description=description, prefix=CONTROL_PREFIX)]


class ControlEndpoint:
    """Answers the calls below /_mockbooks, which meet no steps: it judges itself who calls, and what is meant."""

    def __init__(self, views: Callable[[Exchange], Answer], guard: Guard) -> None:
        """Keep what does the calls, and who keeps other sites out."""
        self._views = views
        self._guard = guard
        self._admission = Admission(Router(call.operation for call in CALLS))

    def takes_long(self, exchange: Exchange) -> bool:
        """Tell whether a call would hold up others."""
        return exchange.method == "PUT"

    def __call__(self, exchange: Exchange) -> Answer:
        """Answer the exchange, or refuse it with a RequestError."""
        self._guard.judge(exchange)
        return self._admission.enter(exchange) or self._views(exchange)
