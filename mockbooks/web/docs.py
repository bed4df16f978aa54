"""The pages for people: the landing page, the documentation of the API and of what it can be made to do; offline."""

from functools import cache, lru_cache
from http import HTTPStatus
from pathlib import Path
from typing import Final, NoReturn
from urllib.parse import quote

from flask import Blueprint, Response, current_app, request
from markupsafe import Markup
from werkzeug.exceptions import MethodNotAllowed

from mockbooks.catalogue import CATALOGUE, SUBJECTS
from mockbooks.catalogue.entry import Entry
from mockbooks.errors import Complaint, UnknownUrlError, WrongMethodError
from mockbooks.oauth.demo import DEMO_CLIENT, DEMO_SECRET
from mockbooks.oauth.scopes import SCOPES
from mockbooks.texts import Language
from mockbooks.traffic.operation import CONTROL_PREFIX
from mockbooks.traffic.problems import STATUS, problem_body
from mockbooks.web.colouring import coloured_json
from mockbooks.web.given import EXCHANGE_KEY
from mockbooks.web.guide.contents import HOME, PAGES
from mockbooks.web.landing import landing_page
from mockbooks.web.pages import PICTURE_POLICY, STRICT_POLICY, SWAGGER_POLICY, chosen_language, protection, rendered

blueprint = Blueprint("docs", __name__)

_HERE: Final = Path(__file__).parent
_EXAMPLE_REQUEST_ID: Final = "req_3f2a9c41"
_EXAMPLES_OF_SEVERAL: Final = {"validation_failed": (CATALOGUE["blank"].sample, CATALOGUE["required"].sample)}
_OWN_ASSETS: Final = frozenset(
    {
        "pages.css",
        "pages.js",
        "consent.css",
        "dashboard.css",
        "dashboard.js",
        "guide.css",
        "guide.js",
        "morph.js",
        "oauth.css",
        "scenarios.css",
        "swagger.css",
        "swagger.js",
        "icon.svg",
    }
)
_SWAGGER_ASSETS: Final = frozenset(
    {"swagger-ui.css", "swagger-ui-bundle.js", "oauth2-redirect.html", "oauth2-redirect.js"}
)
_MEDIA_TYPES: Final = {
    ".css": "text/css",
    ".html": "text/html",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
}


@blueprint.get("/")
def landing() -> Response:
    """Show what is running here, and a first call that works when pasted; the dashboard takes its place if it may."""
    return _page(landing_page(_language(), _base_url(), _demo_token(), has_control=_has_control()))


@blueprint.get("/docs")
def api() -> Response:
    """Show the OpenAPI document in Swagger UI, ready to try with the demo token."""
    return _page(_api(_language(), _demo_token(), has_control=_has_control()), policy=SWAGGER_POLICY)


@blueprint.get("/docs/control")
def control() -> Response:
    """Show the OpenAPI document of the control API in the same way, where there is one; it takes no access token."""
    return _page(_control(_language()), policy=SWAGGER_POLICY) if _has_control() else unknown_page()


@blueprint.get("/docs/oauth")
def oauth() -> Response:
    """Write the set-up of OAuth out, with every request and its answer."""
    from mockbooks.web.walkthrough.page import oauth_page  # noqa: PLC0415 - a start does not need it

    has_demo = _demo_token() is not None
    return _page(oauth_page(_language(), _base_url(), has_demo=has_demo, has_control=_has_control()))


@blueprint.get("/docs/oauth/<name>")
def sample(name: str) -> Response:
    """Serve a sample program, made for the address where it was asked."""
    from mockbooks.web.walkthrough.samples import SAMPLES, program_for  # noqa: PLC0415 - as above

    found = next((each for each in SAMPLES if each.file_name == name), None)
    if found is None:
        return unknown_page()
    return _guarded(Response(program_for(found, _base_url()), mimetype="text/plain"), STRICT_POLICY)


@blueprint.get("/docs/scenarios")
def scenarios() -> Response:
    """Explain the language of scenarios, and list the library."""
    from mockbooks.web.reference.page import scenarios_page  # noqa: PLC0415 - a start needs none of its tables

    return _page(scenarios_page(_language(), _base_url(), has_control=_has_control()))


@blueprint.get("/docs/errors")
def errors() -> Response:
    """Explain every error code."""
    return _page(_errors(_language(), has_control=_has_control()))


@blueprint.get("/docs/guide")
def guide_home() -> Response:
    """Show the first page of the guide."""
    return _guide(HOME)


@blueprint.get("/docs/guide/<path:page>")
def guide(page: str) -> Response:
    """Show another page of the guide, or a picture that stands on one."""
    from mockbooks.web.guide.sources import folder, pictures  # noqa: PLC0415 - a start does not need them

    if page in pictures():
        return _file(folder() / page, PICTURE_POLICY)
    return _guide(page) if page in PAGES and page != HOME else unknown_page()


