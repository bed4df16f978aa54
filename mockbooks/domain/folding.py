"""Folding text to what it has in common with its other spellings, so that a search for "cafe" finds "Café"."""

from typing import Final
from unicodedata import combining, normalize

# Letters that Unicode does not take apart into a base and an accent, among them the dotless i of Turkish (U+0131);
# ß becomes ss by case folding already.
_LETTERS: Final = str.maketrans(
    {"ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "\u0131": "i", "ŧ": "t"},
)


def fold(text: str) -> str:
    """Take case, accents and typographic forms off a text; folding twice changes nothing more.

    Compatibility decomposition (Unicode NFKD) before and after case folding, as each can give work to the other.
    """
    if text.isascii():
        return text.lower()
    return _without_accents(_without_accents(text).casefold()).translate(_LETTERS)


def fold_email(email: str) -> str:
    """Take surrounding space and case off an e-mail address; accents and every other character count."""
    return email.strip().casefold()


def _without_accents(text: str) -> str:
    return "".join(character for character in normalize("NFKD", text) if not combining(character))
