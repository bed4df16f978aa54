"""Whether a sentence says that a failure comes with status 200, and not that 200 is a success or a number of lines."""

import re
from typing import Final

_AS_A_STATUS: Final = re.compile(
    r"\b(?:https?|status(?:[ -]?codes?)?|statuscodes?|response|respons|antwoord)\b\W{0,3}"
    r"(?:(?:is|are|remains|has|have|heeft|hebben|of|van|always|altijd|blijft|stays|code|met|with)\W{1,2}){0,3}200\b"
    r"|\b(?:an?|een|with|met|as|als|in|returns?|returned|answers|gets?|gives?|geeft|geven|krijgt|krijgen|always|altijd|even|also|ook)"
    r"\W{1,2}(?:(?:an?|een|http)\W{1,2}){0,2}200\b(?!\W{1,2}(?!always|this|status|means|has|was)[a-z]{2,30}s\b|\W{1,2}(?:regels|tekens|keer|per|en|bytes)\b|\W?%)"
    r"|\b200\b\W{1,3}(?:ok|status|response|respons|antwoord)\b",
    re.IGNORECASE,
)
_ERROR: Final = re.compile(
    r"\b(?:errors?|fail\w{0,10}|fout|fouten|foutmelding(?:en)?|misluk\w{0,10}|unsuccessful|refus\w{0,10})\b",
    re.IGNORECASE,
)
_ALSO: Final = re.compile(
    r"\b(?:always|altijd|even|also|ook|zelfs|regardless|ongeacht|alike|whether|of het nu)\b"
    r"|\b(?:errors?|fail\w{0,10}|fouten|foutmelding(?:en)?)\b[^.\n]{0,60}"
    r"\b(?:with|as|in|met|als|has|have|gets?|gives?|returns?|answers|is|are|krijgt|krijgen|heeft|hebben|geeft|geven)"
    r"\W{1,2}(?:(?:an?|een|http|the|status|code|statuscode|de)\W{1,2}){0,3}200\b"
    r"|\b200\b[^.\n]{0,40}\b(?:with|and|met|en|contains?|holds?|carry|carries|includes?|be|bevat|bevatten|zijn)"
    r" (?:an? |een )?(?:errors?|failures?|fout|fouten|foutmelding)\b",
    re.IGNORECASE,
)
_EVERY: Final = re.compile(
    r"\b(?:every|each|all|any|elke?|alle) (?:\w{1,20} ){0,2}(?:responses?|answers?|requests?|calls?|antwoord(?:en)?"
    r"|aanroep(?:en)?|verzoek(?:en)?)\b|\b(?:everything|alles) (?:is|gets|comes|returns|has|krijgt|geeft|heeft)\b"
    r"|\bstatus(?:[ -]?code)?\b[^.\n]{0,20}\b(?:always|altijd)\b|\b(?:always|altijd)\b[^.\n]{0,20}\bstatus",
    re.IGNORECASE,
)
_SUCCEEDED: Final = re.compile(
    r"\b(?:success\w{0,6}|succe\w{0,6}|geslaagd\w{0,2}|slaa?g(?:t|en)|gelukt\w{0,1})\b", re.IGNORECASE
)
_OTHERWISE: Final = re.compile(
    r"\b(?:never|nooit|not|niet|no|geen|4\d\d|5\d\d|4xx|5xx|other than|otherwise|other (?:cases|statuses|codes)|anders"
    r"|instead|in plaats van|overige|else|(?:cannot|can['’]t|(?:is|are|do|does|wo)n['’]t)"
    r" (?:be (?:answered|returned)|come|get|give|happen|have|return|use)\w{0,3})\b",
    re.IGNORECASE,
)
_PARTS: Final = re.compile(
    r"[;:](?=\s)|\||,(?=\s)(?!\s(?:also|ook|even|zelfs|regardless|ongeacht|whether|with|met|including|inclusief|errors?)\b)"
    r"|\b(?:and|en)\b(?= (?:an? |een )?(?:error|fout)[ -]?(?:code|status))",
    re.IGNORECASE,
)


def says_error_in_200(sentence: str) -> bool:
    """Tell whether a sentence says of the status 200 that failures have it as well."""
    if _OTHERWISE.search(sentence):
        return False
    return any(_is_said_in(part) for part in _PARTS.split(sentence))


def _is_said_in(part: str) -> bool:
    if not _AS_A_STATUS.search(part):
        return False
    if _ERROR.search(part):
        return bool(_ALSO.search(part))
    return bool(_EVERY.search(part) and not _SUCCEEDED.search(part))
