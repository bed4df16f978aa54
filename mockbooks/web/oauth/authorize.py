"""The authorization endpoint: asks the person on a page, and sends the browser back to the client with the answer.

Nothing is kept between the page and the decision. The address that the form is sent to carries the request whole, and
it is judged anew: whatever was changed on the way is simply another request. Nobody logs in, so there is no session
that another site could abuse; but it could have a visitor's browser send the form, and to that no decision is taken.
"""

from typing import Final
from urllib.parse import urlsplit

from mockbooks.oauth.authority import Authority
from mockbooks.oauth.authorization import AuthorizationError, read_request
from mockbooks.oauth.consent import approve, demand_approval
from mockbooks.oauth.demo import SWAGGER_REDIRECT_PATH
from mockbooks.oauth.descriptions import error_uri, shortened
from mockbooks.oauth.forms import FORM, MAXIMUM_BODY_BYTES, is_form
from mockbooks.oauth.parameters import Parameters, read_parameters
from mockbooks.oauth.redirects import with_parameters
from mockbooks.oauth.targets import Target, TargetError, find_target
from mockbooks.texts import Text
from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.web.guard import OWN_SITES
from mockbooks.web.oauth.pages import connection_refused, consent_page

# A posted request goes into the address that the form of the page is sent to, and a URL may have 8 KiB as a rule.
MAXIMUM_REQUEST_BYTES: Final = 6_144
_FORM_WRONG: Final = Text(f"A form must come as {FORM}.", f"Een formulier moet komen als {FORM}.")
_FORM_TOO_LARGE: Final = Text(
    f"The form is larger than {MAXIMUM_BODY_BYTES} bytes.", f"Het formulier is groter dan {MAXIMUM_BODY_BYTES} bytes."
)
_REQUEST_TOO_LARGE: Final = Text(
    f"The authorization request is larger than the {MAXIMUM_REQUEST_BYTES} bytes that fit in the address of the page.",
    f"Het autorisatieverzoek is groter dan de {MAXIMUM_REQUEST_BYTES} bytes die in het adres van de pagina passen.",
)


def show_consent(exchange: Exchange, authority: Authority) -> Answer:
    """Show the consent page for what the query asks (RFC 6749, section 4.1.1)."""
    return _answer(exchange, authority, read_parameters(exchange.query_string), decision=None)


def decide(exchange: Exchange, authority: Authority) -> Answer:
    """Take the decision that the form of our own page brings; without one, a form asks as a query does."""
    asked = read_parameters(exchange.query_string)
    try:
        form = _form(exchange, asked)
    except TargetError as refusal:
        return connection_refused(refusal, exchange, asked)
    decision = _decision(exchange, form)
    if decision is not None and form.value("administration"):
        # The person's choice takes the place of what the client proposed.
        asked = asked.without("administration")
    return _answer(exchange, authority, asked + form, decision)


def _decision(exchange: Exchange, form: Parameters) -> str | None:
    return None if _is_of_another_site(exchange) else form.value("decision")


def _is_of_another_site(exchange: Exchange) -> bool:
    """Tell whether a page of another site sent the form, as far as a browser says so; programs say nothing.

    Sec-Fetch-Site says it best, but comes only over https and on the machine itself (W3C Fetch Metadata); elsewhere
    Origin does. Of that only the host is compared: a proxy in front of us may speak https.
    """
    origin, site = exchange.headers.get("origin"), exchange.headers.get("sec-fetch-site")
    if site is not None:
        return site not in OWN_SITES
    own_hosts = (exchange.host.lower(), urlsplit(exchange.base_url).netloc)
    return origin is not None and _host_in(origin.lower()) not in own_hosts


def _host_in(origin: str) -> str:
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return ""


def _form(exchange: Exchange, asked: Parameters) -> Parameters:
    content_type = exchange.headers.get("content-type", "")
    if exchange.body and not is_form(content_type):
        raise TargetError(
            error="invalid_request", parameter="Content-Type", text=_FORM_WRONG, came=shortened(content_type)
        )
    if len(exchange.body) > MAXIMUM_BODY_BYTES:
        raise _too_large(_FORM_TOO_LARGE, len(exchange.body))
    form = read_parameters(exchange.body)
    # After a decision no page follows, in whose address all of it would have to fit.
    request = asked + form if _decision(exchange, form) is None else form
    size_bytes = len(request.query())
    if size_bytes > MAXIMUM_REQUEST_BYTES:
        raise _too_large(_REQUEST_TOO_LARGE, size_bytes)
    return form


def _too_large(text: Text, size_bytes: int) -> TargetError:
    return TargetError(error="invalid_request", parameter="Content-Length", text=text, came=f"{size_bytes} bytes")


def _answer(exchange: Exchange, authority: Authority, parameters: Parameters, decision: str | None) -> Answer:
    try:
        target = find_target(parameters, authority.clients, _own_uris(exchange))
    except TargetError as refusal:
        return connection_refused(refusal, exchange, parameters)
    exchange.client_id = target.client.client_id
    try:
        request = read_request(parameters, target.client, authority.administrations)
        if decision is not None:
            demand_approval(decision)
        elif exchange.is_head or not authority.policy_of(request.administration.id).auto_approve:
            # HEAD is safe (RFC 9110, section 9.2.1): it gives no code away, whoever approves.
            return consent_page(request, target, authority, exchange, parameters)
        return _redirect(exchange, target, parameters, {"code": approve(request, target, authority).code})
    except AuthorizationError as error:
        told = {
            "error": error.error,
            "error_description": error.description,
            "error_uri": error_uri(exchange.base_url, error.error),
        }
        return _redirect(exchange, target, parameters, told)


def _own_uris(exchange: Exchange) -> tuple[str, str]:
    """Give where Swagger UI takes its answers, also where this server is known by another name to whoever reads it."""
    return (
        f"{exchange.base_url}{SWAGGER_REDIRECT_PATH}",
        f"{exchange.scheme}://{exchange.host}{SWAGGER_REDIRECT_PATH}",
    )


def _redirect(exchange: Exchange, target: Target, parameters: Parameters, told: dict[str, str]) -> Answer:
    """Send the browser on; after a form with 303, because 307 would send the form along (RFC 9700, section 4.12)."""
    state = None if parameters.repeated(("state",)) else parameters.as_written("state")
    location = with_parameters(target.redirect_uri, told, state_as_written=state, issuer=exchange.base_url)
    status = 302 if exchange.method == "GET" else 303
    return Answer(status=status, headers=(("Location", location),), media_type="text/html; charset=utf-8")
