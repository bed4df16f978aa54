"""Colours code with Pygments: classes only, since the policy of the pages allows no style of its own on an element."""

from functools import cache
from html import escape
from typing import Any, Final

# What the pages call a language, where Pygments calls it otherwise; None is plain text.
_NAMES: Final = {"sh": "bash", "text": None}
_CLASSES_PREFIX: Final = "c-"


def highlighted(code: str, language: str) -> str:
    """Give code as HTML; in a language that is not known it stays plain.

    Raises ClassNotFound for a language that Pygments does not know: a page is to name one that exists.
    """
    name = _NAMES.get(language, language)
    if not name:
        return escape(code)
    from pygments import highlight  # noqa: PLC0415 - a start does not need it

    return str(highlight(code, _lexer(name), _formatter()))


@cache
def _lexer(name: str) -> Any:  # noqa: ANN401 - Pygments ships no types
    from pygments.lexers import get_lexer_by_name  # noqa: PLC0415 - as above

    # PHP is coloured without its opening tag too.
    options = {"startinline": True} if name == "php" else {}
    return get_lexer_by_name(name, stripnl=False, **options)


@cache
def _formatter() -> Any:  # noqa: ANN401 - as above
    from pygments.formatters.html import HtmlFormatter  # noqa: PLC0415 - as above

    return HtmlFormatter(nowrap=True, classprefix=_CLASSES_PREFIX)
