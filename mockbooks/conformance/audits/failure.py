"""C7: failure is HTTP 400, with a description of what went wrong."""

from collections.abc import Iterator, Sequence
from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.document.model import Operation, Response
from mockbooks.conformance.document.schemas import Schema
from mockbooks.conformance.finding import Evidence, Finding
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.verdicts.counted import That, declared, of_operations
from mockbooks.conformance.verdicts.depth import field_names
from mockbooks.conformance.verdicts.errors_in_200 import BY_SCHEMA, errors_in_200, only_inside
from mockbooks.conformance.vocabulary.tables import table
from mockbooks.conformance.vocabulary.words import joined, words
from mockbooks.texts import Text

_MOST: Final = 0.9
_LEVELS: Final = 3
"""How deep the text of an error may stand in its body."""
_DESCRIBING: Final = table(
    "message detail description error title reason melding foutmelding omschrijving text errors errormessage msg fout"
    " messages details errordescription validationerror fouten bericht hint elements type information"
)
_ENDINGS: Final = ("info", "message", "melding", "description", "omschrijving", "reason", "error", "detail", "text")
_INSTEAD: Final = ("404", "409", "422")
_WRITING: Final = frozenset({"POST", "PUT", "PATCH"})


def _ask(subject: Subject) -> Iterator[Finding]:
    writing = [each for each in subject.used if each.method in _WRITING] or list(subject.used)
    with_400 = [each for each in writing if _response(each, "400")]
    telling = [each for each in subject.used if any(_is_told(response) for response in each.responses)]
    instead = [pair for each in telling for pair in _instead(each, telling)]
    in_200 = errors_in_200(subject)
    if in_200 and not with_400:
        yield _finding(Outcome.NOT_MET, _IN_200, in_200[:2])
    elif within := only_inside(subject):
        yield _finding(Outcome.NOT_MET, _INSIDE, within[:2], doubt=BY_SCHEMA)
    elif not with_400:
        yield from _without_400(subject, instead)
    else:
        yield _with_400(subject, writing, with_400, instead)


def _is_told(response: Response) -> bool:
    return response.is_failure and response.status not in {"401", "403", "429", "405", "406", "415"}


def _without_400(subject: Subject, instead: Sequence[tuple[Operation, str]]) -> Iterator[Finding]:
    if instead:
        statuses = ", ".join(sorted({status for _, status in instead}))
        summary = Text(
            f"A failure is answered with {statuses}, never with 400.",
            f"Een mislukking krijgt {statuses}, nooit 400.",
        )
        yield _finding(Outcome.NOT_MET, summary, _shown(instead), doubt=_AS_DECLARED)
    else:
        yield _finding(Outcome.CANNOT_TELL, _UNDECLARED, [declared(each) for each in subject.used[:3]])


def _with_400(
    subject: Subject,
    writing: Sequence[Operation],
    with_400: Sequence[Operation],
    instead: Sequence[tuple[Operation, str]],
) -> Finding:
    described = [each for each in with_400 if _describes(_response(each, "400"))]
    evidence = [_shown_400(each) for each in with_400[:2]]
    if instead:
        statuses = ", ".join(sorted({status for _, status in instead}))
        summary = Text(
            f"A failure is answered with 400, and in some cases with {statuses}.",
            f"Een mislukking krijgt 400, en in sommige gevallen {statuses}.",
        )
        return _finding(Outcome.PARTLY, summary, [*evidence, *_shown(instead)])
    if not described and any(_has_schema(_response(each, "400")) for each in with_400):
        return _finding(Outcome.PARTLY, _NO_TEXT, evidence)
    if not described:
        return _finding(Outcome.CANNOT_TELL, _NO_SCHEMA, evidence)
    some = of_operations(subject, len(with_400), len(writing), that=_that(writing))
    verb = ("declares", "noemt") if len(with_400) == 1 else ("declare", "noemen")
    if len(with_400) < _MOST * len(writing):
        lacking = [each for each in writing if each not in with_400]
        summary = Text(f"Only {some.en} {verb[0]} a 400.", f"Slechts {some.nl} {verb[1]} een 400.")
        return _finding(Outcome.PARTLY, summary, [*evidence, *map(declared, lacking[:2])])
    summary = Text(
        f"{some.en} {verb[0]} a 400 that describes what went wrong.",
        f"{some.nl} {verb[1]} een 400 die omschrijft wat er verkeerd ging.",
    )
    return _finding(Outcome.MET, summary, evidence)


