"""What a refusal owes to whoever is refused: it says what is wrong, in both languages where it has two."""

import re
from collections.abc import Iterable

import orjson
from marshmallow import ValidationError

from mockbooks.catalogue.telling import tell
from mockbooks.errors import Complaint, RequestError
from mockbooks.oauth.errors import OAuthError
from mockbooks.service.schema import complaints_in

# RFC 6749, section 5.2: what may stand in an `error_description`.
_PLAIN = re.compile(r"[\x20-\x21\x23-\x5b\x5d-\x7e]+")
_MOST_CHARACTERS = 100_000


def demand_told(refusal: Exception) -> None:
    """Hold that a refusal has sentences, and not too many of them."""
    lines = list(_sentences(refusal))
    assert lines
    assert all(line.strip() for line in lines)
    assert sum(map(len, lines)) <= _MOST_CHARACTERS


def _sentences(refusal: Exception) -> Iterable[str]:
    if isinstance(refusal, RequestError):
        return _told(refusal.complaints)
    if isinstance(refusal, ValidationError):
        return _told(complaints_in(refusal))
    if isinstance(refusal, OAuthError):
        assert _PLAIN.fullmatch(str(refusal.description))
        return [str(refusal.description)]
    complaints = getattr(refusal, "complaints", None)
    return [str(refusal)] if complaints is None else list(complaints)


def _told(complaints: Iterable[Complaint]) -> list[str]:
    """Tell complaints as an answer does, which is UTF-8 whatever came."""
    told = [tell(complaint, language) for complaint in complaints for language in ("en", "nl")]
    assert orjson.dumps(told)
    return told
