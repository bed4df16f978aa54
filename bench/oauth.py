"""Times the token endpoint beside the least that any could do, and what the bearer check and the rate limits add."""

from base64 import b64decode, b64encode
from collections.abc import Mapping
from secrets import compare_digest, token_urlsafe
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit

import orjson
from flask import Flask, Response, request
from werkzeug.datastructures import Authorization

from bench._timing import NOW, Call, answered_by, compare, exchange, handled
from mockbooks.app import create_app
from mockbooks.oauth.demo import DEMO_CLIENT, DEMO_SECRET, DEMO_TOKEN
from mockbooks.settings import Limit, Settings
from mockbooks.traffic.clock import FrozenClock
from mockbooks.traffic.exchange import Answer
from mockbooks.web.pipeline import Pipeline

CALLBACK = "http://127.0.0.1:9000/callback"
BASIC = b64encode(f"{DEMO_CLIENT}:{DEMO_SECRET}".encode()).decode()
FORM = {"authorization": f"Basic {BASIC}", "content-type": "application/x-www-form-urlencoded"}
BEARER = {"authorization": f"Bearer {DEMO_TOKEN}"}
CLIENT_CREDENTIALS = b"grant_type=client_credentials"
WINDOWS = (Limit(1_000_000_000, "minute"), Limit(1_000_000_000, "day"))


def main() -> None:
    """Print both tables."""
    _token_endpoint()
    _checks_of_a_call()


def _token_endpoint() -> None:
    pipeline = _pipeline(auto_approve=True)
    bare, store = _bare_token_endpoint(), _Store()
    refreshing = _Refreshing(pipeline)
    calls: dict[str, Call] = {
        "bare Flask view: form, secret, store, JSON": lambda: answered_by(
            bare, exchange("POST", "/token", FORM, body=CLIENT_CREDENTIALS)
        ),
        "the same without Flask": lambda: _token_without_flask(store, CLIENT_CREDENTIALS),
        "POST /oauth/token, client credentials": lambda: _token(pipeline, CLIENT_CREDENTIALS),
        "POST /oauth/token, refresh": refreshing,
    }
    compare("token endpoint, CPU per call", "bare views", calls)


def _checks_of_a_call() -> None:
    free, limited, narrow = _pipeline(), _pipeline(limits=WINDOWS), _pipeline(limits=WINDOWS, concurrent=1000)
    calls: dict[str, Call] = {
        "GET support, which needs no token": lambda: _get(free, "/support"),
        "GET debtor by id: bearer": lambda: _get(free, "/debtors/deb_000001"),
        "GET debtor by id: bearer, two windows": lambda: _get(limited, "/debtors/deb_000001"),
        "GET debtor by id: the same and --concurrent": lambda: _get(narrow, "/debtors/deb_000001"),
        "GET limits: bearer, two windows": lambda: _get(limited, "/limits"),
    }
    compare("checks of a call, CPU per call", "GET support", calls)


class _Refreshing:
    """Refreshes a token with the one that came of it last, over and over."""

    def __init__(self, pipeline: Pipeline) -> None:
        self._pipeline = pipeline
        query = {"response_type": "code", "client_id": DEMO_CLIENT, "redirect_uri": CALLBACK, "state": "a"}
        consent = handled(pipeline, exchange("GET", "/oauth/authorize", {}, query=urlencode(query).encode()))
        came = parse_qs(urlsplit(dict(consent.headers)["Location"]).query)
        self._redeem({"grant_type": "authorization_code", "code": came["code"][0], "redirect_uri": CALLBACK})

    def __call__(self) -> Answer:
        return self._redeem({"grant_type": "refresh_token", "refresh_token": self._refresh_token})

    def _redeem(self, form: dict[str, str]) -> Answer:
        answer = _token(self._pipeline, urlencode(form).encode())
        self._refresh_token = orjson.loads(answer.body)["refresh_token"]
        return answer


class _Store:
    """The least that a token endpoint keeps."""

    def __init__(self) -> None:
        self._tokens: dict[str, dict[str, str]] = {}

    def answer(self, form: Mapping[str, str], client_id: str, secret: str) -> bytes:
        if not compare_digest(secret, DEMO_SECRET):
            raise RuntimeError("the credentials of the benchmark are wrong")
        token = token_urlsafe(24)
        self._tokens[token] = {"grant_type": form["grant_type"], "client_id": client_id}
        return orjson.dumps({"access_token": token, "token_type": "Bearer", "expires_in": 3600})


def _bare_token_endpoint() -> Flask:
    app, store = Flask("bare", static_folder=None), _Store()

    def token() -> Response:
        sent = request.authorization or Authorization("basic")
        body = store.answer(request.form, sent.username or "", sent.password or "")
        return Response(body, mimetype="application/json")

    app.add_url_rule("/token", view_func=token, methods=["POST"])
    return app


def _token_without_flask(store: _Store, form: bytes) -> Answer:
    client_id, _, secret = b64decode(FORM["authorization"].removeprefix("Basic ")).decode().partition(":")
    return Answer(status=200, body=store.answer(dict(parse_qsl(form.decode())), client_id, secret))


def _pipeline(**settings: Any) -> Pipeline:  # noqa: ANN401 - settings by their names
    return create_app(Settings(**{"limits": (), **settings}), FrozenClock(NOW)).pipeline


def _token(pipeline: Pipeline, form: bytes) -> Answer:
    return handled(pipeline, exchange("POST", "/oauth/token", FORM, body=form))


def _get(pipeline: Pipeline, path: str) -> Answer:
    return handled(pipeline, exchange("GET", f"/api/v1{path}", BEARER))


if __name__ == "__main__":
    main()
