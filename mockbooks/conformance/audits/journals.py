"""C4f: journals, where one must be given."""

from collections.abc import Iterator
from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.finding import Finding
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.vendor.model import Noun
from mockbooks.conformance.verdicts.conditional import conditional
from mockbooks.texts import Text


def _ask(subject: Subject) -> Iterator[Finding]:
    yield conditional(subject, Noun.JOURNALS, "C4f", when_required=True)


JOURNALS: Final = Check(
    name="journals",
    conditions=("C4f",),
    question=Text(
        "Can journals be read, where one must be given?",
        "Zijn dagboeken te lezen, als er een moet worden meegegeven?",
    ),
    ask=_ask,
)
