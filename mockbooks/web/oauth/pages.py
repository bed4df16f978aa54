"""The two pages of OAuth: the consent page, and the one for requests whose answer may be sent nowhere."""

import shlex
from typing import Final
from urllib.parse import urlsplit

from mockbooks.oauth.authority import Authority
from mockbooks.oauth.authorization import AuthorizationRequest
from mockbooks.oauth.consent import APPROVE, DENY, offer
from mockbooks.oauth.descriptions import described, error_uri
from mockbooks.oauth.parameters import Parameters
from mockbooks.oauth.redirects import flaw_of
from mockbooks.oauth.scopes import SCOPES
from mockbooks.oauth.targets import Target, TargetError
from mockbooks.texts import Language
from mockbooks.traffic.content import written
from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.web.pages import chosen_language, rendered

HTML: Final = "text/html; charset=utf-8"
# Up to so many administrations are laid out as cards; more would push the buttons off the screen.
MOST_CARDS: Final = 6
_ANY_LOOPBACK: Final = "any loopback address, such as http://127.0.0.1:8000/callback"
# More differences than this are no slip of the pen: then it is another address altogether.
_MOST_DIFFERENCES_TOLD: Final = 2

# There is no form-action: Chromium holds it against the redirect that follows the form too, and that leads to the
# client, wherever it is. The page runs no script, and nobody may frame it (RFC 9700, section 4.16).
_CONSENT_POLICY: Final = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'"
_REFUSED_POLICY: Final = f"{_CONSENT_POLICY}; script-src 'self'; form-action 'none'"


def consent_page(
    request: AuthorizationRequest, target: Target, authority: Authority, exchange: Exchange, parameters: Parameters
) -> Answer:
    """Ask the person: who wants what, on which administration."""
    language = _language(parameters, exchange)
    offered = offer(request, authority.administrations.all())
    body = rendered(
        "consent.html",
        language,
        client=request.client,
        redirect_uri=target.redirect_uri,
        destination=_destination(target.redirect_uri),
        reading=_in_words(request.scopes, "read", language),
        writing=_in_words(request.scopes, "write", language),
        administrations=offered.administrations,
        left_out=offered.left_out,
        as_cards=len(offered.administrations) <= MOST_CARDS,
        chosen_id=request.administration.id,
        action_query=parameters.without("administration").query(),
        kept_query=_kept_query(parameters),
        approve=APPROVE,
        deny=DENY,
    )
    return _page(200, body, language, _CONSENT_POLICY)


def connection_refused(refusal: TargetError, exchange: Exchange, parameters: Parameters) -> Answer:
    """Tell the person, or the program, what was expected and what came; the browser is sent nowhere."""
    if _wants_json(exchange.headers.get("accept", "")):
        return _told_in_json(refusal, exchange)
    language = _language(parameters, exchange)
    body = rendered(
        "connection_refused.html",
        language,
        refusal=refusal,
        differences=refusal.differences if len(refusal.differences) <= _MOST_DIFFERENCES_TOLD else (),
        registration=_registration_command(refusal, exchange, parameters),
        documentation_url=error_uri(exchange.base_url, _subject(refusal)),
        kept_query=_kept_query(parameters),
    )
    return _page(400, body, language, _REFUSED_POLICY)


def _subject(refusal: TargetError) -> str:
    """Name what the documentation calls it: the one that is met most often has no code of its own in the RFCs."""
    return "redirect_uri_mismatch" if refusal.parameter == "redirect_uri" else refusal.error


def _told_in_json(refusal: TargetError, exchange: Exchange) -> Answer:
    said = [refusal.text.en]
    if refusal.came is not None:
        said.append(f"Came: {refusal.came}")
    expected = _expected(refusal)
    if expected:
        said.append(f"Expected: {' or '.join(expected)}")
    body = {
        "error": refusal.error,
        "error_description": described(" ".join(said)),
        "error_uri": error_uri(exchange.base_url, _subject(refusal)),
        "parameter": refusal.parameter,
        "came": refusal.came,
        "expected": list(expected),
        "nearest": refusal.nearest,
    }
    return Answer(status=400, body=written(body), headers=(("Vary", "Accept"),))


def _expected(refusal: TargetError) -> tuple[str, ...]:
    takes_any = refusal.client is not None and refusal.client.any_loopback and refusal.parameter == "redirect_uri"
    return (*refusal.expected, _ANY_LOOPBACK) if takes_any else tuple(refusal.expected)


def _registration_command(refusal: TargetError, exchange: Exchange, parameters: Parameters) -> str | None:
    """Write the call that registers such a client with the redirect URI that came too, to be pasted in a terminal."""
    uri = parameters.value("redirect_uri")
    if refusal.came is None or uri is None or flaw_of(uri) is not None:
        return None
    name, registered = (refusal.client.name, refusal.client.redirect_uris) if refusal.client else ("Test", ())
    metadata = {"client_name": name, "redirect_uris": [*registered, uri]}
    body = shlex.quote(written(metadata).decode())
    url = shlex.quote(f"{exchange.base_url}/oauth/register")
    return f"curl {url} \\\n  -H 'Content-Type: application/json' \\\n  -d {body}"


def _in_words(scopes: tuple[str, ...], right: str, language: Language) -> list[tuple[str, str]]:
    """Give the scopes that end in this right, each with what it means."""
    return [(scope, SCOPES[scope].in_language(language)) for scope in scopes if scope.endswith(f":{right}")]


def _destination(redirect_uri: str) -> str:
    """Name where an answer goes as a person knows it: the host, or the scheme that an app has made its own."""
    parts = urlsplit(redirect_uri)
    return parts.netloc or parts.scheme


def _language(parameters: Parameters, exchange: Exchange) -> Language:
    """Take the language of the switch, else the one that the client asks for, else that of the browser."""
    wished = parameters.value("lang") or _known_language(parameters.value("ui_locales") or "")
    return chosen_language(wished, exchange.headers.get("accept-language"))


def _known_language(ui_locales: str) -> str | None:
    """Find the first language that we speak in a list such as "fr-BE nl-BE" (OpenID Connect, section 3.1.2.1)."""
    languages = (tag.lower().partition("-")[0] for tag in ui_locales.split())
    return next((language for language in languages if language in {"en", "nl"}), None)


def _kept_query(parameters: Parameters) -> str:
    """Write what a switch of language has to keep."""
    query = parameters.without("lang").query()
    return f"{query}&" if query else ""


def _wants_json(accept: str) -> bool:
    accepted = accept.lower()
    return "json" in accepted and "text/html" not in accepted


def _page(status: int, body: bytes, language: Language, policy: str) -> Answer:
    headers = (
        ("Content-Language", language),
        ("Content-Security-Policy", policy),
        # Nothing is told to other sites; without any referrer our own form would come with the Origin `null`.
        ("Referrer-Policy", "same-origin"),
        ("Vary", "Accept, Accept-Language"),
    )
    return Answer(status=status, body=body, headers=headers, media_type=HTML)
