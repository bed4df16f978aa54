"""C1: resources with paths of their own, several methods, JSON."""

from collections.abc import Iterator, Sequence
from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.document.model import Content, Operation
from mockbooks.conformance.finding import Evidence, Finding
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.verdicts.counted import counted
from mockbooks.conformance.verdicts.counted import operations as operations_told
from mockbooks.texts import Text

_MANY_ACTIONS: Final = 0.5


def _ask(subject: Subject) -> Iterator[Finding]:
    operations = subject.document.operations
    if not operations:
        yield _finding(Outcome.CANNOT_TELL, _NO_OPERATIONS, [])
        return
    media = {content.media_type.lower() for operation in operations for content in _contents(operation)}
    methods = sorted({operation.method for operation in operations})
    actions = [each for each in subject.guessed.collections if each.is_action]
    evidence = _evidence(operations, methods, media)
    if actions:
        evidence.append(_shown(actions[0].path, Text("names what is done", "noemt wat er gedaan wordt")))
    if media and not any("json" in each for each in media):
        yield _finding(*_without_json(media), evidence)
    elif len(actions) > _MANY_ACTIONS * len(subject.guessed.collections):
        yield _finding(Outcome.PARTLY if len(methods) > 1 else Outcome.NOT_MET, _ACTIONS, evidence)
    elif methods == ["POST"]:
        yield _finding(Outcome.NOT_MET, _ONLY_POST, evidence)
    elif not media:
        yield _finding(Outcome.CANNOT_TELL, _NO_MEDIA, evidence)
    else:
        yield _with_resources(subject, methods, evidence)


def _with_resources(subject: Subject, methods: list[str], evidence: list[Evidence]) -> Finding:
    done = {operation.path for each in subject.guessed.collections if each.is_action for operation in each.all}
    count = len({operation.path for operation in subject.document.operations} - done)
    paths = counted(count, Text("path names a resource", "pad noemt een gegeven"), _NAME_RESOURCES)
    if len(methods) == 1:
        summary = Text(
            f"{paths.en} in JSON, and {methods[0]} is the only method.",
            f"{paths.nl} in JSON, en {methods[0]} is de enige methode.",
        )
        return _finding(Outcome.PARTLY, summary, evidence)
    shown = ", ".join(methods)
    summary = Text(f"{paths.en}, with the methods {shown}, in JSON.", f"{paths.nl}, met de methoden {shown}, in JSON.")
    return Finding(condition="C1", outcome=Outcome.MET, summary=summary, evidence=evidence)


def _contents(operation: Operation) -> list[Content]:
    body = list(operation.body.contents) if operation.body else []
    return [*body, *(content for response in operation.responses for content in response.contents)]


def _without_json(media: set[str]) -> tuple[Outcome, Text]:
    """Tell what it means that JSON is not named: `*/*` says nothing of the form."""
    if any(each.startswith(("*/", "application/*")) for each in media):
        return Outcome.CANNOT_TELL, _NO_MEDIA
    is_markup = any("xml" in each for each in media)
    return Outcome.NOT_MET if is_markup else Outcome.CANNOT_TELL, _NO_JSON


def _evidence(operations: Sequence[Operation], methods: list[str], media: set[str]) -> list[Evidence]:
    paths = counted(len({operation.path for operation in operations}), Text("path", "pad"), Text("paths", "paden"))
    count = operations_told(len(operations))
    shown = ", ".join(sorted(media)[:6]) or "-"
    return [
        _shown("paths", Text(f"{paths.en}, {count.en}", f"{paths.nl}, {count.nl}")),
        _shown("paths", Text(", ".join(methods), ", ".join(methods))),
        _shown("content", Text(shown, shown)),
    ]


def _finding(outcome: Outcome, summary: Text, evidence: list[Evidence]) -> Finding:
    return Finding(condition="C1", outcome=outcome, summary=summary, evidence=evidence, advice=_ADVICE)


def _shown(where: str, what: Text) -> Evidence:
    return Evidence(where=where, what=what)


_NAME_RESOURCES: Final = Text("paths name resources", "paden noemen gegevens")
_ADVICE: Final = Text(
    "Give every resource a path of its own, with GET to read, POST to add, PUT or PATCH to change and DELETE to remove,"
    " and send JSON.",
    "Geef elk gegeven een eigen pad, met GET om te lezen, POST om toe te voegen, PUT of PATCH om te wijzigen en DELETE"
    " om te verwijderen, en stuur JSON.",
)
_NO_OPERATIONS: Final = Text("The document describes no operations.", "Het document beschrijft geen operaties.")
_NO_JSON: Final = Text("Nothing is sent as JSON.", "Niets wordt als JSON verstuurd.")
_NO_MEDIA: Final = Text(
    "The document does not say in what form anything is sent.",
    "Het document zegt niet in welke vorm iets wordt verstuurd.",
)
_ONLY_POST: Final = Text(
    "Every operation is a POST: these are calls of functions, not resources.",
    "Elke operatie is een POST: dit zijn functieaanroepen, geen gegevens.",
)
_ACTIONS: Final = Text(
    "Most paths name what is done (get, add, list) rather than a resource.",
    "De meeste paden noemen wat er gedaan wordt (get, add, list) in plaats van een gegeven.",
)

REST: Final = Check(
    name="rest",
    conditions=("C1",),
    question=Text("Does the API have resources, methods and JSON?", "Heeft de API gegevens, methoden en JSON?"),
    ask=_ask,
)
