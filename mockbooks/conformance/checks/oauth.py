"""C3: a token is got by OAuth, nothing is told without one, and the set-up is written out somewhere."""

import re
from collections.abc import Iterator
from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.finding import Evidence, Finding
from mockbooks.conformance.live.access import error_in, metadata_of, token_in
from mockbooks.conformance.live.documented import page
from mockbooks.conformance.live.obstacle import Obstacle, unanswered
from mockbooks.conformance.live.saying import untold
from mockbooks.conformance.live.target import Target
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.vendor.model import Noun, OAuth
from mockbooks.conformance.wire.exchange import Exchange, Request
from mockbooks.texts import Text

_UNAUTHENTICATED: Final = 401
_AUTHORIZE: Final = re.compile(r"response_type|/authori[sz]e\b|authorization_code", re.IGNORECASE)
_TAGS: Final = re.compile(r"<(script|style)\b.*?</\1\s*>|<[^>]*>", re.IGNORECASE | re.DOTALL)
_LEAST_TEXT: Final = 1000
_LOOKED_AT: Final = 20_000
_LARGEST_PAGE: Final = 4 * 1024 * 1024
_OK: Final = 200
_NOT_NAMED: Final = Text(
    "Cannot tell: the vendor file names no page with an example of setting OAuth up.",
    "Niet te zeggen: het leveranciersbestand noemt geen pagina met een voorbeeld van het opzetten van OAuth.",
)
_SHOWS_BOTH: Final = Text(
    "it holds requests to authorize and for a token", "er staan requests om te autoriseren en voor een token"
)
_SHOWS_NEITHER: Final = Text(
    "it shows no requests to authorize and for a token",
    "er staan geen requests op om te autoriseren en voor een token",
)
_SAY_WHERE: Final = Text("Name under oauth.example the page itself.", "Noem bij oauth.example de pagina zelf.")
_TOKEN: Final = re.compile(r"grant_type", re.IGNORECASE)


def _ask(target: Target) -> Iterator[Finding]:
    oauth = target.session.oauth()
    token = _no_oauth(target) if oauth is None else _token(target, oauth)
    yield token
    yield from _refusals(target)
    # An example of what is not there is none.
    if oauth is not None and token.outcome is not Outcome.NOT_MET:
        yield _example(target, oauth)


def _no_oauth(target: Target) -> Finding:
    """Say that nothing tells of OAuth; where a key goes in a header of its own, that is how one gets in instead."""
    header = target.vendor.token_header
    is_otherwise = header.lower() != "authorization"
    return Finding(
        condition="C3",
        outcome=Outcome.NOT_MET if is_otherwise else Outcome.CANNOT_TELL,
        summary=Text(
            f"One gets in by the header {header}, and no OAuth is named.",
            f"Toegang gaat met de header {header}, en er wordt geen OAuth genoemd.",
        )
        if is_otherwise
        else Text(
            "Cannot tell: the vendor file names no OAuth, and the server tells of none (RFC 8414).",
            "Niet te zeggen: het leveranciersbestand noemt geen OAuth, en de server ook niet (RFC 8414).",
        ),
        doubt=Text("Unless the vendor file leaves it out.", "Tenzij het in het leveranciersbestand is vergeten."),
        advice=Text(
            "Offer OAuth 2 and name its token endpoint under oauth in the vendor file.",
            "Bied OAuth 2, en noem het token-endpoint onder oauth in het leveranciersbestand.",
        ),
    )


def _token(target: Target, oauth: OAuth) -> Finding:
    """Judge the token that was got at the start, or else whether the token endpoint refuses as OAuth does."""
    got = target.token_exchange
    if got is not None and token_in(got):
        told = " with its metadata (RFC 8414)" if metadata_of(target.session.send, target.session.root) else ""
        verteld = ", met metadata (RFC 8414)" if told else ""
        return Finding(
            condition="C3",
            outcome=Outcome.MET,
            summary=Text(
                f"A token was got by OAuth client credentials{told}.",
                f"Een token is verkregen met OAuth client credentials{verteld}.",
            ),
            evidence=[_shown(target, got, Text("a token", "een token"))],
        )
    request = Request(
        method="POST",
        url=target.session.url(oauth.token_url),
        headers={"Content-Type": "application/x-www-form-urlencoded"},
        body=b"grant_type=client_credentials",
    )
    return _endpoint(target, target.session.send(request))


def _endpoint(target: Target, exchange: Exchange) -> Finding:
    error = error_in(exchange)
    if exchange.trouble is not None:
        return untold("C3", unanswered(f"POST {exchange.request.url}", exchange.trouble))
    if error is not None:
        return Finding(
            condition="C3",
            outcome=Outcome.MET,
            summary=Text(
                f"The token endpoint answers as OAuth does: it refuses a request without a client ({error}).",
                f"Het token-endpoint antwoordt zoals OAuth: het weigert een request zonder client ({error}).",
            ),
            evidence=[_shown(target, exchange, Text(f"error {error}", f"error {error}"))],
            doubt=Text(
                "No token was asked for, since a token was given.",
                "Er is geen token gevraagd, want er is er een gegeven.",
            ),
        )
    status = exchange.answer.status if exchange.answer else 0
    return Finding(
        condition="C3",
        outcome=Outcome.NOT_MET,
        summary=Text(
            f"The token endpoint does not answer as OAuth does (RFC 6749): status {status}.",
            f"Het token-endpoint antwoordt niet zoals OAuth (RFC 6749): status {status}.",
        ),
        evidence=[_shown(target, exchange, Text("no error of OAuth", "geen error van OAuth"))],
        advice=Text(
            "Offer OAuth 2: a token endpoint that answers a faulty request with 400 or 401 and a JSON error.",
            "Bied OAuth 2: een token-endpoint dat een foute aanvraag beantwoordt met 400 of 401 en een error in JSON.",
        ),
    )


