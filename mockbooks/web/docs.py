"""The pages for people: the landing page, the API documentation and all error codes explained; without internet."""

import json
import re
from functools import cache, lru_cache
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

from flask import Blueprint, Response, current_app, request
from markupsafe import Markup, escape
from werkzeug.exceptions import MethodNotAllowed

from mockbooks import __version__
from mockbooks.catalogue import CATALOGUE, SUBJECTS
from mockbooks.catalogue.entry import Entry, Language, Text
from mockbooks.errors import Complaint, UnknownUrlError, WrongMethodError
from mockbooks.traffic.negotiation import preferred_language
from mockbooks.web.errors import STATUS, problem_body

if TYPE_CHECKING:
    import jinja2

blueprint = Blueprint("docs", __name__)

_HERE: Final = Path(__file__).parent
_EXAMPLE_REQUEST_ID: Final = "req_3f2a9c41"
_EXAMPLES_OF_SEVERAL: Final = {"validation_failed": (CATALOGUE["blank"].sample, CATALOGUE["required"].sample)}
_OWN_ASSETS: Final = frozenset({"pages.css", "pages.js", "swagger.css", "swagger.js", "icon.svg"})
_SWAGGER_ASSETS: Final = frozenset(
    {"swagger-ui.css", "swagger-ui-bundle.js", "oauth2-redirect.html", "oauth2-redirect.js"}
)
_MEDIA_TYPES: Final = {
    ".css": "text/css",
    ".html": "text/html",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
}
_STRICT_POLICY: Final = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_SWAGGER_POLICY: Final = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""Content Security Policies (CSP level 3). Swagger UI calls the API and carries its icons as data URLs."""


@blueprint.get("/")
def landing() -> Response:
    """Show what is running here, and a first call that works when pasted."""
    return _page(_landing(_language(), request.url_root.rstrip("/"), _demo_token()))


@blueprint.get("/docs")
def api() -> Response:
    """Show the OpenAPI document in Swagger UI, ready to try with the demo token."""
    return _page(_api(_language(), _demo_token()), policy=_SWAGGER_POLICY)


@blueprint.get("/docs/errors")
def errors() -> Response:
    """Explain every error code."""
    return _page(_errors(_language()))


@blueprint.get("/docs/assets/<name>")
def asset(name: str) -> Response:
    """Serve a style sheet, a script or the icon."""
    if name in _OWN_ASSETS:
        return _file(_HERE / "static" / name)
    if name in _SWAGGER_ASSETS:
        return _file(_swagger_folder() / name)
    return unknown_page()


@blueprint.app_errorhandler(HTTPStatus.NOT_FOUND)
def not_found(_: Exception) -> Response:
    """Refuse a page that does not exist; the API's own URLs never get as far as Flask when they are unknown."""
    return unknown_page()


@blueprint.app_errorhandler(HTTPStatus.METHOD_NOT_ALLOWED)
def method_not_allowed(error: MethodNotAllowed) -> NoReturn:
    """Refuse what is not reading: the pages only know GET."""
    allowed = sorted(error.valid_methods or ())
    values = {"method": request.method, "allowed": ", ".join(allowed)}
    raise WrongMethodError(Complaint("wrong_method", values=values), allowed=allowed)


def unknown_page() -> Response:
    """Tell a person that there is no such page; a program that prefers JSON gets the problem instead.

    Raises `UnknownUrlError` for programs, which the application renders like every other error.
    """
    accepted = request.accept_mimetypes
    if accepted.quality("text/html") <= accepted.quality("application/json"):
        raise UnknownUrlError(Complaint("unknown_url", values={"path": request.path}))
    return _page(_rendered("unknown.html", _language(), path=request.path), status=404)


def _page(body: bytes, *, status: int = 200, policy: str = _STRICT_POLICY) -> Response:
    response = Response(body, status=status, mimetype="text/html")
    response.headers["Content-Language"] = _language()
    response.vary.update(("Accept", "Accept-Language"))
    return _guarded(response, policy)


def _file(path: Path) -> Response:
    """Send a file from memory: an open file would have to be closed by whoever drives the application."""
    return _guarded(Response(path.read_bytes(), mimetype=_MEDIA_TYPES[path.suffix]), _STRICT_POLICY)


def _guarded(response: Response, policy: str) -> Response:
    """Add what protects the reader, and let a browser ask whether anything has changed (RFC 9110, section 13)."""
    response.headers["Content-Security-Policy"] = policy
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "no-cache"
    response.add_etag()
    if response.status_code == HTTPStatus.OK:
        response.make_conditional(request)
    return response


def _language() -> Language:
    """Take the language of the switch (`?lang=nl`), else that of the browser."""
    match request.args.get("lang"):
        case "nl":
            return "nl"
        case "en":
            return "en"
        case _:
            return preferred_language(request.headers.get("Accept-Language"))


def _demo_token() -> str | None:
    token = current_app.config.get("MOCKBOOKS_DEMO_TOKEN")
    return str(token) if token else None


@lru_cache(maxsize=16)
def _landing(language: Language, base_url: str, token: str | None) -> bytes:
    return _rendered("landing.html", language, base_url=base_url, token=token, version=__version__)


@lru_cache(maxsize=4)
def _api(language: Language, token: str | None) -> bytes:
    return _rendered("api.html", language, token=token)


@cache
def _errors(language: Language) -> bytes:
    def example(entry: Entry) -> Markup:
        complaints = _EXAMPLES_OF_SEVERAL.get(entry.code, (entry.sample,))
        return _coloured(problem_body(entry.family, complaints, language, _EXAMPLE_REQUEST_ID))

    return _rendered("errors.html", language, subjects=SUBJECTS, count=len(CATALOGUE), status=STATUS, example=example)


def _rendered(template: str, language: Language, **values: object) -> bytes:
    def say(english: str, dutch: str) -> Markup:
        return Markup(Text(english, dutch).in_language(language))  # noqa: S704 - the templates' own words

    return _templates().get_template(template).render(language=language, say=say, **values).encode()


@cache
def _templates() -> "jinja2.Environment":
    """Prepare the templates on first use: a server that only answers programs never needs them."""
    import jinja2  # noqa: PLC0415

    loader = jinja2.FileSystemLoader(_HERE / "templates")
    return jinja2.Environment(
        loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


@cache
def _swagger_folder() -> Path:
    """Find the files of Swagger UI, which come with a package of their own."""
    import flask_swagger_ui  # noqa: PLC0415

    return Path(flask_swagger_ui.__file__).parent / "dist"


def _coloured(body: dict[str, object]) -> Markup:
    """Write JSON with its keys marked, so that the style sheet can colour them."""
    written = str(escape(json.dumps(body, indent=2, ensure_ascii=False)))
    marked = re.sub(r"^( *)&#34;(\w+)&#34;:", r'\1<b>"\2"</b>:', written, flags=re.MULTILINE)
    return Markup(marked)  # noqa: S704 - escaped two lines above
