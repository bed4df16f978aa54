"""Putting values where a vendor file says `${name}`."""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final
from urllib.parse import quote

Values = Callable[[str], object]
"""Gives the value of a name."""

_OF_URLS: Final = "%/?&=:@!$'()*+,;~[]"
_NAME: Final = re.compile(r"\$\{([^}]*)\}")


def in_target(target: str, values: Values) -> str:
    """Fill in a path with its query: values are percent-encoded, and so is what no URL takes (RFC 3986)."""
    filled = _NAME.sub(lambda found: quote(_text(values(found[1])), safe=""), target)
    return quote(filled, safe=_OF_URLS)


def in_text(text: str, values: Values) -> str:
    """Fill in a plain text, such as the value of a header."""
    return _NAME.sub(lambda found: _text(values(found[1])), text)


def in_body(body: object, values: Values) -> Any:  # noqa: ANN401 - any JSON
    """Fill in a body: a text that is nothing but `${name}` becomes the value itself, of whatever type."""
    if isinstance(body, str):
        whole = _NAME.fullmatch(body)
        return values(whole[1]) if whole else in_text(body, values)
    if isinstance(body, Mapping):
        return {key: in_body(inner, values) for key, inner in body.items()}
    return [in_body(each, values) for each in body] if isinstance(body, list | tuple) else body


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