def _refusals(target: Target) -> Iterator[Finding]:
    # What is let in without a token would be done.
    noun = next((noun for noun in Noun if (call := target.resource(noun).list) and call.method == "GET"), None)
    call = target.resource(noun).list if noun is not None else None
    if noun is None or call is None or target.session.token is None or not _is_answered(target, noun):
        return
    for token, what in (
        (None, Text("without a token", "zonder token")),
        (f"mockbooks-check-{target.run}", Text("with an unknown token", "met een onbekend token")),
    ):
        exchange = target.session.ask_with(call, target.value, token)
        finding = _refused(target, exchange, what)
        if finding is not None:
            yield finding


def _is_answered(target: Target, noun: Noun) -> bool:
    """Tell whether the list is answered with the right token: else what comes without it says nothing."""
    reply = target.listing(noun)
    return reply is not None and reply.fault is None


def _refused(target: Target, exchange: Exchange, what: Text) -> Finding | None:
    """Complain where a call that nobody may make is not refused as RFC 6750, section 3 asks."""
    answer = exchange.answer
    if answer is None or answer.status >= 500 or answer.status == 429:  # noqa: PLR2004 - nothing was refused
        return None
    is_bearer = target.vendor.token_header.lower() == "authorization"
    # A key in a header of its own is none of those that WWW-Authenticate tells of (RFC 9110, section 11.6.1).
    if answer.status == _UNAUTHENTICATED and (answer.header("WWW-Authenticate") or not is_bearer):
        return None
    is_let_in = answer.status < 300  # noqa: PLR2004 - RFC 9110, section 15.3
    how = Text(f"status {answer.status}", f"status {answer.status}")
    if answer.status == _UNAUTHENTICATED:
        how = Text("401 without the header WWW-Authenticate", "401 zonder de header WWW-Authenticate")
    return Finding(
        condition="C3",
        outcome=Outcome.NOT_MET if is_let_in else Outcome.PARTLY,
        summary=Text(f"A call {what.en} is answered with {how.en}.", f"Een aanroep {what.nl} geeft {how.nl}."),
        evidence=[_shown(target, exchange, how)],
        advice=Text(
            "Refuse it with status 401 and the header WWW-Authenticate (RFC 6750, section 3).",
            "Weiger die met status 401 en de header WWW-Authenticate (RFC 6750, paragraaf 3).",
        ),
    )


def _example(target: Target, oauth: OAuth) -> Finding:
    if oauth.example is None:
        return _without_example(_NOT_NAMED, Outcome.CANNOT_TELL)
    exchange = page(target, oauth.example, most_bytes=_LARGEST_PAGE)
    where = f"GET {oauth.example}"
    if isinstance(exchange, Text):
        return untold(
            "C3", Obstacle(what=Text(f"{where}: {exchange.en}", f"{where}: {exchange.nl}"), remedy=_SAY_WHERE)
        )
    if exchange.trouble is not None:
        return untold("C3", unanswered(where, exchange.trouble))
    answer = exchange.answer
    status = answer.status if answer else 0
    if answer is None or status != _OK:
        return _insufficient(Evidence(where=where, what=Text(f"status {status}", f"status {status}")), Outcome.PARTLY)
    text = answer.body.decode(errors="replace")
    if _AUTHORIZE.search(text) and _TOKEN.search(text):
        return _written_out(Evidence(where=where, what=_SHOWS_BOTH))
    # A page that a script makes shows nothing to those who run none.
    is_made_by_script = "<script" in text and len(_TAGS.sub("", text[:_LOOKED_AT]).strip()) < _LEAST_TEXT
    outcome = Outcome.CANNOT_TELL if is_made_by_script else Outcome.PARTLY
    return _insufficient(Evidence(where=where, what=_SHOWS_NEITHER), outcome)


def _written_out(evidence: Evidence) -> Finding:
    return Finding(
        condition="C3",
        outcome=Outcome.MET,
        summary=Text(
            f"Setting OAuth up is written out with its requests ({evidence.where}).",
            f"Het opzetten van OAuth staat met de requests uitgeschreven ({evidence.where}).",
        ),
        evidence=[evidence],
    )


def _insufficient(evidence: Evidence, outcome: Outcome) -> Finding:
    what = evidence.what
    return _without_example(
        Text(
            f"The page with the example of setting OAuth up does not do: {what.en}.",
            f"De pagina met het voorbeeld van het opzetten van OAuth voldoet niet: {what.nl}.",
        ),
        outcome,
        evidence,
    )


def _without_example(summary: Text, outcome: Outcome, *evidence: Evidence) -> Finding:
    return Finding(
        condition="C3",
        outcome=outcome,
        summary=summary,
        evidence=evidence,
        advice=Text(
            "Write the whole set-up out with every request and answer, and name the page under oauth.example.",
            "Schrijf het hele opzetten uit met elke request en elk antwoord, en noem de pagina onder oauth.example.",
        ),
    )


def _shown(target: Target, exchange: Exchange, what: Text) -> Evidence:
    status = exchange.answer.status if exchange.answer else "—"
    where = f"{exchange.request.method} {exchange.request.url} → {status}"
    return Evidence(where=where, what=what, exchange=target.session.show(exchange))


CHECK: Final = Check(
    name="oauth",
    conditions=("C3",),
    question=Text("Is a token got by OAuth, and needed?", "Is een token met OAuth te krijgen, en nodig?"),
    ask=_ask,
)
