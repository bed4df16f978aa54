"""The figures of a document as they are shown."""

from collections.abc import Iterator

from mockbooks.conformance.guessing.manners import Manner
from mockbooks.conformance.guessing.subject import Subject
from mockbooks.conformance.judgement import Measurement
from mockbooks.conformance.vendor.model import SEARCHES
from mockbooks.texts import Text


def measurements(subject: Subject) -> Iterator[Measurement]:
    """Give every figure."""
    document, figures = subject.document, subject.figures
    yield _figure("Operations", "Operaties", str(len(document.operations)))
    yield _figure(
        "Fields and parameters with a description", "Velden en parameters met omschrijving", figures.described.told
    )
    yield _figure(
        "Fields and parameters with an example", "Velden en parameters met voorbeeld", figures.with_example.told
    )
    yield _figure(
        "Bodies of requests that say what is required", "Body's die zeggen wat verplicht is", figures.required.told
    )
    yield _figure("Operations with a 400 response", "Operaties met een 400-response", figures.with_400.told)
    yield _figure(
        "Operations with a schema for success", "Operaties met een schema voor succes", figures.with_schema.told
    )
    yield _figure("OAuth flows", "OAuth-flows", _flows(subject) or "-")
    yield _figure("Search parameters", "Zoekparameters", _searches(subject) or "-")
    yield _figure("Rate-limit headers", "Headers voor limieten", _headers(subject) or "-")


def _figure(en: str, nl: str, value: str | Text) -> Measurement:
    return Measurement(name=Text(en, nl), value=value)


def _flows(subject: Subject) -> str:
    return ", ".join(flow.name for scheme in subject.document.security_schemes for flow in scheme.flows)


def _searches(subject: Subject) -> str:
    found = [
        f"{name} ({search.parameter})"
        for noun, names in SEARCHES.items()
        for name in names
        if (search := subject.search(noun, name)) and search.manner is Manner.EXACT
    ]
    return ", ".join(found)


def _headers(subject: Subject) -> str:
    names = {
        name
        for operation in subject.document.operations
        for response in operation.responses
        for name in response.headers
        if "ratelimit" in name.lower().replace("-", "")
    }
    return ", ".join(sorted(names))
