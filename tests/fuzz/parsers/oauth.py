"""OAuth: redirect URIs, registrations, parameters and scopes of authorization requests, credentials and forms."""

from datetime import UTC, datetime
from types import SimpleNamespace

import orjson
from authlib.oauth2.rfc7636 import create_s256_code_challenge

from mockbooks.errors import RefusedError, UnauthenticatedError
from mockbooks.oauth.asked_scopes import asked_scopes
from mockbooks.oauth.authorization import AuthorizationError, read_request
from mockbooks.oauth.bearer import BearerStep
from mockbooks.oauth.client_authentication import authenticate
from mockbooks.oauth.clients import Client, ClientStore
from mockbooks.oauth.errors import OAuthError
from mockbooks.oauth.forms import FORM, read_form
from mockbooks.oauth.parameters import Parameters, read_parameters
from mockbooks.oauth.pkce import S256
from mockbooks.oauth.redirects import differences, flaw_of, is_loopback, is_registered, nearest
from mockbooks.oauth.registration import RegistrationError, read_metadata
from mockbooks.oauth.scopes import SCOPES
from mockbooks.oauth.tokens import TokenStore
from mockbooks.traffic.exchange import Exchange
from mockbooks.traffic.operation import Operation
from mockbooks.web.json_body import read_json
from tests.fuzz.parser import Parser, header_of, text_of

_URIS = ("https://shop.example/callback", "http://127.0.0.1/cb", "com.example.app:/cb")
_CLIENT = Client(
    client_id="shop",
    client_secret="geheim",
    name="Webshop",
    redirect_uris=_URIS,
    grant_types=frozenset({"authorization_code"}),
    auth_methods=frozenset({"client_secret_basic", "client_secret_post"}),
    home_administration_id="demo",
    issued_at=datetime(2026, 11, 23, 9, tzinfo=UTC),
    scopes=tuple(SCOPES),
)
_WORDS = (b"&", b"=", b"+", b"%", b"%00", b"%FF", b"%C3%A9", b" ", b",", b"code", b"S256", b"plain", b"query", b"\xff")
_NAMES = tuple(
    f"{name}=".encode()
    for name in (
        *("response_type", "response_mode", "scope", "state", "code_challenge", "code_challenge_method"),
        *("client_id", "client_secret", "administration", "resource", "grant_type", "redirect_uri", "refresh_token"),
    )
)
_CREATE = Operation(operation_id="createDebtor", method="POST", path="/debtors", scope="debtors:write")


class _Nobody:
    """A registry with no administrations in it."""

    def find(self, administration_id: str) -> None:
        """Find none."""

    all = create = find


def _clients() -> ClientStore:
    store = ClientStore()
    store.add(_CLIENT)
    return store


_CLIENTS = _clients()


def _redirect_uri(data: bytes) -> object:
    """A URI that can be used is registered as itself, and can be sent to in a header."""
    uri = text_of(data)
    flaw = flaw_of(uri)
    is_registered(uri, _URIS)
    if flaw is None:
        assert differences(uri, nearest(uri, _URIS) or "") or uri in _URIS
        assert is_registered(uri, (uri,))
        assert uri.isascii()
        assert uri.isprintable()
        is_loopback(uri)
    else:
        assert flaw.en
        assert flaw.nl
    return flaw


def _registration(data: bytes) -> object:
    return read_metadata(read_json(data, maximum_depth=16))


def _parameters(data: bytes) -> Parameters:
    """What is read is ASCII, and is the same when it is written into a URL and read again."""
    parameters = read_parameters(data)
    assert read_parameters(parameters.query().encode("ascii")) == parameters
    assert (parameters + Parameters()).without("state").value("state") is None
    return parameters


def _authorization(data: bytes) -> object:
    return read_request(_parameters(data), _CLIENT, _Nobody())  # type: ignore[arg-type] # no more is asked of it


def _scopes(data: bytes) -> object:
    return asked_scopes(text_of(data), SCOPES, "This client is registered for")


def _form(data: bytes) -> object:
    """Read the first line as Authorization, the second as the query, and the rest as the form."""
    authorization, query, body = [*data.split(b"\n", 2), b"", b""][:3]
    exchange = Exchange(
        method="POST", path="/oauth/token", headers={"content-type": FORM}, query_string=query, body=body
    )
    form = read_form(exchange)
    return authenticate(header_of(authorization) or None, form, _CLIENTS, at_introspection=b"token" in body)


