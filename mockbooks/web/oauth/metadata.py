"""The metadata endpoints, under `/.well-known` (RFC 8414, section 3, and RFC 9728, section 3)."""

from mockbooks.oauth.authority import Authority
from mockbooks.oauth.metadata import authorization_server_metadata, resource_metadata
from mockbooks.traffic.content import written
from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.traffic.operation import API_PREFIX


def authorization_server(exchange: Exchange, _: Authority) -> Answer:
    """Describe the authorization server."""
    return _json(authorization_server_metadata(exchange.base_url))


def server_resource(exchange: Exchange, _: Authority) -> Answer:
    """Describe the server as a protected resource."""
    return _json(resource_metadata(exchange.base_url, exchange.base_url))


def api_resource(exchange: Exchange, _: Authority) -> Answer:
    """Describe the reference API as a protected resource."""
    return _json(resource_metadata(exchange.base_url + API_PREFIX, exchange.base_url))


def _json(metadata: dict[str, object]) -> Answer:
    return Answer(status=200, body=written(metadata))
