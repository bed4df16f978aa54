"""What the texts of a document say: sought by patterns that cannot take long, and quoted once."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from mockbooks.conformance.document.model import Passage
from mockbooks.conformance.finding import Evidence
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.texts import Text

Said = tuple[Passage, re.Match[str]]

_AROUND = 70
_MOST_TIMES = 200


def said(subject: Subject, pattern: re.Pattern[str]) -> Iterator[Said]:
    """Find where the document says something, so often as anybody would read it."""
    found = ((passage, match) for passage in subject.document.passages for match in pattern.finditer(passage.text))
    return islice(found, _MOST_TIMES)


def affirmed(subject: Subject, pattern: re.Pattern[str]) -> Iterator[Said]:
    """Find where the document says something, and does not say that it is not so."""
    return (each for each in said(subject, pattern) if not denies(clause(*each)))


def quoted(passage: Passage, match: re.Match[str]) -> Evidence:
    """Quote what was said, with what stands around it."""
    start, end = _around(passage, match)
    words = " ".join(passage.text[start:end].split())
    shown = f"{'… ' if start else ''}{words}{' …' if end < len(passage.text) else ''}"
    return Evidence(where=passage.where, what=Text(shown, shown))


def quotes(found: Iterable[Said], most: int) -> list[Evidence]:
    """Quote several, of which none stands within the quote before it."""
    shown: list[Said] = []
    for passage, match in found:
        if not any(passage is before and match.start() < _around(before, last)[1] for before, last in shown[-1:]):
            shown.append((passage, match))
        if len(shown) == most:
            break
    return [quoted(*each) for each in shown]


def sentence(passage: Passage, match: re.Match[str]) -> str:
    """Give the sentence in which something was said, cut where it is long; a line that wraps is no end of one."""
    return _between(passage, match, _ENDS)


def clause(passage: Passage, match: re.Match[str]) -> str:
    """Give the part of a sentence in which something was said: what stands behind `but` is another."""
    return _between(passage, match, _TURNS)


def denies(text: str) -> bool:
    """Tell whether a clause says that something is not so; "not only" says that it is."""
    return _NOT.search(text) is not None


def _around(passage: Passage, match: re.Match[str]) -> tuple[int, int]:
    return max(0, match.start() - _AROUND), min(len(passage.text), match.end() + _AROUND)


def _between(passage: Passage, match: re.Match[str], ends: re.Pattern[str]) -> str:
    low, high = max(0, match.start() - _LONGEST_HALF), min(len(passage.text), match.end() + _LONGEST_HALF)
    start = max((end.end() for end in ends.finditer(passage.text, low, match.start())), default=low)
    end = ends.search(passage.text, match.end(), high)
    return passage.text[start : end.start() if end else high]


_LONGEST_HALF = 400
_END = r"[.!?](?=\s)|\n\s{0,20}\n|\n\s{0,20}[-*#|]"
_ENDS = re.compile(_END)
_TURNS = re.compile(
    rf"{_END}|[;:](?=\s)|,(?=\s)(?!\s(?:or|of|and|en|also|ook|even|zelfs|nor|noch|x-)\b)"
    r"|\b(?:but|however|although|though|while|whereas|unless|before|if|when|maar|echter|hoewel|terwijl|tenzij|voordat"
    r"|als|wanneer)\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not|niet)\b(?! (?:only|just|alleen|slechts))|n['’]t\b"
    r"|\b(?:no|never|cannot|without|neither|nor|nothing|nobody|geen|nooit|zonder|noch|niets|niemand)\b",
    re.IGNORECASE,
)