def _that(writing: Sequence[Operation]) -> That | None:
    """Say of which operations this is: those that write, where there are any."""
    does_write = any(each.method in _WRITING for each in writing)
    return _WRITES if does_write else None


_WRITES: Final = That(
    Text(" that adds or changes", " die toevoegt of wijzigt,"),
    Text(" that add or change", " die toevoegen of wijzigen,"),
)


def _response(operation: Operation, status: str) -> Response | None:
    return next((response for response in operation.responses if response.status == status), None)


def _instead(operation: Operation, all_of_them: Sequence[Operation]) -> list[tuple[Operation, str]]:
    """Find statuses that take the place of 400; a 404 that stands with lists as well is that of unknown URLs."""
    lists = [each for each in all_of_them if not each.in_place("path") and each.method == "GET"]
    is_plain_404 = bool(lists) and all(_response(each, "404") for each in lists)
    found = []
    for status in _INSTEAD:
        response = _response(operation, status)
        if response is None or (status == "404" and (is_plain_404 or _is_of_urls(response))):
            continue
        found.append((operation, status))
    return found


def _is_of_urls(response: Response) -> bool:
    said = set(words(response.description))
    return bool(said & {"url", "path", "route", "endpoint", "pad"}) and not said & {"id", "resource", "record"}


def _describes(response: Response | None) -> bool:
    if response is None or response.schema is None:
        return False
    is_problem = any("problem" in content.media_type for content in response.contents)
    return is_problem or _has_text(response.schema) or response.schema.shape.kind == "string"


def _has_schema(response: Response | None) -> bool:
    return bool(response and response.schema and response.schema.properties)


def _has_text(schema: Schema) -> bool:
    return any(joined(name) in _DESCRIBING or joined(name).endswith(_ENDINGS) for name in field_names(schema, _LEVELS))


def _finding(outcome: Outcome, summary: Text, evidence: Sequence[Evidence], *, doubt: Text | None = None) -> Finding:
    return Finding(
        condition="C7",
        outcome=outcome,
        summary=summary,
        evidence=evidence,
        doubt=doubt,
        advice=None if outcome is Outcome.MET else _ADVICE,
    )


def _shown_400(operation: Operation) -> Evidence:
    response = _response(operation, "400")
    names = ", ".join(list(response.schema.properties)[:6]) if response and response.schema else ""
    shown = names or (response.description[:160] if response else "") or "-"
    return Evidence(where=f"{operation.label} → 400", what=Text(shown, shown))


def _shown(instead: Sequence[tuple[Operation, str]]) -> list[Evidence]:
    return [
        Evidence(where=f"{operation.label} → {status}", what=Text("instead of 400", "in plaats van 400"))
        for operation, status in instead[:3]
    ]


_UNDECLARED: Final = Text(
    "The document does not declare with what status an action fails.",
    "Het document zegt niet met welke status een actie mislukt.",
)
_IN_200: Final = Text(
    "The document says that a failure is answered with 200.", "Het document zegt dat een mislukking 200 krijgt."
)
_INSIDE: Final = Text(
    "Errors stand in the body of a success, and no 400 is declared.",
    "Fouten staan in de body van een geslaagd antwoord, en geen 400 is genoemd.",
)
_NO_TEXT: Final = Text(
    "A failure is answered with 400, and its described body has no text that says what went wrong.",
    "Een mislukking krijgt 400, en de beschreven body heeft geen tekst die zegt wat er verkeerd ging.",
)
_NO_SCHEMA: Final = Text(
    "A failure is answered with 400; whether its body describes what went wrong is not told.",
    "Een mislukking krijgt 400; of de body omschrijft wat er verkeerd ging, staat er niet.",
)
_AS_DECLARED: Final = Text(
    "That is what the document declares; what the API does may differ.",
    "Dat staat in het document; wat de API doet, kan anders zijn.",
)
_ADVICE: Final = Text(
    "Answer every failed action with 400 and a body that names each wrong field, an unknown id included, and declare"
    " that with every operation.",
    "Beantwoord elke mislukte actie met 400 en een body die elk fout veld noemt, ook bij een onbekende id, en noem dat"
    " bij elke operatie.",
)

FAILURE: Final = Check(
    name="failure",
    conditions=("C7",),
    question=Text("Is a failure 400 with a description?", "Is een mislukking 400 met een omschrijving?"),
    ask=_ask,
)
