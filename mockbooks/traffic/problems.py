"""Problems: the body that tells what is wrong with a request (RFC 9457), and the HTTP status of each family."""

from collections.abc import Sequence
from typing import Final

from mockbooks.catalogue import CATALOGUE
from mockbooks.catalogue.telling import tell
from mockbooks.errors import Complaint, Family
from mockbooks.texts import Language, Text

STATUS: Final[dict[Family, int]] = {
    Family.REFUSED: 400,
    Family.UNAUTHENTICATED: 401,
    Family.FORBIDDEN: 403,
    Family.UNKNOWN_URL: 404,
    Family.WRONG_METHOD: 405,
    Family.NOT_ACCEPTABLE: 406,
    Family.TOO_SLOW: 408,
    Family.BODY_TOO_LARGE: 413,
    Family.URL_TOO_LONG: 414,
    Family.UNSUPPORTED_MEDIA_TYPE: 415,
    Family.TOO_MANY_REQUESTS: 429,
    Family.HEADERS_TOO_LARGE: 431,
    Family.FAILURE: 500,
}
"""The HTTP status of each family; a refused action is always 400."""

MOST_TOLD: Final = 100
_MAXIMUM_PLACES_NAMED: Final = 5


def problem_body(
    family: Family, complaints: Sequence[Complaint], language: Language, request_id: str
) -> dict[str, object]:
    """Build the members of a problem (RFC 9457, section 3), with `errors` for every single complaint.

    A `pointer` in `errors` is a JSON Pointer (RFC 6901); a complaint without a place has neither pointer nor parameter.
    """
    whole = _as_a_whole(family, complaints)
    entry = CATALOGUE[whole.code]
    detail = _detail_of_one(complaints[0], language) if len(complaints) == 1 else tell(whole, language)
    return {
        "success": False,
        "type": f"/docs/errors#{entry.anchor}",
        "title": entry.title.in_language(language),
        "status": STATUS[family],
        "code": whole.code,
        "detail": detail,
        "errors": [_told(complaint, language) for complaint in _told_ones(complaints)],
        "requestId": request_id,
    }


def _told_ones(complaints: Sequence[Complaint]) -> Sequence[Complaint]:
    """Keep to what a person can read: a small body can hold a hundred thousand mistakes, and its answer stays small."""
    if len(complaints) <= MOST_TOLD:
        return complaints
    return (*complaints[:MOST_TOLD], Complaint("more_mistakes", values={"count": len(complaints) - MOST_TOLD}))


def _as_a_whole(family: Family, complaints: Sequence[Complaint]) -> Complaint:
    if not complaints:
        return Complaint(next(entry.code for entry in CATALOGUE.values() if entry.family is family))
    codes = {complaint.code for complaint in complaints}
    one_rule = len(codes) == 1 and not CATALOGUE[complaints[0].code].field_only
    if one_rule or family is not Family.REFUSED:
        return complaints[0]
    return Complaint("validation_failed", values=_counted(complaints))


def _detail_of_one(complaint: Complaint, language: Language) -> str:
    """Tell a single complaint itself, with its place where the code alone does not say what it is about."""
    told = tell(complaint, language)
    return f"{_place(complaint)}: {told}" if CATALOGUE[complaint.code].field_only else told


def _place(complaint: Complaint) -> str:
    return complaint.parameter or complaint.pointer or "body"


def _counted(complaints: Sequence[Complaint]) -> dict[str, object]:
    places = list(dict.fromkeys(map(_place, complaints)))
    count = Text(f"{len(complaints)} mistakes", f"{len(complaints)} fouten")
    more = ["…"] if len(places) > _MAXIMUM_PLACES_NAMED else []
    return {"count": count, "places": places[:_MAXIMUM_PLACES_NAMED] + more}


def _told(complaint: Complaint, language: Language) -> dict[str, object]:
    told: dict[str, object] = {"code": complaint.code, "detail": tell(complaint, language)}
    if complaint.parameter is not None:
        return {"parameter": complaint.parameter, **told}
    if complaint.pointer is not None:
        return {"pointer": complaint.pointer, **told}
    return told
