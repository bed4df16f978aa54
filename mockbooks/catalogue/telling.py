"""Telling a complaint: from a code and its values to one sentence for the caller."""

from collections.abc import Mapping

from mockbooks.catalogue import CATALOGUE
from mockbooks.errors import Complaint
from mockbooks.texts import Language, Text

NOTHING = "…"


def tell(complaint: Complaint, language: Language) -> str:
    """Tell what is wrong in the language asked for, with the hint when the values hold a suggestion.

    A value that is missing or None shows as "…": a sentence with a hole is better than a crash while refusing.
    """
    entry = CATALOGUE[complaint.code]
    hint = entry.hint if complaint.values.get("suggestion") is not None else None
    texts = (entry.detail, hint, entry.closing)
    return " ".join(_fill(text, complaint.values, language) for text in texts if text is not None)


def _fill(template: Text, values: Mapping[str, object], language: Language) -> str:
    written = _Written({name: _written(value, language) for name, value in values.items()})
    return template.in_language(language).format_map(written)


class _Written(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return NOTHING


def _written(value: object, language: Language) -> str:
    if value is None:
        return NOTHING
    if isinstance(value, Text):
        return value.in_language(language)
    if isinstance(value, list | tuple):
        return ", ".join(_written(item, language) for item in value)
    return str(value)
