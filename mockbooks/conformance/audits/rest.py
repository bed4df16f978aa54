"""C1: resources with paths of their own, several verbs, JSON."""

from collections.abc import Iterator
from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.document.model import Content, Operation
from mockbooks.conformance.finding import Evidence, Finding
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.outcome import Outcome
from mockbooks.texts import Text

_MANY_ACTIONS: Final = 0.5


def _ask(subject: Subject) -> Iterator[Finding]:
    operations = subject.document.operations
    if not operations:
        yield _finding(Outcome.CANNOT_TELL, _NO_OPERATIONS, [])
        return
    media = {content.media_type.lower() for operation in operations for content in _contents(operation)}
    verbs = sorted({operation.method for operation in operations})
    paths = len({operation.path for operation in operations})
    actions = [each for each in subject.guessed.collections if each.is_action]
    evidence = [
        _evidence(
            "paths", f"{paths} paths, {len(operations)} operations", f"{paths} paden, {len(operations)} operaties"
        ),
        _evidence("verbs", ", ".join(verbs), ", ".join(verbs)),
        _evidence("media types", ", ".join(sorted(media)[:6]) or "-", ", ".join(sorted(media)[:6]) or "-"),
    ]
    if media and not any("json" in each for each in media):
        yield _finding(Outcome.NOT_MET if _is_markup(media) else Outcome.CANNOT_TELL, _NO_JSON, evidence)
    elif len(actions) > _MANY_ACTIONS * len(subject.guessed.collections):
        evidence.append(_evidence(actions[0].path, "names what is done", "noemt wat er gedaan wordt"))
        yield _finding(Outcome.PARTLY if len(verbs) > 1 else Outcome.NOT_MET, _ACTIONS, evidence)
    elif verbs == ["POST"]:
        yield _finding(Outcome.NOT_MET, _ONLY_POST, evidence)
    elif not media:
        yield _finding(Outcome.CANNOT_TELL, _NO_MEDIA, evidence)
    else:
        yield _met(verbs, paths, evidence)


def _contents(operation: Operation) -> list[Content]:
    body = list(operation.body.contents) if operation.body else []
    return [*body, *(content for response in operation.responses for content in response.contents)]


def _is_markup(media: set[str]) -> bool:
    return any("xml" in each for each in media)


def _met(verbs: list[str], paths: int, evidence: list[Evidence]) -> Finding:
    shown = ", ".join(verbs)
    return Finding(
        condition="C1",
        outcome=Outcome.MET,
        summary=Text(
            f"{paths} paths name resources, with the verbs {shown}, in JSON.",
            f"{paths} paden noemen gegevens, met de werkwoorden {shown}, in JSON.",
        ),
        evidence=evidence,
    )


def _finding(outcome: Outcome, summary: Text, evidence: list[Evidence]) -> Finding:
    return Finding(condition="C1", outcome=outcome, summary=summary, evidence=evidence, advice=_ADVICE)


def _evidence(where: str, en: str, nl: str) -> Evidence:
    return Evidence(where=where, what=Text(en, nl))


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
    question=Text("Does the API have resources, verbs and JSON?", "Heeft de API gegevens, werkwoorden en JSON?"),
    ask=_ask,
)
