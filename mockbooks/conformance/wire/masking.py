"""Masking secrets in whatever a stranger says: as they are, and as JSON, URLs, forms and pages write them."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import escape
from typing import Final

MASK: Final = "***"
SHORTEST: Final = 4
"""What is shorter stands in any word, and is no secret."""
_CUT: Final = "…"
_SECRET_MEMBERS: Final = re.compile(
    r'("(?:access_token|refresh_token|id_token|client_secret)"\s*:\s*")[^"]*|((?:client_secret|refresh_token)=)[^&\s]*'
)


def masked(text: str, secrets: Iterable[str]) -> str:
    """Mask secrets wherever they stand, also where a cut left the half of one, and what is called one by its name."""
    hidden = frozenset(each for each in secrets if len(each) >= SHORTEST)
    if hidden:
        *cut, last = text.split(_CUT)
        whole = _CUT.join([*(_without_half(each, hidden) for each in cut), last])
        text = _pattern(hidden).sub(MASK, whole)
    return _SECRET_MEMBERS.sub(lambda found: (found[1] or found[2]) + MASK, text)


def _without_half(text: str, secrets: frozenset[str]) -> str:
    longest = max((half for secret in secrets for half in _halves(text, secret)), key=len, default="")
    return text.removesuffix(longest) + MASK if longest else text


def _halves(text: str, secret: str) -> Iterator[str]:
    """Find each beginning of a secret that ends a text."""
    end = text[-SHORTEST:]
    at = secret.find(end) if len(end) == SHORTEST else -1
    while at != -1:
        if text.endswith(half := secret[: at + SHORTEST]):
            yield half
        at = secret.find(end, at + 1)


@lru_cache(maxsize=16)
def _pattern(secrets: frozenset[str]) -> re.Pattern[str]:
    """Find the longest first: what begins with another secret is to be masked to its end."""
    longest_first = sorted(sorted(secrets), key=len, reverse=True)
    return re.compile("|".join("".join(map(_forms, secret)) for secret in longest_first))


@lru_cache(maxsize=512)
def _forms(sign: str) -> str:
    r"""Write one sign of a secret as a pattern of every way in which it may be written, such as `\/` by PHP."""
    if sign.isascii() and sign.isalnum():
        return sign
    utf_16 = sign.encode("utf-16-be", "surrogatepass").hex()
    forms = (
        re.escape(sign),
        "".join(rf"\\{{1,4}}u{utf_16[at : at + 4]}" for at in range(0, len(utf_16), 4)),
        "".join(f"%(?:25){{0,2}}{byte:02x}" for byte in sign.encode("utf-8", "surrogatepass")),
        f"&#(?:0{{0,4}}{ord(sign)}|x0{{0,4}}{ord(sign):x});",
        re.escape(escape(sign)),
        *((r"\+",) if sign == " " else ()),
    )
    return rf"\\{{0,4}}(?i:{'|'.join(forms)})"
