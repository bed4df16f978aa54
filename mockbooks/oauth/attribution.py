"""Whom a call concerns, whether its credentials are good or not: the scenario and request log that it belongs to.

It judges nothing. An expired token still tells whose it was, and so do the code, refresh token or client of a request
to the token endpoint; a call that tells nothing belongs to the administration `demo`.
"""

import re
from base64 import b64decode
from typing import Final
from urllib.parse import parse_qsl, unquote_plus

from mockbooks.oauth.authority import Authority, Home
from mockbooks.oauth.demo import DEMO_ADMINISTRATION
from mockbooks.oauth.tokens import Grant
from mockbooks.traffic.content import FORM, content_of
from mockbooks.traffic.exchange import Exchange

_BASIC: Final = re.compile(r"basic +(\S+)", re.IGNORECASE)
_LONGEST_FORM_BYTES: Final = 65_536


class Attribution:
    """Finds the administration that a call concerns, and the client that it seems to come from."""

    def __init__(self, authority: Authority) -> None:
        """Keep who knows tokens, clients and administrations."""
        self._authority = authority

    def __call__(self, exchange: Exchange) -> Home | None:
        """Give the administration, and set the client of the exchange as far as it tells."""
        if exchange.operation is not None and exchange.operation.area == "oauth":
            administration_id = self._of_oauth(exchange)
        else:
            administration_id = self._of_token(exchange)
        administrations = self._authority.administrations
        found = administrations.find(administration_id) if administration_id else None
        return found or administrations.find(DEMO_ADMINISTRATION)

    def _of_token(self, exchange: Exchange) -> str | None:
        token = self._authority.tokens.presented(exchange.headers.get("authorization"))
        return None if token is None else self._of_grant(exchange, token.grant)

    def _of_oauth(self, exchange: Exchange) -> str | None:
        fields = _fields(exchange)
        grant = self._grant_of(fields)
        if grant is not None:
            return self._of_grant(exchange, grant)
        client = self._authority.clients.find(_client_id(exchange, fields))
        if client is None:
            return None
        exchange.client_id = client.client_id
        named = fields.get("administration")
        known = named is not None and self._authority.administrations.find(named) is not None
        return named if known else client.home_administration_id

    def _grant_of(self, fields: dict[str, str]) -> Grant | None:
        tokens, text = self._authority.tokens, fields.get("token", "")
        refresh = tokens.refresh(fields.get("refresh_token", text))
        found = refresh or tokens.code(fields.get("code", "")) or (tokens.access(text) if text else None)
        return None if found is None else found.grant

    @staticmethod
    def _of_grant(exchange: Exchange, grant: Grant) -> str:
        exchange.client_id = grant.client_id
        return grant.administration_id


def _fields(exchange: Exchange) -> dict[str, str]:
    """Give the parameters of query and form, as far as they can be read."""
    query = dict(parse_qsl(exchange.query_string.decode("latin-1"))) if exchange.query_string else {}
    if not exchange.body or len(exchange.body) > _LONGEST_FORM_BYTES:
        return query
    form = content_of(exchange.body, FORM)
    return {**query, **form} if isinstance(form, dict) else query


def _client_id(exchange: Exchange, fields: dict[str, str]) -> str:
    basic = _BASIC.fullmatch(exchange.headers.get("authorization", "").strip())
    if basic is None:
        return fields.get("client_id", "")
    try:
        return unquote_plus(b64decode(basic[1]).decode("utf-8").partition(":")[0])
    except ValueError:
        return ""
