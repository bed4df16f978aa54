"""The registration endpoint: a client for whoever asks, so that a test suite can make its own (RFC 7591)."""

from typing import Final

from mockbooks.catalogue.telling import tell
from mockbooks.errors import RefusedError
from mockbooks.oauth.authority import Authority
from mockbooks.oauth.descriptions import error_uri
from mockbooks.oauth.forms import MAXIMUM_BODY_BYTES
from mockbooks.oauth.registration import RegistrationError, read_metadata, register, told
from mockbooks.traffic.content import written
from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.traffic.negotiation import JSON, is_json_in_utf8
from mockbooks.web.json_body import read_json

# Metadata is an object with texts and lists of texts; software statements and keys, which are ignored, nest deeper.
_MAXIMUM_DEPTH: Final = 16


def register_client(exchange: Exchange, authority: Authority) -> Answer:
    """Register a client, or tell what its metadata lacks."""
    try:
        registration = read_metadata(_body(exchange))
    except RegistrationError as error:
        refusal = {"error": error.error, "error_description": error.description}
        return _json(400, {**refusal, "error_uri": error_uri(exchange.base_url, error.error)})
    return _json(201, told(registration, register(registration, authority)))


def _body(exchange: Exchange) -> object:
    content_type = exchange.headers.get("content-type")
    if not is_json_in_utf8(content_type):
        came = content_type or "no Content-Type"
        raise RegistrationError("invalid_client_metadata", f"The metadata must come as {JSON}; {came} came.")
    if len(exchange.body) > MAXIMUM_BODY_BYTES:
        text = f"The metadata is {len(exchange.body)} bytes; {MAXIMUM_BODY_BYTES} are allowed."
        raise RegistrationError("invalid_client_metadata", text)
    try:
        body: object = read_json(exchange.body, maximum_depth=_MAXIMUM_DEPTH)
    except RefusedError as error:
        raise RegistrationError("invalid_client_metadata", tell(error.complaints[0], "en")) from None
    return body


def _json(status: int, body: object) -> Answer:
    headers = (("Cache-Control", "no-store"), ("Pragma", "no-cache"))
    return Answer(status=status, body=written(body), headers=headers)
