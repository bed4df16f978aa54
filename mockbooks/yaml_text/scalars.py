"""What a plain scalar of YAML is: a number as JSON writes it, true, false or null, and a text in all other cases.

That is the core schema of YAML 1.2 with fewer numbers: `007`, `+5` and `0x1F` are codes to whoever writes them.
"""

import math
import re
from typing import Final

_WORDS: Final[dict[str, bool | None]] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
# Longer ones are texts, so that none of their digits is lost.
_WHOLE: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,17})", re.ASCII)
_BROKEN: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,18})?(?:[eE][-+]?[0-9]{1,3})?", re.ASCII)


def read_plain(text: str) -> str | int | float | bool | None:
    """Give the value of a scalar that is written without quotes."""
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE.fullmatch(text):
        return int(text)
    number = float(text) if _BROKEN.fullmatch(text) else math.inf
    return number if math.isfinite(number) else text
