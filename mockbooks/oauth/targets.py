"""Whom an authorization request is from, and where its answer may go: until both are sure, nobody is redirected.

Sending errors to an address that nobody registered would make this server an open redirector (RFC 6749, section
4.1.2.1, and RFC 9700, section 4.11.2), so these refusals are shown to the person instead.
"""

from collections.abc import Sequence
from dataclasses import field
from difflib import get_close_matches
from typing import Final

from mockbooks.frozen import dataclass
from mockbooks.oauth.clients import Client, ClientStore
from mockbooks.oauth.descriptions import shortened
from mockbooks.oauth.parameters import Parameters
from mockbooks.oauth.redirects import Difference, differences, flaw_of, is_loopback, is_registered, nearest
from mockbooks.texts import Text

_LONGEST_COMPARED: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Who asks, and the redirect URI that takes the answer; `was_sent` when the request itself named it."""

    client: Client
    redirect_uri: str
    was_sent: bool


@dataclass(eq=False, kw_only=True)
class TargetError(Exception):
    """A request whose sender or redirect URI is not sure: `text` says why.

    `nearest` is what was probably meant, and `differences` is how far what came is from that.
    """

    error: str
    parameter: str
    text: Text
    came: str | None = None
    expected: Sequence[str] = field(default=())
    nearest: str | None = None
    differences: tuple[Difference, ...] = ()
    client: Client | None = None


def find_target(parameters: Parameters, clients: ClientStore, own_uris: Sequence[str]) -> Target:
    """Find who asks and where the answer goes, or raise TargetError.

    `own_uris` are those of this server's own documentation.
    """
    client = _client(_only(parameters, "client_id", None), clients)
    sent = _only(parameters, "redirect_uri", client)
    if sent is None:
        return Target(client=client, redirect_uri=_only_one_of(client), was_sent=False)
    _demand_flawless(sent, client)
    if not _is_allowed(sent, client, own_uris):
        raise _unregistered(sent, client)
    return Target(client=client, redirect_uri=sent, was_sent=True)


def _only(parameters: Parameters, name: str, client: Client | None) -> str | None:
    for _, count in parameters.repeated((name,)):
        raise TargetError(
            error="invalid_request",
            parameter=name,
            text=Text(f"{name} came {count} times; it may come once.", f"{name} kwam {count} keer; één keer mag."),
            client=client,
        )
    return parameters.value(name)


def _client(client_id: str | None, clients: ClientStore) -> Client:
    if client_id is None:
        raise TargetError(
            error="invalid_request",
            parameter="client_id",
            text=Text("client_id is missing: who is asking?", "client_id ontbreekt: wie vraagt dit?"),
        )
    client = clients.find(client_id)
    if client is None:
        near = get_close_matches(client_id[:_LONGEST_COMPARED], [each.client_id for each in clients], n=1)
        raise TargetError(
            error="invalid_client",
            parameter="client_id",
            text=Text("No client with this id is registered here.", "Er is hier geen client met dit id geregistreerd."),
            came=shortened(client_id),
            nearest=near[0] if near else None,
        )
    return client


def _only_one_of(client: Client) -> str:
    """Give the redirect URI of a client that can have no other (RFC 6749, section 3.1.2.3)."""
    if len(client.redirect_uris) == 1 and not client.any_loopback:
        return client.redirect_uris[0]
    raise TargetError(
        error="invalid_request",
        parameter="redirect_uri",
        text=Text(
            "redirect_uri is missing. It may be left out only when exactly one is registered.",
            "redirect_uri ontbreekt. Die mag alleen weg als er precies één geregistreerd is.",
        ),
        expected=client.redirect_uris,
        client=client,
    )


def _demand_flawless(sent: str, client: Client) -> None:
    flaw = flaw_of(sent)
    if flaw is not None:
        raise TargetError(
            error="invalid_request",
            parameter="redirect_uri",
            text=Text(f"redirect_uri cannot be used: {flaw.en}.", f"redirect_uri is niet te gebruiken: {flaw.nl}."),
            came=shortened(sent),
            expected=client.redirect_uris,
            client=client,
        )


def _is_allowed(sent: str, client: Client, own_uris: Sequence[str]) -> bool:
    if is_registered(sent, client.redirect_uris):
        return True
    return client.any_loopback and (sent in own_uris or is_loopback(sent))


def _unregistered(sent: str, client: Client) -> TargetError:
    near = nearest(sent, client.redirect_uris)
    return TargetError(
        error="invalid_request",
        parameter="redirect_uri",
        text=Text(
            "redirect_uri is not one that is registered for this client. They are compared character by character,"
            " except the port of a loopback address.",
            "redirect_uri is voor deze client niet geregistreerd. Er wordt teken voor teken vergeleken, op de poort"
            " van een loopback-adres na.",
        ),
        came=shortened(sent),
        expected=client.redirect_uris,
        nearest=near,
        differences=() if near is None else differences(sent, near),
        client=client,
    )
