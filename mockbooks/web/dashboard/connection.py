"""How to connect: where the server is, what opens the books, and lines to paste."""

from collections.abc import Mapping
from typing import Final

from mockbooks.oauth.clients import Client
from mockbooks.oauth.tokens import AccessToken
from mockbooks.traffic.operation import API_PREFIX
from mockbooks.web.dashboard.visit import Visit

METADATA_PATH: Final = "/.well-known/oauth-authorization-server"


def shown(visit: Visit) -> Mapping[str, object]:
    """Give what an integration needs to call the API for these books."""
    base_url, administration_id = visit.exchange.base_url, visit.administration.id
    token = _lasting_token(visit)
    client = _home_client(visit)
    facts = {
        "MOCKBOOKS_URL": base_url,
        "MOCKBOOKS_API_URL": base_url + API_PREFIX,
        "MOCKBOOKS_ADMINISTRATION": administration_id,
        "MOCKBOOKS_TOKEN": token,
        "MOCKBOOKS_CLIENT_ID": client and client.client_id,
        "MOCKBOOKS_CLIENT_SECRET": client and client.client_secret,
    }
    return {
        "base_url": base_url,
        "api_url": base_url + API_PREFIX,
        "metadata_url": base_url + METADATA_PATH,
        "token": token,
        "has_dead_token": token is None and bool(_lasting(visit)),
        "client": client,
        "curl": _first_call(base_url, token, client),
        "environment": "\n".join(f"export {name}={text}" for name, text in facts.items() if text),
    }


def _lasting_token(visit: Visit) -> str | None:
    """Give the token that does not expire, unless it was made to: the demo's, or what the control API gave."""
    now = visit.administration.now()
    return next((each.token for each in _lasting(visit) if each.is_alive(now)), None)


def _lasting(visit: Visit) -> list[AccessToken]:
    return visit.administration.tokens.lasting_of(visit.administration.id)


def _home_client(visit: Visit) -> Client | None:
    """Give the first client whose home these books are."""
    clients = visit.control.authority.clients
    return next((each for each in clients if each.home_administration_id == visit.administration.id), None)


def _first_call(base_url: str, token: str | None, client: Client | None) -> str:
    if token:
        return f'curl -H "Authorization: Bearer {token}" {base_url}{API_PREFIX}/debtors'
    if client is None or client.client_secret is None:
        return f"curl {base_url}{METADATA_PATH}"
    credentials = f"{client.client_id}:{client.client_secret}"
    return f"curl -u {credentials} -d grant_type=client_credentials {base_url}/oauth/token"
