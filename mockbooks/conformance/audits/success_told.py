"""C5: every response says whether the request succeeded."""

from collections.abc import Iterator, Sequence
from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.document.model import Operation
from mockbooks.conformance.document.plain import mapping
from mockbooks.conformance.finding import Evidence, Finding
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.verdicts.errors_in_200 import says_error_in_200, told_errors_in_200
from mockbooks.conformance.vocabulary.tables import table
from mockbooks.conformance.vocabulary.words import joined
from mockbooks.texts import Text

_SUCCESS: Final = table("success succeeded issuccess successful ok geslaagd succesvol resultcode statuscode")
_TOLD: Final = table(
    "success succeeded issuccess successful ok haserror error errormessage errorcode fout foutmelding foutcode errors"
    " geslaagd succesvol resultcode statuscode"
)


def _ask(subject: Subject) -> Iterator[Finding]:
    operations = [each for each in subject.used if each.responses]
    contrary = [*told_errors_in_200(subject), *_in_descriptions(operations)]
    contrary += list(_in_examples(operations))
    inside = [each for each in operations if _errors(each)]
    apart = [each for each in operations if _tells_apart(each)]
    if contrary:
        yield _finding(Outcome.NOT_MET, _ERROR_IN_200, contrary[:3], advice=_STATUSES)
    elif len(inside) * 2 > len(operations) and not apart:
        yield _finding(Outcome.NOT_MET, _ONLY_INSIDE, [_inside(each) for each in inside[:3]], _BY_SCHEMA, _STATUSES)
    elif not apart:
        yield _finding(
            Outcome.CANNOT_TELL, _NO_FAILURES, [_declared(each) for each in operations[:3]], advice=_STATUSES
        )
    elif len(apart) * 2 < len(operations) and not all(_tells_apart(each) for each in _writing(operations)):
        silent = [each for each in operations if each not in apart]
        yield _finding(
            Outcome.CANNOT_TELL, _few(apart, operations), [_declared(each) for each in silent[:3]], advice=_STATUSES
        )
    else:
        shown = [_declared(each) for each in apart[:3]]
        yield _finding(
            Outcome.MET, _told(apart, operations), shown, _ALSO_INSIDE if any(map(_error_fields, inside)) else None
        )


def _writing(operations: Sequence[Operation]) -> list[Operation]:
    return [each for each in operations if each.method in {"POST", "PUT", "PATCH"}] or list(operations)


def _tells_apart(operation: Operation) -> bool:
    """Tell whether success and failure have statuses of their own."""
    statuses = [response.status for response in operation.responses]
    return any(status.startswith("2") for status in statuses) and any(
        status.startswith("4") or status == "default" for status in statuses
    )


def _errors(operation: Operation) -> list[str]:
    """Find what tells of an error in the answer of a success."""
    schema = operation.answer
    return [name for name in (schema.properties if schema else {}) if joined(name) in _TOLD]


def _error_fields(operation: Operation) -> list[str]:
    return [name for name in _errors(operation) if joined(name) not in _SUCCESS]


def _in_descriptions(operations: Sequence[Operation]) -> Iterator[Evidence]:
    for operation in operations:
        for response in operation.responses:
            if response.status == "200" and says_error_in_200(f"200: {response.description[:300]}", is_of_200=True):
                shown = response.description[:160]
                yield Evidence(where=f"{operation.label} → 200", what=Text(shown, shown))


def _in_examples(operations: Sequence[Operation]) -> Iterator[Evidence]:
    for operation in operations:
        for response in operation.successes:
            for example in (each for content in response.contents for each in content.examples):
                told = {joined(str(name)): value for name, value in mapping(example).items()}
                if any(told.get(name) is False for name in _TOLD) or told.get("status") in _FAILED:
                    what = Text("an example shows a failure", "een voorbeeld toont een mislukking")
                    yield Evidence(where=f"{operation.label} → {response.status}", what=what)
                    break


_FAILED: Final = ("error", "failed", "failure", "fail", "fout", "mislukt", "ERROR", "FAILED")


def _inside(operation: Operation) -> Evidence:
    shown = ", ".join(_errors(operation)[:3])
    return Evidence(
        where=f"{operation.label} → {operation.successes[0].status}",
        what=Text(f"holds {shown}, and no 4xx is declared", f"bevat {shown}, en er staat geen 4xx bij"),
    )


def _declared(operation: Operation) -> Evidence:
    shown = ", ".join(response.status for response in operation.responses)
    return Evidence(where=operation.label, what=Text(f"declares {shown}", f"noemt {shown}"))


def _told(apart: Sequence[Operation], operations: Sequence[Operation]) -> Text:
    count = f"{len(apart)} of {len(operations)}"
    return Text(
        f"{count} operations declare statuses of success and of failure apart.",
        f"{len(apart)} van {len(operations)} operaties noemen statussen voor geslaagd en mislukt apart.",
    )


def _few(apart: Sequence[Operation], operations: Sequence[Operation]) -> Text:
    return Text(
        f"Only {len(apart)} of {len(operations)} operations declare how a failure is answered.",
        f"Slechts {len(apart)} van {len(operations)} operaties noemen hoe een mislukking wordt beantwoord.",
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
_ONLY_INSIDE: Final = Text(
    "Errors stand in the body of a success, and no status of failure is declared.",
    "Fouten staan in de body van een geslaagd antwoord, en geen status van mislukken is genoemd.",
)
_NO_FAILURES: Final = Text(
    "The document does not declare how a failure is answered.",
    "Het document zegt niet hoe een mislukking wordt beantwoord.",
)
_BY_SCHEMA: Final = Text(
    "The fields say so; statuses of failure may only not have been written down.",
    "De velden wijzen erop; statussen van mislukken zijn misschien alleen niet opgeschreven.",
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
