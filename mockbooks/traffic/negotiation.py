"""What a caller says of languages and media types, read from its headers (RFC 9110, sections 8.3 and 12.5)."""

from collections.abc import Iterator
from functools import lru_cache

from mockbooks.texts import Language

JSON = "application/json"
PROBLEM = "application/problem+json"
_JSON_RANGES = frozenset({JSON, PROBLEM, "application/*", "*/*"})
_NO_WEIGHT = 0.0
# Callers say the same with every call. A header may be long, so that few are remembered.
_REMEMBERED = 64


@lru_cache(maxsize=_REMEMBERED)
def preferred_language(accept_language: str | None) -> Language:
    """Choose between English and Dutch; English when the caller has no preference that we know."""
    if not accept_language:
        return "en"
    best: Language = "en"
    best_weight = _NO_WEIGHT
    for tag, weight in _weighted(accept_language):
        language = _language(tag)
        if language is not None and weight > best_weight:
            best, best_weight = language, weight
    return best


@lru_cache(maxsize=_REMEMBERED)
def accepts_json(accept: str | None) -> bool:
    """Tell whether JSON may be sent: no preference at all means anything goes."""
    if not accept or accept in {"*/*", JSON}:
        return True
    return any(weight > _NO_WEIGHT and media_range in _JSON_RANGES for media_range, weight in _weighted(accept))


@lru_cache(maxsize=_REMEMBERED)
def is_json_in_utf8(content_type: str | None) -> bool:
    """Tell whether a body is announced as `application/json`, in UTF-8 when a charset is named (RFC 8259)."""
    if content_type == JSON:
        return True
    media_type, _, parameters = (content_type or "").partition(";")
    return media_type.strip().lower() == JSON and all(
        charset.lower() in {"utf-8", "utf8"} for charset in _values_of("charset", parameters)
    )


def _language(tag: str) -> Language | None:
    match tag.partition("-")[0]:
        case "nl":
            return "nl"
        case "en" | "*":
            return "en"
        case _:
            return None


def _weighted(header: str) -> Iterator[tuple[str, float]]:
    """Give what a list header names, in lower case, with its weight (RFC 9110, section 12.4.2)."""
    for part in header.split(","):
        value, _, parameters = part.partition(";")
        yield value.strip().lower(), _weight(parameters)


def _weight(parameters: str) -> float:
    weights = list(_values_of("q", parameters))
    if not weights:
        return 1.0
    try:
        return float(weights[0])
    except ValueError:
        return _NO_WEIGHT


def _values_of(name: str, parameters: str) -> Iterator[str]:
    for parameter in parameters.split(";"):
        key, _, value = parameter.partition("=")
        if key.strip().lower() == name:
            yield value.strip().strip('"')
