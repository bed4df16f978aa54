"""Texts with their secrets masked: forms, and whatever may hold a secret by its name without being JSON to read.

A text is masked without knowing what it is: as multipart, as XML, as broken JSON, as `name=value` and as `name: value`
at the same time. Rather too much is masked than too little.
"""

import re
from collections.abc import Callable
from functools import cache
from html import unescape
from typing import Final
from urllib.parse import unquote_plus

import orjson

from mockbooks.frozen import dataclass
from mockbooks.traffic.secret_names import fingerprint, is_fingerprint, is_secret, mentions, spelling

# A name begins behind a separator only: looked for from every character on, a long text without any would cost much.
_PAIR: Final = re.compile(r"(?<![^&])([^=&]+)=([^&]*)")
_IN_URL: Final = re.compile(r"(?<![^&?#;\s])([^=&?#;\s]+)=([^&#;\s]*)")
# A member of broken or shortened JSON: its name, and a value that may have no end.
_MEMBER: Final = re.compile(r'"((?:[^"\\]|\\.){1,64})"(\s*:\s*)(?:"((?:[^"\\]|\\.)*)"?|([^\s",}\]\[{]+))')
_OPENED_MEMBER: Final = re.compile(r'"((?:[^"\\]|\\.){1,64})"\s*:\s*(?=[\[{])')
# In quotes, or up to the end of the line or the next pair.
_VALUE: Final = r"""(?:"([^"\r\n]*)"(?=[\s,;&<>/)\]}]|\Z)|'([^'\r\n]*)'(?=[\s,;&<>/)\]}]|\Z)|([^&\r\n]*))"""


def masked_form(text: str, names: frozenset[str]) -> str:
    """Mask the pairs of a form or query string; everything up to the next `&` belongs to a value."""
    return _PAIR.sub(lambda pair: _masked_pair(pair, names), text)


def masked_url(url: str, names: frozenset[str]) -> str:
    """Mask the parameters of a URL, in its query and its fragment."""
    return _IN_URL.sub(lambda pair: _masked_pair(pair, names), url)


def masked_anything(text: str, names: frozenset[str], *, is_html: bool = False) -> str:
    """Mask what stands in a text under one of the names, whatever kind of text it is; in HTML `<code>` is no name."""
    # Broken JSON may write any letter of a name as an escape.
    if not mentions(text, names) and "\\u" not in text:
        return text
    patterns = _patterns(names)
    text = patterns.part.sub(lambda part: f"{part[1]}{_masked(part[2])}", text)
    elements = patterns.element if not is_html else _patterns(names - {"code"}).element
    text = elements.sub(lambda element: f"{element[1]}{_masked(element[3], unescape)}", text)
    text = _cut_at_opened_member(text, names)
    text = _MEMBER.sub(lambda member: _masked_member(member, names), text)
    text = patterns.assigned.sub(_masked_assignment, text)
    return patterns.line.sub(_masked_assignment, text)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Patterns:
    """A part of a multipart body, an element of XML, `name=value` anywhere, and `name: value` where a line begins."""

    part: re.Pattern[str]
    element: re.Pattern[str]
    assigned: re.Pattern[str]
    line: re.Pattern[str]


@cache
def _patterns(names: frozenset[str]) -> _Patterns:
    name, header_lines = spelling(names), r"[^\r\n]{0,200}\r?\n(?:[^\r\n]{1,500}\r?\n){0,10}\r?\n"
    part = rf'(\bname="?(?:[^"\r\n]{{0,100}}\[)?{name}\]?"?(?![\w-]){header_lines})(.*?)(?=\r?\n--|\Z)'
    element = rf"(<((?:[\w.-]{{1,64}}:)?{name})(?:\s[^<>]*)?(?<!/)>)(.*?)(?=</\2\s*>|\Z)"
    assigned = rf"""((?<![\w-]){name}["'\]]{{0,2}}[ \t]*=[ \t]*){_VALUE}"""
    line = rf"""((?:^|[{{,])[ \t]*(?:-[ \t])?["']?{name}'?[ \t]*:[ \t]*){_VALUE}"""
    return _Patterns(
        part=re.compile(part, re.IGNORECASE | re.DOTALL),
        element=re.compile(element, re.IGNORECASE | re.DOTALL),
        assigned=re.compile(assigned, re.IGNORECASE),
        line=re.compile(line, re.IGNORECASE | re.MULTILINE),
    )


def _masked_pair(pair: re.Match[str], names: frozenset[str]) -> str:
    is_one = is_secret(unquote_plus(pair[1]), names)
    return f"{pair[1]}={_masked(pair[2], unquote_plus)}" if is_one else pair[0]


def _masked_assignment(found: re.Match[str]) -> str:
    before, double, single, bare = found.groups()
    if bare is not None:
        return f"{before}{_masked(bare, unquote_plus)}"
    return f'{before}"{_masked(double)}"' if double is not None else f"{before}'{_masked(single)}'"


def _masked_member(member: re.Match[str], names: frozenset[str]) -> str:
    name, separator, text, word = member.groups()
    secret = text if text is not None else word.replace("null", "")
    if not secret or not is_secret(_read(name), names):
        return member[0]
    return f'"{name}"{separator}"{_masked(secret, _read)}"'


def _cut_at_opened_member(text: str, names: frozenset[str]) -> str:
    """Mask everything from the first secret on that is a list or an object: nobody knows where it ends."""
    opened = next((each for each in _OPENED_MEMBER.finditer(text) if is_secret(_read(each[1]), names)), None)
    return text if opened is None else f'{text[: opened.end()]}"{_masked(text[opened.end() :])}"'


def _read(written: str) -> str:
    """Read what stands between the quotes of JSON; what cannot be read is taken as it stands."""
    if "\\" not in written:
        return written
    try:
        return str(orjson.loads(f'"{written}"'))
    except ValueError:
        return written


def _as_it_stands(text: str) -> str:
    return text


def _masked(secret: str, read: Callable[[str], str] = _as_it_stands) -> str:
    return secret if not secret or is_fingerprint(secret.strip()) else fingerprint(read(secret))
