"""The page of error codes: each chapter of the catalogue, with why a code is told and what to do about it."""

from collections.abc import Iterator

from mockbooks.catalogue import CATALOGUE, SUBJECTS
from mockbooks.catalogue.entry import Entry, Subject
from mockbooks.traffic.problems import STATUS
from mockbooks.web.reference.written.pieces import code, joined

_INTRODUCTION = """\
# Error codes

Every answer that is not a success is a problem (RFC 9457) with `success` false, and one of these {count} codes. Codes
never change; texts may, and they follow `Accept-Language` (English and Dutch). When more is wrong it is all told at
once in `errors`, each with a `pointer` into the body or the name of a `parameter`.

The same list with an example of every answer is on the running server at <http://127.0.0.1:8080/docs/errors>, which
is also where the `type` of each problem leads."""


def page() -> str:
    """Write the page."""
    return joined(_INTRODUCTION.format(count=len(CATALOGUE)), *(_chapter(subject) for subject in SUBJECTS))


def _chapter(subject: Subject) -> str:
    return joined(f"## {subject.title.en}", _told(subject.introduction.en), *_codes(subject))


def _codes(subject: Subject) -> Iterator[str]:
    for entry in subject.entries:
        yield f"### {entry.code}"
        yield f"**{entry.title.en}** · {_status(entry)}"
        yield f"- **Why**: {entry.cause.en}\n- **What to do**: {_told(entry.remedy.en)}"


def _status(entry: Entry) -> str:
    return f"{STATUS[entry.family]}, in `errors` only" if entry.field_only else code(str(STATUS[entry.family]))


def _told(text: str) -> str:
    """Lead to the page that a text names."""
    return text.replace("/docs/oauth", "[/docs/oauth](http://127.0.0.1:8080/docs/oauth)")