def _verifier(data: bytes) -> object:
    """Hold a verifier against the challenge of another one, and against its own."""
    verifier = text_of(data)
    challenge = (
        create_s256_code_challenge(verifier)
        if verifier.isascii() and len(data) % 2
        else "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
    )
    code = SimpleNamespace(code_challenge=challenge, code_challenge_method="S256")
    request = SimpleNamespace(code=code, form={"code_verifier": verifier}, authorization_code=code, caller=_CLIENT)
    request.auth_method = "client_secret_basic"
    S256().validate_code_verifier(SimpleNamespace(request=request), None)  # type: ignore[arg-type, no-untyped-call]
    return challenge


def _bearer(data: bytes) -> object:
    step = BearerStep(TokenStore(), lambda _: None, _CLIENTS.find)
    exchange = Exchange(method="POST", path="/api/v1/debtors", headers={"authorization": header_of(data)})
    exchange.operation = _CREATE
    step.recognise(exchange)
    return step.enter(exchange)


PARSERS = (
    Parser(
        name="redirect-uri",
        read=_redirect_uri,
        seeds=(
            *(uri.encode() for uri in _URIS),
            b"http://[::1]:8080/a?b=c%20d",
            b"https://user@host:99999/#f",
            b"http://a/[x]",
        ),
        words=(
            b":",
            b"//",
            b"/",
            b"?",
            b"#",
            b"[",
            b"]",
            b"@",
            b"%",
            b"%zz",
            b"javascript:",
            b"http://",
            b"\t",
            b"\xe2\x84\x82",
            b":0",
        ),
    ),
    Parser(
        name="client-metadata",
        read=_registration,
        seeds=(
            orjson.dumps(
                {"client_name": "Shop", "redirect_uris": list(_URIS), "scope": "debtors:read", "grant_types": None}
            ),
            b'{"token_endpoint_auth_method": "none", "redirect_uris": ["http://[::1]/"], "response_types": ["code"]}',
        ),
        words=(
            b"null",
            b"[]",
            b"{}",
            b'""',
            b"1",
            b'"scope":',
            b'"client_name":',
            b'"redirect_uris":',
            b'"\\u202e"',
            b'"\\u0000"',
        ),
        refuses=(RegistrationError, RefusedError),
    ),
    Parser(
        name="authorization-request",
        read=_authorization,
        seeds=(
            (
                b"response_type=code&client_id=shop&scope=debtors:read%20offline_access&state=a%00%FFb"
                b"&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256"
            ),
            b"response_type=code&state=1&state=2",
        ),
        words=(*_WORDS, *_NAMES),
        refuses=(AuthorizationError,),
    ),
    Parser(
        name="scope",
        read=_scopes,
        seeds=(b"debtors:read debtors:write", b"a,b"),
        words=(b" ", b",", b":", b"read"),
        refuses=(OAuthError,),
    ),
    Parser(
        name="credentials-and-form",
        read=_form,
        seeds=(
            b"Basic c2hvcDpnZWhlaW0=\n\ngrant_type=client_credentials&scope=a",
            b"\n\nclient_id=shop&client_secret=geheim&token=x",
            b"Basic c2hvcA==\n\na=b",
            b"\ncode=x\n",
        ),
        words=(*_WORDS, *_NAMES, b"Basic ", b"\n", b"c2hvcDp", b"==", b"Og=="),
        refuses=(OAuthError,),
    ),
    Parser(
        name="pkce-verifier",
        read=_verifier,
        seeds=(b"dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", b"a" * 43, b"a" * 129),
        words=(b"~", b"=", b"+", b"a" * 42, "é".encode()),
        refuses=(OAuthError,),
    ),
    Parser(
        name="bearer",
        read=_bearer,
        seeds=(b"Bearer mockbooks-demo-token", b"bearer  a==", b"Basic x, Bearer y"),
        words=(b"Bearer ", b", ", b"=", b" ", b"\t", b"\xe9"),
        refuses=(UnauthenticatedError,),
    ),
)
