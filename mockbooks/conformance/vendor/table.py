"""The table of everything that a vendor file may say: what reads it, describes it to editors and writes it."""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

from mockbooks.conformance.vendor.calls import HEADERS, MAKING, READING, READING_ONE, REMOVING
from mockbooks.conformance.vendor.fields import (
    AnyJson,
    Complain,
    Field,
    JsonSchema,
    ListOf,
    MapOf,
    Member,
    OrNull,
    Record,
    TextField,
    kind_of,
)
from mockbooks.conformance.vendor.model import (
    FIELDS,
    SEARCHES,
    Answers,
    Limits,
    Noun,
    OAuth,
    Pick,
    Resource,
    Support,
    Vendor,
)
from mockbooks.frozen import dataclass

NAME_PATTERN: Final = r"[A-Za-z][A-Za-z0-9_.-]{0,59}"
_TEXT: Final = TextField()
_POINTER: Final = TextField(
    what='a JSON Pointer (RFC 6901), such as "/data/id"', pattern=r"(?:/(?:[^~]|~[01])*)?", shortest=0
)
_URL: Final = TextField(
    what="a URL, or a path on the same host that begins with /", pattern=r"(?:https?://[^\s/]|/)\S*"
)
_NAME: Final = TextField(what="a name of letters, digits, _ . and -", pattern=NAME_PATTERN)


def _told(value: Any) -> dict[str, Any]:  # noqa: ANN401 - any of the dataclasses of the model
    """Take a value apart, without what is as it would be anyhow."""
    return {
        field.name: getattr(value, field.name)
        for field in dataclasses.fields(value)
        if getattr(value, field.name) != _default(field)
    }


def _default(field: "dataclasses.Field[Any]") -> object:
    made = field.default_factory
    return field.default if made is dataclasses.MISSING else made()


def _member(
    name: str, field: Field, description: str, attribute: str | None = None, *, required: bool = False
) -> Member:
    return Member(name=name, attribute=attribute or name, field=field, description=description, is_required=required)


def _made_of(make: Callable[..., Any], description: str, *members: Member) -> Record:
    return Record(members=members, make=make, take=_told, description=description)


def _mapping(description: str, *members: Member) -> Record:
    return Record(members=members, make=dict, take=dict, description=description)


_ANSWERS: Final = _made_of(
    Answers,
    "Where things stand in all answers.",
    _member("item", _POINTER, "The item, in an answer that holds one."),
    _member("items", _POINTER, "The list, in an answer that holds one."),
    _member("success", _POINTER, "What says true for success and false for failure, if anything does."),
    _member("failure", ListOf(_POINTER), "Where a failure is described; the first that stands there counts."),
)
_OAUTH: Final = _made_of(
    OAuth,
    "How a token is got; a URL is whole, or a path on the host that has the base URL.",
    _member("tokenUrl", _URL, "The token endpoint.", "token_url", required=True),
    _member("authorizationUrl", _URL, "The authorization endpoint.", "authorization_url"),
    _member("scope", _TEXT, "The scopes that are asked for, with spaces between them."),
    _member(
        "clientAuthentication",
        TextField(allowed=("basic", "post")),
        "How the client proves who it is: by a header (basic) or in the form (post).",
        "client_authentication",
    ),
    _member("example", _URL, "The page on which the set-up is written out with all requests."),
)
_TOKEN: Final = _mapping(
    "How a token is sent.",
    _member("header", HEADERS.key, "The name of the header.", "token_header"),
    _member("value", HEADERS.value, "Its value, with ${token} where the token goes.", "token_value"),
)
_LIMITS: Final = _made_of(
    Limits,
    "How the room within the limits is told.",
    _member("headers", ListOf(HEADERS.key), "Headers that tell the room that is left."),
    _member("call", READING, "A call that tells it."),
    _member("remaining", _POINTER, "Where the room stands in the answer to that call."),
)
_SUPPORT: Final = _made_of(
    Support,
    "Where the API tells of its support; pointers are into the item of the answer.",
    _member("call", READING, "The call that tells it.", required=True),
    _member("contact", _POINTER, "Where problems are reported: an e-mail address or a page."),
    _member("languages", _POINTER, "The languages that are spoken."),
    _member("answeredWithin", _POINTER, "How soon an answer comes, in words or working days.", "answered_within"),
)


def _pick(noun: str, **read: Any) -> Pick:  # noqa: ANN401 - what the members read
    known = {each.value: each for each in Noun}
    # A name that is not known has been complained of.
    return Pick(noun=known.get(noun, Noun.DEBTORS), **read)


