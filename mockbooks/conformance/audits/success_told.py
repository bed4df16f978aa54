"""C5: every response says whether the request succeeded."""

from collections.abc import Iterator, Sequence
from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.document.model import Operation
from mockbooks.conformance.finding import Evidence, Finding
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.verdicts.counted import That, declared, of_operations
from mockbooks.conformance.verdicts.counted import operations as operations_told
from mockbooks.conformance.verdicts.errors_in_200 import (
    BY_SCHEMA,
    SUCCESS,
    errors_in_200,
    in_descriptions,
    only_inside,
    tells_apart,
    told_inside,
)
from mockbooks.conformance.vocabulary.words import joined
from mockbooks.texts import Text


def _ask(subject: Subject) -> Iterator[Finding]:
    operations = [each for each in subject.used if each.responses]
    inside = [each for each in operations if told_inside(each)]
    apart = [each for each in operations if tells_apart(each)]
    silent = [each for each in operations if each not in apart]
    contrary = errors_in_200(subject)
    unclear = in_descriptions(apart)
    if contrary:
        yield _finding(Outcome.NOT_MET, _ERROR_IN_200, contrary[:3], advice=_STATUSES)
    elif within := only_inside(subject):
        yield _finding(Outcome.NOT_MET, _ONLY_INSIDE, within[:3], BY_SCHEMA, _STATUSES)
    elif unclear:
        yield _finding(Outcome.CANNOT_TELL, _MAYBE_IN_200, unclear[:3], advice=_STATUSES)
    elif not apart:
        shown = [declared(each) for each in (operations or subject.used)[:3]]
        yield _finding(Outcome.CANNOT_TELL, _NO_FAILURES, shown, advice=_STATUSES)
    elif len(apart) * 2 < len(operations) and not all(tells_apart(each) for each in _writing(operations)):
        shown = [declared(each) for each in silent[:3]]
        yield _finding(Outcome.CANNOT_TELL, _few(subject, apart, operations), shown, advice=_STATUSES)
    else:
        yield _met(subject, operations, silent, is_also_inside=any(map(_error_fields, inside)))


def _met(
    subject: Subject, operations: Sequence[Operation], silent: Sequence[Operation], *, is_also_inside: bool
) -> Finding:
    apart = [each for each in operations if each not in silent]
    shown = [declared(each) for each in (*apart[:3], *silent[:2])]
    doubts = [*([_silent(silent)] if silent else []), *([_ALSO_INSIDE] if is_also_inside else [])]
    doubt = Text(" ".join(each.en for each in doubts), " ".join(each.nl for each in doubts)) if doubts else None
    return _finding(Outcome.MET, _told(subject, apart, operations), shown, doubt)


def _writing(operations: Sequence[Operation]) -> list[Operation]:
    return [each for each in operations if each.method in {"POST", "PUT", "PATCH"}] or list(operations)


def _error_fields(operation: Operation) -> list[str]:
    return [name for name in told_inside(operation) if joined(name) not in SUCCESS]


def _told(subject: Subject, apart: Sequence[Operation], operations: Sequence[Operation]) -> Text:
    some = of_operations(subject, len(apart), len(operations), that=_that(subject, operations))
    verb = ("declares", "noemt") if len(apart) == 1 else ("declare", "noemen")
    return Text(
        f"{some.en} {verb[0]} a status for failure apart from that of success.",
        f"{some.nl} {verb[1]} voor mislukken een andere status dan voor slagen.",
    )


def _few(subject: Subject, apart: Sequence[Operation], operations: Sequence[Operation]) -> Text:
    some = of_operations(subject, len(apart), len(operations), that=_that(subject, operations))
    verb = ("declares", "noemt") if len(apart) == 1 else ("declare", "noemen")
    return Text(
        f"Only {some.en} {verb[0]} how a failure is answered.",
        f"Slechts {some.nl} {verb[1]} hoe een mislukking wordt beantwoord.",
    )


def _that(subject: Subject, operations: Sequence[Operation]) -> That | None:
    return _WITH_RESPONSES if len(operations) < len(subject.used) else None


def _silent(silent: Sequence[Operation]) -> Text:
    count = operations_told(len(silent))
    verb = ("declares", "noemt") if len(silent) == 1 else ("declare", "noemen")
    return Text(
        f"{count.en} {verb[0]} no status of failure; what is answered there then is not told.",
        f"{count.nl} {verb[1]} geen status voor mislukken; wat daar dan wordt geantwoord, staat er niet.",
    )


def _finding(
    outcome: Outcome,
    summary: Text,
    evidence: Sequence[Evidence],
    doubt: Text | None = None,
    advice: Text | None = None,
) -> Finding:
    return Finding(condition="C5", outcome=outcome, summary=summary, evidence=evidence, doubt=doubt, advice=advice)


_ERROR_IN_200: Final = Text(
    "The document says that an error may come with status 200.",
    "Het document zegt dat een fout met status 200 kan komen.",
)
_WITH_RESPONSES: Final = That(
    Text(" that declares responses", " met responses"), Text(" that declare responses", " met responses")
)
_MAYBE_IN_200: Final = Text(
    "What is said of an answer with 200 leaves room for errors in it.",
    "Wat er van een antwoord met 200 wordt gezegd, laat ruimte voor fouten daarin.",
)
_ONLY_INSIDE: Final = Text(
    "Errors stand in the body of a success, and no status of failure is declared.",
    "Fouten staan in de body van een geslaagd antwoord, en geen status van mislukken is genoemd.",
)
_NO_FAILURES: Final = Text(
    "The document does not declare how a failure is answered.",
    "Het document zegt niet hoe een mislukking wordt beantwoord.",
)
_ALSO_INSIDE: Final = Text(
    "The answer of a success has fields for errors as well; see that none of them comes with status 200.",
    "Het geslaagde antwoord heeft ook velden voor fouten; zorg dat die nooit met status 200 komen.",
)
_STATUSES: Final = Text(
    "Answer every failure with a 4xx status, and declare it with every operation.",
    "Beantwoord elke mislukking met een 4xx-status, en noem die bij elke operatie.",
)

SUCCESS_TOLD: Final = Check(
    name="success_told",
    conditions=("C5",),
    question=Text("Does every response say whether it succeeded?", "Geeft elke response aan of het geslaagd is?"),
    ask=_ask,
)
