"""Where a document tells or shows that a failure comes with status 200: in its texts, examples and descriptions."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from mockbooks.conformance.document.model import Operation
from mockbooks.conformance.document.plain import mapping
from mockbooks.conformance.finding import Evidence
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.verdicts.prose import denies, quotes, said, sentence
from mockbooks.conformance.verdicts.said_of_200 import says_error_in_200
from mockbooks.conformance.vocabulary.tables import table
from mockbooks.conformance.vocabulary.words import joined
from mockbooks.texts import Text

_STATUS: Final = re.compile(r"\b200\b")
SUCCESS: Final = table("success succeeded issuccess successful ok geslaagd succesvol resultcode statuscode")
FAILURE: Final = table(
    "haserror error errormessage errorcode fout foutmelding foutcode errors iserror failed isfailed mislukt"
)
_TOLD: Final = SUCCESS | FAILURE
_MESSAGES: Final = FAILURE | table("message melding reason msg code bericht")
_OF_A_RESULT: Final = table("ok successful")
"""Names that may as well tell of what was found as of the request; a message beside them tells which."""
_FAILED: Final = ("error", "failed", "failure", "fail", "fout", "mislukt", "ERROR", "FAILED")
"""Values of `status` that tell of a failure where a message stands beside it."""
_OR_AN_ERROR: Final = re.compile(
    r"\b(?:or|also|even) (?:(?:with|on|for|in case of|when|if) )?(?:(?:an?|the) )?"
    r"(?:errors?\b|failure|it failed|(?:something|anything) (?:failed|went wrong))"
    r"|\b(?:of|ook|zelfs) (?:(?:bij|met|voor|als) )?(?:(?:een|de) )?(?:fout|fouten|foutmelding|foutmeldingen)\b"
    r"|\b(?:always|altijd)\b[^.\n]{0,60}\b(?:errors?|fail\w{0,10}|fout(?:en|melding)?|misluk\w{0,10})\b",
    re.IGNORECASE,
)


def errors_in_200(subject: Subject) -> list[Evidence]:
    """Show all that says so; what stands with a response counts only where no status of failure stands beside it."""
    silent = [each for each in subject.used if not tells_apart(each)]
    told = quotes((found for found in said(subject, _STATUS) if says_error_in_200(sentence(*found))), 3)
    return [*told, *_in_examples(subject.used), *in_descriptions(silent)]


def tells_apart(operation: Operation) -> bool:
    """Tell whether success and failure have statuses of their own."""
    statuses = [response.status for response in operation.responses]
    return any(status.startswith("2") for status in statuses) and any(
        status.startswith("4") or status == "default" for status in statuses
    )


def in_descriptions(operations: Sequence[Operation]) -> list[Evidence]:
    """Show the descriptions of a response with 200 that leave room for errors in it."""
    return [
        Evidence(where=f"{operation.label} → 200", what=Text(response.description[:160], response.description[:160]))
        for operation in operations
        for response in operation.responses
        if response.status == "200" and _leaves_room(response.description[:300])
    ]


def only_inside(subject: Subject) -> list[Evidence]:
    """Show the successes that hold errors, where most do and nothing declares a status of failure."""
    operations = [each for each in subject.used if each.responses]
    inside = [each for each in operations if told_inside(each)]
    if len(inside) * 2 <= len(operations) or any(map(tells_apart, operations)):
        return []
    return [_inside(each) for each in inside]


def told_inside(operation: Operation) -> list[str]:
    """Name the fields that tell of success or failure in the answer of a success."""
    schema = operation.answer
    return [name for name in (schema.properties if schema else {}) if joined(name) in _TOLD]


def _leaves_room(description: str) -> bool:
    return _OR_AN_ERROR.search(description) is not None and not denies(description)


def _in_examples(operations: Sequence[Operation]) -> Iterator[Evidence]:
    for operation in operations:
        for response in operation.successes:
            examples = [each for content in response.contents for each in content.examples]
            if any(_shows_failure(mapping(example)) for example in examples):
                what = Text("an example shows a failure", "een voorbeeld toont een mislukking")
                yield Evidence(where=f"{operation.label} → {response.status}", what=what)


def _shows_failure(example: Mapping[str, object]) -> bool:
    told = {joined(str(name)): value for name, value in example.items()}
    if any(told.get(name) is False for name in SUCCESS - _OF_A_RESULT):
        return True
    if any(told.get(name) is True for name in FAILURE):
        return True
    is_no_success = told.get("status") in _FAILED or any(told.get(name) is False for name in _OF_A_RESULT)
    return is_no_success and bool(_MESSAGES & told.keys())


def _inside(operation: Operation) -> Evidence:
    shown = ", ".join(told_inside(operation)[:3])
    return Evidence(
        where=f"{operation.label} → {operation.successes[0].status}",
        what=Text(f"holds {shown}, and no 4xx is declared", f"bevat {shown}, en er staat geen 4xx bij"),
    )


BY_SCHEMA: Final = Text(
    "The fields say so; statuses of failure may only not have been written down.",
    "De velden wijzen erop; statussen van mislukken zijn misschien alleen niet opgeschreven.",
)
