"""How well an auditor reads: precision and recall of its verdicts and of the operations that it took for our resources.

Precision: of what it said, how much a reader can defend. Recall: of what can be said, how much it said. "Cannot tell"
is no statement: it costs recall where a reader can tell, and never precision.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tests.conformance.corpus import Document, Role, Verdict


@dataclass(frozen=True, kw_only=True)
class Score:
    """`said` statements of which `right` can be defended, and `known` that a reader can make."""

    right: int
    said: int
    known: int

    @property
    def precision(self) -> float:
        return self.right / self.said if self.said else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.known if self.known else 1.0


@dataclass(frozen=True, kw_only=True)
class Miss:
    """Where an auditor and the reader differ, to be read by whoever improves the auditor."""

    document: str
    condition: str
    said: str
    allowed: tuple[str, ...]
    because: str


def score_verdicts(known: Iterable[Document], found: Mapping[str, Mapping[str, Verdict]]) -> Score:
    """Score what was found, by document and condition; where "cannot tell" is allowed, saying it is no loss."""
    rows = [
        (found[document.name][number], answer.verdicts)
        for document in known
        for number, answer in document.known.answers.items()
    ]
    stated = [(said, allowed) for said, allowed in rows if said != "cannot_tell"]
    owed = [allowed for said, allowed in rows if "cannot_tell" not in allowed or said != "cannot_tell"]
    return Score(
        right=sum(said in allowed for said, allowed in stated),
        said=len(stated),
        known=sum(allowed != ("cannot_tell",) for allowed in owed),
    )


def misses(known: Iterable[Document], found: Mapping[str, Mapping[str, Verdict]]) -> tuple[Miss, ...]:
    """Every verdict that the reader cannot defend, "cannot tell" where one can tell included."""
    return tuple(
        Miss(
            document=document.name,
            condition=number,
            said=found[document.name][number],
            allowed=answer.verdicts,
            because=answer.because,
        )
        for document in known
        for number, answer in document.known.answers.items()
        if found[document.name][number] not in answer.verdicts
    )


def score_operations(known: Iterable[Document], found: Mapping[str, Mapping[str, Mapping[Role, str]]]) -> Score:
    """Score the operations that were found, by document, resource and role: one for each role."""
    right = said = owed = 0
    for document in known:
        for name, mapped in document.known.resources.items():
            operations = mapped.operations if mapped else {}
            guessed = found[document.name].get(name, {})
            right += sum(operation in operations.get(role, ()) for role, operation in guessed.items())
            said += len(guessed)
            owed += len(operations)
    return Score(right=right, said=said, known=owed)
