"""Refusals that a scenario invents, in the shape of whatever is asked: the API's problems, or the errors of OAuth."""

from dataclasses import replace
from typing import TYPE_CHECKING, Final, cast

from mockbooks.catalogue import CATALOGUE
from mockbooks.catalogue.telling import tell
from mockbooks.errors import Complaint, Family
from mockbooks.texts import Language, Text
from mockbooks.traffic.content import written
from mockbooks.traffic.exchange import Answer, Exchange
from mockbooks.traffic.negotiation import PROBLEM
from mockbooks.traffic.problems import STATUS, problem_body

if TYPE_CHECKING:
    from mockbooks.oauth.errors import ErrorCode

_OWN: Final = Text("The server refuses this: {words}.", "De server weigert dit: {words}.")
# RFC 6750, section 3.1: a caller that sent no bearer token is told no error.
_CHALLENGES: Final = {401: 'Bearer realm="mockbooks", error="invalid_token"', 403: 'Bearer error="insufficient_scope"'}
_CHALLENGES_BY_CODE: Final = {"token_missing": 'Bearer realm="mockbooks"'}


def sample_of(code: str, pointer: str | None = None) -> Complaint:
    """Give a complaint of this code: one of the catalogue as the documentation shows it, or one of somebody's own."""
    entry = CATALOGUE.get(code)
    sample = Complaint(code) if entry is None else entry.sample
    return sample if pointer is None else replace(sample, pointer=pointer, parameter=None)


def refusal(
    exchange: Exchange, complaint: Complaint, *, status: int | None = None, detail: str | None = None
) -> Answer:
    """Refuse a request; status and text are those of the code unless given, and 400 for a code of one's own."""
    status = status or _status_of(complaint.code)
    if exchange.operation is not None and exchange.operation.area == "oauth":
        return _oauth_error(exchange, complaint, status, detail)
    body = _problem(exchange, complaint, status, detail)
    headers: list[tuple[str, str]] = [("Content-Language", exchange.language)]
    challenge = _CHALLENGES_BY_CODE.get(complaint.code) or _CHALLENGES.get(status)
    if challenge is not None:
        headers.append(("WWW-Authenticate", challenge))
    return Answer(status=status, body=written(body), headers=tuple(headers), media_type=PROBLEM)


def _problem(exchange: Exchange, complaint: Complaint, status: int, detail: str | None) -> dict[str, object]:
    """Build the problem that the API would tell, with another status and text where these are given."""
    entry = CATALOGUE.get(complaint.code)
    if entry is None:
        told = detail or _told(complaint, exchange.language)
        return _own_problem(exchange, complaint, status, told)
    body = problem_body(entry.family, (complaint,), exchange.language, exchange.request_id)
    body["status"] = status
    if detail is not None:
        mistakes = cast("list[dict[str, object]]", body["errors"])
        body |= {"detail": detail, "errors": [mistakes[0] | {"detail": detail}]}
    return body


def _own_problem(exchange: Exchange, complaint: Complaint, status: int, told: str) -> dict[str, object]:
    """Build a problem with a code that the API does not have."""
    place = {} if complaint.pointer is None else {"pointer": complaint.pointer}
    return {
        "success": False,
        "type": f"/docs/errors#{complaint.code.replace('_', '-')}",
        "title": _words(complaint.code).capitalize(),
        "status": status,
        "code": complaint.code,
        "detail": told,
        "errors": [{**place, "code": complaint.code, "detail": told}],
        "requestId": exchange.request_id,
    }


def _oauth_error(exchange: Exchange, complaint: Complaint, status: int, detail: str | None) -> Answer:
    """Build an error of RFC 6749, section 5.2, whose text is English."""
    from mockbooks.oauth.errors import OAuthError, refusal_answer  # noqa: PLC0415 - imports Authlib, as few calls need

    text = detail or _told(complaint, "en")
    return refusal_answer(OAuthError(cast("ErrorCode", complaint.code), text, status=status), exchange)


def _told(complaint: Complaint, language: Language) -> str:
    if complaint.code in CATALOGUE:
        return tell(complaint, language)
    return _OWN.in_language(language).format(words=_words(complaint.code))


def _status_of(code: str) -> int:
    return STATUS[CATALOGUE[code].family] if code in CATALOGUE else STATUS[Family.REFUSED]


def _words(code: str) -> str:
    """Write a code as words: `CONSENT_REVOKED` is "consent revoked"."""
    return code.replace("_", " ").replace("-", " ").lower()
