"""The settings of `reshape`: what an answer is made into, and how a scenario file says it."""

from collections.abc import Mapping
from typing import Final

from mockbooks.frozen import dataclass
from mockbooks.service.fields import PlainText, Whole
from mockbooks.service.schema import StrictSchema
from mockbooks.stage.any_json import AnyJson
from mockbooks.stage.code_field import ErrorCode
from mockbooks.stage.header_fields import HeaderName, HeaderValue
from mockbooks.stage.many import Listed, Named
from mockbooks.stage.pointer_field import Pointer

MOST_PLACES: Final = 100
MOST_HEADERS: Final = 50


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
    drop_headers: tuple[str, ...] | None = None
    set_headers: Mapping[str, str] | None = None

    @property
    def is_about_headers(self) -> bool:
        """Whether it changes the headers, which any answer has."""
        return bool(self.drop_headers or self.set_headers)


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
    drop_headers = Listed(
        HeaderName(
            "Name of a header; with `*` at its end, what names begin with.", required=True, example="RateLimit*"
        ),
        "Headers that answers have no longer, in any case.",
        fewest=1,
        most=MOST_HEADERS,
        example=["RateLimit*", "X-RateLimit-*"],
    )
    set_headers = Named(
        "Headers that answers get, or other values for those that they have; they come after `dropHeaders`.",
        name=HeaderName("Name of a header.", required=True, example="Content-Type"),
        value=HeaderValue("Its value.", required=True, example="text/plain"),
        most=MOST_HEADERS,
        example={"Content-Type": "text/plain"},
    )
