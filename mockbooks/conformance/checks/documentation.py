"""C2: the API is documented by an OpenAPI document that can be fetched, and is judged as an audit judges it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from mockbooks.conformance.check import Check, ask_all
from mockbooks.conformance.finding import Evidence, Finding
from mockbooks.conformance.live.documented import Found, document_of
from mockbooks.conformance.live.target import Target
from mockbooks.conformance.outcome import Outcome
from mockbooks.texts import Text

if TYPE_CHECKING:
    from mockbooks.conformance.document.model import Document

# RFC 9110, section 15.6
_BROKEN: Final = 500


def _ask(target: Target) -> Iterator[Finding]:
    found = document_of(target)
    if found.document is None:
        yield _not_found(target, found)
        return
    place = Evidence(where=f"GET {found.place}", what=Text("the OpenAPI document", "het OpenAPI-document"))
    for finding in _judged(found.document):
        yield replace(finding, evidence=(place, *finding.evidence))


def _not_found(target: Target, found: Found) -> Finding:
    why = found.why_not or Text("it is not there", "het is er niet")
    is_named = target.vendor.openapi is not None
    exchange = target.session.show(found.exchange) if found.exchange else None
    return Finding(
        condition="C2",
        outcome=Outcome.CANNOT_TELL if not is_named or _is_passing(found) else Outcome.NOT_MET,
        summary=Text(
            f"There is no OpenAPI document to be had: {why.en}.", f"Er is geen OpenAPI-document te krijgen: {why.nl}."
        ),
        evidence=[Evidence(where=f"GET {found.place}", what=why, exchange=exchange)] if found.place else (),
        doubt=None if is_named else Text("It may stand elsewhere.", "Het kan ergens anders staan."),
        advice=Text(
            "Publish an OpenAPI document where all can read it, and name its place under openapi in the vendor file.",
            "Publiceer een OpenAPI-document dat iedereen kan lezen, en noem de plaats onder openapi in het"
            " leveranciersbestand.",
        ),
    )


def _is_passing(found: Found) -> bool:
    """Tell whether the network or a broken server is why it was not there."""
    answer = found.exchange.answer if found.exchange else None
    return answer is None or answer.status >= _BROKEN


def _judged(document: "Document") -> Iterator[Finding]:
    """Ask of the document what an audit asks of it for this condition."""
    from mockbooks.conformance.audits import AUDITS  # noqa: PLC0415 - brings the vocabularies along
    from mockbooks.conformance.guessing.subject import Subject  # noqa: PLC0415

    own = [check for check in AUDITS if check.conditions == ("C2",)]
    yield from ask_all(own, Subject(document=document))


CHECK: Final = Check(
    name="documentation",
    conditions=("C2",),
    question=Text(
        "Is there an OpenAPI document that describes every field?",
        "Is er een OpenAPI-document dat elk veld omschrijft?",
    ),
    ask=_ask,
)
