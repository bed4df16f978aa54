"""The administrations of the server: listed, made and deleted."""

from typing import Any, Final

from mockbooks.administration import Administration
from mockbooks.control.administrations import create_administration, delete_administration
from mockbooks.errors import Complaint
from mockbooks.service.answers import own_id
from mockbooks.service.fields import PlainText
from mockbooks.service.paging import Page, page_field, page_size_field
from mockbooks.service.schema import QuerySchema, StrictSchema
from mockbooks.web import envelopes
from mockbooks.web.control.desk import Desk, json_of, on_server, operation


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


def told_administration(administration: Administration) -> dict[str, str]:
    """Tell which administration it is."""
    return {"id": administration.id, "name": administration.name}


def _list(desk: Desk, query: dict[str, Any]) -> tuple[bytes, Page]:
    number, size = query["page"], query["page_size"]
    administrations = desk.control.administrations.all()
    shown = administrations[(number - 1) * size : number * size]
    page = Page(number=number, size=size, total_items=len(administrations))
    return json_of([told_administration(each) for each in shown]), page


def _create(desk: Desk, values: dict[str, Any]) -> bytes:
    opened = create_administration(desk.control, values["name"])
    credentials = opened.credentials
    told = {
        "clientId": credentials.client_id,
        "clientSecret": credentials.client_secret,
        "accessToken": credentials.access_token,
        "baseUrl": desk.exchange.base_url,
    }
    return json_of(told_administration(opened.administration) | told)


def _delete(desk: Desk, administration_id: str) -> bytes:
    return json_of(told_administration(delete_administration(desk.control, administration_id)))


TAG: Final = "Administrations", "Isolated sets of books, each with its own clients, tokens, clock, limits and scenario."
CALLS: Final = (
    on_server(
        operation("listAdministrations", "GET", "/administrations"),
        _list,
        summary="List administrations",
        description="Gives the administrations of this server in order of creation. To be listed is not to be used.",
        answer=envelopes.list_schema("KeptAdministration", KeptAdministration()),
        query=ListAdministrationsQuery,
    ),
    on_server(
        operation("createAdministration", "POST", "/administrations"),
        _create,
        summary="Create an administration",
        description="Makes an administration with the start data in its books, a client for it and a token that does "
        "not expire: a test can have books of its own. It begins with the scenario that the server was started with. "
        "When there are more than `--max-administrations`, the one that was unused longest goes, and its tokens with "
        "it.",
        answer=envelopes.object_schema("OpenedAdministration", OpenedAdministration()),
        body=NewAdministration(),
    ),
    on_server(
        operation("deleteAdministration", "DELETE", "/administrations/{id}"),
        _delete,
        summary="Delete an administration",
        description="Deletes an administration with its books, clients and tokens, and gives it as it was. Its id is "
        "never given again. The administration `demo` is not deleted.",
        answer=envelopes.object_schema("KeptAdministration", KeptAdministration()),
    ),
)
