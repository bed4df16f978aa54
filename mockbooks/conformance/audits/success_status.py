"""C6: success is HTTP 200, creation included."""

from collections.abc import Iterator, Sequence
from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.document.model import Operation
from mockbooks.conformance.finding import Evidence, Finding
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.verdicts.counted import That, of_operations
from mockbooks.texts import Text


def _ask(subject: Subject) -> Iterator[Finding]:
    declaring = [each for each in subject.used if _statuses(each)]
    other = [each for each in declaring if "200" not in _statuses(each) and "2XX" not in _statuses(each)]
    exact = [each for each in declaring if "200" in _statuses(each)]
    if not declaring:
        yield _finding(Outcome.CANNOT_TELL, _UNDECLARED, subject.used[:3])
    elif not other:
        yield _finding(Outcome.MET, _all(subject, declaring), declaring[:3])
    else:
        yield _finding(Outcome.PARTLY if exact else Outcome.NOT_MET, _some(subject, other, declaring), other[:4])


def _statuses(operation: Operation) -> list[str]:
    return [response.status.upper() for response in operation.successes]


def _all(subject: Subject, declaring: Sequence[Operation]) -> Text:
    all_ = of_operations(subject, len(declaring), len(declaring), that=_DECLARING)
    verb = ("answers", "geeft") if len(declaring) == 1 else ("answer", "geven")
    return Text(f"{all_.en} {verb[0]} it with 200.", f"{all_.nl} {verb[1]} 200.")


def _some(subject: Subject, other: Sequence[Operation], declaring: Sequence[Operation]) -> Text:
    shown = ", ".join(sorted({status for each in other for status in _statuses(each)}))
    some = of_operations(subject, len(other), len(declaring), that=_DECLARING)
    verb = ("answers", "geeft") if len(other) == 1 else ("answer", "geven")
    return Text(
        f"{some.en} {verb[0]} it with {shown} rather than 200.",
        f"{some.nl} {verb[1]} {shown} in plaats van 200.",
    )


_DECLARING: Final = That(
    Text(" that declares a success", " die een geslaagd antwoord noemt,"),
    Text(" that declare a success", " die een geslaagd antwoord noemen,"),
)


def _finding(outcome: Outcome, summary: Text, operations: Sequence[Operation]) -> Finding:
    return Finding(
        condition="C6",
        outcome=outcome,
        summary=summary,
        evidence=[_declared(operation) for operation in operations],
        advice=None if outcome is Outcome.MET else _ADVICE,
    )


def _declared(operation: Operation) -> Evidence:
    shown = ", ".join(_statuses(operation)) or "-"
    return Evidence(where=operation.label, what=Text(f"succeeds with {shown}", f"slaagt met {shown}"))


_UNDECLARED: Final = Text(
    "The document does not declare with what status an action succeeds.",
    "Het document zegt niet met welke status een actie slaagt.",
)
_ADVICE: Final = Text(
    "Answer every success with 200 and a body, creation and removal included, and declare it.",
    "Beantwoord alles wat slaagt met 200 en een body, ook toevoegen en verwijderen, en noem dat in het document.",
)

SUCCESS_STATUS: Final = Check(
    name="success_status",
    conditions=("C6",),
    question=Text("Is every success answered with 200?", "Krijgt alles wat slaagt een 200?"),
    ask=_ask,
)
