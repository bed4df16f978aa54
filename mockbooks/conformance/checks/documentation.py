"""C2: the API is documented by an OpenAPI document that can be fetched, and is judged as an audit judges it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from mockbooks.conformance.check import Check
from mockbooks.conformance.documented import Found, document_of
from mockbooks.conformance.finding import Evidence, Finding
from mockbooks.conformance.outcome import Outcome
from mockbooks.conformance.target import Target
from mockbooks.texts import Text

_FULL: Final = 0.95
_HALF: Final = 0.5


def _ask(target: Target) -> Iterator[Finding]:
    found = document_of(target)
    if found.root is None:
        yield _not_found(target, found)
        return
    place = Evidence(where=f"GET {found.place}", what=Text("the OpenAPI document", "het OpenAPI-document"))
    for finding in _judged(found.root):
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
            "Publish an OpenAPI document where everybody can read it, and name its place under openapi in the vendor file.",
            "Publiceer een OpenAPI-document waar iedereen het kan lezen, en noem de plaats onder openapi in het leveranciersbestand.",
        ),
    )


def _is_passing(found: Found) -> bool:
    """Tell whether the network or a broken server is why it was not there."""
    exchange = found.exchange
    return (
        exchange is None
        or exchange.trouble is not None
        or (exchange.answer is not None and exchange.answer.status >= 500)
    )


def _judged(root: Mapping[str, object]) -> Iterator[Finding]:
    told = list(_descriptions(root))
    described = sum(1 for each in told if each)
    share = described / len(told) if told else 0.0
    has_required = '"required"' in _keys(root)
    outcome = Outcome.MET if share >= _FULL and has_required else Outcome.PARTLY if share >= _HALF else Outcome.NOT_MET
    yield Finding(
        condition="C2",
        outcome=outcome,
        summary=Text(
            f"{described} of {len(told)} fields and parameters in the OpenAPI document are described.",
            f"Van {described} van de {len(told)} velden en parameters in het OpenAPI-document staat er een omschrijving.",
        ),
        advice=None
        if outcome is Outcome.MET
        else Text(
            "Describe every field, and say which are required.", "Omschrijf elk veld, en zeg welke verplicht zijn."
        ),
    )


def _descriptions(node: object) -> Iterator[bool]:
    if isinstance(node, Mapping):
        properties = node.get("properties")
        if isinstance(properties, Mapping):
            yield from (isinstance(each, Mapping) and bool(each.get("description")) for each in properties.values())
        if "in" in node and "name" in node:
            yield bool(node.get("description"))
        for inner in node.values():
            yield from _descriptions(inner)
    elif isinstance(node, list):
        for inner in node:
            yield from _descriptions(inner)


def _keys(root: Mapping[str, object]) -> str:
    return str({'"required"'}) if "'required'" in str(root) else ""


CHECK: Final = Check(
    name="documentation",
    conditions=("C2",),
    question=Text(
        "Is there an OpenAPI document that describes every field?",
        "Is er een OpenAPI-document dat elk veld omschrijft?",
    ),
    ask=_ask,
)
