"""Whether a document says that a failure comes with status 200."""

import re
from typing import Final

from mockbooks.conformance.finding import Evidence
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.verdicts.prose import quoted, said, sentence

_STATUS: Final = re.compile(r"\b200\b")
_ALWAYS: Final = re.compile(r"always|altijd|even|also|ook|regardless|ongeacht|with|met|in a|as", re.IGNORECASE)
_ERROR: Final = re.compile(r"\b(errors?|fail\w*|fout(en|melding)?|misluk\w*|unsuccessful|refus\w*)\b", re.IGNORECASE)
_EVERY: Final = re.compile(
    r"(every|each|elk|elke|all|alle|any)[^.\n]{0,40}always|status[^.\n]{0,20}(always|altijd)", re.IGNORECASE
)
_NEVER: Final = re.compile(r"\b(never|nooit|not|niet|no|geen|4\d\d|5\d\d|4xx|other than|anders dan)\b", re.IGNORECASE)


def told_errors_in_200(subject: Subject) -> list[Evidence]:
    """Quote the sentences that say so."""
    return [quoted(*found) for found in said(subject, _STATUS) if says_error_in_200(sentence(*found))]


def says_error_in_200(sentence: str, *, is_of_200: bool = False) -> bool:
    """Tell whether a sentence that names 200 says that failures have it as well."""
    if _NEVER.search(sentence):
        return False
    says_failure = bool(_ERROR.search(sentence) and _ALWAYS.search(sentence))
    return says_failure or (not is_of_200 and bool(_EVERY.search(sentence)))
