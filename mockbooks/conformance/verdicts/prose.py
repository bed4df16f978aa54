"""What the texts of a document say: sought by patterns that cannot take long."""

import re
from collections.abc import Iterator
from itertools import islice

from mockbooks.conformance.document.model import Passage
from mockbooks.conformance.finding import Evidence
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.texts import Text

_AROUND = 70
_MOST_TIMES = 200


def said(subject: Subject, pattern: re.Pattern[str]) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Find where the document says something, so often as anybody would read it."""
    found = ((passage, match) for passage in subject.document.passages for match in pattern.finditer(passage.text))
    return islice(found, _MOST_TIMES)


def quoted(passage: Passage, match: re.Match[str]) -> Evidence:
    """Quote what was said, with what stands around it."""
    start, end = max(0, match.start() - _AROUND), min(len(passage.text), match.end() + _AROUND)
    words = " ".join(passage.text[start:end].split())
    shown = f"{'… ' if start else ''}{words}{' …' if end < len(passage.text) else ''}"
    return Evidence(where=passage.where, what=Text(shown, shown))


def sentence(passage: Passage, match: re.Match[str]) -> str:
    """Give the sentence in which something was said, cut where it is long; a line that wraps is no end of one."""
    low, high = max(0, match.start() - _LONGEST_HALF), min(len(passage.text), match.end() + _LONGEST_HALF)
    start = max((end.end() for end in _ENDS.finditer(passage.text, low, match.start())), default=low)
    end = _ENDS.search(passage.text, match.end(), high)
    return passage.text[start : end.start() if end else high]


_LONGEST_HALF = 400
_ENDS = re.compile(r"[.!?](?=\s)|\n\s{0,20}\n|\n\s{0,20}[-*#|]")