@blueprint.get("/docs/assets/guide-search.js")
def guide_search() -> Response:
    """Serve what the search of the guide looks through."""
    return _guarded(Response(_guide_search(), mimetype="text/javascript"), STRICT_POLICY)


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

    Whoever wrote a slash behind a page is led there: only of an operation that is another URL.

    Raises `UnknownUrlError` for programs, which the application renders like every other error.
    """
    from mockbooks.web.near_urls import nearest  # noqa: PLC0415 - most servers are never asked for what is not there

    accepted = request.accept_mimetypes
    near = nearest(request.path, has_control=_has_control())
    if near and request.path == f"{near}/" and near.startswith("/docs"):
        return _moved(near)
    if accepted.quality("text/html") <= accepted.quality("application/json"):
        raise UnknownUrlError(Complaint("unknown_url", values={"path": request.path, "suggestion": near}))
    page = rendered("unknown.html", _language(), path=request.path, near=near, has_control=_has_control())
    return _page(page, status=404)


def _moved(path: str) -> Response:
    """Lead to a page whose URL came with a slash at its end, with the query that came along (RFC 3986, section 3.4)."""
    query = quote(request.query_string, safe="/?:@!$&'()*+,;=-._~%")
    return Response(status=308, headers={"Location": f"{path}?{query}" if query else path}, mimetype="text/plain")


def _page(body: bytes, *, status: int = 200, policy: str = STRICT_POLICY) -> Response:
    response = Response(body, status=status, mimetype="text/html")
    response.headers["Content-Language"] = _language()
    response.vary.update(("Accept", "Accept-Language"))
    return _guarded(response, policy)


def _guide(page: str) -> Response:
    from mockbooks.web.guide.page import guide_page  # noqa: PLC0415 - a start does not need Markdown

    return _page(guide_page(page, _language(), _base_url(), has_control=_has_control()))


def _file(path: Path, policy: str = STRICT_POLICY) -> Response:
    """Send a file from memory: an open file would have to be closed by whoever drives the application."""
    return _guarded(Response(path.read_bytes(), mimetype=_MEDIA_TYPES[path.suffix]), policy)


def _guarded(response: Response, policy: str) -> Response:
    """Add what protects the reader, and let a browser ask whether anything has changed (RFC 9110, section 13)."""
    response.headers.extend([*protection(policy), ("Cache-Control", "no-cache")])
    response.add_etag()
    if response.status_code == HTTPStatus.OK:
        response.make_conditional(request)
    return response


def _language() -> Language:
    return chosen_language(request.args.get("lang"), request.headers.get("Accept-Language"))


def _base_url() -> str:
    """Tell where the reader finds this server: at its public URL when it has one, else where it was asked."""
    exchange = request.environ.get(EXCHANGE_KEY)
    return (exchange.base_url if exchange else "") or request.url_root.rstrip("/")


def _demo_token() -> str | None:
    token = current_app.config.get("MOCKBOOKS_DEMO_TOKEN")
    return str(token) if token else None


def _has_control() -> bool:
    return bool(current_app.config.get("MOCKBOOKS_HAS_CONTROL"))


@lru_cache(maxsize=8)
def _api(language: Language, token: str | None, *, has_control: bool) -> bytes:
    return rendered(
        "api.html",
        language,
        of="api",
        document="/openapi.json",
        has_control=has_control,
        token=token,
        client_id=DEMO_CLIENT,
        client_secret=DEMO_SECRET,
        scopes=" ".join(SCOPES),
    )


@cache
def _control(language: Language) -> bytes:
    document = f"{CONTROL_PREFIX}/openapi.json"
    return rendered("api.html", language, of="control", document=document, has_control=True, token=None, scopes="")


@cache
def _errors(language: Language, *, has_control: bool) -> bytes:
    def example(entry: Entry) -> Markup:
        complaints = _EXAMPLES_OF_SEVERAL.get(entry.code, (entry.sample,))
        return coloured_json(problem_body(entry.family, complaints, language, _EXAMPLE_REQUEST_ID))

    return rendered(
        "errors.html",
        language,
        subjects=SUBJECTS,
        count=len(CATALOGUE),
        status=STATUS,
        example=example,
        has_control=has_control,
    )


@cache
def _guide_search() -> bytes:
    from mockbooks.web.guide.links import OnServer  # noqa: PLC0415 - a start does not need it
    from mockbooks.web.guide.searching import search_script  # noqa: PLC0415 - nor Markdown

    return search_script(OnServer())


@cache
def _swagger_folder() -> Path:
    """Find the files of Swagger UI, which come with a package of their own."""
    import flask_swagger_ui  # noqa: PLC0415

    return Path(flask_swagger_ui.__file__).parent / "dist"
