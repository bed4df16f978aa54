"""What mockbooks says, in the two languages that it speaks."""

from typing import Final, Literal, NamedTuple

Language = Literal["en", "nl"]

_MOST_SHOWN_CHARACTERS: Final = 60


class Text(NamedTuple):
    """One text in both languages."""

    en: str
    nl: str

    def in_language(self, language: Language) -> str:
        """Give the text in the language asked for."""
        return self.nl if language == "nl" else self.en


def cut(text: str) -> str:
    """Cut what is only told to a readable length."""
    return text if len(text) <= _MOST_SHOWN_CHARACTERS else text[: _MOST_SHOWN_CHARACTERS - 1] + "…"
