"""Registering a client: what its metadata may say, and the client that comes of it (RFC 7591)."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, Literal

from mockbooks.frozen import dataclass
from mockbooks.oauth.asked_scopes import asked_scopes
from mockbooks.oauth.authority import Authority
from mockbooks.oauth.clients import Client
from mockbooks.oauth.descriptions import described, shortened
from mockbooks.oauth.errors import OAuthError
from mockbooks.oauth.redirects import flaw_of
from mockbooks.oauth.scopes import SCOPES, in_order

GRANT_TYPES: Final = ("authorization_code", "refresh_token", "client_credentials")
RESPONSE_TYPES: Final = ("code",)
AUTH_METHODS: Final = ("client_secret_basic", "client_secret_post", "none")
LONGEST_NAME: Final = 100
MOST_REDIRECT_URIS: Final = 20

# Some libraries send the secret one way whatever they registered, so whoever has a secret may send it either way.
_METHODS_WITH_SECRET: Final = frozenset({"client_secret_basic", "client_secret_post"})
_PUBLIC: Final = "none"
Metadata = Mapping[str, Any]


class RegistrationError(Exception):
    """Metadata that cannot be registered (RFC 7591, section 3.2.2)."""

    def __init__(self, error: Literal["invalid_redirect_uri", "invalid_client_metadata"], description: str) -> None:
        """Keep the error; of the description only what is allowed in one."""
        super().__init__(error, description)
        self.error = error
        self.description = described(description)


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """What is registered of a client, with what it left out filled in.

    Whoever names no grant types may use all that their kind of client can. RFC 7591, section 2, makes that the code
    alone, and section 3.2.1 lets a server register more and say so: without a refresh token few come far.
    """

    name: str | None
    redirect_uris: tuple[str, ...]
    grant_types: tuple[str, ...]
    response_types: tuple[str, ...]
    auth_method: str
    scopes: tuple[str, ...]


def read_metadata(metadata: object) -> Registration:
    """Read the metadata of a client, or raise RegistrationError; what is not known is ignored, and null is nothing."""
    if not isinstance(metadata, dict):
        raise _invalid(f"The body must be a JSON object; {_kind_of(metadata)} came.")
    auth_method = _auth_method(metadata)
    grant_types = _listed(metadata, "grant_types", GRANT_TYPES) or _grant_types_for(auth_method)
    registration = Registration(
        name=_name(metadata),
        redirect_uris=_redirect_uris(metadata),
        grant_types=grant_types,
        response_types=_listed(metadata, "response_types", RESPONSE_TYPES) or _response_types_of(grant_types),
        auth_method=auth_method,
        scopes=_scopes(metadata),
    )
    _demand_consistency(registration)
    return registration


def register(registration: Registration, authority: Authority) -> Client:
    """Let a client in, with an administration of its own."""
    client_id = authority.mint.text("client")
    is_public = registration.auth_method == _PUBLIC
    secret = None if is_public else authority.mint.text("secret")
    name = registration.name or client_id
    home = authority.administrations.create(name)
    client = Client(
        client_id=client_id,
        client_secret=secret,
        name=name,
        redirect_uris=registration.redirect_uris,
        grant_types=frozenset(registration.grant_types),
        auth_methods=frozenset({_PUBLIC}) if is_public else _METHODS_WITH_SECRET,
        home_administration_id=home.id,
        issued_at=home.clock.now(),
        scopes=registration.scopes,
    )
    authority.let_in(client)
    return client


def told(registration: Registration, client: Client) -> dict[str, object]:
    """Tell what was registered (RFC 7591, section 3.2.1); `administration_id` is of our own making."""
    issued_at = int(client.issued_at.timestamp())
    secret = {} if client.is_public else {"client_secret": client.client_secret, "client_secret_expires_at": 0}
    return {
        "client_id": client.client_id,
        "client_id_issued_at": issued_at,
        **secret,
        "client_name": client.name,
        "redirect_uris": list(registration.redirect_uris),
        "token_endpoint_auth_method": registration.auth_method,
        "grant_types": list(registration.grant_types),
        "response_types": list(registration.response_types),
        "scope": " ".join(registration.scopes),
        "administration_id": client.home_administration_id,
    }


def _name(metadata: Metadata) -> str | None:
    name = _text(metadata, "client_name")
    if name is None:
        return None
    if len(name) > LONGEST_NAME:
        raise _invalid(f"client_name has {len(name)} characters; {LONGEST_NAME} are allowed.")
    if not name.strip() or not name.isprintable():
        raise _invalid("client_name must be text that can be read on a page, without control characters.")
    return name.strip()


def _redirect_uris(metadata: Metadata) -> tuple[str, ...]:
    uris = metadata.get("redirect_uris")
    if uris is None:
        return ()
    if not isinstance(uris, list) or not all(isinstance(uri, str) for uri in uris):
        raise _invalid_uri("redirect_uris must be an array of texts.")
    if len(uris) > MOST_REDIRECT_URIS:
        raise _invalid_uri(f"redirect_uris holds {len(uris)}; {MOST_REDIRECT_URIS} are allowed.")
    for index, uri in enumerate(uris):
        flaw = flaw_of(uri)
        if flaw is not None:
            raise _invalid_uri(f"redirect_uris[{index}] {shortened(uri)} cannot be used: {flaw.en}.")
    return _once(uris)


def _auth_method(metadata: Metadata) -> str:
    method = _text(metadata, "token_endpoint_auth_method")
    if method is None:
        return AUTH_METHODS[0]
    if method not in AUTH_METHODS:
        raise _not_offered("token_endpoint_auth_method", method, AUTH_METHODS)
    return method


def _scopes(metadata: Metadata) -> tuple[str, ...]:
    try:
        return in_order(asked_scopes(_text(metadata, "scope"), SCOPES, "A client may be registered for"))
    except OAuthError as refusal:
        raise _invalid(str(refusal.description)) from None


def _text(metadata: Metadata, name: str) -> str | None:
    """Give a text; an empty one is nothing."""
    value = metadata.get(name)
    if value is not None and not isinstance(value, str):
        raise _invalid(f"{name} must be a text; {_kind_of(value)} came.")
    return value or None


def _listed(metadata: Metadata, name: str, offered: Sequence[str]) -> tuple[str, ...]:
    values = metadata.get(name)
    if values is None:
        return ()
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise _invalid(f"{name} must be an array of texts.")
    for value in values:
        if value not in offered:
            raise _not_offered(name, value, offered)
    return _once(values)


def _grant_types_for(auth_method: str) -> tuple[str, ...]:
    """Give every grant type, but to a client without a secret not the one that needs it."""
    return GRANT_TYPES[:2] if auth_method == _PUBLIC else GRANT_TYPES


def _response_types_of(grant_types: Sequence[str]) -> tuple[str, ...]:
    return RESPONSE_TYPES if "authorization_code" in grant_types else ()


def _demand_consistency(registration: Registration) -> None:
    """Refuse what contradicts itself (RFC 7591, section 2.1)."""
    with_code = "authorization_code" in registration.grant_types
    if with_code and not registration.redirect_uris:
        raise _invalid_uri("redirect_uris is missing; the grant type authorization_code needs at least one.")
    if not with_code and registration.response_types:
        raise _invalid("response_types has code, which needs the grant type authorization_code.")
    if registration.auth_method == _PUBLIC and "client_credentials" in registration.grant_types:
        raise _invalid(
            "The grant type client_credentials needs a secret (RFC 6749, section 4.4), but"
            " token_endpoint_auth_method is none."
        )


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _kind_of(value: object) -> str:
    kinds = {
        bool: "true or false",
        int: "a number",
        float: "a number",
        str: "a text",
        list: "an array",
        dict: "an object",
    }
    return kinds.get(type(value), "null")


def _not_offered(name: str, came: str, offered: Sequence[str]) -> RegistrationError:
    return _invalid(f"{name} {shortened(came)} is not offered; these are: {', '.join(offered)}.")


def _invalid(description: str) -> RegistrationError:
    return RegistrationError("invalid_client_metadata", description)


def _invalid_uri(description: str) -> RegistrationError:
    return RegistrationError("invalid_redirect_uri", description)
