"""The authorization endpoint: asks the person on a page, and sends the browser back to the client with the answer.

Nothing is kept between the page and the decision. The address that the form is sent to carries the request whole, and
it is judged anew: whatever was changed on the way is simply another request. Nobody logs in, so there is no session
that another site could abuse either.
"""

from typing import Final

from mockbooks.catalogue.entry import Text
from mockbooks.oauth.authority import Authority
from mockbooks.oauth.authorization import AuthorizationError, read_request
from mockbooks.oauth.consent import approve, demand_approval
from mockbooks.oauth.demo import SWAGGER_REDIRECT_PATH
from mockbooks.oauth.descriptions import error_uri, shortened
from mockbooks.oauth.parameters import Parameters, read_parameters
from mockbooks.oauth.redirects import with_parameters
from mockbooks.oauth.targets import Target, TargetError, find_target
from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.web.oauth.pages import connection_refused, consent_page

MAXIMUM_FORM_BYTES: Final = 65_536
FORM: Final = "application/x-www-form-urlencoded"
_FORM_WRONG: Final = Text(f"A form must come as {FORM}.", f"Een formulier moet komen als {FORM}.")
_FORM_TOO_LARGE: Final = Text(
    f"The form is larger than {MAXIMUM_FORM_BYTES} bytes.", f"Het formulier is groter dan {MAXIMUM_FORM_BYTES} bytes."
)


def show_consent(exchange: Exchange, authority: Authority) -> Answer:
    """Show the consent page for what the query asks (RFC 6749, section 4.1.1)."""
    parameters = read_parameters(exchange.query_string)
    return _answer(exchange, authority, parameters, decision=None)


def decide(exchange: Exchange, authority: Authority) -> Answer:
    """Take the decision that the form of the page brings; without one, a form asks as a query does."""
    asked = read_parameters(exchange.query_string)
    try:
        form = _form(exchange)
    except TargetError as refusal:
        return connection_refused(refusal, exchange, asked)
    decision = form.value("decision")
    if decision is not None and form.value("administration"):
        # The person's choice takes the place of what the client proposed.
        asked = asked.without("administration")
    return _answer(exchange, authority, asked + form, decision)


def _form(exchange: Exchange) -> Parameters:
    content_type = exchange.headers.get("content-type", "")
    if exchange.body and content_type.partition(";")[0].strip().lower() != FORM:
        raise TargetError(
            error="invalid_request", parameter="Content-Type", text=_FORM_WRONG, came=shortened(content_type)
        )
    if len(exchange.body) > MAXIMUM_FORM_BYTES:
        raise TargetError(error="invalid_request", parameter="Content-Length", text=_FORM_TOO_LARGE)
    return read_parameters(exchange.body)


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
        elif not authority.policy.auto_approve:
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
