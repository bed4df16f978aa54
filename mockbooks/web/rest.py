"""What Flask does behind the pipeline: the pages, and the calls of the control API."""

from collections.abc import Iterable, Mapping
from io import BytesIO
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from flask import Flask, Response

from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.traffic.operation import API_PREFIX
from mockbooks.web import docs
from mockbooks.web.given import EXCHANGE_KEY

if TYPE_CHECKING:
    from flask_smorest import Blueprint

DOCUMENT_PATHS: Final = ("/openapi.json", f"{API_PREFIX}/openapi.json")
# What the driver and the server add themselves.
_OWN_HEADERS: Final = frozenset({"content-type", "content-length", "date"})


def create_pages_app(*, demo_token: str | None, has_control: bool = True) -> Flask:
    """Make the application with the pages for people and the OpenAPI document.

    Where there is no control API, no page leads to it.
    """
    flask_app = _flask_app()
    flask_app.config.update(MOCKBOOKS_DEMO_TOKEN=demo_token, MOCKBOOKS_HAS_CONTROL=has_control)
    flask_app.register_blueprint(docs.blueprint)
    for path in DOCUMENT_PATHS:
        flask_app.add_url_rule(path, path, _document)
    return flask_app


def app_with(blueprints: Iterable["Blueprint"]) -> Flask:
    """Make an application of nothing but these blueprints."""
    flask_app = _flask_app()
    for blueprint in blueprints:
        flask_app.register_blueprint(blueprint)
    return flask_app


def _flask_app() -> Flask:
    """Make an application that errors of callers pass through, to the pipeline, which tells them."""
    flask_app = Flask("mockbooks", static_folder=None)
    flask_app.config.update(PROPAGATE_EXCEPTIONS=True)
    flask_app.url_map.strict_slashes = True
    flask_app.url_map.redirect_defaults = False
    flask_app.url_map.merge_slashes = False
    return flask_app


def _document() -> Response:
    """Serve the OpenAPI document; it is built when it is first asked for."""
    from mockbooks.web.openapi import document_bytes  # noqa: PLC0415 - a start does not need it

    return Response(document_bytes(), mimetype="application/json")


class PagesEndpoint:
    """Answers for the pages, none of which has to do with any books: each is made beside everything else."""

    def __init__(self, *, demo_token: str | None, has_control: bool) -> None:
        """Make the application behind it."""
        self._views = FlaskEndpoint(create_pages_app(demo_token=demo_token, has_control=has_control))

    def takes_long(self, _: Exchange) -> bool:
        """Say that it does: a page takes up to some hundred milliseconds when it is first made, and is kept then."""
        return True

    def __call__(self, exchange: Exchange) -> Answer:
        """Answer the exchange, or refuse it with a RequestError."""
        return self._views(exchange)


class FlaskEndpoint:
    """Calls Flask in the same thread, by WSGI (PEP 3333), and gives what comes out as an answer."""

    def __init__(self, flask_app: Flask, given: Mapping[str, object] = MappingProxyType({})) -> None:
        """Keep the application, and what its views are given beside the exchange, by the keys of `web/given`.

        The application itself keeps nothing of a server, so that many servers can share one.
        """
        self._flask_app = flask_app
        self._given = given

    def __call__(self, exchange: Exchange, more: Mapping[str, object] = MappingProxyType({})) -> Answer:
        """Answer the exchange, its view given `more` than those of others; raises what a view raises."""
        started: list[tuple[str, list[tuple[str, str]]]] = []

        def start_response(status: str, headers: list[tuple[str, str]], _: object = None) -> Any:  # noqa: ANN401
            started.append((status, headers))

        chunks = self._flask_app.wsgi_app({**self._environ(exchange), **more}, start_response)
        try:
            body = b"".join(chunks)
        finally:
            getattr(chunks, "close", _nothing)()
        return _answer(*started[-1], body)

    def _environ(self, exchange: Exchange) -> dict[str, Any]:
        environ = {
            "REQUEST_METHOD": exchange.method,
            "SCRIPT_NAME": "",
            "PATH_INFO": exchange.path.encode(errors="surrogateescape").decode("latin-1"),
            "QUERY_STRING": exchange.query_string.decode("latin-1"),
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "REMOTE_ADDR": exchange.client_address,
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": exchange.scheme,
            "wsgi.input": BytesIO(exchange.body),
            "wsgi.errors": None,
            "wsgi.multithread": True,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
            "CONTENT_LENGTH": str(len(exchange.body)),
            EXCHANGE_KEY: exchange,
            **self._given,
        }
        for name, value in exchange.headers.items():
            environ["CONTENT_TYPE" if name == "content-type" else "HTTP_" + name.upper().replace("-", "_")] = value
        environ.pop("HTTP_CONTENT_LENGTH", None)
        # Werkzeug refuses odd names with a page of its own; who called by which name, the exchange knows.
        environ["HTTP_HOST"] = "localhost"
        return environ


def _answer(status: str, headers: list[tuple[str, str]], body: bytes) -> Answer:
    own = {name.lower(): value for name, value in headers}
    others = tuple((name, value) for name, value in headers if name.lower() not in _OWN_HEADERS)
    return Answer(
        status=int(status[:3]),
        body=body,
        headers=others,
        media_type=own.get("content-type", "application/octet-stream"),
    )


def _nothing() -> None:
    """Stand in for a missing `close`."""