_PICK: Final = _made_of(
    _pick,
    "A value that is taken from the first item of a list.",
    _member(
        "from",
        TextField(allowed=tuple(noun.value for noun in Noun)),
        "The resource whose list is read.",
        "noun",
        required=True,
    ),
    _member("where", MapOf(key=_POINTER, value=AnyJson()), "What must stand where in the item."),
    _member(
        "take", _POINTER, "Where the value stands in the item; by default where fields.id of its resource says, or /id."
    ),
)


@dataclass(frozen=True, slots=True)
class _ValueField:
    """A literal, or a mapping that says what is picked from a list."""

    def read(self, value: object, at: str, complain: Complain) -> object:
        if isinstance(value, Mapping):
            return _PICK.read(value, at, complain)
        if not isinstance(value, str | int | float | bool):
            complain(
                at,
                f"this must be a text, a number, true, false or what is picked from a list, and {kind_of(value)} came",
            )
        return value

    def schema(self) -> JsonSchema:
        return {"anyOf": [{"type": ["string", "number", "boolean"]}, _PICK.schema()]}

    def write(self, value: Any) -> object:  # noqa: ANN401 - a literal or a Pick
        return _PICK.write(value) if isinstance(value, Pick) else value


def _resource(noun: Noun) -> Record:
    searches = [
        _member(name, replace(READING, needs=name), f"Searches by {name}: ${{{name}}}.")
        for name in SEARCHES.get(noun, ())
    ]
    fields = [_member(name, _POINTER, f"Where {name} stands in an item.") for name in FIELDS[noun]]
    return _made_of(
        Resource,
        f"What can be done with {noun}; null where the API has no use for them.",
        _member("list", READING, "Reads a list of them."),
        _member("read", READING_ONE, "Reads one by its id: ${id}."),
        _member("create", MAKING, "Makes one, with a body that is accepted."),
        _member("mistake", MAKING, "Tries to make one, with a body that must be refused."),
        _member("remove", REMOVING, "Undoes a creation as far as the API allows: ${id}."),
        _member("searches", _mapping("By what they are found.", *searches), "By what they are found, beside their id."),
        _member(
            "fields", _mapping("Where things stand in one.", *fields), "Where things stand in one, as JSON Pointers."
        ),
        _member("item", _POINTER, "Where the item stands in an answer, if elsewhere than usual."),
        _member("items", _POINTER, "Where the list stands in an answer, if elsewhere than usual."),
    )


def _vendor(token: Mapping[str, Any] | None = None, **read: Any) -> Vendor:  # noqa: ANN401 - what the members read
    resources = {Noun(name): resource for name, resource in (read.pop("resources", None) or {}).items()}
    return Vendor(**read, **(token or {}), resources=resources)


def _vendor_told(vendor: Vendor) -> dict[str, Any]:
    told = _told(vendor)
    token = {name: told.pop(name) for name in ("token_header", "token_value") if name in told}
    return {**told, **({"token": token} if token else {})}


VENDOR: Final = Record(
    description="What a vendor calls the things that the nine conditions of mockbooks speak of.",
    make=_vendor,
    take=_vendor_told,
    members=(
        _member("name", _TEXT, "What the API is called in reports.", required=True),
        _member(
            "baseUrl",
            TextField(what="a URL without ? and #, such as https://api.example.com/v1", pattern=r"https?://[^\s?#@]+"),
            "Where the paths of all calls begin.",
            "base_url",
        ),
        _member("openapi", _URL, "The OpenAPI document: a URL, or a path on the same host."),
        _member("oauth", _OAUTH, "How a token is got."),
        _member("token", _TOKEN, "How a token is sent."),
        _member("headers", HEADERS, "Headers of every call; ${name} stands for a value."),
        _member("answers", _ANSWERS, "Where things stand in all answers."),
        _member(
            "resources",
            _mapping(
                "The resources that the conditions speak of.",
                *(
                    _member(noun.value, OrNull(_resource(noun)), f"The {noun}; null where there are none.")
                    for noun in Noun
                ),
            ),
            "The resources; one that is left out is not known, one that is null does not apply.",
        ),
        _member("limits", _LIMITS, "How the room within the limits is told."),
        _member("support", _SUPPORT, "Where the API tells of its support."),
        _member(
            "values", MapOf(key=_NAME, value=_ValueField()), "What ${name} stands for in bodies, paths and headers."
        ),
    ),
)
